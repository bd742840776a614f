import { translationsOf } from '../../edition/public-stories.ts'
import type { PictureId } from '../../ids.ts'
import { sectionsOf } from '../../site/fronts/subjects.ts'
import { shareCardOf } from '../../site/story/share-card.ts'
import { storyPage } from '../../site/story/story-page.tsx'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { PublicStory } from '../../story/public-story.ts'
import type { ShareCard } from '../../story/share-card.ts'
import { inOrder, namesOf } from './cards.ts'
import { loadRelated } from './load-related.ts'
import { contextOfOne, openSite, type PageSource } from './page-source.ts'
import { storyRecord } from './story-record.ts'
import { loadTranslation } from './translation.ts'

/** A story as it would go out now, which readers do not have. */
export interface PreviewedStory {
  readonly story: PublicStory
  /** The pictures that it shows: readers may not have them yet, so the edition does not. */
  readonly pictures: ReadonlyMap<PictureId, PublicPicture>
}

/** A page for one pair of eyes: nothing keeps it. */
export interface PreviewPage {
  readonly body: string
  readonly style: string
}

/**
 * The page that readers would get if a story went out now, among what they have today. Of the record it shows what they
 * have of it: a claim that is still a draft stands behind no figure yet.
 */
export async function loadPreview(source: PageSource, { story, pictures }: PreviewedStory): Promise<PreviewPage> {
  const site = await openSite(source)
  const recorded = await storyRecord(site, story)
  const page = storyPage({
    context: contextOfOne(site, story.language, story.path),
    story,
    sections: inOrder(story.sectionIds, new Map(site.sections.map((section) => [section.id, section]))),
    authors: inOrder(story.bylines, await namesOf(site, story.bylines)),
    translations: (await translationsOf(site.edition, story.groupId)).filter(({ id }) => id !== story.id),
    translation: await loadTranslation(site, story),
    related: (await loadRelated(site, story)).stories,
    later: [],
    record: recorded?.record ?? null,
    pictures,
  })
  return { body: page.body, style: page.style ?? '' }
}

/** The words on the picture by which the story would be shared. */
export async function previewedCard(source: PageSource, story: PublicStory): Promise<ShareCard> {
  const context = contextOfOne(await openSite(source), story.language, story.path)
  return shareCardOf(context, story, sectionsOf(context, story.sectionIds))
}
