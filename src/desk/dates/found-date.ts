import { parseEdtf } from '../../record/edtf.ts'
import type { Edtf } from '../../record/when.ts'
import type { LocalDate } from '../../time.ts'
import type { DateMention } from '../mentions.ts'
import type { DateForm, DateWords } from './date-words.ts'

/** Words of a sentence that have one of the forms of a date, before anybody knows which date. */
export interface FoundDate {
  readonly form: DateForm
  readonly groups: Readonly<Record<string, string | undefined>>
  /** The keys of the tokens before, with a space behind them; the nearest are enough. */
  readonly before: string
  /** The key of the token behind. */
  readonly after: string
  /** Does the sentence tell of what is still to come? */
  readonly isAhead: boolean
  readonly words: DateWords
  readonly publishedOn: LocalDate | null
  readonly headYear: number | null
}

/** What a date was found to be. */
export type ResolvedDate = Pick<DateMention, 'edtf' | 'kind' | 'rots' | 'instead' | 'daysFromOther'>

/** `none`: the words are no date of an event. Undefined: the form was mistaken, another may be tried. */
export type DateAnswer = ResolvedDate | 'none' | undefined

export const dated = (
  edtf: string | null,
  kind: DateMention['kind'],
  { rots = false, instead = null }: { rots?: boolean; instead?: string | null } = {},
): ResolvedDate => ({ edtf: edtf === null ? null : edtfOf(edtf), kind, rots, instead })

const edtfOf = (text: string): Edtf | null => parseEdtf(text) ?? null

/** The last of the keys before. */
export const wordBefore = (found: FoundDate): string => found.before.trimEnd().split(' ').at(-1) ?? ''

export const isGenitive = (found: FoundDate): boolean => found.after === "'s" || found.after === "'"

/**
 * A day as a stretch, where words before it make it one: "since 15 April 2023". Until, by or after a day is no date of
 * an event.
 */
export function led(found: FoundDate, edtf: string | null): { readonly edtf: string | null; readonly isSpan: boolean } {
  if (edtf === null || isGenitive(found)) return { edtf, isSpan: false }
  if (found.words.since.test(found.before)) {
    return { edtf: found.words.superlative.test(found.before) ? null : `${edtf}/..`, isSpan: true }
  }
  return { edtf: found.words.until.test(found.before) ? null : edtf, isSpan: false }
}
