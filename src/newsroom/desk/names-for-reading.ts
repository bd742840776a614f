import type { DeskLanguage } from '../../desk/language.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { newestSequence } from '../../store/record-sequence.ts'
import { type DeskNames, deskNames } from './desk-names.ts'

/** Those that were changed last; as many as the studio asks for. */
const MOST_NAMES = 10_000

/** An archive asks for the same names ten thousand times; they are read again when the record has changed. */
const held = new WeakMap<NewsroomDb, Map<DeskLanguage, DeskNames>>()

/** The names of the record: the same list as long as they are the same. */
export async function namesForReading(db: NewsroomDb, language: DeskLanguage): Promise<DeskNames['names']> {
  const byLanguage = held.get(db) ?? new Map<DeskLanguage, DeskNames>()
  held.set(db, byLanguage)
  const known = byLanguage.get(language)
  if (known && known.version === (await newestSequence(db))) return known.names
  const names = await deskNames(db, { language, limit: MOST_NAMES })
  byLanguage.set(language, names)
  return names.names
}
