import { OnrecordError } from '../../errors.ts'
import type { Entry, EntryId, EntryOf, EntryType, EntryTypes } from '../../record/entry.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { entriesById } from '../../store/record-log.ts'
import { idsNamedLike } from '../../store/record-names.ts'
import { idBySlug } from '../../store/record-state.ts'

/** A type of entry as it is called in a sentence: "victim group". */
export const inWords = (type: EntryType): string => type.replace('-', ' ')

/** The entry as its newest revision has it. @throws OnrecordError `not-found`, for an erased entry too */
export async function findEntry(db: NewsroomDb, id: EntryId): Promise<Entry> {
  const [entry] = await entriesById(db, [id])
  if (entry) return entry
  throw notThere('entry', id)
}

/** The entry, which must be of a type. @throws OnrecordError `not-found`, for an erased entry too */
export async function findEntryOf<Type extends EntryType>(
  db: NewsroomDb,
  type: Type,
  id: EntryTypes[Type]['id'],
): Promise<EntryOf<Type>> {
  const [entry] = await entriesById(db, [id])
  if (entry?.type === type) return entry as unknown as EntryOf<Type>
  throw notThere(inWords(type), id)
}

/** The entry that has this slug, or had it once. */
export async function findBySlug(db: NewsroomDb, type: EntryType, slug: string): Promise<Entry | undefined> {
  const id = await idBySlug(db, type, slug)
  return id === undefined ? undefined : (await entriesById(db, [id]))[0]
}

/** Entries of a type with a name that begins as somebody types it, accents and case aside. */
export const searchEntries = async (
  db: NewsroomDb,
  type: EntryType,
  query: { readonly start: string; readonly limit: number },
): Promise<Entry[]> => entriesById(db, await idsNamedLike(db, type, query))

/** @throws OnrecordError `bad-input` when no reason is given: it is what readers are told of the change */
export function assertReason(reason: string): void {
  if (reason.trim() !== '') return
  throw new OnrecordError('bad-input', 'The record is not changed without a reason.', {
    remedy: 'Say in one sentence why; readers see it.',
  })
}

const notThere = (what: string, id: string) =>
  new OnrecordError('not-found', `The record has no ${what} ${id}.`, { remedy: 'Look it up again by its name.' })
