import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A suggested claim as it is kept: what else it says is the desk's business. */
interface KeptClaim {
  readonly key: string
}

/** What the desk read in a revision of a story while nobody had it open. */
export interface DeskReading {
  readonly storyId: StoryId
  readonly revision: number
  readonly readAt: Instant
  readonly claims: readonly KeptClaim[]
  /** How many of them nobody has put away. */
  readonly openClaims: number
  readonly findings: number
}

/** What was read in a story last; undefined where nothing was. */
export async function readingOf(db: NewsroomDb, storyId: StoryId): Promise<DeskReading | undefined> {
  const row = await db.selectFrom('desk_readings').selectAll().where('story_id', '=', storyId).executeTakeFirst()
  return (
    row && {
      storyId,
      revision: row.revision,
      readAt: row.read_at as Instant,
      claims: JSON.parse(row.claims) as KeptClaim[],
      openClaims: row.open_claims,
      findings: row.findings,
    }
  )
}

/** Keeps what was read; what was read before is gone. */
export async function putReading(tx: NewsroomTx, reading: DeskReading): Promise<void> {
  const row = {
    revision: reading.revision,
    read_at: reading.readAt,
    open_claims: reading.openClaims,
    findings: reading.findings,
    claims: JSON.stringify(reading.claims),
  }
  await tx
    .insertInto('desk_readings')
    .values({ story_id: reading.storyId, ...row })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(row))
    .execute()
}

/** What was read in one revision holds for another whose sentences are the same: links were moved, pictures came. */
export async function carryReading(
  tx: NewsroomTx,
  { storyId, from, to }: { storyId: StoryId; from: number; to: number },
): Promise<void> {
  await tx
    .updateTable('desk_readings')
    .set({ revision: to })
    .where('story_id', '=', storyId)
    .where('revision', '=', from)
    .execute()
}
