import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { settleEvents } from '../src/edition/apply-record-cells.ts'
import { writeEntries } from '../src/edition/apply-record-rows.ts'
import { eventIdsAfter } from '../src/edition/sweep.ts'
import type { EventId } from '../src/ids.ts'
import { importStories } from '../src/newsroom/importing/import-stories.ts'
import { openHouse } from '../test/promises/house.ts'
import { serve } from '../test/promises/served.ts'
import type { Borne, ToReaders } from './load-other-readers.ts'
import { madeRecord } from './made-record.ts'
import { aMadeStory, madeStories } from './made-stories.ts'

/** Events of the record, ten claims each. */
const EVENTS = 500
/** A story of so many words is a page of some megabytes. */
const LONG_WORDS = 200_000

/** The server under load, in a process of its own, as an operator starts it. */
export interface LoadedServer {
  readonly port: number
  /** Every story's address, and at the end that of a very long one. */
  readonly stories: readonly string[]
  readonly long: string
  /** Resident memory of its own, in megabytes: what it has of its files in memory belongs to nobody. */
  megabytes(): number
  /** Processor time so far, all threads, in seconds. */
  cpuSeconds(): number
  /** The longest that its event loop stood still since it was last asked, in milliseconds. */
  longestStallMs(): Promise<number>
  /** Null as long as it runs. */
  ended(): number | string | null
  /** What it has said of faults: lines of its log. */
  faults(): string[]
  stop(): Promise<void>
}

/** Fills a data folder with made stories and a made record, and lets the built program serve it. */
export async function aLoadedServer(data: string, stories: number): Promise<LoadedServer> {
  const house = await openHouse(data, () => randomBytes(16))
  const long = { ...aMadeStory(stories + 1, stories + 1, LONG_WORDS), headline: 'All of it in full' }
  await importStories(house.newsroom, madeStories(stories), { source: 'made', publish: true })
  await importStories(house.newsroom, [long], { source: 'made', publish: true })
  const { edition } = house.newsroom
  for (const some of madeRecord(EVENTS)) await edition.transaction().execute((tx) => writeEntries(tx, some))
  for (let after: EventId | null = null; ; ) {
    const events: EventId[] = await eventIdsAfter(edition, after, 25)
    await edition.transaction().execute((tx) => settleEvents(tx, events))
    after = events.at(-1) ?? null
    if (events.length < 25) break
  }
  await house.close()
  return started(data)
}

async function started(data: string): Promise<LoadedServer> {
  const served = await serve({
    data,
    env: { ONRECORD_OPERATIONS_PORT: '0' },
    // With as many sockets as a service manager allows a server.
    within: ([node = '', ...words]) => [
      'bash',
      '-c',
      'ulimit -n 65536 2>/dev/null; exec "$@"',
      'bash',
      node,
      '--max-semi-space-size=16',
      ...words,
    ],
  })
  while (!/Operations: port \d+/.test(served.output())) await pause(20)
  const port = Number(/localhost:(\d+)/.exec(served.output())?.[1])
  const operations = Number(/Operations: port (\d+)/.exec(served.output())?.[1])
  let ended: number | string | null = null
  void served.ended.then((by) => (ended = by ?? 'ended'))
  const addresses = await storyAddresses(port)
  const long = addresses.find((path) => path.endsWith('/all-of-it-in-full')) ?? ''
  return {
    port,
    stories: addresses.filter((path) => path !== long),
    long,
    megabytes: () => Number(/RssAnon:\s+(\d+)/.exec(fileOf(served.pid, 'status'))?.[1] ?? 0) / 1_000,
    cpuSeconds: () => {
      const fields = fileOf(served.pid, 'stat').split(' ')
      return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100
    },
    longestStallMs: async () => {
      const text = await (await fetch(`http://127.0.0.1:${operations}/metrics`)).text()
      return Number(/nodejs_eventloop_lag_max_seconds (\S+)/.exec(text)?.[1]) * 1_000
    },
    ended: () => ended,
    faults: () =>
      served
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    stop: () => served.stop(),
  }
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** As a search engine finds them. */
async function storyAddresses(port: number): Promise<string[]> {
  const locations = async (path: string) => {
    const text = await (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    return [...text.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]+)/g)].flatMap(([, found]) => found ?? [])
  }
  const months = (await locations('/sitemap.xml')).filter((path) => /\/\d{4}-\d{2}\.xml$/.test(path))
  const found: string[] = []
  for (const month of months) found.push(...(await locations(month)))
  return found.filter((path) => /^\/\d{4}\//.test(path))
}

/** Readers of kept pages, in a process of their own, whom the load must not touch. */
export interface OtherReaders {
  begin(): Promise<void>
  end(): Promise<Borne>
  stop(): void
}

export async function otherReaders(port: number, paths: readonly string[]): Promise<OtherReaders> {
  const child = fork(fileURLToPath(new URL('load-other-readers.ts', import.meta.url)), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ask = async (message: ToReaders) => {
    const answer = once(child, 'message')
    child.send(message)
    return (await answer)[0] as unknown
  }
  await ask({ port, paths })
  return {
    begin: async () => void (await ask('begin')),
    end: async () => (await ask('end')) as Borne,
    stop: () => child.disconnect(),
  }
}
