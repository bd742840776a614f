import { listsOf, parentsOf } from '../edition/list-keys.ts'
import type { StoryId } from '../ids.ts'
import type { PostContent } from '../outbound/guarded-post.ts'
import { type House, readHouse } from '../store/house.ts'
import { redirectsOf } from '../store/redirects.ts'
import { storiesOnFile } from '../store/stories.ts'
import { ALL_STORIES, FEED_FILE, type FeedFormat, type FeedList, pathTo } from '../story/addresses.ts'
import { project } from '../story/projection.ts'
import type { GoneStory, PublicStory } from '../story/public-story.ts'
import { followChanges, isEditionBehind } from './follow-changes.ts'
import type { Newsroom, PingSettings } from './newsroom.ts'

/** A search engine is told of no more addresses at once; a story has a handful. */
const MOST_ADDRESSES = 100

const FORMATS = Object.keys(FEED_FILE) as FeedFormat[]

/**
 * Tells the feeds' hub (WebSub) and the search engines (IndexNow) that a story went out or changed: its addresses, former
 * ones included, and the feeds in which it stands. Nothing is told of a story that readers have never had.
 *
 * @throws whatever the edition throws while it cannot follow, and OnrecordError when somebody cannot be told
 */
export async function pingOthers(newsroom: Newsroom, storyId: StoryId, post: PostContent): Promise<void> {
  const { db, pings } = newsroom
  if (!pings) return
  // Whoever is told comes to look at once: they must not find what was before.
  if (await isEditionBehind(newsroom)) await followChanges(newsroom)
  const house = await readHouse(db)
  const [onFile] = await storiesOnFile(db, [storyId])
  if (!house || !onFile || house.newspaper.isSample) return
  const projection = project(onFile, house.newspaper.zone)
  if (projection.kind === 'private') return
  const { story } = projection
  const isCorrected = projection.kind === 'gone' || onFile.notes.some(({ kind }) => kind !== 'update')
  const former = (await redirectsOf(db, [storyId])).get(storyId) ?? []
  const told = await Promise.allSettled([
    tellHub(pings, feedsOf(house, story, isCorrected), post),
    tellSearch(pings, [story.path, ...former], post),
  ])
  for (const result of told) if (result.status === 'rejected') throw result.reason
}

/** The feeds in which a story stands: all stories, its sections and those above them, its authors; corrections if it has one. */
function feedsOf(house: House, story: PublicStory | GoneStory, isCorrected: boolean): string[] {
  const { newspaper, sections, personas } = house
  const slugs = new Map<string, FeedList>([
    ['all', ALL_STORIES],
    ...sections.map(({ id, slug }) => [`section:${id}`, { kind: 'section', slug }] as const),
    ...personas.map(({ id, slug }) => [`author:${id}`, { kind: 'author', slug }] as const),
  ])
  const own = [...listsOf(story, parentsOf(sections))].flatMap((key) => slugs.get(key) ?? [])
  const lists: FeedList[] = isCorrected ? [...own, { kind: 'corrections' }] : own
  return lists.flatMap((list) =>
    FORMATS.map((format) => pathTo({ kind: 'feed', language: story.language, list, format }, newspaper)),
  )
}

/** @see https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.4.html which says how a publisher tells a hub: WebSub leaves it open */
async function tellHub({ hub, siteUrl }: PingSettings, paths: readonly string[], post: PostContent): Promise<void> {
  if (hub === null) return
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const path of paths) form.append('hub.url', siteUrl + path)
  await post(hub, { type: 'application/x-www-form-urlencoded', body: form.toString() })
}

/** @see https://www.indexnow.org/documentation */
async function tellSearch(
  { indexNow, siteUrl }: PingSettings,
  paths: readonly string[],
  post: PostContent,
): Promise<void> {
  if (indexNow === null) return
  const { key, endpoint } = indexNow
  const body = JSON.stringify({
    host: new URL(siteUrl).host,
    key,
    keyLocation: `${siteUrl}/${key}.txt`,
    urlList: paths.slice(0, MOST_ADDRESSES).map((path) => siteUrl + path),
  })
  await post(endpoint, { type: 'application/json; charset=utf-8', body })
}
