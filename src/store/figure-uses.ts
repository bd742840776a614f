import { portions } from '../database/portions.ts'
import type { ClaimId, StoryId } from '../ids.ts'
import type { FigureUse } from '../story/figures.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Remembers what the figures of a revision said when it went live; a revision that goes live again says it anew. */
export async function replaceFigureUses(
  tx: NewsroomTx,
  { storyId, revision }: { storyId: StoryId; revision: number },
  figures: readonly FigureUse[],
): Promise<void> {
  await tx.deleteFrom('figure_uses').where('story_id', '=', storyId).where('revision', '=', revision).execute()
  const rows = figures.map(({ claimId, words, asOf, sequence }, position) => ({
    story_id: storyId,
    revision,
    position,
    claim_id: claimId,
    words,
    as_of: asOf,
    sequence,
  }))
  for (const some of portions(rows)) await tx.insertInto('figure_uses').values(some).execute()
}

/** The figures of one revision stand for a later one too, which states the same. */
export async function carryFigureUses(
  tx: NewsroomTx,
  { storyId, from, to }: { storyId: StoryId; from: number; to: number },
): Promise<void> {
  await tx
    .insertInto('figure_uses')
    .columns(['story_id', 'revision', 'position', 'claim_id', 'words', 'as_of', 'sequence'])
    .expression((select) =>
      select
        .selectFrom('figure_uses')
        .select(['story_id', select.val(to).as('revision'), 'position', 'claim_id', 'words', 'as_of', 'sequence'])
        .where('story_id', '=', storyId)
        .where('revision', '=', from),
    )
    .execute()
}

/** The figures of these stories' live revisions, in reading order. */
export async function liveFigures(db: NewsroomDb, ids: readonly StoryId[]): Promise<Map<StoryId, FigureUse[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('figure_uses')
    .innerJoin('stories', (join) =>
      join.onRef('stories.id', '=', 'figure_uses.story_id').onRef('stories.live_revision', '=', 'figure_uses.revision'),
    )
    .where('figure_uses.story_id', 'in', ids)
    .selectAll('figure_uses')
    .orderBy('figure_uses.story_id')
    .orderBy('figure_uses.position')
    .execute()
  const byStory = Map.groupBy(rows, (row) => row.story_id as StoryId)
  return new Map(
    [...byStory].map(([id, uses]) => [
      id,
      uses.map((row) => ({
        claimId: row.claim_id as ClaimId,
        words: row.words,
        asOf: row.as_of as Instant,
        sequence: row.sequence,
      })),
    ]),
  )
}

/** Does any story state a figure of the record? In most newsrooms, most acts need ask no more. */
export async function hasFigureUses(db: NewsroomDb): Promise<boolean> {
  return (await db.selectFrom('figure_uses').select('story_id').limit(1).executeTakeFirst()) !== undefined
}

/** A live story that states a claim, and in which words. */
export interface StatingStory {
  readonly storyId: StoryId
  readonly claimId: ClaimId
  readonly words: string
}

/** Live stories that state one of these claims. */
export async function storiesStating(db: NewsroomDb, claimIds: readonly ClaimId[]): Promise<StatingStory[]> {
  const found: StatingStory[] = []
  for (const some of portions([...claimIds])) {
    const rows = await db
      .selectFrom('figure_uses')
      .innerJoin('stories', (join) =>
        join
          .onRef('stories.id', '=', 'figure_uses.story_id')
          .onRef('stories.live_revision', '=', 'figure_uses.revision'),
      )
      .where('figure_uses.claim_id', 'in', some)
      .where('stories.state', '=', 'published')
      .select(['figure_uses.story_id', 'figure_uses.claim_id', 'figure_uses.words'])
      .orderBy('figure_uses.story_id')
      .orderBy('figure_uses.position')
      .execute()
    found.push(
      ...rows.map((row) => ({
        storyId: row.story_id as StoryId,
        claimId: row.claim_id as ClaimId,
        words: row.words,
      })),
    )
  }
  return found
}

/** Figures of one revision, which did not go live after all. */
export async function deleteFigureUsesOf(
  tx: NewsroomTx,
  { storyId, revision }: { storyId: StoryId; revision: number },
): Promise<void> {
  await tx.deleteFrom('figure_uses').where('story_id', '=', storyId).where('revision', '=', revision).execute()
}

/** Figures of stories that are taken away altogether. */
export async function deleteFigureUses(tx: NewsroomTx, ids: readonly StoryId[]): Promise<void> {
  await tx.deleteFrom('figure_uses').where('story_id', 'in', ids).execute()
  await tx.deleteFrom('story_tasks').where('story_id', 'in', ids).execute()
}
