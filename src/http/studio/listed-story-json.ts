import { accountNames } from '../../store/accounts.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { type ListRequest, type StoryOnList, versionsOnList } from '../../store/story-list.ts'
import { authorsOfStories } from '../../store/story-list-people.ts'
import type { ListedStoryJson } from '../contract/story-list-shapes.ts'

/** Stories of a list as JSON: with the names of those on them and their other languages. */
export async function listedStoriesJson(
  db: NewsroomDb,
  reader: ListRequest['reader'],
  stories: readonly StoryOnList[],
): Promise<ListedStoryJson[]> {
  const authors = await authorsOfStories(
    db,
    stories.map(({ id }) => id),
  )
  const groupIds = [...new Set(stories.map(({ groupId }) => groupId))]
  const versions = Map.groupBy(await versionsOnList(db, { reader, groupIds }), ({ groupId }) => groupId)
  const names = await accountNames(
    db,
    stories.map(({ touchedBy }) => touchedBy),
  )
  return stories.map((story) => ({
    ...toJson(story),
    authors: authors.get(story.id) ?? [],
    versions: (versions.get(story.groupId) ?? []).filter(({ id }) => id !== story.id),
    touchedBy: names.get(story.touchedBy) ?? story.touchedBy,
  }))
}

const toJson = ({ sectionIds, ...story }: StoryOnList) => ({
  ...story,
  sectionIds: [...sectionIds],
  isLive: story.liveRevision !== null && story.state !== 'killed',
})
