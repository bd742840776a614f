import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import { insertNotes } from '../store/story-notes.ts'
import { updateStory } from '../store/stories.ts'
import { refusalToAmend } from '../story/publishing.ts'
import type { NoteKind, StoryNote } from '../story/story.ts'
import { type Outcome, perform } from './act.ts'
import { assertAllowed, findStory } from './find-story.ts'
import { newId, type Newsroom } from './newsroom.ts'

/** A note as an editor writes it. */
export interface NoteRequest {
  readonly storyId: StoryId
  readonly kind: NoteKind
  /** What readers should know, in a sentence or two. */
  readonly text: string
  /** The words as they stood; null quotes none. */
  readonly was?: string | null
  /** The words as they stand now; null quotes none. */
  readonly now?: string | null
}

const ACTS = {
  correction: 'issue-correction',
  clarification: 'issue-clarification',
  update: 'issue-update',
} as const satisfies Record<NoteKind, string>

/**
 * Puts a dated note above the body of a story that readers have: what was wrong and is right, what could be misread, or
 * what has happened since. Never a silent edit.
 *
 * @throws OnrecordError `bad-input` without a text, `refused` for a story that is not before readers
 */
export async function issueNote(
  newsroom: Newsroom,
  { storyId, kind, text, was, now: isNow }: NoteRequest,
): Promise<Outcome<StoryNote>> {
  if (text.trim() === '') throw new OnrecordError('bad-input', `The ${kind} has no text.`)
  return perform(newsroom, [ACTS[kind], storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(refusalToAmend(story))
    const note: StoryNote = {
      id: newId(newsroom, 'note'),
      kind,
      at: now,
      text: text.trim(),
      ...(was?.trim() ? { was: was.trim() } : {}),
      ...(isNow?.trim() ? { now: isNow.trim() } : {}),
    }
    await insertNotes(tx, storyId, [note])
    await updateStory(tx, { ...story, updatedAt: now })
    return { result: note, subject: storyId, detail: { note: note.id }, changes: [{ kind: 'story', storyId }] }
  })
}

/** Puts a dated correction above the body: what was wrong, and what is right. */
export const issueCorrection = (newsroom: Newsroom, storyId: StoryId, text: string): Promise<Outcome<StoryNote>> =>
  issueNote(newsroom, { storyId, kind: 'correction', text })

/** Puts a dated update above the body: what has happened since. */
export const issueUpdate = (newsroom: Newsroom, storyId: StoryId, text: string): Promise<Outcome<StoryNote>> =>
  issueNote(newsroom, { storyId, kind: 'update', text })
