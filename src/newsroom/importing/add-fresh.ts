import { addWaitingLinks } from '../../store/import-links.ts'
import { insertStories } from '../../store/stories.ts'
import type { Story } from '../../story/story.ts'
import { newStory } from '../create-story.ts'
import { addReadings } from '../desk/add-readings.ts'
import { newId } from '../newsroom.ts'
import { giveAddresses } from './import-addresses.ts'
import { mayGoLive, type PartDone, remember, type Work } from './import-work.ts'
import type { NewItem } from './import-duplicates.ts'
import { joinGroups } from './import-groups.ts'
import { moveLinks, pathsByAddress } from './import-links.ts'
import { toDraft } from './import-mapping.ts'
import { IMPORTER } from './importer.ts'

/** A story that is new, with what its source says of it. */
interface Fresh extends NewItem {
  readonly story: Story
}

/** Files stories that were never seen, published at once where that is asked for and allowed. */
export async function addFresh(work: Work, items: readonly NewItem[]): Promise<PartDone> {
  const { tx, now } = work
  const drafts = await joined(
    work,
    items.map((item) => ({ ...item, story: draftOf(work, item) })),
  )
  const ready = drafts.filter((item) => mayGoLive(work, item, item.story)).map(({ story }) => story)
  const live = new Map((await giveAddresses(tx, ready, now)).map((story) => [story.id, story]))
  const placed = drafts.map((item) => ({ ...item, story: live.get(item.storyId) ?? item.story }))
  const { bodies, waiting } = await moveLinks(tx, work.hosts, placed.map(bodyOf), pathsByAddress(placed))
  const fresh = placed.map((item, at) => withBody(item, bodies[at]))
  await insertStories(
    tx,
    fresh.map(({ story }) => ({ story, by: IMPORTER })),
    now,
  )
  await addWaitingLinks(tx, waiting)
  await remember(work, fresh)
  await addReadings(
    work.newsroom,
    work,
    fresh.map(({ story }) => story),
  )
  return { published: [...live.keys()], changed: 0, touched: [] }
}

const draftOf = ({ newsroom, mapping }: Work, { incoming, storyId, dates }: NewItem): Story =>
  newStory({
    id: storyId,
    groupId: newId(newsroom, 'story-group'),
    draft: toDraft(mapping, incoming),
    firstPublished: dates.firstPublished,
    updatedAt: dates.updatedAt,
  })

async function joined({ tx, plan, problems }: Work, items: readonly Fresh[]): Promise<Fresh[]> {
  const groups = await joinGroups(tx, plan.source, items)
  problems.push(...groups.problems)
  return items.map((item, at) => ({ ...item, story: groups.stories[at] ?? item.story }))
}

const bodyOf = ({ story }: Fresh) => ({ storyId: story.id, body: story.content.body })

const withBody = (item: Fresh, body: Story['content']['body'] | undefined): Fresh =>
  body === undefined ? item : { ...item, story: { ...item.story, content: { ...item.story.content, body } } }
