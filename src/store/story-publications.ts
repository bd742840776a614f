import type { StoryId } from '../ids.ts'
import type { PublicVersion } from '../story/public-version.ts'
import type { StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { toContent } from './story-rows.ts'

/** One publication of a story: from then on readers had this revision. */
export interface StoryPublication {
  readonly storyId: StoryId
  /** From 1, in the order of publication. */
  readonly version: number
  readonly revision: number
  readonly at: Instant
  readonly by: string
  /** What the editor said of the change, for readers. */
  readonly change: string | null
  /** Why readers may not have its text any more; null where they may. */
  readonly withheld: string | null
}

/** The publications of a story, oldest first; none where it has had one version and nobody noted it, as after an import. */
export async function publicationsOf(db: NewsroomDb, storyId: StoryId): Promise<StoryPublication[]> {
  const rows = await db
    .selectFrom('story_publications')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('version')
    .execute()
  return rows.map(({ version, revision, at, by, change, withheld }) => ({
    storyId,
    version,
    revision,
    at: at as Instant,
    by,
    change,
    withheld,
  }))
}

/** Notes publications. The versions must be new. */
export async function insertPublications(tx: NewsroomTx, publications: readonly StoryPublication[]): Promise<void> {
  if (publications.length === 0) return
  await tx
    .insertInto('story_publications')
    .values(publications.map(({ storyId, ...rest }) => ({ ...rest, story_id: storyId, withheld_at: null })))
    .execute()
}

/** Takes a publication away, as if it had not been: only for one that was made by mistake. */
export async function deletePublication(
  tx: NewsroomTx,
  { storyId, version }: Pick<StoryPublication, 'storyId' | 'version'>,
): Promise<void> {
  await tx.deleteFrom('story_publications').where('story_id', '=', storyId).where('version', '=', version).execute()
}

/** Lets a later revision stand for the one that readers had: the version stays the same one, and nobody is told. */
export async function repointPublication(
  tx: NewsroomTx,
  { storyId, from, to }: { storyId: StoryId; from: number; to: number },
): Promise<void> {
  await tx
    .updateTable('story_publications')
    .set({ revision: to })
    .where('story_id', '=', storyId)
    .where('revision', '=', from)
    .execute()
}

/** Marks versions as withheld from readers: their revisions stay with the newsroom. */
export async function markWithheld(
  tx: NewsroomTx,
  { storyId, versions, reason, at }: { storyId: StoryId; versions: readonly number[]; reason: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('story_publications')
    .set({ withheld: reason, withheld_at: at })
    .where('story_id', '=', storyId)
    .where('version', 'in', versions)
    .execute()
}

/** What readers have had of each of these stories, oldest first; stories that never changed are left out. */
export async function publicVersions(
  db: NewsroomDb,
  ids: readonly StoryId[],
): Promise<Map<StoryId, readonly PublicVersion[]>> {
  const changed = await db
    .selectFrom('story_publications')
    .select('story_id')
    .where('story_id', 'in', ids)
    .where('version', '=', 2)
    .execute()
  if (changed.length === 0) return new Map()
  const rows = await db
    .selectFrom('story_publications as published')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'published.story_id')
        .onRef('story_revisions.revision', '=', 'published.revision'),
    )
    .select(['published.story_id', 'version', 'at', 'change', 'withheld', 'story_revisions.content'])
    .where(
      'published.story_id',
      'in',
      changed.map((row) => row.story_id),
    )
    .orderBy('published.story_id')
    .orderBy('version')
    .execute()
  return Map.groupBy(rows.map(toVersion), ({ storyId }) => storyId)
}

type VersionRow = Pick<StoryPublication, 'version' | 'change' | 'withheld'> & {
  readonly story_id: string
  readonly at: string
  readonly content: string
}

const toVersion = ({ story_id, version, at, change, withheld, content }: VersionRow) => ({
  storyId: story_id as StoryId,
  version,
  at: at as Instant,
  change: withheld === null ? change : null,
  withheld,
  text: withheld === null ? textOf(toContent(content)) : null,
})

const textOf = ({ kicker, headline, standfirst, body }: StoryContent): PublicVersion['text'] => ({
  kicker,
  headline,
  standfirst,
  body,
})
