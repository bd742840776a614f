import { OnrecordError } from '../errors.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { storyById } from '../store/stories.ts'
import type { StoryId } from '../ids.ts'
import { type Refusal, refusalInWords } from '../story/publishing.ts'
import type { Story } from '../story/story.ts'

/** The story, as it stands in this transaction. @throws OnrecordError `not-found` */
export async function findStory(db: NewsroomDb, id: StoryId): Promise<Story> {
  const story = await storyById(db, id)
  if (story) return story
  throw new OnrecordError('not-found', `There is no story ${id}.`, {
    remedy: 'List the stories with `./onrecord story list`.',
  })
}

/** @throws OnrecordError `refused`, saying why, when there is a refusal */
export function assertAllowed(refusal: Refusal | null): void {
  if (refusal) throw new OnrecordError('refused', refusalInWords(refusal), remedyFor(refusal))
}

/** @throws OnrecordError `stale-revision` when somebody has saved the story since it was read */
export function assertCurrent(story: Story, revision: number | null): void {
  if (revision === null || revision === story.revision) return
  throw new OnrecordError('stale-revision', `The story is at revision ${story.revision}, not ${revision}.`, {
    remedy: 'Read it again and look at what changed.',
  })
}

function remedyFor(refusal: Refusal): { remedy?: string } {
  if (refusal.kind === 'held') return { remedy: 'Release the hold with `./onrecord story release ID`.' }
  if (refusal.kind === 'embargoed') return { remedy: 'Wait, or schedule it with `./onrecord story schedule ID TIME`.' }
  if (refusal.kind === 'figure-without-alt') {
    return {
      remedy: 'Add the picture again with --alt or --decorative, and place it again: `./onrecord picture --help`.',
    }
  }
  return {}
}
