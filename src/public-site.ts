import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { DatabaseAddress } from './database/open-database.ts'
import { type EditionDb, openEditionToRead } from './edition/edition-db.ts'
import { keepEditionFile } from './edition/edition-file.ts'
import { pictureFile } from './edition/public-pictures.ts'
import { releasesIn } from './edition/release-shelf.ts'
import { findRoute } from './http/find-route.ts'
import { formerAddressRoute } from './http/former-address-route.ts'
import { listen } from './http/listener.ts'
import { mediaRoute } from './http/media-route.ts'
import { oembedRoute } from './http/oembed-route.ts'
import { openDataRoutes } from './http/open-data/open-data-routes.ts'
import type { QueryRoute } from './http/query-route.ts'
import { answerReaders } from './http/reader.ts'
import { reportLimits } from './http/report-limits.ts'
import { reportRoute } from './http/report-route.ts'
import { searchRoute } from './http/search-route.ts'
import { shareCardRoute } from './http/share-card-route.ts'
import { pictureShelves } from './media/disk-media-store.ts'
import { keepShareCards } from './media/share-card.ts'
import { forgetCards } from './press/forget-cards.ts'
import { keepPages } from './press/kept-pages.ts'
import type { PressStats } from './press/press.ts'
import { dataReleases } from './press/load/data-releases.ts'
import { oembedFrom } from './press/load/load-embed.ts'
import { findFrom } from './press/load/load-find.ts'
import { formerFrom } from './press/load/load-former.ts'
import { searchFrom } from './press/load/load-search.ts'
import { shareCardFrom } from './press/load/load-share-card.ts'
import { reportSiteFrom } from './press/load/load-report.ts'
import type { PageSource } from './press/load/page-source.ts'
import { renderFrom } from './press/load/render-page.ts'
import { wholeFiles } from './press/load/whole-file.ts'
import { mediaIn } from './press/static-export/media-folder.ts'
import type { ExportRequest, ExportResult } from './press/static-export/export-request.ts'
import { exportSite } from './press/static-export/export-site.ts'
import { countingReads } from './press/reads.ts'
import { keepReads, readsIn } from './press/reads-file.ts'
import { inboxIn, leaveReport } from './press/report-inbox.ts'
import { type EditionWatch, watchEdition } from './press/watch-edition.ts'
import { errorPage } from './site/error-page.tsx'
import { instantOf } from './time.ts'

/** The public side, listening. */
export interface OpenSite {
  readonly port: number
  readonly siteUrl: string
  readonly watch: EditionWatch
  /** What the press holds and has done. */
  stats(): PressStats
  close(): Promise<void>
}

/** The public side: it reads the edition and knows nothing else. */
export async function openSite(
  config: Config,
  address: DatabaseAddress,
  { log, studio }: { readonly log: Logger; readonly studio: StudioSide | null },
): Promise<OpenSite> {
  const onFault = (error: unknown) => log.error({ err: error }, 'a page could not be answered')
  const edition = openEditionToRead(address, (error) => log.warn({ err: error }, 'a database connection was lost'))
  try {
    // The port is known only after listening, and the site's address is on every page.
    const releases = join(config.dataFolder, 'releases')
    const source = {
      edition,
      siteUrl: config.siteUrl ?? '',
      releases: async () => dataReleases(await releasesIn(releases)),
      webSubHub: config.webSubHub,
      indexNowKey: config.indexNowKey,
      media: wholeFiles(pictureShelves(config.dataFolder).media),
    }
    const editionFile = keepEditionFile({ edition, address, folder: config.dataFolder })
    const press = keepPages({ render: renderFrom(source), maxBytes: config.pageBytes, onFault })
    const cards = keepShareCards(join(config.dataFolder, 'cards'))
    const cardKeeper = forgetCards(cards, edition, onFault)
    const watch = await watchEdition(edition, press, onFault, (changes) => {
      cardKeeper.changed(changes)
      return editionFile.changed(changes)
    })
    const routes = routesOf(config, { edition, source, cards, editionFile, onFault })
    const reads = config.countsReads ? openReads(config, log) : null
    const readers = answerReaders({
      press,
      routes,
      errorPage: (status) => errorPage({ context: null, status }),
      onFault,
      onRead: reads?.count,
    })
    const answer = studio === null ? readers : besideStudio(readers, studio)
    const listening = await listen({ host: config.host, port: config.port, answer, onFault }).catch(
      (error: unknown) => {
        watch.stop()
        throw error
      },
    )
    source.siteUrl ||= `http://localhost:${listening.port}`
    const close = async () => {
      await listening.close()
      await reads?.close()
      watch.stop()
      await cardKeeper.settled()
      await editionFile.close()
      await edition.destroy()
    }
    return { port: listening.port, siteUrl: source.siteUrl, watch, stats: () => press.stats(), close }
  } catch (error) {
    await edition.destroy()
    throw error
  }
}

interface RouteParts {
  readonly edition: EditionDb
  readonly source: PageSource
  readonly cards: ReturnType<typeof keepShareCards>
  readonly editionFile: ReturnType<typeof keepEditionFile>
  readonly onFault: (error: unknown) => void
}

/** What answers by a query, or with a file. */
function routesOf({ dataFolder }: Config, { edition, source, cards, editionFile, onFault }: RouteParts): QueryRoute[] {
  const { media } = pictureShelves(dataFolder)
  const releases = join(dataFolder, 'releases')
  return [
    shareCardRoute(shareCardFrom(source), cards),
    mediaRoute({ file: (name) => pictureFile(edition, name), store: media }),
    findRoute(findFrom(source)),
    searchRoute(searchFrom(source)),
    oembedRoute(oembedFrom(source)),
    ...openDataRoutes({ edition, siteUrl: () => source.siteUrl, editionFile, releases }),
    reportsInto(inboxIn(dataFolder), source, onFault),
    // Last: whatever has a query of its own is asked before.
    formerAddressRoute(formerFrom(source)),
  ]
}

/** What answers staff, under one address with readers: handed in, so that the public side knows nothing of it. */
export interface StudioSide {
  readonly isFor: (target: string) => boolean
  readonly answer: RequestListener
}

const besideStudio =
  (readers: RequestListener, studio: StudioSide): RequestListener =>
  (request, response) =>
    studio.isFor(request.url ?? '') ? studio.answer(request, response) : readers(request, response)

/** Writes the public side as files: it, too, reads the edition and knows nothing else. */
export async function exportStatic(
  config: Config,
  address: DatabaseAddress,
  request: StaticExport,
): Promise<ExportResult> {
  const edition = openEditionToRead(address)
  const { dataFolder, webSubHub, indexNowKey } = config
  const { siteUrl, ...more } = request
  try {
    const settings = { siteUrl, dataFolder, webSubHub, indexNowKey }
    return await exportSite({ ...more, edition, address, settings, findMedia: mediaIn(edition, dataFolder) })
  } finally {
    await edition.destroy()
  }
}

/** What the command line says of an export; the rest is joined here. */
export type StaticExport = Omit<ExportRequest, 'edition' | 'address' | 'settings' | 'findMedia'> & {
  readonly siteUrl: string
}

/** What readers report goes into a folder that the newsroom empties: from here there is no other way to it. */
const reportsInto = (inbox: string, source: PageSource, onFault: (error: unknown) => void) =>
  reportRoute({
    open: reportSiteFrom(source),
    leave: (report) => leaveReport(inbox, report, instantOf(new Date())),
    limits: reportLimits(),
    onFault,
  })

function openReads({ dataFolder }: Config, log: Logger) {
  const reads = countingReads()
  const onFault = (error: unknown) => log.warn({ err: error }, 'the reads could not be written; it will be tried again')
  const keeper = keepReads({ folder: readsIn(dataFolder), reads, onFault })
  return { count: reads.count, close: () => keeper.close() }
}
