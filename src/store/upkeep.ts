import type { Instant } from '../time.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** What is done for the installation as a whole, and how long ago it may be is what `doctor` asks. */
export const UPKEEP_KINDS = ['backup', 'drill', 'upgrade', 'move', 'panic', 'rotate-keys'] as const

export type UpkeepKind = (typeof UPKEEP_KINDS)[number]

/** The last of a kind. */
export interface Upkeep {
  readonly kind: UpkeepKind
  readonly triedAt: Instant
  /** The last one that succeeded; null where none has. */
  readonly doneAt: Instant | null
  /** Sizes, counts, names of files: never a secret. */
  readonly detail: Readonly<Record<string, unknown>>
}

/** Notes what was done, or that it was tried and failed: then the last one that succeeded stays known. */
export async function noteUpkeep(
  db: NewsroomDb,
  { kind, at, isDone, detail }: Pick<Upkeep, 'kind' | 'detail'> & { readonly at: Instant; readonly isDone: boolean },
): Promise<void> {
  const tried = { tried_at: at, detail: JSON.stringify(detail), ...(isDone ? { done_at: at } : {}) }
  await db
    .insertInto('upkeep')
    .values({ kind, done_at: null, ...tried })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(tried))
    .execute()
}

/** The last of each kind that there was, in no order. */
export async function allUpkeep(db: NewsroomDb): Promise<Upkeep[]> {
  const rows = await db.selectFrom('upkeep').selectAll().execute()
  return rows.map(({ kind, tried_at, done_at, detail }) => ({
    kind: kind as UpkeepKind,
    triedAt: tried_at as Instant,
    doneAt: done_at as Instant | null,
    detail: JSON.parse(detail) as Upkeep['detail'],
  }))
}
