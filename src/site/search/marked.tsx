import type { FC } from 'hono/jsx'
import type { MarkedPiece } from './marked-text.ts'

/** A text in which the words that were looked for are marked. */
export const Marked: FC<{ pieces: readonly MarkedPiece[] }> = ({ pieces }) => (
  <>{pieces.map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}</>
)
