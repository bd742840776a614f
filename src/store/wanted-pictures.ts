import { portions } from '../database/portions.ts'
import type { PictureId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { WantedPictureRow } from './wanted-tables.ts'

/**
 * How it stands with a picture that imported stories show: nobody has brought it yet, it is here, it is nowhere to be
 * had, or what was found in its place is no picture that is taken.
 */
export type WantedState = 'waiting' | 'here' | 'missing' | 'refused'

/** A picture that imported stories show. */
export interface WantedPicture {
  /** The address of its original without a scheme; its source and name where it has none. */
  readonly key: string
  readonly source: string
  readonly name: string | null
  /** Every address that a story gave. */
  readonly addresses: readonly string[]
  readonly state: WantedState
  readonly pictureId: PictureId | null
  /** Of the file that was found for it, from the moment it was found. */
  readonly sha256: string | null
  /** How often it was asked for in vain. */
  readonly attempts: number
  /** Not to be asked for again before. */
  readonly dueAt: Instant
  readonly lastError: string | null
  /** Did somebody ask that the server fetch it by itself? */
  readonly isAsked: boolean
}

/** Those of these keys that are known. */
export async function wantedByKey(db: NewsroomDb, keys: readonly string[]): Promise<Map<string, WantedPicture>> {
  const found = new Map<string, WantedPicture>()
  for (const some of portions([...new Set(keys)])) {
    const rows = await db.selectFrom('wanted_pictures').selectAll().where('key', 'in', some).execute()
    for (const row of rows) found.set(row.key, toWanted(row))
  }
  return found
}

/** A picture that is here, and what it says of itself to readers who cannot see it. */
export interface PictureHere {
  readonly id: PictureId
  readonly alt: string
  readonly decorative: boolean
}

/** Those of these wanted pictures that are here. */
export async function picturesHere(db: NewsroomDb, keys: readonly string[]): Promise<Map<string, PictureHere>> {
  const found = new Map<string, PictureHere>()
  for (const some of portions([...new Set(keys)])) {
    const rows = await db
      .selectFrom('wanted_pictures')
      .innerJoin('pictures', 'pictures.id', 'wanted_pictures.picture_id')
      .select(['wanted_pictures.key', 'pictures.id', 'pictures.alt', 'pictures.decorative'])
      .where('wanted_pictures.key', 'in', some)
      .where('wanted_pictures.state', '=', 'here')
      .execute()
    for (const { key, id, alt, decorative } of rows) {
      found.set(key, { id: id as PictureId, alt, decorative: decorative === 1 })
    }
  }
  return found
}

/** Notes pictures for the first time; one that is known stays as it is. */
export async function insertWanted(tx: NewsroomTx, pictures: readonly WantedPicture[]): Promise<void> {
  for (const some of portions(pictures)) {
    await tx
      .insertInto('wanted_pictures')
      .values(some.map(toRow))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Keeps a picture as it stands now. */
export async function updateWanted(tx: NewsroomTx, picture: WantedPicture): Promise<void> {
  const { key, ...row } = toRow(picture)
  await tx.updateTable('wanted_pictures').set(row).where('key', '=', key).execute()
}

/** Which wanted pictures are looked at. */
export interface WantedFilter {
  /** At least one. */
  readonly states: readonly WantedState[]
  /** Only those that the server was asked to fetch, and that are due by then. */
  readonly askedDueBy?: Instant
}

/** Wanted pictures that stories show, in order of their keys, after `after`: page on with the last key of a page. */
export async function wantedAfter(
  db: NewsroomDb,
  { states, askedDueBy }: WantedFilter,
  after: string | null,
  limit: number,
): Promise<WantedPicture[]> {
  let query = db
    .selectFrom('wanted_pictures')
    .selectAll()
    .where('state', 'in', states)
    .where((where) =>
      where.exists(
        where
          .selectFrom('wanted_picture_uses')
          .select('story_id')
          .whereRef('wanted_picture_uses.key', '=', 'wanted_pictures.key'),
      ),
    )
    .orderBy('key')
    .limit(limit)
  if (after !== null) query = query.where('key', '>', after)
  if (askedDueBy !== undefined) query = query.where('is_asked', '=', 1).where('due_at', '<=', askedDueBy)
  return (await query.execute()).map(toWanted)
}

/**
 * Takes pictures that the server was asked to fetch and that are due, so that no other process asks for them meanwhile.
 *
 * @param until when they may be taken again by another, should this process end on the way
 */
export async function takeAskedDue(
  tx: NewsroomTx,
  { now, until, limit }: { readonly now: Instant; readonly until: Instant; readonly limit: number },
): Promise<WantedPicture[]> {
  const due = await wantedAfter(tx, { states: ['waiting'], askedDueBy: now }, null, limit)
  const keys = due.map(({ key }) => key)
  if (keys.length > 0) {
    await tx.updateTable('wanted_pictures').set({ due_at: until }).where('key', 'in', keys).execute()
  }
  return due
}

/** Gives back those of these pictures that were taken and not asked for: they are due again. */
export async function giveBackAsked(
  tx: NewsroomTx,
  { keys, until, now }: { readonly keys: readonly string[]; readonly until: Instant; readonly now: Instant },
): Promise<void> {
  if (keys.length === 0) return
  await tx
    .updateTable('wanted_pictures')
    .set({ due_at: now })
    .where('key', 'in', keys)
    .where('state', '=', 'waiting')
    .where('due_at', '=', until)
    .execute()
}

/** Is there a picture that the server was asked to fetch, and that is due? */
export async function isAnyAskedDue(db: NewsroomDb, by: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('wanted_pictures')
    .select('key')
    .where('state', '=', 'waiting')
    .where('is_asked', '=', 1)
    .where('due_at', '<=', by)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many pictures that stories show are in each state, and how many of the waiting the server was asked to fetch. */
export async function countWanted(db: NewsroomDb): Promise<Record<WantedState | 'asked', number>> {
  const rows = await db
    .selectFrom('wanted_pictures')
    .select(['state', 'is_asked', (select) => select.fn.countAll<number>().as('pictures')])
    .where((where) =>
      where.exists(
        where
          .selectFrom('wanted_picture_uses')
          .select('story_id')
          .whereRef('wanted_picture_uses.key', '=', 'wanted_pictures.key'),
      ),
    )
    .groupBy(['state', 'is_asked'])
    .execute()
  const counts = { waiting: 0, here: 0, missing: 0, refused: 0, asked: 0 }
  for (const { state, is_asked, pictures } of rows) {
    counts[state as WantedState] += pictures
    if (state === 'waiting' && is_asked === 1) counts.asked += pictures
  }
  return counts
}

/**
 * Has the server fetch what waits; and, with `again`, what was given up as well.
 *
 * @returns how many pictures that concerns
 */
export async function askForWanted(
  tx: NewsroomTx,
  { now, again }: { readonly now: Instant; readonly again: boolean },
): Promise<number> {
  const result = await tx
    .updateTable('wanted_pictures')
    .set({ state: 'waiting', is_asked: 1, attempts: 0, due_at: now })
    .where('state', 'in', again ? ['waiting', 'missing', 'refused'] : ['waiting'])
    .where('addresses', '!=', '[]')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

const toWanted = (row: WantedPictureRow): WantedPicture => ({
  key: row.key,
  source: row.source,
  name: row.name,
  addresses: JSON.parse(row.addresses) as string[],
  state: row.state as WantedState,
  pictureId: row.picture_id as PictureId | null,
  sha256: row.sha256,
  attempts: row.attempts,
  dueAt: row.due_at as Instant,
  lastError: row.last_error,
  isAsked: row.is_asked === 1,
})

const toRow = (picture: WantedPicture): WantedPictureRow => ({
  key: picture.key,
  source: picture.source,
  name: picture.name,
  addresses: JSON.stringify(picture.addresses),
  state: picture.state,
  picture_id: picture.pictureId,
  sha256: picture.sha256,
  attempts: picture.attempts,
  due_at: picture.dueAt,
  last_error: picture.lastError,
  is_asked: picture.isAsked ? 1 : 0,
})
