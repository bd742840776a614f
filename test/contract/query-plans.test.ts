import { CompiledQuery, type KyselyPlugin } from 'kysely'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as changes from '../../src/edition/changes.ts'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import * as house from '../../src/edition/house.ts'
import * as listed from '../../src/edition/listed-stories.ts'
import * as months from '../../src/edition/months.ts'
import * as stories from '../../src/edition/public-stories.ts'
import * as recordChanges from '../../src/edition/record-changes.ts'
import * as recordClaims from '../../src/edition/record-claims.ts'
import * as recordLists from '../../src/edition/record-lists.ts'
import * as recordLookups from '../../src/edition/record-lookups.ts'
import * as recordPages from '../../src/edition/record-rows-paged.ts'
import * as recordSets from '../../src/edition/record-sets.ts'
import * as recordStories from '../../src/edition/record-stories.ts'
import type { ActorId, ClaimId, EventId, PersonaId, PlaceId, SourceId, StoryGroupId, StoryId } from '../../src/ids.ts'
import type { LocalDate, Month } from '../../src/time.ts'
import { at } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { publicStory, writeChanges } from './public-stories.ts'
import { fillRecord } from './record-rows.ts'

const month = '2020-03' as Month
const before = { publishedAt: at('2020-03-09T00:00:00Z'), storyId: 'sty_9' as StoryId }
const event = (number: number) => `evt_${number}` as EventId
const noFilter: recordLists.EventFilter = {
  from: null,
  to: null,
  placeId: null,
  actorId: null,
  type: null,
  country: null,
  disputed: null,
  updatedSince: null,
  month: null,
}
const filters: readonly Partial<recordLists.EventFilter>[] = [
  {},
  { from: '2019-03-01' as LocalDate, to: '2019-04-01' as LocalDate },
  { month },
  { type: 'ambush' },
  { country: 'NE' },
  { country: 'NE', type: 'ambush', disputed: true },
  { disputed: true },
  { placeId: 'plc_7' as PlaceId },
  { actorId: 'act_7' as ActorId },
  { actorId: 'act_7' as ActorId, placeId: 'plc_7' as PlaceId, from: '2019-03-01' as LocalDate },
  { updatedSince: at('2024-01-20T00:00:00Z') },
  { updatedSince: at('2024-01-20T00:00:00Z'), actorId: 'act_7' as ActorId, placeId: 'plc_7' as PlaceId },
]
const ofSection = { list: 'section:sec_3', language: 'en' } as const

/** Every question the public side asks of the edition. A new one without a line here fails below. */
const QUERIES: Readonly<Record<string, (db: EditionDb) => Promise<unknown>>> = {
  lookUp: (db) => stories.lookUp(db, '/nowhere'),
  translationsOf: (db) => stories.translationsOf(db, 'grp_7' as StoryGroupId),
  newestWholeStories: (db) => stories.newestWholeStories(db, { ...ofSection, limit: 20 }),
  storiesForSitemap: (db) => stories.storiesForSitemap(db, month),
  newestStories: async (db) => {
    await listed.newestStories(db, { list: 'all', language: 'en', limit: 30, before: null })
    await listed.newestStories(db, { ...ofSection, limit: 30, before })
    await listed.newestStories(db, { list: 'author:per_2', language: 'fr', limit: 4, before })
  },
  storiesOfMonth: async (db) => {
    await listed.storiesOfMonth(db, { list: 'all', language: 'en', month })
    await listed.storiesOfMonth(db, { ...ofSection, month })
  },
  monthsOf: (db) => months.monthsOf(db, 'all', 'fr'),
  monthsForSitemap: (db) => months.monthsForSitemap(db),
  eventFamilySet: async (db) => {
    await recordSets.eventFamilySet(db, event(370))
    await recordSets.eventFamilySet(db, event(370), at('2024-01-20T00:00:00Z'))
  },
  setOfIds: (db) => recordSets.setOfIds(db, [event(370), 'clm_7' as ClaimId, 'src_7' as SourceId]),
  findBySlug: async (db) => {
    await recordLookups.findBySlug(db, 'event', 'event-7')
    await recordLookups.findBySlug(db, 'source', 'source-7')
  },
  claimsEvent: (db) => recordLookups.claimsEvent(db, 'clm_7' as ClaimId),
  listedEvents: async (db) => {
    for (const filter of filters) {
      const key = filter.updatedSince ? '2024-01-21T00:00:00.000Z' : '2019-03-09'
      for (const after of [null, `${key}~evt_900`]) {
        await recordLists.listedEvents(db, { ...noFilter, ...filter }, { after, limit: 30 })
      }
    }
  },
  recordMonths: (db) => recordLists.recordMonths(db),
  claimsOfSource: async (db) => {
    await recordClaims.claimsOfSource(db, 'src_7' as SourceId, { after: null, limit: 20 })
    await recordClaims.claimsOfSource(db, 'src_7' as SourceId, { after: '2019-03-09~clm_700', limit: 20 })
  },
  storiesOfEvents: (db) => recordStories.storiesOfEvents(db, [event(7), event(8)], 'en', 10),
  countStories: (db) => recordStories.countStories(db, [event(7), event(8)], 'en'),
  changesOfEvents: (db) => recordChanges.changesOfEvents(db, [event(7), event(8)], 20),
  recordChangesAfter: (db) => recordChanges.recordChangesAfter(db, 9_000, 20),
  rowsAfter: async (db) => {
    for (const table of recordPages.DATA_TABLES) {
      await recordPages.rowsAfter(db, table, { after: null, limit: 50 })
      await recordPages.rowsAfter(db, table, { after: 'evt_7', limit: 50 })
    }
  },
  publicNewspaper: (db) => house.publicNewspaper(db),
  publicSections: (db) => house.publicSections(db),
  authorsById: (db) => house.authorsById(db, ['per_1', 'per_2'] as PersonaId[]),
  authorBySlug: (db) => house.authorBySlug(db, 'ayize-claire'),
  allAuthors: (db) => house.allAuthors(db),
  editionNumber: (db) => changes.editionNumber(db),
  editionChangesAfter: (db) => changes.editionChangesAfter(db, 5),
}

/** What writes, or prepares a query that others run. */
const NO_QUESTIONS = new Set([
  'replaceHouse',
  'areNamesStale',
  'lockProgress',
  'recordChange',
  'toListed',
  'around',
  // Counts tables through, for one page that is kept.
  'recordTotals',
])

/** Tables that grow with the archive. The paper, its sections, its authors and the progress may be read whole. */
const GROWING = new Set([
  'stories',
  'listings',
  'listing_months',
  'gone',
  'redirects',
  'changes',
  'record_log',
  'record_links',
  'record_slugs',
  'events',
  'victim_groups',
  'sources',
  'documents',
  'claims',
  'appearances',
  'event_actors',
  'event_places',
  'event_parts',
  'cells',
  'story_claims',
  'story_events',
])

/** The statements that a query runs, as they are sent. */
async function statementsOf(db: EditionDb, query: (db: EditionDb) => Promise<unknown>): Promise<CompiledQuery[]> {
  const statements: CompiledQuery[] = []
  const listener: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await query(db.withPlugin(listener))
  return statements
}

/** What is read from end to end, in the words of the database. */
type Explain = (db: EditionDb, statement: CompiledQuery) => Promise<string[]>

const explainSqlite: Explain = async (db, statement) => {
  const { rows } = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${statement.sql}`, [...statement.parameters]),
  )
  return rows.map((row) => row.detail).filter((detail) => GROWING.has(/^SCAN (\w+)/.exec(detail)?.[1] ?? ''))
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

const explainPostgres: Explain = async (db, statement) => {
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    CompiledQuery.raw(`explain (format json) ${statement.sql}`, [...statement.parameters]),
  )
  return rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => wholeScans(Plan))
}

function wholeScans(node: PlanNode): string[] {
  const isWhole = node['Node Type'] === 'Seq Scan' || (node['Node Type'].startsWith('Index') && !node['Index Cond'])
  const here =
    isWhole && GROWING.has(node['Relation Name'] ?? '') ? [`${node['Node Type']} on ${node['Relation Name']}`] : []
  return [...here, ...(node.Plans ?? []).flatMap(wholeScans)]
}

/** Every story of the archive shows something of the record. */
async function showInStories(edition: EditionDb): Promise<void> {
  const shown = Array.from({ length: 3_600 }, (_, number) => number)
  const boxes = shown.map((number) => ({ story_id: `sty_${number}`, event_id: event(number % 1_500) }))
  const marks = shown.map((number) => ({ story_id: `sty_${number}`, claim_id: `clm_${number % 1_500}c1` }))
  await edition.insertInto('story_events').values(boxes).execute()
  await edition.insertInto('story_claims').values(marks).execute()
}

describe.each(databases)('behind every public page on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  const explain = kind === 'sqlite' ? explainSqlite : explainPostgres

  beforeAll(async () => {
    dbs = await open()
    const live = Array.from({ length: 3_600 }, (_, number) => publicStory(number))
    await writeChanges(
      dbs.edition,
      live.map((story) => ({
        id: story.id,
        projection: { kind: 'live', story, versions: [] },
        redirectsFrom: [`/?p=${story.id}`],
      })),
    )
    const killed = Array.from({ length: 1_500 }, (_, number) => publicStory(10_000 + number))
    await writeChanges(
      dbs.edition,
      killed.map(({ id, language, path, sectionIds, bylines, firstPublished, updatedAt }) => ({
        id,
        projection: {
          kind: 'gone',
          story: { id, language, path, sectionIds, bylines, firstPublished, killedAt: updatedAt, notice: 'Withdrawn.' },
        },
        redirectsFrom: [],
      })),
    )
    await dbs.edition.transaction().execute(async (tx) => {
      for (let number = 1; number <= 1_500; number += 1) {
        await changes.recordChange(tx, { number, follows: number - 1, tags: ['site'], purge: [] })
      }
    })
    await fillRecord(dbs.edition, 1_500)
    await showInStories(dbs.edition)
    // PostgreSQL does this by itself in time; SQLite is judged as it is, without.
    if (kind === 'postgres') await sql`analyze`.execute(dbs.edition)
  })
  afterAll(() => dbs.close())

  it.each(Object.entries(QUERIES))('%s reads no table from end to end', async (_, query) => {
    const statements = await statementsOf(dbs.reader, query)
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements) expect(await explain(dbs.reader, statement)).toEqual([])
  })

  it('a whole scan would be seen', async () => {
    const [statement] = await statementsOf(dbs.reader, (db) =>
      db.selectFrom('stories').select('id').where('headline', '=', 'Story 7').execute(),
    )
    expect(statement && (await explain(dbs.reader, statement))).not.toEqual([])
  })

  it('there is no other question than these', () => {
    const exported = [
      changes,
      house,
      listed,
      months,
      stories,
      recordChanges,
      recordClaims,
      recordLists,
      recordLookups,
      recordPages,
      recordSets,
      recordStories,
    ].flatMap((module) =>
      Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
    )
    expect(new Set(exported.filter((name) => !NO_QUESTIONS.has(name)))).toEqual(new Set(Object.keys(QUERIES)))
  })

  it('every story that a front shows is found by walking its index, without sorting', async () => {
    const fronts = await statementsOf(dbs.reader, (db) =>
      listed.newestStories(db, { list: 'all', language: 'en', limit: 30, before }),
    )
    for (const { sql: text, parameters } of fronts) {
      const plan = await dbs.reader.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(`explain ${kind === 'sqlite' ? 'query plan ' : ''}${text}`, [...parameters]),
      )
      expect(JSON.stringify(plan.rows)).not.toMatch(/TEMP B-TREE|Sort/)
    }
  })
})
