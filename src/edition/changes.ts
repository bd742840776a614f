import type { EditionDb, EditionTx } from './edition-db.ts'
import { EVERYTHING, type Tag } from './tags.ts'

/** A change as the public side hears of it: which pages to make anew, and which never to show again. */
export interface EditionChange {
  readonly number: number
  readonly tags: readonly Tag[]
  /** Pages with these tags go at once and are not served even when they cannot be made anew. */
  readonly purge: readonly Tag[]
}

/** Changes are kept this far back for readers that are behind; one further behind drops all its pages. */
const KEPT_NUMBERS = 5_000

/** The number of the newest change the edition has followed. */
export async function editionNumber(db: EditionDb): Promise<number> {
  const row = await db.selectFrom('progress').select('number').executeTakeFirst()
  return row?.number ?? 0
}

/**
 * What changed after a number. When the changes in between are no longer kept, one change that touches everything.
 */
export async function editionChangesAfter(db: EditionDb, number: number): Promise<EditionChange[]> {
  const rows = await db.selectFrom('changes').selectAll().where('number', '>', number).orderBy('number').execute()
  const [first] = rows
  if (first && first.follows > number) {
    return [{ number: rows.at(-1)?.number ?? first.number, tags: [EVERYTHING], purge: [EVERYTHING] }]
  }
  return rows.map((row) => ({
    number: row.number,
    tags: JSON.parse(row.tags) as Tag[],
    purge: JSON.parse(row.purge) as Tag[],
  }))
}

/**
 * Takes the edition for one writer and tells the number it has reached: until the transaction ends,
 * every other process that follows the newsroom waits here.
 */
export async function lockProgress(tx: EditionTx): Promise<number> {
  const row = await tx
    .updateTable('progress')
    .set((set) => ({ number: set.ref('number') }))
    .where('id', '=', 1)
    .returning('number')
    .executeTakeFirstOrThrow()
  return row.number
}

/** Notes a change and the number reached, in the transaction that made it. */
export async function recordChange(tx: EditionTx, change: EditionChange & { follows: number }): Promise<void> {
  const { number, follows, tags, purge } = change
  await tx
    .insertInto('changes')
    .values({ number, follows, tags: JSON.stringify(tags), purge: JSON.stringify(purge) })
    .execute()
  await tx
    .deleteFrom('changes')
    .where('number', '<=', number - KEPT_NUMBERS)
    .execute()
  await tx.updateTable('progress').set({ number }).where('id', '=', 1).execute()
}
