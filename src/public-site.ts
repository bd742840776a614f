import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { DatabaseAddress } from './database/open-database.ts'
import { openEditionToRead } from './edition/edition-db.ts'
import { keepEditionFile } from './edition/edition-file.ts'
import { releasesIn } from './edition/release-shelf.ts'
import { findRoute } from './http/find-route.ts'
import { listen } from './http/listener.ts'
import { openDataRoutes } from './http/open-data/open-data-routes.ts'
import { answerReaders } from './http/reader.ts'
import { keepPages } from './press/kept-pages.ts'
import type { PressStats } from './press/press.ts'
import { dataReleases } from './press/load/data-releases.ts'
import { findFrom } from './press/load/load-find.ts'
import { renderFrom } from './press/load/render-page.ts'
import { type EditionWatch, watchEdition } from './press/watch-edition.ts'
import { errorPage } from './site/error-page.tsx'

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
export async function openSite(config: Config, address: DatabaseAddress, log: Logger): Promise<OpenSite> {
  const onFault = (error: unknown) => log.error({ err: error }, 'a page could not be answered')
  const edition = openEditionToRead(address, (error) => log.warn({ err: error }, 'a database connection was lost'))
  try {
    // The port is known only after listening, and the site's address is on every page.
    const releases = join(config.dataFolder, 'releases')
    const source = {
      edition,
      siteUrl: config.siteUrl ?? '',
      releases: async () => dataReleases(await releasesIn(releases)),
    }
    const editionFile = keepEditionFile({ edition, address, folder: config.dataFolder })
    const press = keepPages({ render: renderFrom(source), maxBytes: config.pageBytes, onFault })
    const watch = await watchEdition(edition, press, onFault, (changes) => editionFile.changed(changes))
    const routes = [
      findRoute(findFrom(source)),
      ...openDataRoutes({ edition, siteUrl: () => source.siteUrl, editionFile, releases }),
    ]
    const answer = answerReaders({
      press,
      routes,
      errorPage: (status) => errorPage({ context: null, status }),
      onFault,
    })
    const listening = await listen({ host: config.host, port: config.port, answer, onFault }).catch(
      (error: unknown) => {
        watch.stop()
        throw error
      },
    )
    source.siteUrl ||= `http://localhost:${listening.port}`
    const close = async () => {
      await listening.close()
      watch.stop()
      await editionFile.close()
      await edition.destroy()
    }
    return { port: listening.port, siteUrl: source.siteUrl, watch, stats: () => press.stats(), close }
  } catch (error) {
    await edition.destroy()
    throw error
  }
}
