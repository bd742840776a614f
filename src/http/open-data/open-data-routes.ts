import type { EditionFileKeeper } from '../../edition/edition-file.ts'
import type { QueryRoute } from '../query-route.ts'
import { changesFeedRoute } from './changes-feed-route.ts'
import { dataRoute } from './data-route.ts'
import { countDownloads } from './downloads.ts'
import { editionFileRoute } from './edition-file-route.ts'
import type { OpenDataSource } from './open-data-source.ts'
import { evidenceRoute } from './evidence-route.ts'
import { openApiRoute } from './openapi-route.ts'
import { releasesRoute } from './releases-route.ts'

export interface OpenDataOptions extends OpenDataSource {
  readonly editionFile: Pick<EditionFileKeeper, 'open'>
  /** The folder of all releases. */
  readonly releases: string
  /** How many downloads may be under way at once. */
  readonly atOnce?: number
}

/** Everything under `/data/`: tables, feeds of changes, the edition as a file, releases, and what describes them. */
export function openDataRoutes({ editionFile, releases, atOnce = 4, ...source }: OpenDataOptions): QueryRoute[] {
  const downloads = countDownloads(atOnce)
  return [
    dataRoute(source, downloads),
    openApiRoute(source),
    changesFeedRoute(source),
    editionFileRoute(editionFile, downloads),
    releasesRoute(source, releases),
    evidenceRoute(source, downloads),
  ]
}
