import type { NewsroomDb } from './newsroom-db.ts'

/** The number of the record's newest revision, by which a story remembers what was known; 0 when there is none. */
export async function newestSequence(db: NewsroomDb): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', 'record').executeTakeFirst()
  return row?.value ?? 0
}
