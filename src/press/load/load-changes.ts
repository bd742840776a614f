import { lookUp } from '../../edition/public-stories.ts'
import { storyTag } from '../../edition/tags.ts'
import { versionsOf } from '../../edition/versions.ts'
import { changesPage } from '../../site/story/changes-page.tsx'
import { gonePage } from '../../site/notice-pages.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import { finished, movedTo } from './finished.ts'
import { contextOfOne, type PublicSite } from './page-source.ts'

/**
 * What changed in the story at a path: its versions compared; the notice of a killed one, of which nothing is told; the
 * way to where it moved. Undefined when nothing is there, or when it never changed.
 */
export async function loadChanges(
  site: PublicSite,
  address: Extract<Address, { kind: 'story-changes' }>,
): Promise<FinishedPage | undefined> {
  const found = await lookUp(site.edition, address.path)
  const path = pathTo(address, site.newspaper)
  switch (found.kind) {
    case 'story': {
      const { story } = found
      const versions = await versionsOf(site.edition, story.id)
      if (versions.length < 2) return undefined
      const page = changesPage({ context: contextOfOne(site, story.language, path), story, versions })
      return finished(page, { language: story.language, shows: [storyTag(story.id)] })
    }
    case 'gone': {
      const { language, id } = found.story
      const page = gonePage({ context: contextOfOne(site, language, path), gone: found.story })
      return finished(page, { status: 410, language, shows: [storyTag(id)] })
    }
    case 'moved': {
      const to = pathTo({ ...address, path: found.to }, site.newspaper)
      return movedTo(to, [storyTag(found.storyId)])
    }
    case 'nothing':
      return undefined
  }
}
