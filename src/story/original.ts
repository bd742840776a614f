import type { Instant } from '../time.ts'
import type { Language, Publication, StoryNote } from './story.ts'

/** The story that another was translated from, as far as readers have it. */
export type Original =
  | {
      readonly kind: 'live'
      readonly path: string
      readonly language: Language
      readonly headline: string
      readonly notes: readonly StoryNote[]
      /** When its present text went live, if it is not its first. */
      readonly changedAt: Instant | null
    }
  | { readonly kind: 'gone'; readonly path: string; readonly language: Language; readonly killedAt: Instant }

/** What became of an original that its translation does not know of. */
export type SinceTranslated =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'corrected'; readonly notes: readonly StoryNote[] }
  | { readonly kind: 'changed'; readonly at: Instant }
  | { readonly kind: 'withdrawn'; readonly at: Instant }

/** A translation: when its present text went live, and its own notes. */
export interface TranslatedText {
  readonly asOf: Publication
  readonly notes: readonly StoryNote[]
}

/**
 * What readers of a translation should know of its original. A correction of the original counts as carried over once
 * the translation bears a correction of that day or a later one; where only the translation's day is known, what came on
 * that day counts as known to it.
 */
export function sinceTranslated({ asOf, notes }: TranslatedText, original: Original): SinceTranslated {
  if (original.kind === 'gone') return { kind: 'withdrawn', at: original.killedAt }
  const known = asOf.precision === 'day' ? `${asOf.at.slice(0, 10)}T23:59:59.999Z` : asOf.at
  const ownDays = notes.filter(isCorrection).map(({ at }) => at.slice(0, 10))
  const open = original.notes.filter(
    (note) => isCorrection(note) && note.at > known && !ownDays.some((day) => day >= note.at.slice(0, 10)),
  )
  if (open.length > 0) return { kind: 'corrected', notes: open }
  const { changedAt } = original
  const isOlder = changedAt !== null && changedAt > known && !ownDays.some((day) => day >= changedAt.slice(0, 10))
  return isOlder ? { kind: 'changed', at: changedAt } : { kind: 'nothing' }
}

const isCorrection = ({ kind }: StoryNote): boolean => kind === 'correction'
