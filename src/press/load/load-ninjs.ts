import { picturesById } from '../../edition/public-pictures.ts'
import { lookUp } from '../../edition/public-stories.ts'
import { storyRecordTag, storyTag } from '../../edition/tags.ts'
import { goneNinjs, ninjs } from '../../site/other-forms/ninjs.ts'
import { photosElsewhere } from '../../site/figures/photos-elsewhere.ts'
import { type Address, pathTo } from '../../story/addresses.ts'
import { picturesIn } from '../../story/pictures.ts'
import type { PublicStory } from '../../story/public-story.ts'
import type { FinishedPage } from '../page.ts'
import { inOrder, namesOf } from './cards.ts'
import { finished, movedTo } from './finished.ts'
import { contextOfOne, type PublicSite } from './page-source.ts'
import { storyRecord } from './story-record.ts'

type NinjsAddress = Extract<Address, { kind: 'ninjs' }>

/** A story for other newsrooms; of a withdrawn one its notice, with the status that its own address has too. */
export async function loadNinjs(site: PublicSite, address: NinjsAddress): Promise<FinishedPage | undefined> {
  const found = await lookUp(site.edition, address.path)
  switch (found.kind) {
    case 'story':
      return loadLive(site, found.story)
    case 'gone': {
      const { id, language } = found.story
      const page = goneNinjs(contextOfOne(site, language, address.path), found.story)
      return finished(page, { status: 410, language, shows: [storyTag(id)] })
    }
    case 'moved':
      return movedTo(pathTo({ ...address, path: found.to }, site.newspaper), [storyTag(found.storyId)])
    case 'nothing':
      return undefined
  }
}

async function loadLive(site: PublicSite, story: PublicStory): Promise<FinishedPage> {
  const recorded = await storyRecord(site, story)
  const pictures = await picturesById(site.edition, picturesIn(story.body))
  const page = ninjs({
    context: contextOfOne(site, story.language, story.path),
    story,
    pictures: photosElsewhere(site, story.body, pictures),
    sections: inOrder(story.sectionIds, new Map(site.sections.map((section) => [section.id, section]))),
    authors: inOrder(story.bylines, await namesOf(site, story.bylines)),
    record: recorded?.record ?? null,
  })
  const ofRecord = recorded ? [storyRecordTag(story.id), ...recorded.shows] : []
  return finished(page, { language: story.language, shows: [storyTag(story.id), ...ofRecord] })
}
