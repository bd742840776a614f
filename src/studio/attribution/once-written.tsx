import type { EditorView } from 'prosemirror-view'
import { lazy, Suspense, useState } from 'react'
import { useDesk } from '../writing/desk-context.ts'
import { untilThere } from '../ui/until-there.ts'

const ReadsAlong = lazy(async () => ({ default: (await untilThere(() => import('./reads-along.tsx'))).ReadsAlong }))

interface Props {
  readonly view: EditorView | null
  readonly words: number
}

/** Has the attribution desk read along, fetched once there is something to read. */
export function OnceWritten({ view, words }: Props) {
  const { headline, standfirst } = useDesk().content
  const hasWords = words > 0 || headline !== '' || standfirst !== ''
  const [isWritten, setIsWritten] = useState(hasWords)
  // From then on for good: what is taken out again has to be read out as well.
  if (hasWords && !isWritten) setIsWritten(true)
  return <Suspense>{view && isWritten && <ReadsAlong view={view} />}</Suspense>
}
