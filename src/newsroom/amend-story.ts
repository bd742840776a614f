import { insertNotes } from '../store/story-notes.ts'
import { updateStory } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import { refusalToAmend } from '../story/publishing.ts'
import type { StoryNote } from '../story/story.ts'
import { OnrecordError } from '../errors.ts'
import { type Outcome, perform } from './act.ts'
import { assertAllowed, findStory } from './find-story.ts'
import { newId, type Newsroom } from './newsroom.ts'

/** Puts a dated correction above the body: what was wrong, and what is right. Never a silent edit. */
export const issueCorrection = (newsroom: Newsroom, storyId: StoryId, text: string): Promise<Outcome<StoryNote>> =>
  amend(newsroom, 'issue-correction', storyId, 'correction', text)

/** Puts a dated update above the body: what has happened since. */
export const issueUpdate = (newsroom: Newsroom, storyId: StoryId, text: string): Promise<Outcome<StoryNote>> =>
  amend(newsroom, 'issue-update', storyId, 'update', text)

async function amend(
  newsroom: Newsroom,
  act: 'issue-correction' | 'issue-update',
  storyId: StoryId,
  kind: StoryNote['kind'],
  text: string,
): Promise<Outcome<StoryNote>> {
  if (text.trim() === '') throw new OnrecordError('bad-input', `The ${kind} has no text.`)
  return perform(newsroom, [act, storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(refusalToAmend(story))
    const note: StoryNote = { id: newId(newsroom, 'note'), kind, at: now, text: text.trim() }
    await insertNotes(tx, storyId, [note])
    await updateStory(tx, { ...story, updatedAt: now })
    return { result: note, subject: storyId, detail: { note: note.id }, changes: [{ kind: 'story', storyId }] }
  })
}

/**
 * Withdraws a story: its address answers "gone" with the notice and its date, its text leaves every public page.
 *
 * @throws OnrecordError `refused` when it is not before readers, `bad-input` without a notice
 */
export async function killStory(newsroom: Newsroom, storyId: StoryId, notice: string): Promise<Outcome<void>> {
  if (notice.trim() === '') {
    throw new OnrecordError('bad-input', 'A story is not withdrawn without a notice.', {
      remedy: 'Say in one or two sentences why readers cannot have it any more.',
    })
  }
  return perform(newsroom, ['kill-story', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(refusalToAmend(story))
    await updateStory(tx, { ...story, state: 'killed', scheduledFor: null, kill: { at: now, notice: notice.trim() } })
    return { result: undefined, subject: storyId, changes: [{ kind: 'story', storyId }] }
  })
}
