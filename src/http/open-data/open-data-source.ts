import type { EditionDb } from '../../edition/edition-db.ts'

/** Where the open data comes from. */
export interface OpenDataSource {
  readonly edition: EditionDb
  /** Without a slash at the end; known once the server listens. */
  readonly siteUrl: () => string
}
