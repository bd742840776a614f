import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as paths from '../../src/edition/all-paths.ts'
import * as changes from '../../src/edition/changes.ts'
import * as corrections from '../../src/edition/corrections.ts'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import * as feeds from '../../src/edition/feed-stories.ts'
import * as eventCounts from '../../src/edition/count-events.ts'
import * as slots from '../../src/edition/front-slots.ts'
import * as house from '../../src/edition/house.ts'
import * as housePages from '../../src/edition/house-pages.ts'
import * as listed from '../../src/edition/listed-stories.ts'
import * as months from '../../src/edition/months.ts'
import * as newestEvents from '../../src/edition/newest-events.ts'
import * as originals from '../../src/edition/originals.ts'
import * as pictures from '../../src/edition/public-pictures.ts'
import * as stories from '../../src/edition/public-stories.ts'
import * as recordChanges from '../../src/edition/record-changes.ts'
import * as recordClaims from '../../src/edition/record-claims.ts'
import * as recordLists from '../../src/edition/record-lists.ts'
import * as recordLookups from '../../src/edition/record-lookups.ts'
import * as recordPages from '../../src/edition/record-rows-paged.ts'
import * as recordSets from '../../src/edition/record-sets.ts'
import * as recordStories from '../../src/edition/record-stories.ts'
import * as searching from '../../src/edition/search/search.ts'
import * as searchNames from '../../src/edition/search/search-names.ts'
import * as sitemaps from '../../src/edition/sitemap-rows.ts'
import * as storyById from '../../src/edition/story-by-id.ts'
import * as versions from '../../src/edition/versions.ts'
import * as entryNames from '../../src/edition/entry-names.ts'
import * as related from '../../src/edition/related-candidates.ts'
import type {
  ActorId,
  ClaimId,
  EventId,
  PersonaId,
  PictureId,
  PlaceId,
  SourceId,
  StoryGroupId,
  StoryId,
} from '../../src/ids.ts'
import type { LocalDate, Month } from '../../src/time.ts'
import { at } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { fillEdition } from './large-edition.ts'
import { scansOn, statementsOf } from './plans.ts'
import { SEARCH_QUERIES } from './search-questions.ts'

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
  firstMoved: (db) => stories.firstMoved(db, ['/?p=7', '/?p=8']),
  translationsOf: (db) => stories.translationsOf(db, 'grp_7' as StoryGroupId),
  versionsOf: (db) => versions.versionsOf(db, 'sty_7' as StoryId),
  newestVersionAt: (db) => versions.newestVersionAt(db, 'sty_7' as StoryId),
  originalOf: async (db) => {
    await originals.originalOf(db, 'sty_7' as StoryId)
    await originals.originalOf(db, 'sty_10007' as StoryId)
  },
  newestCorrections: (db) => corrections.newestCorrections(db, { language: 'en', limit: 50 }),
  correctionsBetween: (db) =>
    corrections.correctionsBetween(db, {
      language: 'en',
      from: at('2020-02-29T00:00:00Z'),
      until: at('2020-04-02T00:00:00Z'),
    }),
  newestWholeStories: (db) => stories.newestWholeStories(db, { ...ofSection, limit: 20 }),
  storiesForSitemap: (db) => stories.storiesForSitemap(db, month),
  wholeStories: (db) => feeds.wholeStories(db, ['sty_7', 'sty_8'] as StoryId[]),
  goneLately: (db) => feeds.goneLately(db, { language: 'en', since: at('2020-01-01T00:00:00Z'), limit: 20 }),
  newestEventsOfActor: async (db) => {
    const actorId = 'act_7' as ActorId
    const until = '2024-01-01' as LocalDate
    await newestEvents.newestEventsOfActor(db, actorId, { until: null, limit: 200, withBelonging: true })
    await newestEvents.newestEventsOfActor(db, actorId, { until, limit: 100, withBelonging: false })
  },
  newestEventsOfPlace: async (db) => {
    await newestEvents.newestEventsOfPlace(db, 'plc_7' as PlaceId, { until: null, limit: 200 })
    await newestEvents.newestEventsOfPlace(db, 'plc_7' as PlaceId, { until: '2024-01-01' as LocalDate, limit: 100 })
  },
  storiesSince: (db) => sitemaps.storiesSince(db, { language: 'en', since: at('2024-12-20T00:00:00Z'), limit: 1_000 }),
  recordMonthsForSitemap: (db) => sitemaps.recordMonthsForSitemap(db),
  eventsForSitemap: (db) => sitemaps.eventsForSitemap(db, month, 50),
  newestStories: async (db) => {
    await listed.newestStories(db, { list: 'all', language: 'en', limit: 30, before: null })
    await listed.newestStories(db, { ...ofSection, limit: 30, before })
    await listed.newestStories(db, { list: 'author:per_2', language: 'fr', limit: 4, before })
  },
  oldestStories: (db) => listed.oldestStories(db, { ...ofSection, limit: 24 }),
  filledSlots: (db) =>
    slots.filledSlots(db, { list: 'section:sec_3', language: 'en', now: at('2024-01-20T00:00:00Z') }),
  countEventsAt: (db) => eventCounts.countEventsAt(db, 'plc_7' as PlaceId),
  knownHousePages: (db) => housePages.knownHousePages(db),
  housePage: (db) => housePages.housePage(db, 'about', 'en'),
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
  storyForReaders: async (db) => {
    await storyById.storyForReaders(db, 'sty_7' as StoryId)
    await storyById.storyForReaders(db, 'sty_10007' as StoryId)
  },
  liveAmong: (db) => storyById.liveAmong(db, ['sty_7', 'sty_8'] as StoryId[]),
  showing: (db) => recordStories.showing(db, [event(7), event(8)]),
  listedStoriesById: (db) => recordStories.listedStoriesById(db, ['sty_7', 'sty_8'] as StoryId[]),
  entryNames: async (db) => {
    await entryNames.entryNames(db, 'event', [event(7), event(8)])
    await entryNames.entryNames(db, 'actor', ['act_7' as ActorId])
  },
  aboutRecord: (db) => related.aboutRecord(db, { eventIds: [event(7)], claimIds: ['clm_7c1' as ClaimId] }),
  olderStoriesOf: (db) => related.olderStoriesOf(db, [event(7), event(8)], { language: 'en', before, limit: 12 }),
  olderStoriesIn: (db) => related.olderStoriesIn(db, 'section:sec_3', { language: 'en', before, limit: 12 }),
  changesOfEvents: (db) => recordChanges.changesOfEvents(db, [event(7), event(8)], 20),
  recordChangesAfter: (db) => recordChanges.recordChangesAfter(db, 9_000, 20),
  rowsAfter: async (db) => {
    for (const table of recordPages.DATA_TABLES) {
      await recordPages.rowsAfter(db, table, { after: null, limit: 50 })
      await recordPages.rowsAfter(db, table, { after: 'evt_7', limit: 50 })
    }
  },
  ...SEARCH_QUERIES,
  publicNewspaper: (db) => house.publicNewspaper(db),
  publicSections: (db) => house.publicSections(db),
  authorsById: (db) => house.authorsById(db, ['per_1', 'per_2'] as PersonaId[]),
  authorBySlug: (db) => house.authorBySlug(db, 'ayize-claire'),
  allAuthors: (db) => house.allAuthors(db),
  picturesById: (db) => pictures.picturesById(db, ['pic_1', 'pic_2'] as PictureId[]),
  pictureFile: (db) => pictures.pictureFile(db, 'file-7.jpg'),
  storyPathsAfter: (db) => paths.storyPathsAfter(db, { after: '/2019/03/story-7', limit: 50 }),
  gonePathsAfter: (db) => paths.gonePathsAfter(db, { after: '/2019/03/story-7', limit: 50 }),
  formerPathsAfter: (db) => paths.formerPathsAfter(db, { after: '/2019/03/story-7', limit: 50 }),
  listMonthsAfter: (db) => paths.listMonthsAfter(db, { after: { ...ofSection, month }, limit: 50 }),
  slugsAfter: (db) => paths.slugsAfter(db, 'event', { after: 'event-7', limit: 50 }),
  claimIdsAfter: (db) => paths.claimIdsAfter(db, { after: 'clm_7' as ClaimId, limit: 50 }),
  editionNumber: (db) => changes.editionNumber(db),
  editionChangesAfter: (db) => changes.editionChangesAfter(db, 5),
}

/** What writes, or prepares a query that others run. */
const NO_QUESTIONS = new Set([
  'replaceHouse',
  'replaceHousePages',
  'replaceSlots',
  'areNamesStale',
  'lockProgress',
  'recordChange',
  'toListed',
  'widened',
  'around',
  'newestFirst',
  'replaceVersions',
  'correctionPlaces',
  'replaceCorrections',
  // Counts the months of all corrections in a language, for one page that is kept.
  'correctionTimes',
  // Counts tables through, for one page that is kept.
  'recordTotals',
  // Names them all, up to what a sitemap may hold, for one page that is kept.
  'entriesForSitemap',
  'toGone',
])

describe.each(databases)('behind every public page on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  const explain = scansOn(kind)

  beforeAll(async () => {
    dbs = await open()
    await fillEdition(dbs.edition)
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
      eventCounts,
      slots,
      house,
      housePages,
      listed,
      months,
      newestEvents,
      stories,
      pictures,
      paths,
      recordChanges,
      recordClaims,
      recordLists,
      recordLookups,
      recordPages,
      recordSets,
      recordStories,
      searching,
      searchNames,
      feeds,
      sitemaps,
      entryNames,
      related,
      storyById,
      versions,
      originals,
      corrections,
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
