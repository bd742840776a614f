import type { FC } from 'hono/jsx'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { stanceOf } from '../../record/stance.ts'
import type { Language } from '../../story/story.ts'
import { message } from '../messages/message.ts'
import { type MarkShape, markShape, StanceMark } from './stance-mark.tsx'

interface MarkProps {
  readonly set: RecordSet
  readonly claim: EntryOf<'claim'>
}

const shapeOf = ({ set, claim }: MarkProps): MarkShape => markShape(claim.content.act, stanceOf(set, claim))

/** The shape before a claim: about an enemy, about its own, about others, or a denial. */
export const ClaimMark: FC<MarkProps> = (props) => <StanceMark shape={shapeOf(props)} />

const WORDS = {
  enemy: 'claim.stance.enemy',
  own: 'claim.stance.own',
  other: 'claim.stance.other',
  unknown: 'claim.stance.unknown',
  denies: 'claim.stance.denies',
} as const satisfies Record<MarkShape, string>

/** The same with its meaning in words, for a page that shows one claim. */
export const ClaimStance: FC<MarkProps & { language: Language }> = ({ language, ...claim }) => (
  <>
    <ClaimMark {...claim} /> {message(language, WORDS[shapeOf(claim)])}
  </>
)
