import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Config } from '../../src/config/config.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { openSite } from '../../src/public-site.ts'
import { openStudio } from '../../src/studio-side.ts'
import { loggedError } from '../../src/upkeep/logged-error.ts'
import { aConfig } from '../builders.ts'
import type { OpenDatabases } from '../contract/databases.ts'
import { askerAt, type ReaderSite } from './reader-site.ts'

/** Readers' pages and the studio on one port, as the server joins them. */
export interface WholeHouse extends Pick<ReaderSite, 'ask'> {
  readonly port: number
  readonly folder: string
  /** Every line of the log, of every level there is. */
  readonly lines: string[]
  close(): Promise<void>
}

/** Where both are found from outside; over https, as behind any proxy. */
export const HERE = 'https://paper.example'

export async function openWholeHouse(
  dbs: OpenDatabases,
  newsroom: Newsroom,
  settings: Partial<Config> = {},
): Promise<WholeHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-whole-'))
  const lines: string[] = []
  const log = pino(
    { base: null, level: 'trace', serializers: { err: loggedError } },
    { write: (line: string) => void lines.push(line) },
  )
  const config = aConfig({ port: 0, dataFolder: folder, siteUrl: HERE, pageBytes: 64_000_000, ...settings })
  const studio = openStudio(config, { newsroom, address: dbs.addresses.edition, log }, () => HERE)
  const site = await openSite(config, dbs.addresses.edition, { log, studio })
  const asker = askerAt(site.port)
  return {
    port: site.port,
    folder,
    lines,
    ask: (target, how) => asker.ask(target, how),
    close: async () => {
      asker.close()
      await site.close()
      await studio.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
