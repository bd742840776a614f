import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** One browser of somebody's, at one story. */
export interface Seat {
  readonly storyId: StoryId
  readonly by: string
  /** A random id of the browser's own making. */
  readonly device: string
}

/** Somebody at a story, as of the last sign they gave. */
export interface Presence extends Seat {
  readonly since: Instant
  readonly seenAt: Instant
  /** Where in the body they are, as the editor counts. */
  readonly at: number | null
  /** Who took the pen from this browser. */
  readonly taken: { readonly by: string; readonly at: Instant } | null
}

/** Who is writing, and when they last gave a sign. */
export interface Pen extends Seat {
  readonly since: Instant
  readonly seenAt: Instant
}

/** Everybody who gave a sign after `after`, whoever came first first. */
export async function peopleAt(db: NewsroomDb, storyId: StoryId, after: Instant): Promise<Presence[]> {
  const rows = await db
    .selectFrom('story_presence')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('seen_at', '>', after)
    .orderBy('since')
    .orderBy('by')
    .orderBy('device')
    .execute()
  return rows.map((row) => ({
    storyId,
    by: row.by,
    device: row.device,
    since: row.since as Instant,
    seenAt: row.seen_at as Instant,
    at: row.place,
    taken: row.taken_by === null || row.taken_at === null ? null : { by: row.taken_by, at: row.taken_at as Instant },
  }))
}

export async function putPresence(tx: NewsroomTx, presence: Presence): Promise<void> {
  const row = {
    since: presence.since,
    seen_at: presence.seenAt,
    place: presence.at,
    taken_by: presence.taken?.by ?? null,
    taken_at: presence.taken?.at ?? null,
  }
  await tx
    .insertInto('story_presence')
    .values({ story_id: presence.storyId, by: presence.by, device: presence.device, ...row })
    .onConflict((conflict) => conflict.columns(['story_id', 'by', 'device']).doUpdateSet(row))
    .execute()
}

/** Takes somebody's browser off the list, with all that have given no sign since `until`. */
export async function deletePresence(tx: NewsroomTx, { storyId, by, device }: Seat, until: Instant): Promise<void> {
  await tx
    .deleteFrom('story_presence')
    .where('story_id', '=', storyId)
    .where('by', '=', by)
    .where('device', '=', device)
    .execute()
  await tx.deleteFrom('story_presence').where('seen_at', '<', until).execute()
}

/** Who has the pen, if they gave a sign after `after`. */
export async function penOf(db: NewsroomDb, storyId: StoryId, after: Instant): Promise<Pen | null> {
  const row = await db
    .selectFrom('story_pens')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('seen_at', '>', after)
    .executeTakeFirst()
  if (!row) return null
  return {
    storyId,
    by: row.by,
    device: row.device,
    since: row.since as Instant,
    seenAt: row.seen_at as Instant,
  }
}

export async function putPen(tx: NewsroomTx, { storyId, by, device, since, seenAt }: Pen): Promise<void> {
  const row = { by, device, since, seen_at: seenAt }
  await tx
    .insertInto('story_pens')
    .values({ story_id: storyId, ...row })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(row))
    .execute()
}

/** Lays the pen down, if it is this browser that has it. */
export async function dropPen(tx: NewsroomTx, { storyId, by, device }: Seat): Promise<void> {
  await tx
    .deleteFrom('story_pens')
    .where('story_id', '=', storyId)
    .where('by', '=', by)
    .where('device', '=', device)
    .execute()
}
