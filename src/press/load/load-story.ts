import { picturesById } from '../../edition/public-pictures.ts'
import { lookUp, translationsOf } from '../../edition/public-stories.ts'
import { groupTag, pictureTag, storyRecordTag, storyTag } from '../../edition/tags.ts'
import { gonePage } from '../../site/notice-pages.tsx'
import { storyPage } from '../../site/story/story-page.tsx'
import { eventsIn } from '../../story/figures.ts'
import { picturesIn } from '../../story/pictures.ts'
import type { PublicStory } from '../../story/public-story.ts'
import type { FinishedPage } from '../page.ts'
import { inOrder, namesOf } from './cards.ts'
import { finished, movedTo } from './finished.ts'
import { loadLater, loadRelated } from './load-related.ts'
import { contextOfOne, type PublicSite } from './page-source.ts'
import { storyRecord } from './story-record.ts'
import { loadTranslation } from './translation.ts'

/** A story, the notice of a killed one, or the way to where it moved; undefined when nothing is or was there. */
export async function loadStory(site: PublicSite, path: string): Promise<FinishedPage | undefined> {
  const found = await lookUp(site.edition, path)
  switch (found.kind) {
    case 'story':
      return loadLive(site, found.story)
    case 'gone': {
      const { language, id } = found.story
      const page = gonePage({ context: contextOfOne(site, language, path), gone: found.story })
      return finished(page, { status: 410, language, shows: [storyTag(id)] })
    }
    case 'moved':
      return movedTo(found.to, [storyTag(found.storyId)])
    case 'nothing':
      return undefined
  }
}

async function loadLive(site: PublicSite, story: PublicStory): Promise<FinishedPage> {
  const sections = inOrder(story.sectionIds, new Map(site.sections.map((section) => [section.id, section])))
  const related = await loadRelated(site, story)
  const later = await loadLater(site, story)
  const recorded = await storyRecord(site, story)
  const translations = (await translationsOf(site.edition, story.groupId)).filter(({ id }) => id !== story.id)
  const pictures = await picturesById(site.edition, picturesIn(story.body))
  const page = storyPage({
    context: contextOfOne(site, story.language, story.path),
    story,
    sections,
    authors: inOrder(story.bylines, await namesOf(site, story.bylines)),
    translations,
    translation: await loadTranslation(site, story),
    related: related.stories,
    later: later.stories,
    record: recorded?.record ?? null,
    pictures,
  })
  const shows = [
    storyTag(story.id),
    groupTag(story.groupId),
    // The headline of a killed story is not shown again, not even beside its translation.
    ...translations.map(({ id }) => storyTag(id)),
    ...(story.translatedFrom === null ? [] : [storyTag(story.translatedFrom)]),
    ...(story.figures.length + eventsIn(story.body).length > 0 ? [storyRecordTag(story.id)] : []),
    ...[...pictures.keys()].map(pictureTag),
    ...related.shows,
    ...later.shows,
    ...(recorded?.shows ?? []),
  ]
  return finished(page, { language: story.language, shows })
}
