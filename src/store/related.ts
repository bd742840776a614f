import type { StoryId } from '../ids.ts'
import type { RelatedChoice, RelatedReason } from '../story/related.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What was chosen to stand beside these stories, in order; a story that nothing was chosen for is left out. */
export async function relatedOf(
  db: NewsroomDb,
  ids: readonly StoryId[],
): Promise<Map<StoryId, readonly RelatedChoice[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('story_related')
    .selectAll()
    .where('story_id', 'in', ids)
    .orderBy('story_id')
    .orderBy('position')
    .execute()
  const byStory = Map.groupBy(rows, (row) => row.story_id as StoryId)
  return new Map([...byStory].map(([id, chosen]) => [id, chosen.map(toChoice)]))
}

const toChoice = (row: { related_id: string; reason_kind: string; reason_id: string }): RelatedChoice => ({
  storyId: row.related_id as StoryId,
  reason: { kind: row.reason_kind, id: row.reason_id } as RelatedReason,
})

/** Puts what is chosen now in place of what was chosen before. */
export async function replaceRelated(
  tx: NewsroomTx,
  storyId: StoryId,
  choices: readonly RelatedChoice[],
): Promise<void> {
  await deleteRelated(tx, [storyId])
  if (choices.length === 0) return
  await tx
    .insertInto('story_related')
    .values(
      choices.map(({ storyId: relatedId, reason }, position) => ({
        story_id: storyId,
        position,
        related_id: relatedId,
        reason_kind: reason.kind,
        reason_id: reason.id,
      })),
    )
    .execute()
}

/** Of stories that are taken away altogether. Where others name them, readers are not shown them any more. */
export async function deleteRelated(tx: NewsroomTx, ids: readonly StoryId[]): Promise<void> {
  await tx.deleteFrom('story_related').where('story_id', 'in', ids).execute()
}
