import type { EditionDb } from '../../edition/edition-db.ts'
import type { SharedCaching } from '../../press/shared-caching.ts'

/** Where the open data comes from. */
export interface OpenDataSource {
  readonly edition: EditionDb
  /** Without a slash at the end; known once the server listens. */
  readonly siteUrl: () => string
  /** What caches in front are told of answers that any change makes anew; left out where there are none. */
  readonly caching?: SharedCaching
}
