import type { AccountId, StoryId } from '../ids.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** Somebody as colleagues know them. */
export interface Person {
  readonly id: AccountId
  readonly name: string
}

/** Who is on each of these stories, in order of name. */
export async function authorsOfStories(db: NewsroomDb, ids: readonly StoryId[]): Promise<Map<StoryId, Person[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('story_authors')
    .innerJoin('accounts', 'accounts.id', 'story_authors.account_id')
    .select(['story_authors.story_id', 'accounts.id', 'accounts.name'])
    .where('story_authors.story_id', 'in', ids)
    .orderBy('accounts.name')
    .orderBy('accounts.id')
    .execute()
  const byStory = Map.groupBy(rows, (row) => row.story_id as StoryId)
  return new Map([...byStory].map(([id, people]) => [id, people.map((one) => ({ ...one, id: one.id as AccountId }))]))
}

/** Everybody who can be put on a story: accounts that are not suspended, in order of name. */
export async function activePeople(db: NewsroomDb): Promise<Person[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('state', '=', 'active')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id as AccountId, name: row.name }))
}
