import type { NoteId, StoryId } from '../ids.ts'
import type { StoryNote } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** The corrections and updates of each of these stories, oldest first. */
export async function notesOf(db: NewsroomDb, ids: readonly StoryId[]): Promise<Map<StoryId, StoryNote[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('story_notes')
    .where('story_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .selectAll()
    .execute()
  const notes = new Map<StoryId, StoryNote[]>(ids.map((id) => [id, []]))
  for (const row of rows) notes.get(row.story_id as StoryId)?.push(toNote(row))
  return notes
}

/** Adds a note to a story. */
export async function insertNotes(tx: NewsroomTx, storyId: StoryId, notes: readonly StoryNote[]): Promise<void> {
  if (notes.length === 0) return
  await tx
    .insertInto('story_notes')
    .values(notes.map((note) => ({ ...note, story_id: storyId })))
    .execute()
}

const toNote = (row: { id: string; kind: string; at: string; text: string }): StoryNote => ({
  id: row.id as NoteId,
  kind: row.kind === 'update' ? 'update' : 'correction',
  at: row.at as Instant,
  text: row.text,
})
