import { replaceWaitingLinks } from '../../store/import-links.ts'
import type { ImportedStory } from '../../store/imported-stories.ts'
import { insertRevision, storyById, updateStory } from '../../store/stories.ts'
import type { StoryId } from '../../ids.ts'
import type { Story } from '../../story/story.ts'
import { addReadings } from '../desk/add-readings.ts'
import { makeLive } from '../publish-story.ts'
import { mayGoLive, type PartDone, remember, type Work } from './import-work.ts'
import type { Item } from './import-item.ts'
import { moveLinks } from './import-links.ts'
import { toDraft } from './import-mapping.ts'
import { problemOf } from './import-report.ts'
import { IMPORTER, isStaffWork, isWithStaff } from './importer.ts'

/** A story that came in before, with what is known of it since. */
export interface KnownItem extends Item {
  readonly before: ImportedStory
}

/** Follows what changed at the source, and publishes what waits for it. */
export async function followKnown(work: Work, items: readonly KnownItem[]): Promise<PartDone> {
  const published: StoryId[] = []
  const touched: StoryId[] = []
  const changed: Story[] = []
  for (const item of items) {
    const isChanged = item.before.contentHash !== item.hash
    if (!isChanged && !work.plan.publish) continue
    const story = await storyById(work.tx, item.before.storyId)
    if (!story || story.kill) continue
    const current = isChanged ? await revised(work, item, story) : story
    if (current !== story) {
      changed.push(current)
      await remember(work, [{ ...item, story: current }])
      if (current.path !== null) touched.push(current.id)
    }
    if (await wasPublished(work, item, current)) published.push(current.id)
  }
  await addReadings(work.newsroom, work, changed)
  return { published, changed: changed.length, touched }
}

/** Publishes a story that waits for it. @returns whether it did */
async function wasPublished(work: Work, item: KnownItem, story: Story): Promise<boolean> {
  if (!mayGoLive(work, item, story)) return false
  if (await isWithStaff(work.tx, story)) {
    work.problems.push(problemOf(item.incoming, 'It is being worked on here: not published.'))
    return false
  }
  const dated = { ...story, firstPublished: story.firstPublished ?? item.dates.firstPublished }
  await makeLive(work.tx, dated, { at: work.now, by: IMPORTER, change: null })
  return true
}

/** The story with its source's new words as a revision; the same story when staff have worked on it here. */
async function revised(work: Work, { incoming }: KnownItem, story: Story): Promise<Story> {
  const { tx, now, mapping, problems, hosts } = work
  if (await isStaffWork(tx, story)) {
    problems.push(problemOf(incoming, 'It changed at its source, but has been worked on here: left as it is.'))
    return story
  }
  const { content } = toDraft(mapping, incoming)
  const { bodies, waiting } = await moveLinks(tx, hosts, [{ storyId: story.id, body: content.body }])
  const next: Story = {
    ...story,
    revision: story.revision + 1,
    content: { ...content, dateline: story.content.dateline, body: bodies[0] ?? content.body },
  }
  await insertRevision(tx, next, IMPORTER, now)
  await updateStory(tx, next)
  await replaceWaitingLinks(tx, [story.id], waiting)
  return next
}
