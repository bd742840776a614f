import { type ListedStory, newestStories } from '../../edition/listed-stories.ts'
import { parentsOf } from '../../edition/list-keys.ts'
import { lookUp, translationsOf } from '../../edition/public-stories.ts'
import { groupTag, storyRecordTag, storyTag } from '../../edition/tags.ts'
import { gonePage } from '../../site/notice-pages.tsx'
import type { RelatedStory } from '../../site/props.ts'
import { storyPage } from '../../site/story-page.tsx'
import type { SectionId } from '../../ids.ts'
import { eventsIn } from '../../story/figures.ts'
import type { PublicStory } from '../../story/public-story.ts'
import type { Section, SectionKind } from '../../story/section.ts'
import type { FinishedPage } from '../page.ts'
import { inOrder, namesOf, toCards } from './cards.ts'
import { finished, movedTo } from './finished.ts'
import { contextOfOne, type PublicSite } from './page-source.ts'
import { storyRecord } from './story-record.ts'

/** How many older stories stand beside a story. */
const RELATED = 4

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
  const related = await loadRelated(site, story, sections)
  const recorded = await storyRecord(site, story)
  const page = storyPage({
    context: contextOfOne(site, story.language, story.path),
    story,
    sections,
    authors: inOrder(story.bylines, await namesOf(site, story.bylines)),
    translations: (await translationsOf(site.edition, story.groupId)).filter(({ id }) => id !== story.id),
    related,
    record: recorded?.record ?? null,
  })
  const shows = [
    storyTag(story.id),
    groupTag(story.groupId),
    ...(story.figures.length + eventsIn(story.body).length > 0 ? [storyRecordTag(story.id)] : []),
    ...related.map(({ card }) => storyTag(card.id)),
    ...(recorded?.shows ?? []),
  ]
  return finished(page, { language: story.language, shows })
}

/** A series says most about what belongs together, then a place, then a subject. */
const CLOSENESS: readonly SectionKind[] = ['series', 'place', 'subject']

/**
 * Older stories of the same sections, the closest kind of section first, the newest first in each.
 * Looking backward only, so that a new story changes no older page.
 */
async function loadRelated(
  site: PublicSite,
  story: PublicStory,
  sections: readonly Section[],
): Promise<RelatedStory[]> {
  const before = { publishedAt: story.firstPublished.at, storyId: story.id }
  const own = nearestOf(sections, site.sections)
  const closest = CLOSENESS.flatMap((kind) => own.filter((section) => section.kind === kind).toReversed())
  const chosen = new Map<string, { listed: ListedStory; sharedSection: Section }>()
  for (const sharedSection of closest) {
    if (chosen.size >= RELATED) break
    const list = `section:${sharedSection.id}` as const
    const older = await newestStories(site.edition, { list, language: story.language, limit: RELATED, before })
    for (const listed of older) {
      if (chosen.size < RELATED && !chosen.has(listed.id)) chosen.set(listed.id, { listed, sharedSection })
    }
  }
  const picked = [...chosen.values()]
  const cards = await toCards(
    site,
    picked.map(({ listed }) => listed),
  )
  return picked.flatMap(({ sharedSection }, index) => {
    const card = cards[index]
    return card ? [{ card, sharedSection }] : []
  })
}

/** "Africa" says little beside "Mali": a section that lies above another of the same path is no reason. */
function nearestOf(sections: readonly Section[], all: readonly Section[]): Section[] {
  const parents = parentsOf(all)
  const above = new Set<SectionId>()
  for (const { id } of sections) {
    for (let parent = parents.get(id); parent && !above.has(parent); parent = parents.get(parent)) above.add(parent)
  }
  return sections.filter(({ id }) => !above.has(id))
}
