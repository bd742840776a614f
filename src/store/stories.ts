import type { StoryId } from '../ids.ts'
import type { StoryOnFile } from '../story/projection.ts'
import type { Story, StoryContent, StoryState } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { deleteFigureUses, liveFigures } from './figure-uses.ts'
import { deleteRelated, relatedOf } from './related.ts'
import { notesOf } from './story-notes.ts'
import { writeStoryLines } from './story-list-lines.ts'
import { publicVersions } from './story-publications.ts'
import { toContent, toStoryRow, toStoryWithoutContent } from './story-rows.ts'

/** Stories beside their newest revision, which is what staff see; readers have the live one. */
const withNewestRevision = (db: NewsroomDb) =>
  db
    .selectFrom('stories')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )

/** A story with its newest revision; undefined when there is none with this id. */
export async function storyById(db: NewsroomDb, id: StoryId): Promise<Story | undefined> {
  const row = await withNewestRevision(db)
    .where('stories.id', '=', id)
    .selectAll('stories')
    .select('story_revisions.content')
    .executeTakeFirst()
  return row && { ...toStoryWithoutContent(row), content: toContent(row.content) }
}

/** The version of a story in a language; undefined when it has none. */
export async function versionIn(
  db: NewsroomDb,
  { groupId, language }: Pick<Story, 'groupId' | 'language'>,
): Promise<StoryId | undefined> {
  const row = await db
    .selectFrom('stories')
    .select('id')
    .where('group_id', '=', groupId)
    .where('language', '=', language)
    .executeTakeFirst()
  return row?.id as StoryId | undefined
}

/** One line for each story: what a list needs. */
export interface StoryLine {
  readonly id: StoryId
  readonly state: StoryState
  readonly language: string
  readonly headline: string
  readonly path: string | null
}

/** Stories in a state (or in any), in order of id, after `after`: page on with the last id of a page. */
export async function storyLines(
  db: NewsroomDb,
  { state, after, limit }: { state: StoryState | null; after: StoryId | null; limit: number },
): Promise<StoryLine[]> {
  let query = withNewestRevision(db)
    .select(['stories.id', 'state', 'language', 'story_revisions.headline', 'path'])
    .orderBy('stories.id')
    .limit(limit)
  if (state !== null) query = query.where('state', '=', state)
  if (after !== null) query = query.where('stories.id', '>', after)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, id: row.id as StoryId, state: row.state as StoryState }))
}

/** How many stories there are in each state. */
export async function countStories(db: NewsroomDb): Promise<Partial<Record<StoryState, number>>> {
  const rows = await db
    .selectFrom('stories')
    .select(['state', (select) => select.fn.countAll<number>().as('stories')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.state, row.stories]))
}

/** Stories whose hour has come, earliest first. */
export async function dueStories(db: NewsroomDb, now: Instant): Promise<StoryId[]> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('scheduled_for', '<=', now)
    .where('state', '=', 'scheduled')
    .orderBy('scheduled_for')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id as StoryId)
}

/** What a projection needs of each of these stories; unknown ids are left out. */
export async function storiesOnFile(db: NewsroomDb, ids: readonly StoryId[]): Promise<StoryOnFile[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('stories')
    .leftJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.live_revision'),
    )
    .where('stories.id', 'in', ids)
    .selectAll('stories')
    .select('story_revisions.content')
    .execute()
  const notes = await notesOf(db, ids)
  const figures = await liveFigures(db, ids)
  const versions = await publicVersions(db, ids)
  const related = await relatedOf(db, ids)
  return rows.map((row) => ({
    story: toStoryWithoutContent(row),
    live: row.content === null ? null : toContent(row.content),
    notes: notes.get(row.id as StoryId) ?? [],
    figures: figures.get(row.id as StoryId) ?? [],
    related: related.get(row.id as StoryId) ?? null,
    versions: versions.get(row.id as StoryId) ?? [],
  }))
}

/** Ids of stories that readers have or had, in order, after `after`. */
export async function publicStoryIds(db: NewsroomDb, after: StoryId | null, limit: number): Promise<StoryId[]> {
  let query = db.selectFrom('stories').select('id').where('path', 'is not', null).orderBy('id').limit(limit)
  if (after !== null) query = query.where('id', '>', after)
  return (await query.execute()).map((row) => row.id as StoryId)
}

/** Every one of them. */
export async function allPublicIds(db: NewsroomDb): Promise<StoryId[]> {
  const all: StoryId[] = []
  for (let after: StoryId | null = null; ; ) {
    const ids: StoryId[] = await publicStoryIds(db, after, 1_000)
    all.push(...ids)
    if (ids.length < 1_000) return all
    after = ids.at(-1) ?? null
  }
}

/** A story to be filed for the first time, with its first revision. */
export interface NewStory {
  readonly story: Story
  readonly by: string
}

/** Files new stories. The ids must be new; the slug and the group's language must be free. */
export async function insertStories(tx: NewsroomTx, stories: readonly NewStory[], at: Instant): Promise<void> {
  if (stories.length === 0) return
  await tx
    .insertInto('stories')
    .values(stories.map(({ story }) => ({ ...toStoryRow(story), created_at: at })))
    .execute()
  await tx
    .insertInto('story_revisions')
    .values(stories.map(({ story, by }) => toRevisionRow(story, by, at)))
    .execute()
  await writeStoryLines(
    tx,
    stories.map(({ story: { id, content }, by }) => ({ id, content, at, by })),
  )
}

/** Keeps a story's state as it is now. Its revisions are untouched. */
export async function updateStory(tx: NewsroomTx, story: Omit<Story, 'content'>): Promise<void> {
  const { id, ...changed } = toStoryRow(story)
  await tx.updateTable('stories').set(changed).where('id', '=', id).execute()
}

/** Who saved the newest revision of a story. */
export async function revisionAuthor(
  db: NewsroomDb,
  { id, revision }: Pick<Story, 'id' | 'revision'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('story_revisions')
    .select('created_by')
    .where('story_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.created_by ?? null
}

/** Adds the story's newest content as a revision. Revisions are never changed or taken away. */
export async function insertRevision(tx: NewsroomTx, story: Story, by: string, at: Instant): Promise<void> {
  await tx
    .insertInto('story_revisions')
    .values(toRevisionRow(story, by, at))
    .execute()
  await writeStoryLines(tx, [{ id: story.id, content: story.content, at, by }])
}

const toRevisionRow = (story: Story, by: string, at: Instant) => ({
  story_id: story.id,
  revision: story.revision,
  headline: story.content.headline,
  content: JSON.stringify(story.content satisfies StoryContent),
  created_at: at,
  created_by: by,
})

/** Which of these addresses are taken already? */
export async function takenPaths(db: NewsroomDb, paths: readonly string[]): Promise<Set<string>> {
  if (paths.length === 0) return new Set()
  const stories = await db.selectFrom('stories').select('path').where('path', 'in', paths).execute()
  const redirects = await db.selectFrom('redirects').select('from_path').where('from_path', 'in', paths).execute()
  return new Set([...stories.map((row) => row.path ?? ''), ...redirects.map((row) => row.from_path)])
}

/** The newest contents of stories, in order of id, after `after`. */
export async function newestContents(
  db: NewsroomDb,
  after: StoryId | null,
  limit: number,
): Promise<{ id: StoryId; content: StoryContent }[]> {
  let query = withNewestRevision(db)
    .select(['stories.id', 'story_revisions.content'])
    .orderBy('stories.id')
    .limit(limit)
  if (after !== null) query = query.where('stories.id', '>', after)
  return (await query.execute()).map((row) => ({ id: row.id as StoryId, content: toContent(row.content) }))
}

/** Removes stories and all that hangs on them. Only for taking the sample edition away: a real story is killed. */
export async function deleteStories(tx: NewsroomTx, ids: readonly StoryId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('imported_stories').where('story_id', 'in', ids).execute()
  await tx.deleteFrom('redirects').where('story_id', 'in', ids).execute()
  await deleteFigureUses(tx, ids)
  await deleteRelated(tx, ids)
  await tx.deleteFrom('story_notes').where('story_id', 'in', ids).execute()
  await tx.deleteFrom('story_publications').where('story_id', 'in', ids).execute()
  await tx.deleteFrom('story_revisions').where('story_id', 'in', ids).execute()
  await tx.updateTable('stories').set({ translated_from: null }).where('translated_from', 'in', ids).execute()
  await tx.deleteFrom('stories').where('id', 'in', ids).execute()
}
