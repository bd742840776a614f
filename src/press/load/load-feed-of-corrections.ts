import { newestCorrections } from '../../edition/corrections.ts'
import { correctionsTag, storyTag } from '../../edition/tags.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import type { PublicSite } from './page-source.ts'
import { FEED_LENGTH, type FeedAddress, linksOf, renderFeed } from './render-feed.ts'

/** Everything that the paper has corrected in a language, the newest first. */
export async function loadFeedOfCorrections(site: PublicSite, address: FeedAddress): Promise<FinishedPage> {
  const { language } = address
  const corrections = await newestCorrections(site.edition, { language, limit: FEED_LENGTH })
  const subject = { kind: 'corrections' } as const
  const page = renderFeed(site, address, { subject, stories: [], corrections })
  const shows = [correctionsTag(language), ...corrections.map(({ story }) => storyTag(story.id))]
  return finished(page, { language, shows, links: linksOf(site, address, subject) })
}
