import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId, PlaceId, SourceId } from '../../src/ids.ts'
import { addAppearance } from '../../src/newsroom/record/add-appearance.ts'
import { addDocument } from '../../src/newsroom/record/add-document.ts'
import { addPlace } from '../../src/newsroom/record/add-place.ts'
import { amendEntry } from '../../src/newsroom/record/amend-entry.ts'
import { denyClaim } from '../../src/newsroom/record/deny-claim.ts'
import { findBySlug, findEntry, findEntryOf } from '../../src/newsroom/record/find-entry.ts'
import { recordClaim } from '../../src/newsroom/record/record-claim.ts'
import { retractClaim } from '../../src/newsroom/record/retract-claim.ts'
import { reviseClaim } from '../../src/newsroom/record/revise-claim.ts'
import { withdrawAppearance } from '../../src/newsroom/record/withdraw-appearance.ts'
import { withdrawEntry } from '../../src/newsroom/record/withdraw-entry.ts'
import type { Claim } from '../../src/record/claim.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import { auditLines } from '../../src/store/audit.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { familySet } from '../../src/store/record-family.ts'
import { entriesById, revisionsAfter, revisionsOf } from '../../src/store/record-log.ts'
import { aDocument, aFigure, anAppearance, aPlace, edtf, when } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork, type RecordAtWork, said, withoutSlug } from './record-at-work.ts'

const refused = (sentence: RegExp) =>
  expect.objectContaining({ code: 'refused', message: expect.stringMatching(sentence) })
const badInput = (sentence: RegExp) =>
  expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(sentence), remedy: expect.any(String) })

describe.each(databases)('the record’s verbs on $name', ({ open }) => {
  let dbs: OpenDatabases
  let work: RecordAtWork
  beforeEach(async () => {
    dbs = await open()
    work = await aRecordAtWork(dbs)
  })
  afterEach(() => dbs.close())

  describe('an event', () => {
    it('is given an address from its title and year, and a number where that is taken', async () => {
      const { battle, anEventCalled } = work
      expect((await findEntryOf(dbs.newsroom, 'event', battle)).content.slug).toBe('battle-of-tinzaouaten-2024')
      const other = await anEventCalled('Battle of Tinzaouaten')
      expect((await findBySlug(dbs.newsroom, 'event', 'battle-of-tinzaouaten-2024-2'))?.id).toBe(other)
      const months = await anEventCalled('2024')
      expect((await findEntryOf(dbs.newsroom, 'event', months)).content.slug).toBe('2024-2')
      await expect(anEventCalled('x', { slug: 'battle-of-tinzaouaten-2024' })).rejects.toEqual(refused(/belongs to/))
    })

    it('stays a draft, of which readers hear nothing, until somebody says that it happened', async () => {
      const { aFigureOf, battle, claimed, publish, statusOf, published, newsroom } = work
      await expect(publish(battle)).rejects.toEqual(refused(/Nobody has said yet/))
      await recordClaim(newsroom, {
        claim: {
          ...aFigureOf('exact 1'),
          act: 'deny',
          figure: null,
          about: { kind: 'proposition', eventId: battle, proposition: { kind: 'occurred' } },
        },
        appearances: [],
      })
      await expect(publish(battle)).rejects.toEqual(refused(/Nobody has said yet/))
      expect(await published()).toEqual([])
      await claimed('exact 50')
      await publish(battle)
      expect(await statusOf(battle)).toBe('live')
    })

    it('goes live in one act with its claims and everything they need', async () => {
      const {
        town,
        jnim,
        wagner,
        spokesman,
        bloggers,
        battle,
        fighters,
        claimed,
        publish,
        statusOf,
        published,
        newsroom,
      } = work
      const claim = await claimed('exact 50')
      const unused = await addPlace(newsroom, withoutSlug(aPlace('Kidal').content))
      const { result } = await publish(battle)
      expect(new Set([battle, ...result.alongside])).toEqual(
        new Set([battle, claim.id, fighters, spokesman, jnim, wagner, town]),
      )
      expect(await statusOf(unused)).toBe('draft')
      expect(await statusOf(bloggers)).toBe('draft')
      expect(new Set(await published())).toEqual(new Set([battle, ...result.alongside]))
      await expect(publish(battle)).rejects.toEqual(refused(/already/))
    })

    it('waits for the whole that it is part of', async () => {
      const { bloggers, battle, cellOf, anEventCalled, claimed, publish, statusOf } = work
      const ambush = await anEventCalled('Ambush', { partOf: [battle] })
      await claimed('exact 50', { about: { kind: 'measure', ...cellOf(ambush) } })
      await expect(publish(ambush)).rejects.toEqual(refused(/hangs on.*Battle of Tinzaouaten.*draft/))
      await claimed('atLeast 20', { claimantId: bloggers })
      await publish(battle)
      await publish(ambush)
      expect(await statusOf(ambush)).toBe('live')
    })

    it('takes its claims with it when it is withdrawn, and brings them back', async () => {
      const { bloggers, battle, claimed, publish, statusOf, newsroom } = work
      const claim = await claimed('exact 50')
      const wrong = await claimed('exact 5', { claimantId: bloggers })
      await publish(battle)
      await withdrawEntry(newsroom, { id: wrong.id, reason: 'It was of another battle.' })
      await withdrawEntry(newsroom, { id: battle, reason: 'It did not happen.' })
      expect(await Promise.all([battle, claim.id, wrong.id].map(statusOf))).toEqual([
        'withdrawn',
        'withdrawn',
        'withdrawn',
      ])
      await expect(claimed('exact 4')).rejects.toEqual(refused(/was withdrawn/))
      await publish(battle)
      expect(await Promise.all([battle, claim.id, wrong.id].map(statusOf))).toEqual(['live', 'live', 'withdrawn'])
    })

    it('cannot be part of itself, at any remove', async () => {
      const { battle, anEventCalled, newsroom } = work
      const ambush = await anEventCalled('Ambush', { partOf: [battle] })
      const { content } = await findEntryOf(dbs.newsroom, 'event', battle)
      const circle = { id: battle, rev: null, content: { ...content, partOf: [ambush] }, reason: 'A test.' }
      await expect(amendEntry(newsroom, circle)).rejects.toEqual(refused(/part of itself/))
    })

    it('is refused with a date that no calendar has', async () => {
      const { anEventCalled } = work
      await expect(anEventCalled('x', { when: when('2024-06-31') })).rejects.toEqual(badInput(/2024-06-31/))
    })

    it('is refused at a place that nobody recorded', async () => {
      const { anEventCalled } = work
      const where = { placeId: 'plc_none' as PlaceId, relation: 'at', precision: 2, basis: null } as const
      await expect(anEventCalled('x', { where })).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  describe('a claim', () => {
    it('of a draft event is a draft; of a live one it is live at once, with its source', async () => {
      const { bloggers, battle, claimed, publish, statusOf } = work
      const first = await claimed('exact 50')
      expect(first.status).toBe('draft')
      await publish(battle)
      const second = await claimed('atLeast 20', { claimantId: bloggers })
      expect(second.status).toBe('live')
      expect(await statusOf(bloggers)).toBe('live')
    })

    it('brings its appearances, which may be taken from one another', async () => {
      const { aFigureOf, spokesman, battle, publish, statusOf, newsroom } = work
      const [own, agency] = await Promise.all(
        ['Statement', 'Dispatch'].map((title) =>
          addDocument(newsroom, { ...aDocument(title, { by: 'x' }).content, publisherId: spokesman }),
        ),
      )
      const { content: appearance } = anAppearance('x', { of: 'x', in: 'x' })
      const { result } = await recordClaim(newsroom, {
        claim: aFigureOf('exact 50'),
        appearances: [
          { ...appearance, documentId: own as DocumentId },
          { ...appearance, documentId: agency as DocumentId, takenFrom: { kind: 'earlier', position: 0 } },
        ],
      })
      const [first, second] = await entriesById(dbs.newsroom, result.appearanceIds)
      const taken = [first, second].map((entry) => entry?.type === 'appearance' && entry.content.takenFrom)
      expect(taken).toContainEqual({ kind: 'appearance', id: result.appearanceIds[0] })
      await publish(battle)
      const late = await addAppearance(newsroom, {
        ...appearance,
        claimId: result.claim.id,
        documentId: own as DocumentId,
      })
      expect(await statusOf(late.result)).toBe('live')
      await withdrawAppearance(newsroom, { id: late.result, on: edtf('2024-08-01'), reason: 'Taken down.' })
      expect(await findEntry(dbs.newsroom, late.result)).toMatchObject({
        status: 'live',
        content: { withdrawnOn: '2024-08-01' },
      })
      const again = withdrawAppearance(newsroom, { id: late.result, on: edtf('2024-08-02'), reason: 'Again.' })
      await expect(again).rejects.toEqual(refused(/already/))
    })

    it('made, revised and retracted is still in history, word for word', async () => {
      const { spokesman, battle, cellOf, claimed, publish, newsroom } = work
      const first = await claimed('exact 50')
      await publish(battle)
      const revised = await reviseClaim(newsroom, {
        claimId: first.id,
        claim: { ...said('exact 84'), figure: aFigure('exact 84') },
        appearances: [],
      })
      const second = revised.result.claim
      expect(second.content).toMatchObject({
        act: 'revise',
        revises: first.id,
        claimantId: spokesman,
        figure: { n: 84 },
      })
      const taken = await retractClaim(newsroom, { claimId: second.id, claim: said(null), appearances: [] })
      expect(taken.result.claim.content).toMatchObject({ act: 'retract', retracts: second.id, figure: null })
      const log = await revisionsAfter(dbs.newsroom, 0, 1000)
      const claims = log.filter(({ type }) => type === 'claim')
      expect(claims.map(({ id, rev }) => [id, rev])).toEqual([
        [first.id, 1],
        [first.id, 2],
        [second.id, 1],
        [taken.result.claim.id, 1],
      ])
      expect(claims.filter(({ id }) => id === first.id).map(({ content }) => content)).toEqual([
        first.content,
        first.content,
      ])
      const set = await familySet(dbs.newsroom, battle)
      expect(summariseCell(set, cellOf()).claims.map(({ claimId }) => claimId)).toEqual([
        first.id,
        second.id,
        taken.result.claim.id,
      ])
    })

    it('is denied by another claim, and stays as it was', async () => {
      const { bloggers, battle, cellOf, claimed, publish, newsroom } = work
      const first = await claimed('exact 50')
      await publish(battle)
      const { result } = await denyClaim(newsroom, {
        claimId: first.id,
        claim: { ...said(null), claimantId: bloggers },
        appearances: [],
      })
      expect(result.claim.content).toMatchObject({
        act: 'deny',
        denies: first.id,
        figure: null,
        about: first.content.about,
      })
      const { low, high, disputed } = summariseCell(await familySet(dbs.newsroom, battle), cellOf())
      expect({ low, high, disputed }).toEqual({ low: 50, high: 50, disputed: true })
    })

    it('of one claimant is not revised or retracted by another', async () => {
      const { bloggers, claimed, newsroom } = work
      const first = await claimed('exact 50')
      const by = { ...said('exact 5'), figure: aFigure('exact 5'), claimantId: bloggers }
      const revising = reviseClaim(newsroom, { claimId: first.id, claim: by, appearances: [] })
      await expect(revising).rejects.toEqual(refused(/somebody else’s/))
      const { figure: _, ...noFigure } = by
      const retracting = retractClaim(newsroom, { claimId: first.id, claim: noFigure, appearances: [] })
      await expect(retracting).rejects.toEqual(refused(/somebody else’s/))
    })

    it('is refused with a figure of “lots”, a range upside down, or no figure at all', async () => {
      const { claimed } = work
      const withFigure = (figure: unknown) => claimed('exact 1', { figure: figure as Claim['figure'] })
      const verbatim = { verbatim: 'x', lang: 'en' }
      await expect(withFigure('lots')).rejects.toEqual(badInput(/lots/))
      await expect(withFigure({ kind: 'exact', n: 'lots', ...verbatim })).rejects.toEqual(badInput(/lots/))
      await expect(withFigure({ kind: 'range', lo: 20, hi: 10, ...verbatim })).rejects.toEqual(badInput(/20/))
      await expect(withFigure(null)).rejects.toEqual(refused(/figure/))
    })

    it('leaves nothing behind when it is refused', async () => {
      const { claimed } = work
      const before = (await revisionsAfter(dbs.newsroom, 0, 1000)).length
      await expect(claimed('exact 5', { claimantId: 'src_none' as SourceId })).rejects.toMatchObject({
        code: 'not-found',
      })
      expect(await revisionsAfter(dbs.newsroom, 0, 1000)).toHaveLength(before)
    })

    it('is never written into the audit or the outbox', async () => {
      const { battle, claimed, publish } = work
      await claimed('exact 50', { hedge: 'reportedly' })
      await publish(battle)
      const written = JSON.stringify([
        await auditLines(dbs.newsroom, 0, 1000),
        await changesAfter(dbs.newsroom, 0, 1000),
      ])
      expect(written).not.toMatch(/exact 50|reportedly|Tinzaouaten/)
      expect((await auditLines(dbs.newsroom, 0, 1000)).map(({ act }) => act)).toContain('record-claim')
    })
  })

  describe('an amendment', () => {
    it('is a new revision with a reason, and keeps the address', async () => {
      const { town, newsroom } = work
      const { content } = await findEntryOf(dbs.newsroom, 'place', town)
      const { slug, ...rest } = content
      const { result } = await amendEntry(newsroom, {
        id: town,
        rev: 1,
        content: { ...rest, country: 'DZ' },
        reason: 'The border.',
      })
      expect(result).toMatchObject({ rev: 2, status: 'draft', content: { slug, country: 'DZ' } })
      const revisions = (await revisionsOf(dbs.newsroom, [town])).get(town)
      expect(revisions?.map(({ reason }) => reason)).toEqual([null, 'The border.'])
    })

    it('is refused without a reason, without a change, of an older revision, or of what was withdrawn', async () => {
      const { town, bloggers, newsroom } = work
      const { content } = await findEntryOf(dbs.newsroom, 'place', town)
      const amend = (more: object) => amendEntry(newsroom, { id: town, rev: null, content, reason: 'x', ...more })
      await expect(amend({ reason: ' ' })).rejects.toEqual(badInput(/without a reason/))
      await expect(amend({})).rejects.toEqual(refused(/nothing would change/))
      await expect(amend({ rev: 7 })).rejects.toMatchObject({ code: 'stale-revision' })
      await withdrawEntry(newsroom, { id: bloggers, reason: 'x' })
      await expect(amend({ id: bloggers })).rejects.toEqual(refused(/withdrawn/))
    })

    it('of a live entry makes live what it names now', async () => {
      const { bloggers, battle, claimed, publish, statusOf, newsroom } = work
      const claim = await claimed('exact 50')
      await publish(battle)
      await amendEntry(newsroom, {
        id: claim.id,
        rev: null,
        content: { ...claim.content, claimantId: bloggers },
        reason: 'Misread.',
      })
      expect(await statusOf(bloggers)).toBe('live')
    })
  })

  describe('withdrawing', () => {
    it('is refused for what others need', async () => {
      const { town, fighters, claimed, newsroom } = work
      await claimed('exact 50')
      await expect(withdrawEntry(newsroom, { id: town, reason: 'x' })).rejects.toEqual(refused(/named by/))
      await expect(withdrawEntry(newsroom, { id: fighters, reason: 'x' })).rejects.toEqual(refused(/named by/))
    })

    it('of a draft is no news for readers', async () => {
      const { battle, claimed, publish, published, newsroom } = work
      const claim = await claimed('exact 50')
      await withdrawEntry(newsroom, { id: claim.id, reason: 'Misread.' })
      expect(await published()).toEqual([])
      await expect(publish(battle)).rejects.toEqual(refused(/Nobody has said yet/))
    })
  })
})
