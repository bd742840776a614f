import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changesAfter } from '../../src/store/outbox.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { aNewspaper } from '../builders.ts'
import { aDocument, anActor, anEvent, aPlace, aSource } from '../record/builders.ts'
import { withoutSlug } from './record-at-work.ts'

const content = (value: object) => value as Record<string, unknown>

describe.each(databases)('citing from the text on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let ana: Caller
  let ben: Caller
  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    ana = await studio.staff('Ana', 'editor')
    ben = await studio.staff('Ben', 'reporter')
  })
  afterEach(() => dbs.close())

  /** A battle with one group of people and somebody who speaks of it, all made by a reporter in passing. */
  async function aBattle() {
    const place = await ben.ask('POST /record/places', {
      body: { content: content(withoutSlug(aPlace('Tinzaouaten').content)) },
    })
    const event = await ben.ask('POST /record/events', {
      body: {
        content: content({
          ...withoutSlug(anEvent('Battle of Tinzaouaten').content),
          where: { placeId: place.entry.id, relation: 'at', precision: 2, basis: null },
        }),
      },
    })
    const group = await ben.ask('POST /record/victim-groups', {
      body: {
        content: {
          eventId: event.entry.id,
          affiliation: null,
          standing: 'combatant',
          labels: { en: 'Wagner fighters' },
          subsetOf: [],
        },
      },
    })
    const source = await ben.ask('POST /record/sources', {
      body: { content: content(withoutSlug(aSource('JNIM').content)) },
    })
    return { eventId: event.entry.id, groupId: group.entry.id, sourceId: source.entry.id }
  }

  type Battle = Awaited<ReturnType<typeof aBattle>>

  const said = ({ eventId, groupId, sourceId }: Battle, n: number) => ({
    claimantId: sourceId,
    act: 'assert',
    saidAt: { edtf: '2024-07-28', basis: null },
    about: { kind: 'measure', eventId, groupId, measure: 'killed', equipment: null },
    figure: { kind: 'exact', n, verbatim: String(n), lang: 'en' },
    wording: { text: `we killed ${n}`, lang: 'en', documentId: null, start: null, end: null },
  })

  it('records what somebody said, and tells who, what, of whom and since when', async () => {
    const battle = await aBattle()
    const { claim } = await ben.ask('POST /record/claims', { body: { claim: said(battle, 50) } })
    expect(claim).toMatchObject({
      claimant: 'JNIM',
      object: '50',
      about: 'Wagner fighters killed',
      saidWords: '28 July 2024',
      status: 'draft',
      numbers: [50],
    })
    const about = await ben.ask('GET /record/events/{eventId}/claims', { params: { eventId: battle.eventId } })
    expect(about.claims.map(({ id }) => id)).toEqual([claim.id])
    expect(about.groups).toEqual([{ id: battle.groupId, label: 'Wagner fighters' }])
  })

  it('keeps the chain through which it came, and offers it again', async () => {
    const battle = await aBattle()
    const site = await ben.ask('POST /record/sources', {
      body: { content: content(withoutSlug(aSource('SITE Intelligence Group').content)) },
    })
    const document = await ben.ask('POST /record/documents', {
      body: {
        content: content({ ...aDocument('Statement', { by: aSource('x').id }).content, publisherId: site.entry.id }),
      },
    })
    const { claim } = await ben.ask('POST /record/claims', {
      body: {
        claim: said(battle, 50),
        appearances: [{ documentId: document.entry.id, via: [site.entry.id] }],
      },
    })
    expect(claim.via).toEqual([{ id: site.entry.id, label: 'SITE Intelligence Group' }])
    expect(claim.document).toEqual({ id: document.entry.id, label: 'Statement' })
    expect(claim.ways.join()).toContain('JNIM')
  })

  it('offers entries by any spelling of a name, and the newest where none is given', async () => {
    await ben.ask('POST /record/actors', { body: { content: content(withoutSlug(anActor('Forces armées').content)) } })
    const named = await ben.ask('GET /record/search', { query: { type: 'actor', q: 'FORCES ARMEES' } })
    const within = await ben.ask('GET /record/search', { query: { type: 'actor', q: 'armees' } })
    const newest = await ben.ask('GET /record/search', { query: { type: 'actor' } })
    for (const { hits } of [named, within, newest]) expect(hits.map(({ label }) => label)).toEqual(['Forces armées'])
  })

  it('refuses a second actor of the same name in a sentence, unless it is another one', async () => {
    const body = { content: content(withoutSlug(anActor('JNIM').content)) }
    await ben.ask('POST /record/actors', { body })
    const refused = await ben.send('POST /record/actors', { body })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ detail: expect.stringMatching(/may have it already/) })
    expect((await ben.send('POST /record/actors', { body: { ...body, despite: true } })).status).toBe(200)
  })

  it('keeps a claim of a live event from readers until it is published with its story', async () => {
    const battle = await aBattle()
    await ben.ask('POST /record/claims', { body: { claim: said(battle, 20) } })
    await ana.ask('POST /record/entries/{entryId}/publish', { params: { entryId: battle.eventId } })
    const before = (await changesAfter(dbs.newsroom, 0, 1000)).length
    const { claim } = await ben.ask('POST /record/claims', { body: { claim: said(battle, 50), asDraft: true } })
    expect(claim.status).toBe('draft')
    expect((await changesAfter(dbs.newsroom, 0, 1000)).length).toBe(before)
    const entry = await ana.ask('GET /record/entries/{entryId}', { params: { entryId: claim.id } })
    await ana.ask('POST /record/entries/{entryId}/amend', {
      params: { entryId: claim.id },
      body: { rev: entry.rev, content: { ...entry.content, hedge: 'reportedly' }, reason: 'The hedge was left out.' },
    })
    const statusOf = async () =>
      (await ana.ask('GET /record/claims', { query: { ids: claim.id } })).claims.map(({ status }) => status)
    expect(await statusOf()).toEqual(['draft'])
    expect((await ben.send('POST /record/publish', { body: { claimIds: [claim.id] } })).status).toBe(403)
    await ana.ask('POST /record/publish', { body: { claimIds: [claim.id] } })
    expect(await statusOf()).toEqual(['live'])
    const again = await ana.ask('POST /record/publish', { body: { claimIds: [claim.id] } })
    expect(again.published).toEqual([])
  })

  it('revises and retracts as claims of their own; the earlier one stays and says what became of it', async () => {
    const battle = await aBattle()
    const first = await ben.ask('POST /record/claims', { body: { claim: said(battle, 50) } })
    const { saidAt, wording, figure } = said(battle, 84)
    const params = { claimId: first.claim.id }
    const second = await ben.ask('POST /record/claims/{claimId}/revise', {
      params,
      body: { claim: { saidAt, wording, figure } },
    })
    expect(second.claim).toMatchObject({ act: 'revise', object: '84' })
    await ben.ask('POST /record/claims/{claimId}/retract', {
      params: { claimId: second.claim.id },
      body: { claim: { saidAt, wording } },
    })
    const { claims } = await ben.ask('GET /record/events/{eventId}/claims', { params: { eventId: battle.eventId } })
    expect(Object.fromEntries(claims.map(({ id, undone }) => [id, undone]))).toMatchObject({
      [first.claim.id]: 'revised',
      [second.claim.id]: 'retracted',
    })
  })

  it('shows who says what as readers will see it, drafts included, for a frame of the studio alone', async () => {
    const battle = await aBattle()
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await ben.ask('POST /record/claims', { body: { claim: said(battle, 50) } })
    const page = await ben.send('GET /record/events/{eventId}/ledger', { params: { eventId: battle.eventId } })
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'; sandbox/)
    const html = await page.text()
    expect(html).toContain('JNIM')
    expect(html).toContain('Wagner fighters killed')
    expect(html).not.toContain('<script')
  })

  it('lists the record with its counts, and tells an entry’s history by the names of those who keep it', async () => {
    const battle = await aBattle()
    const list = await ben.ask('GET /record/entries', { query: { type: 'event', status: 'draft' } })
    expect(list.entries.map(({ label }) => label)).toEqual(['Battle of Tinzaouaten'])
    expect(list.counts).toContainEqual({ type: 'event', status: 'draft', count: 1 })
    const entry = await ben.ask('GET /record/entries/{entryId}', { params: { entryId: battle.groupId } })
    expect(entry.history).toMatchObject([{ rev: 1, by: 'Ben', act: 'add-victim-group' }])
    expect(Object.values(entry.named).map(({ label }) => label)).toEqual(['Battle of Tinzaouaten'])
  })

  it('tells what is for those who keep the record to nobody else, and lets contributors record nothing', async () => {
    const battle = await aBattle()
    const secret = { privateNote: 'a name', labels: { en: 'Two children' }, subsetOf: [] }
    const group = await ben.ask('POST /record/victim-groups', {
      body: { content: { eventId: battle.eventId, affiliation: null, standing: 'civilian', ...secret } },
    })
    const cleo = await studio.staff('Cleo', 'contributor')
    const params = { entryId: group.entry.id }
    expect((await ben.ask('GET /record/entries/{entryId}', { params })).content).toMatchObject(secret)
    expect((await cleo.ask('GET /record/entries/{entryId}', { params })).content).not.toHaveProperty('privateNote')
    expect((await cleo.send('POST /record/claims', { body: { claim: said(battle, 1) } })).status).toBe(403)
  })

  it('assesses what needs no evidence, refuses to verify without any, and withdraws with a reason', async () => {
    const battle = await aBattle()
    const { claim } = await ben.ask('POST /record/claims', { body: { claim: said(battle, 50) } })
    const params = { claimId: claim.id }
    const assess = (verdict: string) =>
      ana.send('POST /record/claims/{claimId}/assess', {
        params,
        body: { verdict, standard: 'Two independent sources.' },
      })
    expect((await assess('disputed')).status).toBe(200)
    expect(await (await assess('verified')).json()).toMatchObject({ detail: expect.stringMatching(/evidence/) })
    const { assessments } = await ana.ask('GET /record/entries/{entryId}', { params: { entryId: claim.id } })
    expect(assessments).toMatchObject([{ verdict: 'disputed', standard: 'Two independent sources.' }])
    await ana.ask('POST /record/entries/{entryId}/withdraw', {
      params: { entryId: claim.id },
      body: { reason: 'Recorded for the wrong event.' },
    })
    const entry = await ana.ask('GET /record/entries/{entryId}', { params: { entryId: claim.id } })
    expect(entry.history[0]).toMatchObject({ status: 'withdrawn', reason: 'Recorded for the wrong event.', by: 'Ana' })
  })
})
