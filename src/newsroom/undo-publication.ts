import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import { deleteFigureUsesOf } from '../store/figure-uses.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { deleteRedirectsOf } from '../store/redirects.ts'
import { deleteRelated } from '../store/related.ts'
import { deletePublication, publicationsOf, type StoryPublication } from '../store/story-publications.ts'
import { notesOf } from '../store/story-notes.ts'
import { reopenTasks } from '../store/story-tasks.ts'
import { updateStory } from '../store/stories.ts'
import { refusalToAmend, refusalToUndo } from '../story/publishing.ts'
import type { Story, StoryNote } from '../story/story.ts'
import { type Outcome, perform } from './act.ts'
import { assertAllowed, findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Takes back a publication made by mistake, within half an hour: readers get the version before; where it was the first,
 * the story is a draft again, and its address answers as one at which nothing ever was. The audit keeps that it happened.
 *
 * What many have read by then is better corrected or withdrawn with a notice: hence the half hour.
 *
 * @throws OnrecordError `refused` when it is too late, when a note was issued since, or when nothing is before readers
 */
export async function undoPublication(newsroom: Newsroom, storyId: StoryId): Promise<Outcome<Story>> {
  return perform(newsroom, ['undo-publication', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(refusalToAmend(story))
    const published = await publicationsOf(tx, storyId)
    const last = published.at(-1)
    const notes = (await notesOf(tx, [storyId])).get(storyId) ?? []
    const newestNote = notes.at(-1)?.at ?? null
    assertAllowed(refusalToUndo({ publishedAt: last?.at ?? null, newestNote }, now))
    if (!last) throw new OnrecordError('refused', 'Nobody noted when this story was published.')
    const before = published.at(-2) ?? null
    const restored = before ? versionBefore(story, before, notes) : draftAgain(story)
    await updateStory(tx, restored)
    await forgetPublication(tx, last, before === null)
    const detail = { undone: last.version, revision: last.revision, path: story.path }
    return { result: restored, subject: storyId, detail, changes: [{ kind: 'story', storyId }] }
  })
}

/** The story as it stood with the version before: the newest text is a working copy beside it again. */
const versionBefore = (story: Story, { revision, at }: StoryPublication, notes: readonly StoryNote[]): Story => ({
  ...story,
  state: 'published',
  liveRevision: revision,
  scheduledFor: null,
  updatedAt: [at, ...notes.map((note) => note.at)].reduce((newest, one) => (one > newest ? one : newest)),
})

const draftAgain = (story: Story): Story => ({
  ...story,
  state: 'draft',
  liveRevision: null,
  path: null,
  firstPublished: null,
  updatedAt: null,
  scheduledFor: null,
})

/** Nothing of the publication may come back by another door: not its figures, nor an address that it was given. */
async function forgetPublication(tx: NewsroomTx, last: StoryPublication, wasFirst: boolean): Promise<void> {
  const { storyId, at, version, revision } = last
  await deletePublication(tx, { storyId, version })
  await deleteFigureUsesOf(tx, { storyId, revision })
  await reopenTasks(tx, { storyId, doneAt: at })
  if (!wasFirst) return
  await deleteRelated(tx, [storyId])
  await deleteRedirectsOf(tx, storyId)
}
