import { type LocalDate, parseLocalDate } from '../../time.ts'
import type { DeskLanguage } from '../language.ts'
import { sentencesOf } from '../text/sentences.ts'
import type { Span } from '../text/token.ts'
import { readDates } from './read-dates.ts'

interface DatelinePart {
  readonly words: string
  readonly span: Span
}

/** What a story begins with, before its first sentence: "BAMAKO, July 29 (Reuters) -". */
export interface Dateline {
  readonly place: DatelinePart | null
  readonly agency: DatelinePart | null
  readonly on: LocalDate | null
  /** Where the first sentence begins. */
  readonly end: number
}

/** A dateline is no longer than this. */
const LONGEST = 110

/** A dash that parts a dateline from the story: it has room around it, or stands behind a bracket or a full stop. */
const DASH = /\s*(?:--+|[–—]|(?<=[\s).])-)(?=\s|\[|$)\s*/gu

/** "[TEXT]", as monitors of broadcasts put it. */
const REMARKS = /^(?:\[[^\]]{1,80}\]\s*){0,4}/u

/**
 * The dateline of a paragraph, or null where it has none.
 *
 * It needs a date or an agency, or a place in capitals in a text that is not: "Gunmen – three of them – fled" has none.
 *
 * @param publishedOn tells the year of a date without one
 */
export function readDateline(
  paragraph: string,
  language: DeskLanguage,
  publishedOn: LocalDate | null = null,
): Dateline | null {
  const head = paragraph.slice(0, LONGEST)
  const onlyDate = datelineOf(head, paragraph, language, publishedOn)
  if (onlyDate?.on && paragraph.trim().length <= LONGEST && onlyDate.place === null) {
    return { ...onlyDate, end: paragraph.length }
  }
  for (const { index, 0: dash } of head.matchAll(DASH)) {
    const found = datelineOf(head.slice(0, index), paragraph, language, publishedOn)
    if (!found) continue
    const end = index + dash.length
    return { ...found, end: end + (REMARKS.exec(paragraph.slice(end, end + 400))?.[0].length ?? 0) }
  }
  return dateAlone(paragraph, language, publishedOn)
}

/** "22 juin 2012. Les combats ont repris": a whole date and a full stop. */
function dateAlone(paragraph: string, language: DeskLanguage, publishedOn: LocalDate | null): Dateline | null {
  const stop = /^[^.!?:]{6,40}\b(?:18|19|20)\d\d(?<mark>\.|\s?:)\s+/u.exec(paragraph.slice(0, LONGEST))
  if (!stop) return null
  const before = stop[0].slice(0, stop[0].lastIndexOf(stop.groups?.['mark'] ?? '.'))
  const found = datelineOf(before, paragraph, language, publishedOn)
  return found?.on ? { ...found, end: stop[0].length } : null
}

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const PLACE = String.raw`${WORD}(?: (?:${WORD}|d[eu]s?|l[ae]s?|al|el|of|sur|sous|en)){0,4}`
const AGENCY = String.raw`\(\s*(?<agency>\p{Lu}[\p{L}\p{M}\p{N} ./&'’-]{1,40})\s*\)`
const BEFORE = new RegExp(
  String.raw`^\s*(?:(?<place>${PLACE})(?:, ?${PLACE}){0,2}(?:\s*\((?:${PLACE})\)(?=\s*,))?)?[\s,]*(?:${AGENCY})?[\s,.:]*$`,
  'u',
)
const AFTER = new RegExp(String.raw`^[\s,.]*(?:${AGENCY})?[\s.,:]*$`, 'u')
/** Where a broadcaster hides from where it speaks. */
const NO_PLACE = /^CLANDESTINE$/i

function datelineOf(
  text: string,
  paragraph: string,
  language: DeskLanguage,
  publishedOn: LocalDate | null,
): Omit<Dateline, 'end'> | null {
  const date = sentencesOf(text, language)
    .flatMap((sentence) => readDates(sentence, { language, publishedOn }))
    .find(({ kind, rots }) => kind === 'day' && !rots)
  const before = BEFORE.exec(date ? text.slice(0, date.start) : text)
  const after = date ? AFTER.exec(text.slice(date.end)) : null
  if (!before || (date && !after)) return null
  const place = before.groups?.['place']?.replace(/[\s,]+$/, '')
  const agency = before.groups?.['agency'] ?? after?.groups?.['agency']
  if (!date && agency === undefined && !isCapitalPlace(place, paragraph)) return null
  return {
    place: place === undefined || NO_PLACE.test(place) ? null : named(place, text),
    agency: agency === undefined ? null : named(agency.trim(), text, text.indexOf('(')),
    on: parseLocalDate(date?.edtf ?? '') ?? null,
  }
}

function named(words: string, text: string, from = 0): DatelinePart {
  const start = text.indexOf(words, from)
  return { words, span: { start, end: start + words.length } }
}

const isCapitalPlace = (place: string | undefined, paragraph: string): boolean =>
  place !== undefined && /^\p{Lu}{3}/u.test(place) && place === place.toUpperCase() && /\p{Ll}{3}/u.test(paragraph)
