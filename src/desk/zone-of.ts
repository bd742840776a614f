import type { DeskContext, DeskText } from './desk-text.ts'
import { findNames, type NameIndex } from './names/known-names.ts'
import { sentencesOf } from './text/sentences.ts'

/** Where a story happens is said at its beginning. */
const FIRST_PARAGRAPHS = 4

/**
 * The zone in which the days of a text are counted: that of the places it names first, where the record knows them and they
 * agree; else the newsroom's. "Yesterday" is a day of the place where it happened.
 *
 * @see record.md 1.6, Time
 */
export function zoneOf({ paragraphs }: DeskText, { known, language, zone }: DeskContext, names: NameIndex): string {
  if (!known.some((one) => one.zone !== null)) return zone
  const zones = new Map(known.map((one) => [one.entryId, one.zone]))
  const found = new Set(
    paragraphs
      .slice(0, FIRST_PARAGRAPHS)
      .flatMap(({ text }) => sentencesOf(text, language))
      .flatMap((sentence) => findNames(sentence, names))
      .flatMap(({ entryId }) => (entryId && zones.get(entryId)) ?? []),
  )
  const [first] = found
  return found.size === 1 && first !== undefined ? first : zone
}
