import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { DatabaseAddress } from './database/open-database.ts'
import { hearNotices, type Notices } from './database/postgres-notices.ts'
import { type EditionDb, openEditionToRead } from './edition/edition-db.ts'
import { keepEditionFile } from './edition/edition-file.ts'
import { pictureFile } from './edition/public-pictures.ts'
import { OnrecordError } from './errors.ts'
import { answerNotYet } from './http/error-answers.ts'
import { findRoute } from './http/find-route.ts'
import { formerAddressRoute } from './http/former-address-route.ts'
import { trustedProxies } from './http/client-address.ts'
import { listen } from './http/listener.ts'
import { mediaRoute } from './http/media-route.ts'
import { oembedRoute } from './http/oembed-route.ts'
import { openDataRoutes } from './http/open-data/open-data-routes.ts'
import { passedSocket } from './http/passed-socket.ts'
import type { QueryRoute } from './http/query-route.ts'
import { answerReaders } from './http/reader.ts'
import { reportLimits } from './http/report-limits.ts'
import { reportRoute } from './http/report-route.ts'
import { searchRoute } from './http/search-route.ts'
import { shareCardRoute } from './http/share-card-route.ts'
import { keepShareCards } from './media/share-card.ts'
import { forgetCards } from './press/forget-cards.ts'
import { keepPages } from './press/kept-pages.ts'
import { shelvesAt } from './press/picture-shelves.ts'
import type { Press, PressStats } from './press/press.ts'
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
import { inboxIn, isClaimed, leaveReport } from './press/report-inbox.ts'
import { releasesFolder, sharedReleases } from './press/shared-releases.ts'
import { untilReady } from './press/until-ready.ts'
import { type SharedCaching, sharedCaching, surrogateFor } from './press/shared-caching.ts'
import { type EditionWatch, watchEdition, type Watching } from './press/watch-edition.ts'
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

interface SiteParts {
  readonly log: Logger
  readonly studio: StudioSide | null
  /** Told when pages that a change touched have been dropped. */
  readonly onDropped?: () => void
}

/** The public side: it reads the edition and knows nothing else. */
export async function openSite(
  config: Config,
  address: DatabaseAddress,
  { log, studio, onDropped }: SiteParts,
): Promise<OpenSite> {
  const onFault = faultsInto(log)
  const site = await joinSite(config, address, log, onDropped)
  try {
    const answer = studio === null ? site.answer : besideStudio(site.answer, studio)
    const door = await listen({ ...doorOf(config), answer, onFault })
    const { port } = door
    const close = async () => {
      await door.close()
      await site.close()
    }
    return { port, siteUrl: site.foundAt(port), watch: site.watch, stats: site.stats, close }
  } catch (error) {
    await site.close()
    throw error
  }
}

/** The public side, listening: the edition may not be there yet. */
export interface WaitingSite extends Pick<OpenSite, 'port' | 'siteUrl' | 'close'> {
  /** What the press holds and has done; null as long as there is no edition to be read. */
  stats(): PressStats | null
}

/**
 * The public side in a process, or on a host, of its own: it listens at once, asks readers to come back as long as the
 * edition is not there, not reached or not of this release, and begins when it is.
 *
 * @param findAddress where the edition is; asked again until there is an answer
 */
export async function openSiteWhenReady(
  config: Config,
  findAddress: () => Promise<DatabaseAddress>,
  { log, migrations }: { readonly log: Logger; readonly migrations: string },
): Promise<WaitingSite> {
  const onFault = faultsInto(log)
  let site: JoinedSite | undefined
  const notYet = answerNotYet((status) => errorPage({ context: null, status }), onFault)
  const answer: RequestListener = (request, response) => (site?.answer ?? notYet)(request, response)
  const door = await listen({ ...doorOf(config), answer, onFault })
  const { port } = door
  const closing = new AbortController()
  const opening = untilReady(findAddress, { migrations, signal: closing.signal, log }, async (address) => {
    site = await joinSite(config, address, log)
    site.foundAt(port)
  })
  const close = async () => {
    closing.abort()
    await door.close()
    await opening
    await site?.close()
  }
  return { port, siteUrl: config.siteUrl ?? `http://localhost:${port}`, stats: () => site?.stats() ?? null, close }
}

/** Where this process listens, at a socket that it was passed or at one of its own; and how long it answers once it closes. */
export const doorOf = ({ host, port }: Config) => ({
  host,
  port,
  passed: passedSocket(process.env),
  lastWordMs: 1_000,
})

const faultsInto = (log: Logger) => (error: unknown) => log.error({ err: error }, 'a page could not be answered')

/** Everything that answers readers, before anybody listens. */
interface JoinedSite {
  readonly answer: RequestListener
  readonly watch: EditionWatch
  readonly stats: () => PressStats
  /** Told the port once it is known: the site's address is on every page. @returns that address */
  readonly foundAt: (port: number) => string
  readonly close: () => Promise<void>
}

async function joinSite(
  config: Config,
  address: DatabaseAddress,
  log: Logger,
  onDropped: () => void = () => undefined,
): Promise<JoinedSite> {
  const onFault = faultsInto(log)
  const edition = openEditionToRead(address, (error) => log.warn({ err: error }, 'a database connection was lost'))
  try {
    const releases = sharedReleases(config, onFault)
    const source = {
      edition,
      siteUrl: config.siteUrl ?? '',
      releases: async () => dataReleases(await releases.list()),
      webSubHub: config.webSubHub,
      indexNowKey: config.indexNowKey,
      media: wholeFiles(shelvesAt(config).media),
    }
    const editionFile = keepEditionFile({ edition, address, folder: config.dataFolder })
    const surrogate = surrogateFor(config.caches)
    const press = keepPages({ render: renderFrom(source), maxBytes: config.pageBytes, surrogate, onFault })
    const cards = keepShareCards(join(config.dataFolder, 'cards'))
    const cardKeeper = forgetCards(cards, edition, onFault)
    const { watch, stop } = await watchWithNotices(edition, address, press, {
      onFault,
      onChanges: (changes) => {
        cardKeeper.changed(changes)
        releases.changed(changes)
        onDropped()
        return editionFile.changed(changes)
      },
    })
    const reads = config.countsReads ? openReads(config, log) : null
    const caching = sharedCaching(surrogate, watch.lookedAtMs)
    const answer = answerReaders({
      press,
      routes: routesOf(config, { edition, source, cards, editionFile, caching, onFault }),
      errorPage: (status) => errorPage({ context: null, status }),
      onFault,
      onRead: reads?.count,
      mayBeShared: surrogate && caching.isInStep,
    })
    const close = async () => {
      await reads?.close()
      await stop()
      await cardKeeper.settled()
      await editionFile.close()
      await edition.destroy()
    }
    const foundAt = (port: number) => (source.siteUrl ||= `http://localhost:${port}`)
    return { answer, watch, stats: () => press.stats(), foundAt, close }
  } catch (error) {
    await edition.destroy()
    throw error
  }
}

/** On PostgreSQL a notice wakes the watch at once; on SQLite it looks by itself. */
async function watchWithNotices(edition: EditionDb, address: DatabaseAddress, press: Press, watching: Watching) {
  const heard: { notices?: Notices } = {}
  const watch = await watchEdition(edition, press, { ...watching, isTold: () => heard.notices?.isHeard() ?? false })
  const wake = () => void watch.catchUp().catch(() => undefined)
  if (address.kind === 'postgres') heard.notices = hearNotices(address.url, wake)
  const stop = async () => {
    watch.stop()
    await heard.notices?.close()
  }
  return { watch, stop }
}

interface RouteParts {
  readonly edition: EditionDb
  readonly source: PageSource
  readonly cards: ReturnType<typeof keepShareCards>
  readonly editionFile: ReturnType<typeof keepEditionFile>
  readonly caching: SharedCaching
  readonly onFault: (error: unknown) => void
}

/** What answers by a query, or with a file. */
function routesOf(config: Config, { edition, source, cards, editionFile, caching, onFault }: RouteParts): QueryRoute[] {
  const { media } = shelvesAt(config)
  const { dataFolder } = config
  const releases = releasesFolder(dataFolder)
  return [
    shareCardRoute(shareCardFrom(source), cards, caching),
    mediaRoute({ file: (name) => pictureFile(edition, name), store: media, caching }),
    findRoute(findFrom(source)),
    searchRoute(searchFrom(source)),
    oembedRoute(oembedFrom(source)),
    ...openDataRoutes({ edition, siteUrl: () => source.siteUrl, caching, editionFile, releases }),
    reportsInto(config, source, onFault),
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
  const { dataFolder, webSubHub, indexNowKey, s3, mediaBucket } = config
  const { siteUrl, ...more } = request
  try {
    const settings = { siteUrl, dataFolder, webSubHub, indexNowKey, s3, mediaBucket }
    return await exportSite({
      ...more,
      edition,
      address,
      settings,
      findMedia: mediaIn(edition, dataFolder, shelvesAt(settings).media),
    })
  } finally {
    await edition.destroy()
  }
}

/** What the command line says of an export; the rest is joined here. */
export type StaticExport = Omit<ExportRequest, 'edition' | 'address' | 'settings' | 'findMedia'> & {
  readonly siteUrl: string
}

/** What readers report goes into a folder that the newsroom empties: from here there is no other way to it. */
export const reportsInto = (config: Config, source: PageSource, onFault: (error: unknown) => void): QueryRoute => {
  const inbox = inboxIn(config.dataFolder)
  return reportRoute({
    open: reportSiteFrom(source),
    leave: async (report) => {
      if (await isClaimed(inbox)) return leaveReport(inbox, report, instantOf(new Date()))
      throw new OnrecordError('bad-config', 'A report was not taken: no newsroom empties the inbox of this host.', {
        remedy: 'Have the proxy send /report to the host of the studio: docs/operate/growing.md.',
      })
    },
    limits: reportLimits(),
    isTrustedProxy: trustedProxies(config.trustedProxies),
    onFault,
  })
}

function openReads({ dataFolder }: Config, log: Logger) {
  const reads = countingReads()
  const onFault = (error: unknown) => log.warn({ err: error }, 'the reads could not be written; it will be tried again')
  const keeper = keepReads({ folder: readsIn(dataFolder), reads, onFault })
  return { count: reads.count, close: () => keeper.close() }
}
