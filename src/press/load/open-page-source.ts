import type { EditionDb } from '../../edition/edition-db.ts'
import { releasesIn } from '../../edition/release-shelf.ts'
import { releasesFolder } from '../shared-releases.ts'
import { type ShelvesPlace, shelvesAt } from '../picture-shelves.ts'
import { dataReleases } from './data-releases.ts'
import type { PageSource } from './page-source.ts'
import { wholeFiles } from './whole-file.ts'

/** All that pages depend on besides the edition. Plain values, so that they can be handed to another thread. */
export interface PageSettings extends ShelvesPlace {
  /** Without a slash at the end. */
  readonly siteUrl: string
  readonly webSubHub: string | null
  readonly indexNowKey: string | null
}

/** Where pages come from, in a newsroom's own data folder. */
export function openPageSource(edition: EditionDb, settings: PageSettings): PageSource {
  const { siteUrl, dataFolder, webSubHub, indexNowKey } = settings
  const releases = releasesFolder(dataFolder)
  return {
    edition,
    siteUrl,
    releases: async () => dataReleases(await releasesIn(releases)),
    webSubHub,
    indexNowKey,
    media: wholeFiles(shelvesAt(settings).media),
  }
}
