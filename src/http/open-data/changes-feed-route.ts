import { createHash } from 'node:crypto'
import { EDITION, SITE } from '../../edition/tags.ts'
import { newestChanges } from '../../edition/newest-changes.ts'
import { contextOfOne, openSite } from '../../press/load/page-source.ts'
import { CHANGES_ATOM, CHANGES_JSON_FEED, changesAtom, changesJsonFeed } from '../../site/open-data/changes-feed.ts'
import { NOTHING_SHARED } from '../../press/shared-caching.ts'
import type { QueryRoute } from '../query-route.ts'
import type { OpenDataSource } from './open-data-source.ts'
import { sendStream } from './send-stream.ts'

/** How many changes the feeds carry. */
const FEED_LENGTH = 100

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  [CHANGES_ATOM]: 'application/atom+xml; charset=utf-8',
  [CHANGES_JSON_FEED]: 'application/feed+json',
}

/** The newest changes of the record in words, for feed readers: Atom and JSON Feed. */
export const changesFeedRoute = (source: OpenDataSource): QueryRoute => ({
  isFor: ({ path }) => path in CONTENT_TYPES,
  answer: async ({ path }, request, response) => {
    const headersFor = (source.caching ?? NOTHING_SHARED).begin()
    const body = await feedAt(path, source)
    await sendStream(request, response, {
      contentType: CONTENT_TYPES[path] ?? '',
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
      fileName: null,
      isCompressible: true,
      shared: headersFor([EDITION, SITE]),
      chunks: () => [body],
    })
  },
})

async function feedAt(path: string, { edition, siteUrl }: OpenDataSource): Promise<string> {
  const site = await openSite({ edition, siteUrl: siteUrl() })
  const context = contextOfOne(site, site.newspaper.defaultLanguage)
  const props = { context, ...(await newestChanges(edition, FEED_LENGTH)) }
  return path === CHANGES_ATOM ? changesAtom(props) : `${JSON.stringify(changesJsonFeed(props))}\n`
}
