import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, SourceId } from '../../src/ids.ts'
import { addActor } from '../../src/newsroom/record/add-actor.ts'
import { addEvidence } from '../../src/newsroom/record/add-evidence.ts'
import { addPlace } from '../../src/newsroom/record/add-place.ts'
import { addSource } from '../../src/newsroom/record/add-source.ts'
import { addVictimGroup } from '../../src/newsroom/record/add-victim-group.ts'
import { amendEntry } from '../../src/newsroom/record/amend-entry.ts'
import { assessClaim, type Judgement } from '../../src/newsroom/record/assess-claim.ts'
import { denyClaim } from '../../src/newsroom/record/deny-claim.ts'
import { findEntry, findEntryOf, searchEntries } from '../../src/newsroom/record/find-entry.ts'
import { findDuplicates } from '../../src/newsroom/record/find-duplicates.ts'
import { mergeEntries } from '../../src/newsroom/record/merge-entries.ts'
import { mergeEvents } from '../../src/newsroom/record/merge-events.ts'
import { retractClaim } from '../../src/newsroom/record/retract-claim.ts'
import { reviseClaim } from '../../src/newsroom/record/revise-claim.ts'
import { withdrawEntry } from '../../src/newsroom/record/withdraw-entry.ts'
import type { CellSummary } from '../../src/record/cell-summary.ts'
import type { Entry } from '../../src/record/entry.ts'
import { asRecordedBy } from '../../src/record/replay.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { familySet } from '../../src/store/record-family.ts'
import { entriesById, revisionsAfter } from '../../src/store/record-log.ts'
import { at, type TestNewsroom } from '../builders.ts'
import { aFigure, aGroup, anActor, aPlace, aSource, someEvidence } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork, type RecordAtWork, said, withoutSlug } from './record-at-work.ts'

const refused = (sentence: RegExp) =>
  expect.objectContaining({ code: 'refused', message: expect.stringMatching(sentence) })

const judging = (claimId: ClaimId, more: Partial<Judgement> = {}): Judgement => ({
  subject: { kind: 'claim', claimId },
  verdict: 'verified',
  best: null,
  standard: { en: 'Two films, placed and dated.' },
  methods: ['geolocation'],
  evidenceIds: [],
  likelihood: null,
  ...more,
})

const as = (newsroom: TestNewsroom, name: string): TestNewsroom => ({ ...newsroom, actor: { name, via: 'server' } })

describe.each(databases)('merging and judging the record on $name', ({ open }) => {
  let dbs: OpenDatabases
  let work: RecordAtWork
  beforeEach(async () => {
    dbs = await open()
    work = await aRecordAtWork(dbs)
  })
  afterEach(() => dbs.close())

  describe('names', () => {
    it('that may be of something recorded already are offered, not recorded again', async () => {
      const { town, newsroom } = work
      const again = withoutSlug(
        aPlace('x', { content: { names: [{ text: 'تين زواتين', lang: 'ar', script: 'Arab', kind: 'local' }] } })
          .content,
      )
      await expect(addPlace(newsroom, again)).rejects.toEqual(refused(/Tinzaouaten/))
      await expect(addActor(newsroom, withoutSlug(anActor('jnim').content))).rejects.toEqual(refused(/JNIM/))
      await expect(addSource(newsroom, withoutSlug(aSource('J.N.I.M.').content))).rejects.toEqual(refused(/JNIM/))
      expect((await findDuplicates(dbs.newsroom, 'place', again.names)).map(({ id }) => id)).toEqual([town])
      const other = await addPlace(newsroom, again, { despite: true })
      expect((await searchEntries(dbs.newsroom, 'place', { start: 'تين', limit: 5 })).map(({ id }) => id)).toEqual([
        other,
      ])
    })

    it('are shared by a town and its region without a question', async () => {
      const { newsroom } = work
      const region = { ...withoutSlug(aPlace('Tinzaouaten').content), kind: 'adm2' as const }
      const id = await addPlace(newsroom, region)
      expect((await findEntryOf(dbs.newsroom, 'place', id)).content.slug).toBe('tinzaouaten-2')
    })
  })

  describe('a merge', () => {
    it('of two events keeps every claim, and says where the one went', async () => {
      const { bloggers, battle, anEventCalled, claimed, publish, newsroom } = work
      const told = await anEventCalled('Fighting near the border')
      const whole = await anEventCalled('A campaign')
      const group = await addVictimGroup(newsroom, { ...aGroup('Dead', { of: 'x' }).content, eventId: told })
      const part = await anEventCalled('An ambush', { partOf: [told] })
      const { content } = await findEntryOf(dbs.newsroom, 'event', told)
      await amendEntry(newsroom, { id: told, rev: null, content: { ...content, partOf: [whole] }, reason: 'x' })
      const kept = await claimed('exact 50')
      const moved = await claimed('atLeast 20', {
        claimantId: bloggers,
        about: { kind: 'measure', eventId: told, groupId: group, measure: 'killed', equipment: null },
      })
      const before = (await revisionsAfter(dbs.newsroom, 0, 1000)).length
      await mergeEvents(newsroom, { from: told, into: battle, reason: 'One battle, told twice.' })
      expect(await findEntry(dbs.newsroom, told)).toMatchObject({
        status: 'withdrawn',
        content: { mergedInto: battle },
      })
      const set = await familySet(dbs.newsroom, battle, { drafts: true })
      expect([...set.claims.values()].map(({ content: { about } }) => about.eventId)).toEqual([battle, battle])
      expect(new Set(set.claims.keys())).toEqual(new Set([kept.id, moved.id]))
      expect(set.groups.get(group)?.content.eventId).toBe(battle)
      expect(set.events.get(part)?.content.partOf).toEqual([battle])
      expect(set.events.get(battle)?.content.partOf).toEqual([whole])
      expect((await revisionsAfter(dbs.newsroom, 0, 1000)).length).toBe(before + 5)
      await expect(publish(told)).rejects.toEqual(refused(/merged into/))
      const { result } = await mergeEvents(newsroom, { from: part, into: battle, reason: 'x' }).catch(
        (error: unknown) => ({
          result: error,
        }),
      )
      expect(result).toEqual(refused(/whole and part/))
    })

    it('of a draft event into a live one makes its claims live; a live one does not vanish into a draft', async () => {
      const { bloggers, battle, anEventCalled, claimed, publish, statusOf, published, newsroom } = work
      await claimed('exact 50')
      await publish(battle)
      const told = await anEventCalled('Fighting near the border')
      const moved = await claimed('atLeast 20', {
        claimantId: bloggers,
        about: { kind: 'proposition', eventId: told, proposition: { kind: 'occurred' } },
        figure: null,
      })
      await expect(mergeEvents(newsroom, { from: battle, into: told, reason: 'x' })).rejects.toEqual(
        refused(/is a draft/),
      )
      await mergeEvents(newsroom, { from: told, into: battle, reason: 'One battle, told twice.' })
      expect([await statusOf(moved.id), await statusOf(bloggers)]).toEqual(['live', 'live'])
      expect(await published()).not.toContain(told)
    })

    it('of two places points all at the one, which gains the other’s names', async () => {
      const { town, jnim, spokesman, anEventCalled, newsroom } = work
      const twin = await addPlace(newsroom, withoutSlug(aPlace('Tin Zaouatine').content), { despite: true })
      const there = await anEventCalled('Raid', { where: { placeId: twin, relation: 'at', precision: 2, basis: null } })
      await mergeEntries(newsroom, { from: twin, into: town, reason: 'One town.' })
      expect((await findEntryOf(dbs.newsroom, 'event', there)).content.where.placeId).toBe(town)
      expect((await findEntryOf(dbs.newsroom, 'place', town)).content.names.map(({ text }) => text)).toEqual([
        'Tinzaouaten',
        'Tin Zaouatine',
      ])
      expect(await findEntry(dbs.newsroom, twin)).toMatchObject({ status: 'withdrawn', content: { mergedInto: town } })
      const within = await addPlace(newsroom, withoutSlug(aPlace('Market', { content: { parentId: town } }).content))
      const circle = mergeEntries(newsroom, { from: within, into: town, reason: 'x' })
      await circle
      expect((await findEntryOf(dbs.newsroom, 'place', town)).content.parentId).toBeNull()
      await expect(mergeEntries(newsroom, { from: jnim, into: spokesman, reason: 'x' })).rejects.toEqual(
        refused(/cannot be merged/),
      )
    })
  })

  describe('an assessment', () => {
    it('of verified takes two people', async () => {
      const { battle, claimed, publish, statusOf, published, newsroom } = work
      const claim = await claimed('exact 50')
      const film = await addEvidence(newsroom, someEvidence('A film').content)
      await publish(battle)
      const judgement = judging(claim.id, { evidenceIds: [film] })
      const first = (await assessClaim(as(newsroom, 'Ayize'), judgement)).result
      expect(first).toMatchObject({ status: 'draft', content: { by: ['Ayize'], signers: 1 } })
      expect(await published()).not.toContain(first.id)
      await expect(assessClaim(as(newsroom, 'Ayize'), judgement)).rejects.toEqual(refused(/Ayize has signed/))
      await expect(publish(first.id)).rejects.toEqual(refused(/second person/))
      const other = assessClaim(as(newsroom, 'Moussa'), { ...judgement, best: 50 })
      await expect(other).rejects.toEqual(refused(/Ayize signed another assessment/))
      const second = (await assessClaim(as(newsroom, 'Moussa'), judgement)).result
      expect(second).toMatchObject({ id: first.id, status: 'live', content: { by: ['Ayize', 'Moussa'], signers: 2 } })
      expect(await statusOf(film)).toBe('live')
      await expect(
        amendEntry(newsroom, { id: first.id, rev: null, content: second.content, reason: 'x' }),
      ).rejects.toEqual(refused(/not amended/))
    })

    it('of anything else takes one, and takes the place of the last', async () => {
      const { battle, claimed, publish, newsroom } = work
      const claim = await claimed('exact 50')
      await publish(battle)
      const first = (await assessClaim(newsroom, judging(claim.id, { verdict: 'unverified' }))).result
      expect(first).toMatchObject({ status: 'live', content: { supersedes: null } })
      const second = (await assessClaim(newsroom, judging(claim.id, { verdict: 'disputed' }))).result
      expect(second).toMatchObject({ status: 'live', content: { supersedes: first.id } })
    })

    it('goes live with its event, but never while it waits for a second person', async () => {
      const { battle, claimed, publish, statusOf, newsroom } = work
      const claim = await claimed('exact 50')
      const alone = (await assessClaim(newsroom, judging(claim.id, { verdict: 'unverified' }))).result
      const waiting = (await assessClaim(newsroom, judging(claim.id, { verdict: 'refuted' }))).result
      await publish(battle)
      expect([await statusOf(alone.id), await statusOf(waiting.id)]).toEqual(['live', 'draft'])
    })
  })

  it('shows as of any hour what it showed then', async () => {
    const { bloggers, battle, cellOf, claimed, publish, newsroom } = work
    const shown: { at: ReturnType<typeof at>; summary: CellSummary }[] = []
    const first = await claimed('exact 50')
    await publish(battle)
    const acts: (() => Promise<unknown>)[] = [
      () => claimed('atLeast 20', { claimantId: bloggers }),
      () =>
        reviseClaim(newsroom, {
          claimId: first.id,
          claim: { ...said('exact 84'), figure: aFigure('exact 84') },
          appearances: [],
        }),
      () => denyClaim(newsroom, { claimId: first.id, claim: { ...said(null), claimantId: bloggers }, appearances: [] }),
      () =>
        amendEntry(newsroom, {
          id: first.id,
          rev: null,
          content: { ...first.content, figure: aFigure('exact 60') },
          reason: 'Misread.',
        }),
      () => retractClaim(newsroom, { claimId: first.id, claim: said(null), appearances: [] }),
      () => withdrawEntry(newsroom, { id: first.id, reason: 'Another battle.' }),
    ]
    for (const [hour, act] of acts.entries()) {
      const now = at(`2024-08-02T${String(hour + 10)}:00:00Z`)
      newsroom.setClock(now)
      await act()
      shown.push({ at: now, summary: summariseCell(await familySet(dbs.newsroom, battle), cellOf()) })
    }
    const log = await revisionsAfter(dbs.newsroom, 0, 1000)
    for (const then of shown) expect(summariseCell(asRecordedBy(log, then.at), cellOf())).toEqual(then.summary)
    expect(new Set(shown.map(({ summary }) => JSON.stringify(summary))).size).toBe(acts.length)
  })

  it('numbers without a hole whatever is done at once', async () => {
    const { bloggers, battle, claimed, publish } = work
    await claimed('exact 50')
    await publish(battle)
    const results = await Promise.allSettled([
      ...Array.from({ length: 8 }, (_, number) => claimed(`exact ${number}`, { claimantId: bloggers })),
      claimed('exact 5', { claimantId: 'src_none' as SourceId }),
      publish(battle),
    ])
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2)
    const numbers = (await revisionsAfter(dbs.newsroom, 0, 1000)).map(({ sequence }) => sequence)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    const changes = (await changesAfter(dbs.newsroom, 0, 1000)).map(({ number }) => number)
    expect(changes).toEqual(changes.map((_, index) => index + 1))
  })

  it('knows every entry it has by its newest revision', async () => {
    const { town, battle } = work
    const entries: Entry[] = await entriesById(dbs.newsroom, [town, battle])
    expect(entries.map(({ id }) => id)).toEqual([battle, town].toSorted())
  })
})
