import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EditionFileKeeper, keepEditionFile } from '../../src/edition/edition-file.ts'
import { type Listening, listen } from '../../src/http/listener.ts'
import { openDataRoutes } from '../../src/http/open-data/open-data-routes.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { ask, type Ask, type Reply, seen } from '../http/clients.ts'
import { aPress, FakeEdition } from '../press/builders.ts'
import type { OpenDatabases } from './databases.ts'

/** The site's address in these tests. */
export const SITE = 'https://sahel.example'

/** The open data of an edition, served on a port of this machine. */
export interface OpenDataServer {
  readonly folder: string
  readonly releases: string
  readonly faults: unknown[]
  readonly editionFile: EditionFileKeeper
  readonly port: number
  get(target: string, options?: Ask): Promise<Reply>
  /** The body of an answer that must be a 200. */
  text(target: string): Promise<string>
  json<Value>(target: string): Promise<Value>
  /** The rows of a CSV file by their columns. */
  rows(target: string): Promise<Record<string, string>[]>
  close(): Promise<void>
}

export async function serveOpenData(
  dbs: OpenDatabases,
  more: { readonly nowMs?: () => number; readonly atOnce?: number } = {},
): Promise<OpenDataServer> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-data-'))
  const releases = join(folder, 'releases')
  const { reader: edition, addresses } = dbs
  const editionFile = keepEditionFile({ edition, address: addresses.edition, folder, ...more })
  const faults: unknown[] = []
  const onFault = (error: unknown) => void faults.push(error)
  const answer = answerReaders({
    press: aPress(new FakeEdition()),
    routes: openDataRoutes({ edition, siteUrl: () => SITE, editionFile, releases, ...more }),
    errorPage: (status) => ({ contentType: 'text/html', body: `Error ${status}`, style: null }),
    onFault,
  })
  const listening: Listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault, graceMs: 500 })
  const get = (target: string, options?: Ask) => ask(listening.port, target, options)
  const text = async (target: string) => {
    const reply = await get(target)
    if (reply.status !== 200) throw new Error(`${target}: ${reply.status} ${seen(reply)}`)
    return seen(reply)
  }
  return {
    folder,
    releases,
    faults,
    editionFile,
    port: listening.port,
    get,
    text,
    json: async (target) => JSON.parse(await text(target)),
    rows: async (target) => rowsIn(await text(target)),
    close: async () => {
      await listening.close()
      await editionFile.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Reads CSV back by the letter of RFC 4180. */
export function linesIn(text: string): string[][] {
  const lines: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/gy
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    lines.at(-1)?.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] === '\n') lines.push([])
    if (cell.lastIndex === text.length) break
  }
  return lines.filter((line) => line.length > 0)
}

function rowsIn(text: string): Record<string, string>[] {
  const [head = [], ...lines] = linesIn(text)
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ''])))
}
