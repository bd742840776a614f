import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Config } from '../../src/config/config.ts'
import { allPaths } from '../../src/press/all-addresses.ts'
import { openSite as openPublicSite } from '../../src/press/load/page-source.ts'
import { openSite } from '../../src/public-site.ts'
import { aConfig } from '../builders.ts'
import type { OpenDatabases } from '../contract/databases.ts'

export const SITE = 'https://paper.example'

/** An answer, with every byte that came. */
export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** Status, headers but the time, and body. */
  readonly whole: string
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The public side as it is served: everything that `start` joins, on a port of this machine. */
export interface ReaderSite {
  readonly port: number
  readonly folder: string
  /** Every line that was logged. */
  readonly lines: string[]
  /** Asks for an address, without compression unless the headers say otherwise. */
  ask(target: string, how?: Ask): Promise<Reply>
  /** Lets what changed since reach the pages. */
  catchUp(): Promise<void>
  /** Every path at which readers may find something, in every form. */
  paths(): Promise<string[]>
  close(): Promise<void>
}

/** What may be otherwise than everywhere. */
interface SiteOptions {
  readonly settings?: Partial<Config>
  readonly onDropped?: () => void
}

export async function openReaderSite(
  dbs: OpenDatabases,
  { settings = {}, onDropped = () => undefined }: SiteOptions = {},
): Promise<ReaderSite> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-readers-'))
  const lines: string[] = []
  const log = pino({ base: null, level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const config = aConfig({
    port: 0,
    dataFolder: folder,
    siteUrl: SITE,
    pageBytes: 64_000_000,
    webSubHub: 'https://hub.example/',
    indexNowKey: 'abcdef0123456789',
    ...settings,
  })
  const site = await openSite(config, dbs.addresses.edition, { log, studio: null, onDropped })
  const asker = askerAt(site.port)
  const source = { edition: dbs.reader, siteUrl: SITE, webSubHub: config.webSubHub, indexNowKey: config.indexNowKey }
  return {
    port: site.port,
    folder,
    lines,
    ask: asker.ask,
    catchUp: () => site.watch.catchUp(),
    paths: async () => {
      const found: string[] = []
      const all = allPaths(await openPublicSite(source), { text: true, offline: true })
      for await (const { path } of all) found.push(path)
      return found
    },
    close: async () => {
      asker.close()
      await site.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Asks a server on this machine, over a few lines that stay open. */
export function askerAt(port: number): Pick<ReaderSite, 'ask'> & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  return { ask: (target, how) => ask({ port, agent }, target, how), close: () => agent.destroy() }
}

const ask = (
  { port, agent }: { port: number; agent: Agent },
  target: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(
      { host: '127.0.0.1', port, agent, path: target, method, headers: { ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const { statusCode: status = 0, headers: got, rawHeaders } = response
          const text = Buffer.concat(chunks).toString('latin1')
          const named = rawHeaders.map((value, at) => (at % 2 === 1 && rawHeaders[at - 1] === 'Date' ? '' : value))
          resolve({ status, headers: got, text, whole: `${status}\n${named.join('\n')}\n${text}` })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
