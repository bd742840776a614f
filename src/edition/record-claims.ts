import type { ClaimId, EventId, SourceId } from '../ids.ts'
import { recordSet, type RecordSet } from '../record/record-set.ts'
import type { EditionDb } from './edition-db.ts'
import { around } from './record-sets.ts'
import { presentShelf } from './record-shelf.ts'

/** Some of a source's claims, and all that is needed to say where each of them stands. */
export interface SourceClaims {
  readonly set: RecordSet
  readonly claimIds: readonly ClaimId[]
  /** Where this page ended; null when nothing older follows. */
  readonly next: string | null
}

/**
 * What a source said, the latest first; claims of a source that turned out to be this one stand among them.
 *
 * @param after where the page before ended, as it told in `next`
 */
export async function claimsOfSource(
  db: EditionDb,
  sourceId: SourceId,
  { after, limit }: { after: string | null; limit: number },
): Promise<SourceClaims> {
  const [saidOn, id] = after?.split('~') ?? []
  const rows = await db
    .selectFrom('claims')
    .select(['id', 'event_id', 'said_on'])
    .where('claimant_id', 'in', [sourceId, ...(await mergedInto(db, sourceId))])
    .where((where) => where(where.refTuple('said_on', 'id'), '<', where.tuple(saidOn ?? '9999-99-99', id ?? '')))
    .orderBy('said_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const events = [...new Set(page.map((row) => row.event_id as EventId))]
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    set: recordSet(await around(presentShelf(db), events)),
    claimIds: page.map((row) => row.id as ClaimId),
    next: last ? `${last.said_on}~${last.id}` : null,
  }
}

/** Sources that turned out to be this one, at whatever remove. */
async function mergedInto(db: EditionDb, sourceId: SourceId): Promise<string[]> {
  const found = new Set<string>()
  for (let fresh: string[] = [sourceId]; fresh.length > 0; ) {
    const rows = await db
      .selectFrom('record_links')
      .innerJoin('sources', 'sources.id', 'record_links.from_id')
      .select(['sources.id', 'sources.merged_into'])
      .where('record_links.to_id', 'in', fresh)
      .where('record_links.field', '=', 'mergedInto')
      .execute()
    // A link may come from an earlier revision.
    const now = rows.filter((row) => row.merged_into !== null && fresh.includes(row.merged_into)).map(({ id }) => id)
    fresh = now.filter((id) => id !== sourceId && !found.has(id))
    for (const id of fresh) found.add(id)
  }
  return [...found]
}
