import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** What happens to a story at a time. */
export interface Dated {
  readonly id: StoryId
  readonly kind: 'scheduled' | 'embargo' | 'published'
  readonly at: Instant
}

const COLUMN = { scheduled: 'scheduled_for', embargo: 'embargo_until', published: 'first_published_at' } as const

/** More in one month than anybody reads; the earliest are shown. */
const MOST = 500

/** What is to happen, and what was published, from one instant to before another, in order of time. */
export async function datedStories(
  db: NewsroomDb,
  { from, before }: { readonly from: Instant; readonly before: Instant },
): Promise<Dated[]> {
  const found: Dated[] = []
  for (const kind of ['scheduled', 'embargo', 'published'] as const) {
    const column = COLUMN[kind]
    let query = db
      .selectFrom('stories')
      .select(['id', `${column} as at`])
      .where(column, '>=', from)
      .where(column, '<', before)
      .orderBy(column)
      .orderBy('id')
      .limit(MOST)
    if (kind === 'scheduled') query = query.where('state', '=', 'scheduled')
    else query = query.where('state', kind === 'published' ? '=' : '!=', kind === 'published' ? 'published' : 'killed')
    const rows = await query.execute()
    found.push(...rows.map((row) => ({ id: row.id as StoryId, kind, at: row.at as Instant })))
  }
  return found.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}
