import type { NoteId, StoryId } from '../ids.ts'
import { NOTE_KINDS, type StoryNote } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { NewsroomTables } from './tables.ts'

/** The notes of each of these stories, oldest first. */
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
    .values(notes.map(({ was = null, now = null, ...note }) => ({ ...note, was, now, story_id: storyId })))
    .execute()
}

const toNote = ({ id, kind, at, text, was, now }: NewsroomTables['story_notes']): StoryNote => ({
  id: id as NoteId,
  kind: NOTE_KINDS.find((known) => known === kind) ?? 'correction',
  at: at as Instant,
  text,
  // Left out where there is none: what the edition holds of older notes stays as it is, to the letter.
  ...(was === null ? {} : { was }),
  ...(now === null ? {} : { now }),
})
