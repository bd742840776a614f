import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { FLOOD_PARTS } from './load-floods.ts'
import { aLoadedServer, type LoadedServer, otherReaders, type OtherReaders } from './load-house.ts'
import type { Borne } from './load-other-readers.ts'
import type { LoadPart, UnderLoad } from './load-parts.ts'
import { SLOW_PARTS } from './load-slow.ts'
import { table } from './measures.ts'

// node bench/load.ts [--stories 10000] [--patience SECONDS] [--json] [only…]: the real server, with clients that are slow or
// hostile, beside readers of kept pages at a steady fifty requests a second. TRIED_PROGRAM names another build than dist/.
// --patience 75 waits until clients who read slowly are cut off.

/** What one part did to the server and to those who only read. */
interface LoadFigures {
  readonly name: string
  readonly what: string
  readonly came: string
  readonly before: Borne
  readonly during: Borne
  readonly after: Borne
  readonly longestStallMs: number
  readonly cpuSeconds: number
  readonly megabytes: { readonly before: number; readonly peak: number; readonly after: number }
  readonly ended: number | string | null
  /** Of the machine, over the last minute. */
  readonly load: number
}

/** How long readers are watched before and after. */
const QUIET_MS = 5_000
/** How long the server has to come to rest. */
const SETTLE_MS = 3_000

async function underLoad(part: LoadPart, readers: OtherReaders, under: UnderLoad): Promise<LoadFigures> {
  const { server } = under
  const before = await watched(readers, QUIET_MS)
  const began = server.megabytes()
  let peak = began
  const looking = setInterval(() => (peak = Math.max(peak, server.megabytes())), 100)
  await server.longestStallMs()
  const cpuBefore = server.cpuSeconds()
  await readers.begin()
  const came = await part.run(under)
  const during = await readers.end()
  const cpuSeconds = server.cpuSeconds() - cpuBefore
  const ended = server.ended()
  const longestStallMs = ended === null ? await server.longestStallMs() : Number.NaN
  await pause(SETTLE_MS)
  clearInterval(looking)
  const after = await watched(readers, QUIET_MS)
  const megabytes = { before: began, peak, after: server.megabytes() }
  const { name, what } = part
  return {
    name,
    what,
    came,
    before,
    during,
    after,
    longestStallMs,
    cpuSeconds,
    megabytes,
    ended,
    load: loadavg()[0] ?? 0,
  }
}

async function watched(readers: OtherReaders, forMs: number): Promise<Borne> {
  await readers.begin()
  await pause(forMs)
  return readers.end()
}

const HEADINGS = [
  '',
  'p50 before',
  'during',
  'after',
  'p99 before',
  'during',
  'after',
  'worst',
  'failed',
  'stall',
  'CPU s',
  'MB before',
  'peak',
  'after',
  'load',
]

function rowOf({ name, before, during, after, megabytes, ...more }: LoadFigures): string[] {
  return [
    name,
    ...[before, during, after].map(({ p50 }) => p50.toFixed(1)),
    ...[before, during, after].map(({ p99 }) => p99.toFixed(1)),
    during.worst.toFixed(0),
    `${before.failed + during.failed + after.failed}/${before.asked + during.asked + after.asked}`,
    more.longestStallMs.toFixed(0),
    more.cpuSeconds.toFixed(1),
    ...[megabytes.before, megabytes.peak, megabytes.after].map((megabyte) => megabyte.toFixed(0)),
    more.load.toFixed(1),
  ]
}

/** What the readers read: kept before anything begins. */
async function keptPages({ port, stories }: LoadedServer): Promise<string[]> {
  const paths = ['/', '/feeds/rss.xml', '/mali', ...stories.slice(0, 47)]
  for (const path of paths) await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer()
  return paths
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stories: { type: 'string', default: '10000' },
    patience: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
  },
})
const parts = [...SLOW_PARTS.slice(0, 1), ...FLOOD_PARTS, ...SLOW_PARTS.slice(1)].filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-load-'))
const tell = (line: string) => console.error(line)
try {
  tell(`Filling a newsroom with ${values.stories} stories …`)
  const server = await aLoadedServer(join(folder, 'data'), Number(values.stories))
  const readers = await otherReaders(server.port, await keptPages(server))
  const under = { server, stories: server.stories.slice(47), patience: Number(values.patience) }
  const figures: LoadFigures[] = []
  for (const part of parts) {
    tell(`${part.name}: ${part.what} …`)
    const one = await underLoad(part, readers, under)
    figures.push(one)
    tell(`  ${one.came}`)
    if (one.ended !== null) break
  }
  readers.stop()
  const faults = server.faults()
  const ended = server.ended()
  if (ended === null) await server.stop()
  if (values.json) console.log(JSON.stringify({ stories: server.stories.length, figures, faults, ended }, null, 2))
  else {
    console.log(`${server.stories.length} stories; other readers' times in milliseconds, at fifty requests a second`)
    console.log(table(HEADINGS, figures.map(rowOf)))
    console.log(`Lines of the log: ${faults.length}${faults.length > 0 ? `, the first ${faults[0]}` : ''}`)
    console.log(ended === null ? 'The server ran to the end.' : `The server ended by itself: ${ended}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
