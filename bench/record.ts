import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forgetDeleted } from '../src/database/forget-deleted.ts'
import { migrate } from '../src/database/migrate.ts'
import { settleEvents } from '../src/edition/apply-record-cells.ts'
import { writeEntries } from '../src/edition/apply-record-rows.ts'
import { type EditionDb, openEditionToRead, openEditionToWrite } from '../src/edition/edition-db.ts'
import { rowsAfter } from '../src/edition/record-rows-paged.ts'
import { eventFamilySet } from '../src/edition/record-sets.ts'
import { eventIdsAfter } from '../src/edition/sweep.ts'
import type { EventId } from '../src/ids.ts'
import { cellsOf } from '../src/record/cells-of.ts'
import { ledgerOf } from '../src/record/make-ledger.ts'
import { summariseCell } from '../src/record/summarise-cell.ts'
import type * as RenderPage from '../src/press/load/render-page.ts'
import { built } from './built.ts'
import { madeRecord, nthId } from './made-record.ts'
import { quantile, table } from './measures.ts'

/** What a record of this size costs. Times in milliseconds unless they say otherwise. */
export interface RecordFigures {
  readonly events: number
  readonly claims: number
  readonly megabytes: number
  readonly entriesPerSecond: number
  readonly eventsSettledPerSecond: number
  /** One cell's summary, of a set of which nothing was worked out before. */
  readonly summaries: readonly number[]
  /** An event's family read from the edition. */
  readonly loads: readonly number[]
  /** Its whole ledger, of a set that was just read. */
  readonly ledgers: readonly number[]
  /** An event's page, from its address to its markup: processor time, the database's included. */
  readonly pages: readonly number[]
  readonly cells: number
  readonly streamSeconds: number
  /** What streaming every row of `cells` added to the process at its largest. */
  readonly streamPeakMb: number
}

/** Makes an edition with so many events, ten claims each, without a newsroom, and asks of it what pages and exports ask. */
export async function benchRecord(events: number, tell: (line: string) => void): Promise<RecordFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const address = { kind: 'sqlite', file: join(folder, 'edition.db') } as const
  const edition = openEditionToWrite(address)
  try {
    const migrations = fileURLToPath(new URL('../migrations/edition', import.meta.url))
    await migrate(edition, { kind: 'sqlite', folder: migrations, now: '2026-01-01T00:00:00.000Z' })
    tell('writing …')
    const writing = await write(edition, events)
    tell('working out figures …')
    const settling = await settle(edition)
    // A log as long as the whole record would be looked through with every read; a server's is emptied as it goes.
    await forgetDeleted(edition, 'sqlite')
    const reader = openEditionToRead(address)
    tell('reading …')
    const reading = await read(reader, events)
    const pages = renderApart(address.file, events)
    const streaming = await stream(reader)
    await reader.destroy()
    const megabytes = statSync(address.file).size / 1e6
    return { events, claims: events * 10, megabytes, ...writing, ...settling, ...reading, pages, ...streaming }
  } finally {
    await edition.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function write(edition: EditionDb, events: number) {
  const began = performance.now()
  let entries = 0
  for (const some of madeRecord(events)) {
    await edition.transaction().execute((tx) => writeEntries(tx, some))
    entries += some.length
  }
  return { entriesPerSecond: (entries / (performance.now() - began)) * 1_000 }
}

async function settle(edition: EditionDb) {
  const began = performance.now()
  let events = 0
  for (let after: EventId | null = null; ; ) {
    const ids: EventId[] = await eventIdsAfter(edition, after, 25)
    await edition.transaction().execute((tx) => settleEvents(tx, ids))
    events += ids.length
    after = ids.at(-1) ?? null
    if (ids.length < 25) break
  }
  return { eventsSettledPerSecond: (events / (performance.now() - began)) * 1_000 }
}

/** Spread over the whole record in steps of a prime, so that large and small events come as often as there are of them. */
const nthOf = (index: number, events: number): number => (index * 7919) % events

/** How many events are looked at, spread over the whole record. */
const SAMPLE = 500

async function read(reader: EditionDb, events: number) {
  const loads: number[] = []
  const ledgers: number[] = []
  const summaries: number[] = []
  for (let index = 0; index < SAMPLE; index += 1) {
    const id = nthId('event', nthOf(index, events))
    const began = performance.now()
    const set = await eventFamilySet(reader, id)
    const loaded = performance.now()
    ledgerOf(set, id)
    loads.push(loaded - began)
    ledgers.push(performance.now() - loaded)
    for (const cell of cellsOf(set, id)) {
      // A copy has nothing worked out yet: what one cell costs who asks for nothing else.
      const cold = { ...set }
      const asked = performance.now()
      summariseCell(cold, cell)
      summaries.push(performance.now() - asked)
    }
  }
  return { loads, ledgers, summaries }
}

/** Pages are rendered by a process of their own: what writing a million claims leaves behind is no part of a page. */
const renderApart = (file: string, events: number): number[] =>
  JSON.parse(
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--pages', file, String(events)], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  ) as number[]

async function renderPages(reader: EditionDb, events: number): Promise<number[]> {
  const { renderFrom } = (await built('press/load/render-page.js')) as typeof RenderPage
  const render = renderFrom({ edition: reader, siteUrl: 'http://localhost' })
  const pages: number[] = []
  // The first are rendered by a program that is still being compiled: no server stays like that.
  for (let index = -SAMPLE; index < SAMPLE; index += 1) {
    const event = await reader
      .selectFrom('events')
      .select('slug')
      .where('id', '=', nthId('event', nthOf(index + SAMPLE, events)))
      .executeTakeFirstOrThrow()
    const began = process.cpuUsage()
    await render(`/record/${event.slug}`)
    const { user, system } = process.cpuUsage(began)
    if (index >= 0) pages.push((user + system) / 1_000)
  }
  return pages
}

async function stream(reader: EditionDb) {
  const before = process.memoryUsage.rss()
  const began = performance.now()
  let cells = 0
  let peak = before
  for (let after: string | null = null; ; ) {
    const rows: { readonly id: string }[] = await rowsAfter(reader, 'cells', { after, limit: 1_000 })
    cells += rows.length
    peak = Math.max(peak, process.memoryUsage.rss())
    after = rows.at(-1)?.id ?? null
    if (rows.length < 1_000) break
  }
  return { cells, streamSeconds: (performance.now() - began) / 1_000, streamPeakMb: (peak - before) / 1e6 }
}

const ms = (values: readonly number[]): string[] => [0.5, 0.99].map((share) => quantile(values, share).toFixed(2))

/** The figures as a table. */
export function recordTable(figures: RecordFigures): string {
  return [
    `${figures.events} events, ${figures.claims} claims, ${figures.cells} cells, ${figures.megabytes.toFixed(0)} MB`,
    `written: ${figures.entriesPerSecond.toFixed(0)} entries/s; worked out: ${figures.eventsSettledPerSecond.toFixed(0)} events/s`,
    `all rows of cells: ${figures.streamSeconds.toFixed(2)} s, ${figures.streamPeakMb.toFixed(0)} MB more at the largest`,
    table(
      ['milliseconds', 'median', 'p99'],
      [
        ['a cell’s summary', ...ms(figures.summaries)],
        ['an event’s family read', ...ms(figures.loads)],
        ['its ledger', ...ms(figures.ledgers)],
        ['its page, processor time', ...ms(figures.pages)],
      ],
    ),
  ].join('\n')
}

if (import.meta.main && process.argv[2] === '--pages') {
  const reader = openEditionToRead({ kind: 'sqlite', file: process.argv[3] ?? '' })
  console.log(JSON.stringify(await renderPages(reader, Number(process.argv[4]))))
  await reader.destroy()
} else if (import.meta.main) {
  const figures = await benchRecord(Number(process.argv[2] ?? 100_000), (line) => console.error(line))
  console.log(recordTable(figures))
}
