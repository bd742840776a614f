import type { EditionDb } from './edition-db.ts'

/** Has the record an event for readers? The masthead leads to it as soon as it has. */
export async function hasRecord(db: EditionDb): Promise<boolean> {
  const row = await db.selectFrom('events').select('id').where('listed_on', '>', '').limit(1).executeTakeFirst()
  return row !== undefined
}
