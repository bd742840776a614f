import { portions } from '../database/portions.ts'
import { linksOf } from '../record/entry-links.ts'
import type { EntryId, EntryStatus, EntryType, Revision } from '../record/entry.ts'
import type { AssessmentId, ClaimId, EventId } from '../ids.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { replaceNames } from './record-names.ts'

/** Where an entry stands now. `firstLive`: the number by which readers first had it; null when they never did. */
export interface EntryState {
  readonly rev: number
  readonly status: EntryStatus
  readonly number: number
  readonly firstLive: number | null
}

/** Where these entries stand; unknown ids are left out. */
export async function statesOf(db: NewsroomDb, ids: readonly EntryId[]): Promise<Map<EntryId, EntryState>> {
  const found = new Map<EntryId, EntryState>()
  for (const some of portions([...new Set(ids)])) {
    const rows = await db
      .selectFrom('record_entries')
      .select(['id', 'rev', 'status', 'number', 'first_live'])
      .where('id', 'in', some)
      .execute()
    for (const row of rows) {
      const { rev, number, first_live: firstLive } = row
      found.set(row.id as EntryId, { rev, number, firstLive, status: row.status as EntryStatus })
    }
  }
  return found
}

/** Keeps the state of entries, their slugs, links and names, as their newest revisions have them. */
export async function keepStates(
  tx: NewsroomTx,
  newest: readonly { readonly revision: Revision; readonly state: EntryState }[],
): Promise<void> {
  const revisions = newest.map(({ revision }) => revision)
  for (const some of portions(newest.map(({ revision, state }) => toRow(revision, state)))) {
    await tx
      .insertInto('record_entries')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((set) => ({
          rev: set.ref('excluded.rev'),
          status: set.ref('excluded.status'),
          number: set.ref('excluded.number'),
          first_live: set.ref('excluded.first_live'),
          // A tombstone says nothing; what it was about is known from before.
          event_id: set.fn.coalesce('excluded.event_id', 'record_entries.event_id'),
          slug: set.ref('excluded.slug'),
          awaits_signature: set.ref('excluded.awaits_signature'),
        })),
      )
      .execute()
  }
  await keepSlugs(tx, revisions)
  await replaceLinks(tx, revisions)
  await replaceNames(tx, revisions)
}

const toRow = (revision: Revision, state: EntryState) => ({
  id: revision.id,
  type: revision.type,
  rev: state.rev,
  status: state.status,
  number: state.number,
  first_live: state.firstLive,
  event_id: revision.eventId,
  slug: slugOf(revision),
  awaits_signature: awaitsSignature(revision) ? 1 : 0,
})

const slugOf = ({ content }: Revision): string | null => (content !== null && 'slug' in content ? content.slug : null)

/** "Verified" and "refuted" need two people of the newsroom: one alone leaves a draft that waits for the other. */
export const awaitsSignature = ({ type, content, status }: Pick<Revision, 'type' | 'content' | 'status'>): boolean =>
  type === 'assessment' &&
  status === 'draft' &&
  content !== null &&
  'signers' in content &&
  (content.verdict === 'verified' || content.verdict === 'refuted') &&
  content.signers < 2

async function keepSlugs(tx: NewsroomTx, revisions: readonly Revision[]): Promise<void> {
  const erased = revisions.flatMap(({ id, content }) => (content === null ? [id] : []))
  for (const some of portions(erased)) await tx.deleteFrom('record_slugs').where('id', 'in', some).execute()
  const rows = revisions.flatMap((revision) => {
    const slug = slugOf(revision)
    return slug === null ? [] : [{ type: revision.type, slug, id: revision.id }]
  })
  for (const some of portions(rows)) {
    await tx
      .insertInto('record_slugs')
      .values(some)
      .onConflict((conflict) => conflict.columns(['type', 'slug']).doNothing())
      .execute()
  }
}

async function replaceLinks(tx: NewsroomTx, revisions: readonly Revision[]): Promise<void> {
  for (const some of portions(revisions)) {
    const ids = some.map(({ id }) => id)
    await tx.deleteFrom('record_links').where('from_id', 'in', ids).execute()
    const links = some.flatMap(({ id, type, content }) =>
      linksOf(type, content).map(({ field, to }) => ({ from_id: id, field, to_id: to })),
    )
    for (const part of portions(links)) {
      await tx
        .insertInto('record_links')
        .values(part)
        .onConflict((conflict) => conflict.columns(['from_id', 'field', 'to_id']).doNothing())
        .execute()
    }
  }
}

/** The entry that has this slug, or had it; undefined when none ever did. */
export async function idBySlug(db: NewsroomDb, type: EntryType, slug: string): Promise<EntryId | undefined> {
  const row = await db
    .selectFrom('record_slugs')
    .select('id')
    .where('type', '=', type)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.id as EntryId | undefined
}

/** Slugs of this type that begin so and are, or were, somebody's, with whose they are. */
export async function slugsLike(db: NewsroomDb, type: EntryType, start: string): Promise<Map<string, EntryId>> {
  const rows = await db
    .selectFrom('record_slugs')
    .select(['slug', 'id'])
    .where('type', '=', type)
    .where('slug', '>=', start)
    // The letter after every letter and digit that a slug may hold.
    .where('slug', '<', `${start}{`)
    .execute()
  return new Map(rows.map((row) => [row.slug, row.id as EntryId]))
}

/** Which of these entries do readers have, or had? */
export async function everLive(db: NewsroomDb, ids: readonly EntryId[]): Promise<Set<EntryId>> {
  const states = await statesOf(db, ids)
  return new Set([...states].flatMap(([id, { firstLive }]) => (firstLive === null ? [] : [id])))
}

/** Entries that readers have or had, in the order of their ids, after `after`: page on with the last of a page. */
export async function entryIdsAfter(db: NewsroomDb, after: EntryId | null, limit: number): Promise<EntryId[]> {
  let query = db
    .selectFrom('record_entries')
    .select('id')
    .where('first_live', 'is not', null)
    .orderBy('id')
    .limit(limit)
  if (after !== null) query = query.where('id', '>', after)
  return (await query.execute()).map((row) => row.id as EntryId)
}

/** The event that a claim is about, or was before it was erased. */
export async function eventOfClaim(db: NewsroomDb, claimId: ClaimId): Promise<EventId | null> {
  const row = await db.selectFrom('record_entries').select('event_id').where('id', '=', claimId).executeTakeFirst()
  return (row?.event_id ?? null) as EventId | null
}

/** Assessments that wait for a second person, in the order of their ids. */
export async function awaitingSignature(db: NewsroomDb): Promise<AssessmentId[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select('id')
    .where('awaits_signature', '=', 1)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id as AssessmentId)
}
