import { OnrecordError } from '../errors.ts'
import { withDefaults } from '../newsroom/record/record-file-defaults.ts'
import type { NewAppearance } from '../newsroom/record/record-claim.ts'
import type { EntryId, EntryType } from '../record/entry.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { entryTypeOf, linksOf, mapLinks, typesAt } from '../record/entry-links.ts'
import { idBySlug } from '../store/record-state.ts'

/** An entry as somebody wrote it down in JSON, not judged yet: that is for the verb. */
export type Fields = Readonly<Record<string, unknown>>

/** @throws OnrecordError `bad-input` for anything but an object */
export function asFields(json: unknown, what = 'The file'): Fields {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Fields
  throw new OnrecordError('bad-input', `${what} holds no entry.`, {
    remedy: 'Write one JSON object, { … }, with the fields of docs/formats/record-file.md and ids for keys.',
  })
}

/** A new entry: what was left out because it goes without saying is filled in, and slugs stand for ids no longer. */
export const newEntry = (db: NewsroomDb, type: EntryType, given: Fields): Promise<Fields> =>
  withIds(db, type, withDefaults(type, given))

/** Fields of an entry that is there: its parts filled in, and nothing else added. */
export function someFields(db: NewsroomDb, type: EntryType, given: Fields): Promise<Fields> {
  const filled = withDefaults(type, given)
  return withIds(db, type, Object.fromEntries(Object.keys(given).map((name) => [name, filled[name]])))
}

/** A claim with the appearances that stand in its own list, each without the claim's id. */
export async function claimFields(
  db: NewsroomDb,
  json: unknown,
  fill: typeof newEntry,
): Promise<{ claim: Fields; appearances: readonly NewAppearance[] }> {
  const { appearances = [], ...claim } = asFields(json)
  if (!Array.isArray(appearances)) {
    throw new OnrecordError('bad-input', 'The appearances of the claim are no list.', {
      remedy: 'Write "appearances": [{ "documentId": "doc_…" }].',
    })
  }
  const filled: Fields[] = []
  for (const one of appearances) filled.push(await newEntry(db, 'appearance', asFields(one, 'The list of appearances')))
  return { claim: await fill(db, 'claim', claim), appearances: filled as unknown as NewAppearance[] }
}

/** Ids in place of slugs. @throws OnrecordError `not-found` for a slug that no entry of the right type has */
async function withIds(db: NewsroomDb, type: EntryType, fields: Fields): Promise<Fields> {
  const ids = new Map<string, EntryId>()
  for (const { field, to } of linksOf(type, fields)) {
    if (entryTypeOf(to) === undefined) ids.set(`${field} ${to}`, await bySlug(db, { type, field, to }))
  }
  return mapLinks(type, fields, ({ field, to }) => ids.get(`${field} ${to}`) ?? to)
}

async function bySlug(
  db: NewsroomDb,
  { type, field, to }: { type: EntryType; field: string; to: string },
): Promise<EntryId> {
  const wanted = typesAt(type, field)
  for (const one of wanted) {
    const id = await idBySlug(db, one, to)
    if (id !== undefined) return id
  }
  const what = wanted.map((one) => one.replace('-', ' ')).join(' or ')
  throw new OnrecordError('not-found', `${field} names “${to}”, and the record has no such ${what}.`, {
    remedy: 'Write its id, or the slug of a place, an actor, an event or a source; or record that one first.',
  })
}
