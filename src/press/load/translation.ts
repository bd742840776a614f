import { originalOf } from '../../edition/originals.ts'
import { newestVersionAt } from '../../edition/versions.ts'
import type { TranslationOf } from '../../site/story/translation-banner.tsx'
import type { PublicStory } from '../../story/public-story.ts'
import type { Publication } from '../../story/story.ts'
import type { PublicSite } from './page-source.ts'

/** What a translation says of its original; null for an original, and where readers never had the original here. */
export async function loadTranslation(site: PublicSite, story: PublicStory): Promise<TranslationOf | null> {
  if (story.translatedFrom === null) return null
  const original = await originalOf(site.edition, story.translatedFrom)
  return original ? { original, notes: story.notes, asOf: await textAsOf(site, story) } : null
}

/** When the present text went live. A note moves the story's last change, and not its text. */
async function textAsOf({ edition }: PublicSite, story: PublicStory): Promise<Publication> {
  const changedAt = story.versions > 1 ? await newestVersionAt(edition, story.id) : undefined
  return changedAt === undefined ? story.firstPublished : { at: changedAt, precision: 'minute' }
}
