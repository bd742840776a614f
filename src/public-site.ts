import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { DatabaseAddress } from './database/open-database.ts'
import { openEditionToRead } from './edition/edition-db.ts'
import { listen } from './http/listener.ts'
import { answerReaders } from './http/reader.ts'
import { keepPages } from './press/kept-pages.ts'
import type { PressStats } from './press/press.ts'
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
    const source = { edition, siteUrl: config.siteUrl ?? '' }
    const press = keepPages({ render: renderFrom(source), maxBytes: config.pageBytes, onFault })
    const watch = await watchEdition(edition, press, onFault)
    const answer = answerReaders({ press, errorPage: (status) => errorPage({ context: null, status }), onFault })
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
      await edition.destroy()
    }
    return { port: listening.port, siteUrl: source.siteUrl, watch, stats: () => press.stats(), close }
  } catch (error) {
    await edition.destroy()
    throw error
  }
}
