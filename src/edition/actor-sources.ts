import type { ActorId, SourceId } from '../ids.ts'
import type { EditionDb } from './edition-db.ts'

/** The sources that speak for an actor, by name. */
export async function sourcesOfActor(db: EditionDb, actorId: ActorId): Promise<SourceId[]> {
  const rows = await db
    .selectFrom('record_links')
    .innerJoin('sources', 'sources.id', 'record_links.from_id')
    .select('sources.id')
    .where('record_links.to_id', '=', actorId)
    .where('record_links.field', '=', 'actorId')
    // The link may come from an earlier revision.
    .where('sources.actor_id', '=', actorId)
    .where('sources.merged_into', 'is', null)
    .orderBy('sources.slug')
    .execute()
  return rows.map((row) => row.id as SourceId)
}

/** How many claims of a source there are, and of how many events they speak. */
export async function claimCounts(db: EditionDb, sourceId: SourceId): Promise<{ claims: number; events: number }> {
  return db
    .selectFrom('claims')
    .where('claimant_id', '=', sourceId)
    .select((select) => [
      select.fn.countAll<number>().as('claims'),
      select.fn.count<number>('event_id').distinct().as('events'),
    ])
    .executeTakeFirstOrThrow()
}
