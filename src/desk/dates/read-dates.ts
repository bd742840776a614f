import type { LocalDate } from '../../time.ts'
import { EN_DATE_WORDS } from '../en/date-words.ts'
import { FR_DATE_WORDS } from '../fr/date-words.ts'
import type { DeskLanguage } from '../language.ts'
import type { DateMention } from '../mentions.ts'
import type { Sentence, Token } from '../text/token.ts'
import { tellsOfFuture } from './ahead.ts'
import type { DateForm, DateWords } from './date-words.ts'
import { type DateAnswer, dated, type FoundDate, type ResolvedDate } from './found-date.ts'
import {
  resolveCalendarMonth,
  resolveCalendarYear,
  resolveNear,
  resolveNight,
  resolveOtherDay,
  resolveWeek,
  resolveWeekday,
  resolveWeekdays,
  resolveWeekend,
  resolveWindow,
} from './resolve-relative.ts'
import { resolveDay, resolveDays, resolveMonth, resolveMonths, resolveYear, resolveYears } from './resolve-written.ts'

/** What the dates of a text are resolved against. */
export interface DateContext {
  readonly language: DeskLanguage
  /** The day of publication in the zone of the place where it happened; null where nobody knows it. */
  readonly publishedOn: LocalDate | null
  /** The year that the text itself gives for days without one; used where its publication is not known. */
  readonly headYear?: number | null
}

const WORDS: Readonly<Record<DeskLanguage, DateWords>> = { en: EN_DATE_WORDS, fr: FR_DATE_WORDS }

/**
 * The words of a sentence that say when something happened, in their order.
 *
 * A weekday is the most recent one, that of publication included. What only other sentences tell ("the same day", "the
 * day before") and what publication alone could tell where it is not known are found, but stay without a date.
 * Durations are no dates: "for 12 hours", "over the last year", "since June".
 */
export function readDates(sentence: Sentence, context: DateContext): DateMention[] {
  const words = WORDS[context.language]
  const line = lineOf(sentence.tokens)
  const anchors = Array.from(line.text.matchAll(words.anchor), ({ index }) => index)
  if (anchors.length === 0) return []
  const search = { sentence, line, words, context }
  const mentions: DateMention[] = []
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const start = line.starts[at] ?? 0
    while ((anchors[0] ?? Infinity) < start) anchors.shift()
    if ((anchors[0] ?? Infinity) - start > FARTHEST) continue
    const longest = longestAt(at, search)
    if (!longest) continue
    if (longest.date !== 'none') mentions.push(mentionOf(sentence, at, longest.last, longest.date))
    at = longest.last
  }
  return mentions
}

/** No form begins farther from the word that makes it a date: «dans le courant de la nuit». */
const FARTHEST = 40

/** The keys of a sentence with a space between each two, and where each begins. */
interface Line {
  readonly text: string
  readonly starts: readonly number[]
}

/** A longer key is no word of a date. */
const LONGEST_KEY = 24

function lineOf(tokens: readonly Token[]): Line {
  const starts: number[] = []
  let text = ''
  for (const { key } of tokens) {
    starts.push(text.length)
    text += `${key.length > LONGEST_KEY ? '_' : key.replace(/\s/g, '')} `
  }
  return { text: text.trimEnd(), starts }
}

interface Search {
  readonly sentence: Sentence
  readonly line: Line
  readonly words: DateWords
  readonly context: DateContext
}

/** The form that takes the most words from a token on, of those that prove to be a date. */
function longestAt(at: number, search: Search): { last: number; date: ResolvedDate | 'none' } | undefined {
  const start = search.line.starts[at] ?? 0
  const matches = search.words.forms.flatMap((form) => {
    form.words.lastIndex = start
    const match = form.words.exec(search.line.text)
    return match && isProper(at, lastOf(start + match[0].length, at, search.line), search) ? [{ form, match }] : []
  })
  matches.sort((one, other) => other.match[0].length - one.match[0].length)
  for (const { form, match } of matches) {
    const last = lastOf(start + match[0].length, at, search.line)
    const date = resolve(foundAt(at, last, form, match.groups ?? {}, search))
    if (date !== undefined) return { last, date }
  }
  return undefined
}

/** The token that ends where a match does. */
function lastOf(end: number, from: number, { starts }: Line): number {
  let last = from
  while ((starts[last + 1] ?? Infinity) < end) last += 1
  return last
}

/** In small letters "may" and "march" are no months. */
const isProper = (first: number, last: number, { sentence, words }: Search): boolean =>
  sentence.isShouted ||
  sentence.tokens.slice(first, last + 1).every(({ key, isCapital }) => isCapital || !words.onlyCapital.has(key))

/** So many letters before a date are enough to see what leads to it. */
const BEFORE = 60

function foundAt(
  first: number,
  last: number,
  form: DateForm,
  groups: Readonly<Record<string, string | undefined>>,
  { sentence, line, words, context }: Search,
): FoundDate {
  const start = line.starts[first] ?? 0
  return {
    form,
    groups,
    before: line.text.slice(Math.max(0, start - BEFORE), start),
    after: sentence.tokens[last + 1]?.key ?? '',
    isAhead: tellsOfFuture(sentence, first, last, words),
    words,
    publishedOn: context.publishedOn,
    headYear: context.headYear ?? null,
  }
}

const RESOLVERS: Readonly<Record<DateForm['as'], (found: FoundDate) => DateAnswer>> = {
  day: resolveDay,
  days: resolveDays,
  month: resolveMonth,
  months: resolveMonths,
  year: resolveYear,
  years: resolveYears,
  weekday: resolveWeekday,
  weekdays: resolveWeekdays,
  near: resolveNear,
  ago: resolveNear,
  night: resolveNight,
  weekend: resolveWeekend,
  week: resolveWeek,
  'calendar-month': resolveCalendarMonth,
  'calendar-year': resolveCalendarYear,
  window: resolveWindow,
  same: () => dated(null, 'same'),
  'other-day': resolveOtherDay,
  unsure: () => dated(null, 'day'),
  none: () => 'none',
}

const resolve = (found: FoundDate): DateAnswer => RESOLVERS[found.form.as](found)

function mentionOf(sentence: Sentence, first: number, last: number, date: ResolvedDate): DateMention {
  const { tokens } = sentence
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0]
  // Nobody mends what somebody else said.
  const isQuoted = tokens[first]?.isQuoted ?? false
  return {
    first,
    last,
    start,
    end,
    words: sentence.text.slice(start - sentence.start, end - sentence.start),
    ...date,
    rots: date.rots && !isQuoted,
    instead: isQuoted || date.instead === null ? null : cased(date.instead, sentence, first),
  }
}

/** As the words that it replaces: "Yesterday" becomes "On 27 July". */
function cased(instead: string, { tokens, isShouted }: Sentence, first: number): string {
  if (isShouted) return instead.toUpperCase()
  const opens = tokens.slice(0, first).every(({ kind }) => kind === 'mark')
  return opens && tokens[first]?.isCapital ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead
}
