import type { LocalDate } from '../../time.ts'

/**
 * One way of writing when something was: a pattern over the keys of a sentence's tokens, a space between each two, and
 * what its named groups are.
 *
 * - `day`: `day`, `month`, and where given `weekday`, `year`, `yy` (two digits), `last` («dernier»)
 * - `days`, `months`, `years`, `weekdays`: from the first to the second (`day2` and so on); `and` where the words between
 *   them only join neighbours ("on 22 and 23 July"), `or` for one of two, `night` for the night between them
 * - `month`: `month`, `year`, `last`; `year`: `year`
 * - `weekday`: `weekday`, `day`, `part` (of the day), `last`, `next`, `on` (the words that lead to it)
 * - `near`, `night`, `weekend`, `week`, `calendar-month`, `calendar-year`: so many (`offset`) from that of publication
 * - `ago`: `count` of days; `window`: the last `count` hours
 * - `other-day`: `offset`, or `count` with `back` or `on`, days from another day that the text names
 * - `same`: the day of the sentence before; `unsure`: a date that only other sentences tell; `none`: no date at all
 */
export interface DateForm {
  readonly as:
    | 'day'
    | 'days'
    | 'month'
    | 'months'
    | 'year'
    | 'years'
    | 'weekday'
    | 'weekdays'
    | 'near'
    | 'night'
    | 'weekend'
    | 'week'
    | 'calendar-month'
    | 'calendar-year'
    | 'ago'
    | 'window'
    | 'same'
    | 'other-day'
    | 'unsure'
    | 'none'
  /** Sticky: it is tried where a token begins. */
  readonly words: RegExp
  readonly offset?: number
}

/** What the replacement of a word that rots is made of. */
export interface Wording {
  /** The date with as much of the year and the weekday as it needs: "Saturday 27 July". */
  readonly day: string
  /** "In the morning", by the word that the sentence has for it. */
  readonly part: string | null
  /** The words that led to the day within the mention, as keys: "early on", «ce», "over". */
  readonly lead: string
  /** The key of the token before: a preposition, an article. */
  readonly before: string
}

/** How a language says when something happened. */
export interface DateWords {
  /** Words without which there is no date; looked for before all forms. */
  readonly anchor: RegExp
  readonly forms: readonly DateForm[]
  readonly months: ReadonlyMap<string, number>
  /** From Sunday, 0, on. */
  readonly weekdays: ReadonlyMap<string, number>
  readonly numbers: ReadonlyMap<string, number>
  /** Months and weekdays that in small letters are other words: "may", "march", "sun". */
  readonly onlyCapital: ReadonlySet<string>
  /** Words before and behind a day that make it the name of something: "the March 23 Movement", «rue du 11 Novembre». */
  readonly nameBefore: RegExp
  readonly nameAfter: ReadonlySet<string>
  /** Words before a date that make it the beginning of a stretch, or an end that is no date of an event. */
  readonly since: RegExp
  readonly until: RegExp
  /** Words that measure an event by all since a date: "the deadliest since May". */
  readonly superlative: RegExp
  /** Words before a day that make it one of many ("every Friday") or part of a name ("Bloody Sunday"). */
  readonly notBefore: ReadonlySet<string>
  /** The same, behind it: "Sunday Times". */
  readonly notAfter: ReadonlySet<string>
  /** Words that tell of what is still to come, and words that tell of what was; with their accents. */
  readonly ahead: RegExp
  readonly past: RegExp
  /** Words behind "the day before", «la veille» that tie it to something else: "the attack", «de l'attaque». */
  readonly boundTo: ReadonlySet<string>
  /** Words behind «aujourd'hui» between commas that make it "now": «, aujourd'hui professeur». Those that do not. */
  readonly afterToday: ReadonlySet<string> | null
  readonly instead: {
    /** Null where the grammar does not allow it. */
    weekday(wording: Wording): string | null
    near(wording: Wording): string | null
    night(first: string, second: string, wording: Wording): string | null
    weekend(first: string, second: string, wording: Wording): string | null
    week(monday: string, wording: Wording): string | null
    month(month: string, wording: Wording): string | null
    year(year: string, wording: Wording): string | null
    range(first: string, second: string, wording: Wording): string | null
  }
  readonly monthName: (month: number) => string
  readonly weekdayName: (date: LocalDate) => string
  readonly dayNumber: (day: number) => string
}
