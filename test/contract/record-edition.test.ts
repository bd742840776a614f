import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyRecord, nextStale } from '../../src/edition/apply-record.ts'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { changesOfEvents, recordChangesAfter } from '../../src/edition/record-changes.ts'
import { claimsOfSource } from '../../src/edition/record-claims.ts'
import { type EventFilter, listedEvents, recordMonths, recordTotals } from '../../src/edition/record-lists.ts'
import { claimsEvent, findBySlug } from '../../src/edition/record-lookups.ts'
import { rowsAfter } from '../../src/edition/record-rows-paged.ts'
import { eventFamilySet, setOfIds } from '../../src/edition/record-sets.ts'
import { countStories, storiesOfEvents } from '../../src/edition/record-stories.ts'
import type { Tag } from '../../src/edition/tags.ts'
import type { EventId, StoryId } from '../../src/ids.ts'
import { followChanges, isEditionBehind, recordEntries } from '../../src/newsroom/follow-changes.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import type { Entry } from '../../src/record/entry.ts'
import { ledgerOf } from '../../src/record/make-ledger.ts'
import { asRecordedBy } from '../../src/record/replay.ts'
import { aNewsroom, type TestNewsroom } from '../builders.ts'
import { aClaim, aGroup, anActor, anEvent, idOf } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aPublicStory, writeChanges } from './public-stories.ts'
import { emptyRecord, hourOf, idsOf, publishAll, takeStep, WORLD } from './record-world.ts'

const event = (name: string): EventId => idOf('event', name)

const NO_FILTER: EventFilter = {
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

/** Anything that can happen to any entry, in any order; most of it is published. */
const steps = fc.array(
  fc.record({
    entry: fc.constantFrom(...WORLD),
    does: fc.oneof(
      { weight: 5, arbitrary: fc.constant('publish' as const) },
      {
        weight: 4,
        arbitrary: fc.constantFrom('amend' as const, 'withdraw' as const, 'draft' as const, 'erase' as const),
      },
    ),
    isFollowed: fc.boolean(),
  }),
  { minLength: 20, maxLength: 60 },
)

const found = (entry: Entry | undefined): Entry => {
  if (!entry) throw new Error('not in the world')
  return entry
}

const named = (id: string): Entry => found(WORLD.find((entry) => entry.id === id))

describe.each(databases)('the record in the edition, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
  })
  afterEach(() => dbs.close())

  /** The tags that everything from here on touches, and those it purges. */
  async function touchedBy(work: () => Promise<void>): Promise<{ tags: Set<Tag>; purge: Set<Tag> }> {
    const before = await editionNumber(dbs.edition)
    await work()
    await followChanges(newsroom)
    const changes = await editionChangesAfter(dbs.edition, before)
    return {
      tags: new Set(changes.flatMap(({ tags }) => tags)),
      purge: new Set(changes.flatMap(({ purge }) => purge)),
    }
  }

  it('is the same whether it grew, was made again, or was put in place in another order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer(), async (story, seed) => {
        for (const [number, { isFollowed, ...step }] of [
          ...WORLD.map((entry) => ({ entry, does: 'publish' as const, isFollowed: false })),
          ...story,
        ].entries()) {
          await takeStep(newsroom, step, hourOf(number))
          if (isFollowed) await followChanges(newsroom)
        }
        await followChanges(newsroom)
        const grown = await canonicalDump(dbs.edition)

        await rebuildEdition(newsroom)
        expect(await canonicalDump(dbs.edition)).toBe(grown)

        await emptyRecord(dbs.edition)
        await rebuildEdition(newsroom)
        expect(await canonicalDump(dbs.edition)).toBe(grown)

        await emptyRecord(dbs.edition)
        const entries = await recordEntries(newsroom.db, idsOf(WORLD))
        const shuffled = entries.toSorted((one, other) => rank(one.id, seed) - rank(other.id, seed))
        for (const entry of shuffled) await dbs.edition.transaction().execute((tx) => applyRecord(tx, [entry]))
        expect(await nextStale(dbs.edition)).toBeUndefined()
        expect(await canonicalDump(dbs.edition)).toBe(grown)
      }),
      { numRuns: 4 },
    )
  })

  it('says nothing twice: the same change again touches no page', async () => {
    await publishAll(newsroom, WORLD)
    const before = await canonicalDump(dbs.edition)
    const entries = await recordEntries(newsroom.db, idsOf(WORLD))
    const again = await dbs.edition.transaction().execute((tx) => applyRecord(tx, entries))
    expect(again.tags.size).toBe(0)
    expect(await canonicalDump(dbs.edition)).toBe(before)
  })

  it('answers what readers saw at any earlier hour', async () => {
    await publishAll(newsroom, WORLD)
    await takeStep(newsroom, { entry: named(idOf('claim', 'jnimfifty')), does: 'amend' }, hourOf(100))
    await followChanges(newsroom)
    const all = (await recordEntries(newsroom.db, idsOf(WORLD))).flatMap(({ revisions }) => revisions)
    for (const hour of [30, 40, 99, 100]) {
      const set = await eventFamilySet(dbs.reader, event('ambush'), hourOf(hour))
      expect(ledgerOf(set, event('ambush'))).toEqual(ledgerOf(asRecordedBy(all, hourOf(hour)), event('ambush')))
    }
    const now = await eventFamilySet(dbs.reader, event('ambush'))
    expect(ledgerOf(now, event('ambush'))).toEqual(ledgerOf(asRecordedBy(all, hourOf(100)), event('ambush')))
  })

  it('has a row for each figure, as the arithmetic has it', async () => {
    await publishAll(newsroom, WORLD)
    const rows = await rowsAfter(dbs.reader, 'cells', { after: null, limit: 100 })
    const ambush = rows.find((row) => row.event_id === event('ambush') && row.victim_group === 'fighters')
    expect(ambush).toMatchObject({
      low: 50,
      high: 50,
      enemy_low: 50,
      best: 50,
      status: 'verified',
      origins_min: 1,
      origins_max: 1,
      affiliation: 'wagner',
      country: 'ML',
      iso3: 'MLI',
      adm1: 'Kidal',
      place_name: 'town',
      latitude: 19.95,
    })
    const battle = rows.find((row) => row.event_id === event('battle') && row.victim_group === 'fighters')
    expect(battle).toMatchObject({ low: 20, high: 20, is_open: 1, unquantified: 'csp: heavy losses' })
    const claims = await rowsAfter(dbs.reader, 'claims', { after: null, limit: 100 })
    const states = new Map(claims.map(({ id, live, stance }) => [id, `${live} ${stance}`]))
    expect(states.get(idOf('claim', 'jnim-forty'))).toBe('retracted enemy-loss')
    expect(states.get(idOf('claim', 'csp-seven'))).toBe('revised own-loss')
    expect(states.get(idOf('claim', 'repeat'))).toMatch(/^derived /)
  })

  it('touches every page that shows a claim, and no other', async () => {
    const claim = named(idOf('claim', 'jnim-fifty'))
    await publishAll(
      newsroom,
      WORLD.filter(({ id }) => id !== claim.id && !/repeat|film/.test(id)),
    )
    const body = {
      ...aPublicStory().body,
      content: [{ type: 'ledger' as const, attrs: { eventId: event('battle') } }],
    } as unknown as ReturnType<typeof aPublicStory>['body']
    await writeChanges(dbs.edition, [
      {
        id: 'sty_a' as StoryId,
        projection: { kind: 'live', story: aPublicStory({ body }), versions: [] },
        redirectsFrom: [],
      },
    ])
    const { tags, purge } = await touchedBy(() => takeStep(newsroom, { entry: claim, does: 'publish' }, hourOf(90)))
    for (const tag of [
      'record',
      'record:2024-07',
      claim.id.replace('clm_', 'claim:clm_'),
      `event:${event('ambush')}`,
      `event:${event('battle')}`,
      `source:${idOf('source', 'jnim')}`,
      `actor:${idOf('actor', 'jnim')}`,
      `actor:${idOf('actor', 'army')}`,
      `actor:${idOf('actor', 'state')}`,
      `place:${idOf('place', 'town')}`,
      `place:${idOf('place', 'Mali')}`,
      'story-record:sty_a',
    ]) {
      expect([...tags]).toContain(tag)
    }
    for (const tag of ['site', '*', 'record:2024-08', `event:${event('strike')}`]) expect([...tags]).not.toContain(tag)
    expect(purge.size).toBe(0)
  })

  it('touches the month an event leaves and the one it comes to', async () => {
    await publishAll(newsroom, WORLD)
    const { tags } = await touchedBy(() =>
      takeStep(newsroom, { entry: named(event('clash')), does: 'amend' }, hourOf(90)),
    )
    expect([...tags]).toEqual(expect.arrayContaining(['record:2024-07', 'record:2024-09', `event:${event('battle')}`]))
    expect(await findBySlug(dbs.reader, 'event', 'clash')).toEqual({ kind: 'moved', slug: 'clash-2' })
    expect(await findBySlug(dbs.reader, 'event', 'clash-2')).toEqual({ kind: 'found', id: event('clash') })
    expect(await findBySlug(dbs.reader, 'event', 'nothing')).toBeUndefined()
  })

  it('purges what stops being public, from every page that showed it', async () => {
    await publishAll(newsroom, WORLD)
    const erased = await touchedBy(() =>
      takeStep(newsroom, { entry: named(idOf('source', 'officials')), does: 'erase' }, hourOf(90)),
    )
    expect([...erased.purge]).toEqual(
      expect.arrayContaining([`source:${idOf('source', 'officials')}`, `event:${event('battle')}`, 'record']),
    )
    expect(await canonicalDump(dbs.edition)).not.toContain('two security officials')
    const hidden = await touchedBy(() =>
      takeStep(newsroom, { entry: named(idOf('evidence', 'film')), does: 'amend' }, hourOf(91)),
    )
    expect([...hidden.purge]).toContain(`event:${event('ambush')}`)
    expect(await canonicalDump(dbs.edition)).not.toContain('"film"')
    const history = await recordChangesAfter(dbs.reader, 0, 1_000)
    expect(history.filter(({ id }) => id === idOf('source', 'officials')).map(({ after }) => after)).toEqual([
      null,
      null,
    ])
  })

  it('follows an actor of many events portion by portion, each with its own number', async () => {
    const many = Array.from({ length: 60 }, (_, number) => [
      anEvent(`raid${number}`, { sides: [['army'], ['jnim']] }),
      aGroup(`dead${number}`, { of: `raid${number}`, affiliation: 'army' }),
      aClaim(`claim${number}`, { by: 'jnim', on: `raid${number}`, group: `dead${number}`, figure: 'exact 3' }),
    ]).flat()
    await publishAll(newsroom, [...WORLD, ...many])
    const before = await editionNumber(dbs.edition)
    const army = anActor('army', { content: { ...anActor('army', { partOf: 'state' }).content, slug: 'armed-forces' } })
    await takeStep(
      newsroom,
      {
        entry: {
          ...army,
          content: { ...army.content, names: [{ text: 'FAMa', lang: 'en', script: null, kind: 'short' }] },
        },
        does: 'publish',
      },
      hourOf(900),
    )
    await followChanges(newsroom)
    const changes = await editionChangesAfter(dbs.edition, before)
    expect(changes.length).toBeGreaterThanOrEqual(3)
    expect(await isEditionBehind(newsroom)).toBe(false)
    const rows = await rowsAfter(dbs.reader, 'cells', { after: null, limit: 1_000 })
    const affiliations = rows.filter((row) => row.event_slug.startsWith('raid')).map((row) => row.affiliation)
    expect(affiliations).toEqual(Array.from({ length: 60 }, () => 'FAMa'))
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  })

  it('lists events by day, place, actor, type, country and dispute, a page at a time', async () => {
    await publishAll(newsroom, WORLD)
    const list = async (filter: Partial<EventFilter>, limit = 10) => {
      const slugs: string[] = []
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof listedEvents>> = await listedEvents(
          dbs.reader,
          { ...NO_FILTER, ...filter },
          { after, limit },
        )
        slugs.push(...page.events.map(({ event }) => event.content.slug))
        if (page.next === null) return slugs
        after = page.next
      }
    }
    expect(await list({})).toEqual(['strike', 'ambush', 'clash', 'battle'])
    expect(await list({}, 1)).toEqual(['strike', 'ambush', 'clash', 'battle'])
    expect(await list({ from: '2024-07-26' as never, to: '2024-07-31' as never })).toEqual(['ambush', 'battle'])
    expect(await list({ month: '2024-07' as never }, 2)).toEqual(['ambush', 'clash', 'battle'])
    expect(await list({ actorId: idOf('actor', 'state') }, 1)).toEqual(['strike', 'ambush', 'clash', 'battle'])
    expect(await list({ actorId: idOf('actor', 'csp') })).toEqual(['clash', 'battle'])
    expect(await list({ placeId: idOf('place', 'Mali') }, 3)).toHaveLength(4)
    expect(await list({ placeId: idOf('place', 'Mali'), actorId: idOf('actor', 'jnim') })).toEqual(['ambush'])
    expect(await list({ type: 'ambush' })).toEqual(['ambush'])
    expect(await list({ country: 'ML', type: 'battle' })).toEqual(['battle'])
    expect(await list({ country: 'NE' })).toEqual([])
    expect((await list({ disputed: true })).concat(await list({ disputed: false })).toSorted()).toHaveLength(4)
    expect(await list({ updatedSince: hourOf(0) }, 1)).toHaveLength(4)
    expect(await list({ updatedSince: hourOf(500) })).toEqual([])
    expect(await recordMonths(dbs.reader)).toEqual([
      { month: '2024-08', events: 1 },
      { month: '2024-07', events: 3 },
    ])
    expect(await recordTotals(dbs.reader)).toMatchObject({ events: 4, places: 3, actors: 5, sources: 6, documents: 3 })
  })

  it('tells what a source said, the stories of an event, and what changed', async () => {
    await publishAll(newsroom, WORLD)
    const first = await claimsOfSource(dbs.reader, idOf('source', 'csp'), { after: null, limit: 3 })
    const rest = await claimsOfSource(dbs.reader, idOf('source', 'csp'), { after: first.next, limit: 3 })
    expect([...first.claimIds, ...rest.claimIds].toSorted()).toEqual(
      ['csp-seven', 'csp-nine', 'some', 'eight', 'not-there'].map((name) => idOf('claim', name)).toSorted(),
    )
    expect(rest.next).toBeNull()
    expect(first.set.events.size).toBeGreaterThan(0)
    expect(await claimsEvent(dbs.reader, idOf('claim', 'six'))).toBe(event('strike'))

    const changes = await changesOfEvents(dbs.reader, [event('strike')], 20)
    expect(changes.map(({ id }) => id)).toEqual([
      idOf('assessment', 'of-claim'),
      idOf('appearance', 'in-reprint'),
      idOf('claim', 'eight'),
      idOf('claim', 'six'),
      idOf('victim-group', 'children'),
      idOf('victim-group', 'civilians'),
      event('strike'),
    ])
    expect(await recordChangesAfter(dbs.reader, 0, 3)).toHaveLength(3)

    const names = await setOfIds(dbs.reader, [idOf('actor', 'army')])
    expect([...names.actors.keys()].toSorted()).toEqual([idOf('actor', 'army'), idOf('actor', 'state')])
  })

  it('knows the stories that show an event by a box, or by a mark on a claim about it', async () => {
    await publishAll(newsroom, WORLD)
    const marked = {
      ...aPublicStory().body,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            {
              type: 'text' as const,
              text: 'six',
              marks: [{ type: 'claim' as const, attrs: { claimId: idOf('claim', 'six') } }],
            },
          ],
        },
      ],
    }
    await writeChanges(dbs.edition, [
      {
        id: 'sty_a' as StoryId,
        projection: { kind: 'live', story: aPublicStory({ body: marked }), versions: [] },
        redirectsFrom: [],
      },
    ])
    expect((await storiesOfEvents(dbs.reader, [event('strike')], 'en', 5)).map(({ id }) => id)).toEqual(['sty_a'])
    expect(await storiesOfEvents(dbs.reader, [event('strike')], 'fr', 5)).toEqual([])
    expect(await countStories(dbs.reader, [event('strike'), event('battle')], 'en')).toEqual(
      new Map([[event('strike'), 1]]),
    )
    await writeChanges(dbs.edition, [{ id: 'sty_a' as StoryId, projection: { kind: 'private' }, redirectsFrom: [] }])
    expect(await storiesOfEvents(dbs.reader, [event('strike')], 'en', 5)).toEqual([])
  })
})

/** An order that a seed decides. */
const rank = (id: string, seed: number): number => {
  let hash = seed
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619)
  return hash
}
