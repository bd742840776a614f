import { dateIn, type Instant, type LocalDate } from '../time.ts'
import { daysAfter, mostRecent } from './days-around.ts'
import { parseEdtf } from './edtf.ts'
import { readDayOfWeek } from './weekday-words.ts'
import type { Edtf } from './when.ts'
import { type WordingLanguage, wordingLanguage } from './wording-language.ts'
import { readWrittenDate } from './written-date.ts'

/** What words about a day are resolved against. */
export interface Anchor {
  readonly publishedAt: Instant
  /** The IANA zone of the place where it happened, not of the newsroom or the publisher. */
  readonly zone: string
  /** Of the words: English and French are read. */
  readonly language: string
  /** Set where the sentence around the words says that it is over: "was killed on Saturday". */
  readonly tense?: 'past'
}

/**
 * The date that words such as "on Saturday", "yesterday", "overnight" or "27 July" meant when they were published, in
 * the zone of the place where it happened; undefined for words that name no date.
 *
 * "Yesterday" is the day before the publication's own date there. A bare weekday is the most recent such day, that of
 * the publication included, and marked "perhaps" unless the tense settles it. "Overnight" and "last night" begin the
 * evening before. A day without a year is the most recent one. A weekday that contradicts its date ("Sunday 27 July
 * 2024" was a Saturday) is no date.
 *
 * @see record.md 1.6, Time
 */
export function resolveRelative(words: string, anchor: Anchor): Edtf | undefined {
  if (words.length > 100) return undefined
  const language = wordingLanguage(anchor.language)
  const text = plainWords(words)
  const today = dateIn(anchor.zone, anchor.publishedAt)
  const isPast = anchor.tense === 'past'
  return (
    readNearDay(text, language, today, isPast) ??
    readBareWeekday(text, language, today, isPast) ??
    readNightBetween(text, language, today, isPast) ??
    readWrittenDate(text, language, today)
  )
}

/** Small letters without accents, points and commas; one sort of apostrophe, hyphens between letters as spaces. */
const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/,|\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const DAYS: Readonly<Record<WordingLanguage, readonly (readonly [number, RegExp])[]>> = {
  en: [
    [0, /^(?:(?:earlier |early |late |later )?today|(?:early |late )?this (?:morning|afternoon|evening)|tonight)$/],
    [-1, /^(?:early |late )?yesterday(?: (?:morning|afternoon|evening|night))?$/],
    [-2, /^(?:the )?day before yesterday$/],
    [1, /^tomorrow$/],
  ],
  fr: [
    [0, /^(?:aujourd'hui|ce (?:matin|soir)|cet? apres midi|ce jour)$/],
    [-1, /^hier(?: (?:matin|soir|midi|apres midi))?$/],
    [-2, /^avant hier(?: (?:matin|soir|apres midi))?$/],
    [1, /^demain$/],
  ],
}

const NIGHTS: Readonly<Record<WordingLanguage, RegExp>> = {
  en: /^(?:overnight|(?:late )?last night|during the night|in the night)$/,
  fr: /^(?:(?:dans |durant |pendant )?la nuit(?: derniere)?|(?:dans la )?nuit derniere)$/,
}

function readNearDay(text: string, language: WordingLanguage, today: LocalDate, isPast: boolean): Edtf | undefined {
  const days = DAYS[language].find(([, words]) => words.test(text))?.[0] ?? readDaysAgo(text, language)
  if (days !== undefined) return parseEdtf(daysAfter(today, days))
  if (NIGHTS[language].test(text)) return nightBefore(today, '')
  // "This night" in French is the one before or the one to come.
  return language === 'fr' && text === 'cette nuit' ? nightBefore(today, isPast ? '' : '?') : undefined
}

const nightBefore = (morning: LocalDate, sign: '' | '?'): Edtf | undefined =>
  parseEdtf(`${daysAfter(morning, -1)}${sign}/${morning}${sign}`)

const SMALL_NUMBERS: Readonly<Record<WordingLanguage, readonly string[]>> = {
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six'],
  fr: ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six'],
}

/** "Three days ago", «il y a trois jours»: up to six; a week and more is too round to be a date. */
function readDaysAgo(text: string, language: WordingLanguage): number | undefined {
  const form = language === 'fr' ? /^il y a (\d|[a-z]+) jours?$/ : /^(\d|[a-z]+) days? ago$/
  const word = form.exec(text)?.[1]
  if (word === undefined) return undefined
  const days = /^\d$/.test(word) ? Number(word) : SMALL_NUMBERS[language].indexOf(word)
  return days >= 1 && days <= 6 ? -days : undefined
}

/**
 * "On Saturday": the most recent one. "Last Saturday" is never today, and in English it may be that of the week
 * before, so it stays "perhaps"; «samedi dernier» is sure.
 */
function readBareWeekday(text: string, language: WordingLanguage, today: LocalDate, isPast: boolean): Edtf | undefined {
  const found = readDayOfWeek(text, language)
  if (!found) return undefined
  const latest = found.isLast ? daysAfter(today, -1) : today
  const day = mostRecent(found.weekday, latest)
  const isSure = found.isLast ? language === 'fr' : isPast
  return parseEdtf(isSure ? day : `${day}?`)
}

/** «Dans la nuit de samedi à dimanche», "overnight from Saturday to Sunday". */
function readNightBetween(
  text: string,
  language: WordingLanguage,
  today: LocalDate,
  isPast: boolean,
): Edtf | undefined {
  const form =
    language === 'fr'
      ? /^(?:dans |durant |pendant )?la nuit d[eu] ([a-z]+) (?:a|au) ([a-z]+)$/
      : /^(?:overnight|(?:in|during) the night) (?:from |of )?([a-z]+) (?:to|into) ([a-z]+)$/
  const [, evening = '', morning = ''] = form.exec(text) ?? []
  const first = readDayOfWeek(evening, language)
  const second = readDayOfWeek(morning, language)
  if (!first || !second || (first.weekday + 1) % 7 !== second.weekday) return undefined
  return nightBefore(mostRecent(second.weekday, today), isPast ? '' : '?')
}
