import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { migrate } from '../src/database/migrate.ts'
import type { DatabaseAddress } from '../src/database/open-database.ts'
import { preparePostgres } from '../src/database/postgres-schema.ts'
import { applyStories } from '../src/edition/apply-stories.ts'
import { writeEntries } from '../src/edition/apply-record-rows.ts'
import { type EditionDb, openEditionToRead, openEditionToWrite } from '../src/edition/edition-db.ts'
import type { SectionId, StoryGroupId, StoryId } from '../src/ids.ts'
import type { SearchPages } from '../src/press/load/load-search.ts'
import type { PublicStory } from '../src/story/public-story.ts'
import { instantOf, type Month } from '../src/time.ts'
import { built } from './built.ts'
import { madeRecord } from './made-record.ts'
import { quantile, table } from './measures.ts'

// node bench/search.ts [STORIES] [POSTGRES-URL]: the first page of answers, rendered, over an archive of so many stories.

const STORIES = Number(process.argv[2] ?? 100_000)
const POSTGRES = process.argv[3] ?? null
const ROUNDS = 15

/** Words as often as a language has them: the n-th word turns up a n-th as often as the first. */
function words(count: number, next: () => number): string[] {
  return Array.from(
    { length: count },
    () => `${SYLLABLES[Math.floor(next() ** 4 * 8)]}${Math.floor(8_000 ** next()).toString(36)}`,
  )
}

const SYLLABLES = ['ba', 'ko', 'mi', 'ra', 'su', 'te', 'lo', 'ga']

/** Numbers from 0 to below 1 that follow from a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A story of some 150 words; every one speaks of the army, every tenth in its headline, every hundredth of a drone. */
function aStory(number: number): PublicStory {
  const next = chance(number)
  const at = instantOf(new Date(Date.UTC(2015, 0, 1) + number * 53 * 60_000))
  const language = number % 3 === 0 ? 'fr' : 'en'
  const subject = number % 100 === 0 ? ' drone strike near Tinzaouaten' : ''
  const text = `The army says so.${subject} ${words(150, next).join(' ')}.`
  return {
    id: `sty_${number}` as StoryId,
    groupId: `grp_${number}` as StoryGroupId,
    language,
    translatedFrom: null,
    path: `/${at.slice(0, 10).replaceAll('-', '/')}/story-${number}`,
    kicker: null,
    headline: `${number % 10 === 0 ? 'The army and the ' : ''}${words(6, next).join(' ')}`,
    standfirst: words(20, next).join(' '),
    dateline: null,
    sectionIds: [`sec_${number % 40}` as SectionId],
    bylines: [],
    keywords: [],
    body: { type: 'doc', version: 2, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    notes: [],
    figures: [],
    firstPublished: { at, precision: 'minute' },
    month: at.slice(0, 7) as Month,
    updatedAt: at,
    words: 154,
    related: null,
    versions: 1,
  }
}

async function fill(edition: EditionDb): Promise<number> {
  for (const some of madeRecord(500)) await edition.transaction().execute((tx) => writeEntries(tx, some))
  const began = performance.now()
  for (let first = 0; first < STORIES; first += 250) {
    const changes = Array.from({ length: Math.min(250, STORIES - first) }, (_, index) => {
      const story = aStory(first + index)
      return { id: story.id, projection: { kind: 'live', story, versions: [] }, redirectsFrom: [] } as const
    })
    await edition.transaction().execute((tx) => applyStories(tx, changes, new Map()))
  }
  return STORIES / ((performance.now() - began) / 1_000)
}

const QUESTIONS: Readonly<Record<string, string>> = {
  'a word of every story': 'q=army',
  'two frequent words': 'q=army+ba1',
  'a word of one in a hundred': 'q=drone',
  'a rare word': 'q=ba5k0',
  'a frequent and a rare word': 'q=army+ba5k0',
  'a frequent word, one section': 'q=army&section=s7',
  'a frequent word, one language': 'q=army&language=fr',
  'a frequent word in an old year': 'q=army&from=2016-01-01&to=2016-12-31',
  'a frequent word without another': 'q=army+-ba1',
  'a phrase': 'q=%22drone+strike+near%22',
  'a place of the record': 'q=place+7',
  'no such word': 'q=nobodywritesthis',
}

async function measure(name: string, address: DatabaseAddress): Promise<void> {
  const edition = openEditionToWrite(address)
  await migrate(edition, {
    kind: address.kind,
    folder: fileURLToPath(new URL('../migrations/edition', import.meta.url)),
    now: '2026-01-01T00:00:00.000Z',
  })
  const perSecond = await fill(edition)
  if (address.kind === 'postgres') await sql`vacuum analyze`.execute(edition)
  await edition.destroy()
  const reader = openEditionToRead(address)
  const { searchFrom } = await built<{ searchFrom: (from: object) => SearchPages }>('press/load/load-search.js')
  const pages = searchFrom({ edition: reader, siteUrl: 'https://made.example' })
  const rows: string[][] = []
  for (const [what, query] of Object.entries(QUESTIONS)) rows.push([what, ...(await timesOf(pages, query))])
  await reader.destroy()
  console.log(`${name}: ${STORIES} stories, written and indexed ${Math.round(perSecond)} a second`)
  console.log(`${table(['first page', 'median ms', 'worst ms', 'CPU here ms', 'found'], rows)}\n`)
}

/** On SQLite all of the work is done here; on PostgreSQL the rest of the time is the server's. */
async function timesOf(pages: SearchPages, query: string): Promise<string[]> {
  const times: number[] = []
  const found = (await pages.answer('/search', new URLSearchParams(query))).body
  const before = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    await pages.answer('/search', new URLSearchParams(query))
    times.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  const heading = /<h2 id="found:">(.*?)<\/h2>/.exec(found)?.[1] ?? ''
  return [quantile(times, 0.5), Math.max(...times), (user + system) / 1_000 / ROUNDS]
    .map((ms) => ms.toFixed(1))
    .concat(heading)
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
try {
  await measure('SQLite', { kind: 'sqlite', file: join(folder, 'edition.db') })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (POSTGRES !== null) {
  const readerRole = await preparePostgres(POSTGRES)
  await measure('PostgreSQL', { kind: 'postgres', url: POSTGRES, schema: 'edition', readerRole })
}
