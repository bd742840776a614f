import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, DocumentId, IncomingCopyId } from '../../src/ids.ts'
import { addAppearance } from '../../src/newsroom/record/add-appearance.ts'
import { addDocument } from '../../src/newsroom/record/add-document.ts'
import { namedBy } from '../../src/store/record-links.ts'
import { entriesById } from '../../src/store/record-log.ts'
import { aDocument } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork } from './record-at-work.ts'
import { type DeskOfCopy, aDeskOfCopy, aFeed, DISPATCH, hoursLater, of, one, QUOTE } from './desk-of-copy.ts'

describe.each(databases)('incoming copy that carries the words of something on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: DeskOfCopy['studio']
  let ana: DeskOfCopy['ana']
  let aWatched: DeskOfCopy['aWatched']
  let look: DeskOfCopy['look']
  let items: DeskOfCopy['items']
  let item: DeskOfCopy['item']
  let only: DeskOfCopy['only']

  beforeEach(async () => {
    dbs = await open()
    ;({ studio, ana, aWatched, look, items, item, only } = await aDeskOfCopy(dbs))
  })
  afterEach(() => dbs.close())

  const OUTLET = `From our own newsroom in Bamako. ${DISPATCH.toUpperCase().replaceAll('É', 'E')} More on this soon.`

  it('is proposed for the later of two items, under any headline, and the record says it once somebody accepts', async () => {
    await look()
    const outlet = await aWatched('Outlet')
    studio.newsroom.setClock(hoursLater(3))
    await look(
      outlet,
      aFeed(one({ id: 'x', title: 'Fifty dead, it is said', text: OUTLET, at: '2024-07-29T14:00:00Z' })),
    )
    const [copied, first] = await items()
    if (!copied || !first) throw new Error('two are there')
    expect(copied.overlaps).toMatchObject([{ kind: 'copy', title: 'A column is hit', direction: 'carries', share: 1 }])
    const [proposal] = (await item(copied.id)).proposals
    expect(proposal).toMatchObject({ ofId: first.id, who: 'Agency', ofOther: 1, answer: null })
    expect(proposal?.passage.toLowerCase()).toContain('fifty fighters of the enemy south of the town')
    expect((await item(first.id)).proposals).toMatchObject([{ ofId: copied.id, direction: 'carried' }])
    const accepting = { params: { incomingId: copied.id }, body: { ofId: first.id } }
    const { documentId } = await ana.ask('POST /incoming/{incomingId}/carried/accept', accepting)
    const [document] = await entriesById(dbs.newsroom, [documentId])
    const upstream = (await item(first.id)).documentId
    expect(upstream).not.toBeNull()
    expect(document).toMatchObject({ status: 'draft', content: { wireOf: upstream, publisherId: outlet.sourceId } })
    expect((await item(copied.id)).proposals).toMatchObject([{ ofId: upstream, kind: 'document', answer: 'accepted' }])
    const back = { params: { incomingId: first.id }, body: { ofId: documentId } }
    expect((await ana.send('POST /incoming/{incomingId}/carried/accept', back)).status).toBe(409)
  })

  it('is one more appearance of a claim whose quoted words stand in it, taken from where it stood before', async () => {
    const record = await aRecordAtWork(dbs)
    const wording = { text: QUOTE, lang: 'en', documentId: null, start: null, end: null }
    const claim = await record.claimed('exact 50', { wording })
    const statement = await addDocument(record.newsroom, {
      ...aDocument('Statement', { by: 'x' }).content,
      publisherId: record.spokesman,
      text: `Statement. In the name of the movement: ${QUOTE}. Sunday.`,
    })
    const { result: stood } = await addAppearance(record.newsroom, {
      claimId: claim.id,
      documentId: statement,
      span: null,
      takenFrom: { kind: 'unknown' },
      via: [],
      viaText: null,
      withdrawnOn: null,
    })
    await look()
    const { id } = await only()
    const { proposals } = await item(id)
    expect(proposals.map(({ ofId }) => ofId).toSorted()).toEqual([claim.id, statement].toSorted())
    for (const ofId of [claim.id, statement]) {
      await ana.ask('POST /incoming/{incomingId}/carried/accept', { params: { incomingId: id }, body: { ofId } })
    }
    const { documentId, proposals: answered } = await item(id)
    expect(answered.map(({ answer }) => answer)).toEqual(['accepted', 'accepted'])
    const found = await appearancesOf(claim.id)
    const [here, ...more] = found.filter(({ content }) => content.documentId === documentId)
    expect(more).toEqual([])
    expect(here?.content.takenFrom).toEqual({ kind: 'appearance', id: stood })
    const { start = 0, end = 0 } = here?.content.span ?? {}
    expect(DISPATCH.slice(start, end)).toBe(QUOTE)
    const [document] = await entriesById(dbs.newsroom, [documentId as DocumentId])
    expect(document).toMatchObject({ content: { wireOf: statement } })
  })

  const appearancesOf = async (id: ClaimId) =>
    (await entriesById(dbs.newsroom, await namedBy(dbs.newsroom, [id], ['claimId']))).flatMap((entry) =>
      entry.type === 'appearance' ? [entry] : [],
    )

  it('is refused and reconsidered, and is not proposed for a story of ours', async () => {
    await look()
    const { storyId } = await ana.ask('POST /incoming/{incomingId}/take', of((await only()).id))
    const outlet = await aWatched('Outlet')
    studio.newsroom.setClock(hoursLater(3))
    await look(outlet, aFeed(one({ id: 'x', text: OUTLET, at: '2024-07-29T14:00:00Z' })))
    const [{ id } = { id: 'inc_nothing' as IncomingCopyId }] = await items()
    const { proposals } = await item(id)
    const document = proposals.find(({ kind }) => kind === 'document')
    const ofStory = proposals.find(({ kind }) => kind === 'story')
    expect(ofStory).toMatchObject({ ofId: storyId, direction: 'carried' })
    const accept = { params: { incomingId: id }, body: { ofId: storyId } }
    expect((await ana.send('POST /incoming/{incomingId}/carried/accept', accept)).status).toBe(409)
    const said = { params: { incomingId: id }, body: { ofId: document?.ofId ?? '' } }
    const answer = async () => (await item(id)).proposals.find(({ kind }) => kind === 'document')?.answer
    await ana.ask('POST /incoming/{incomingId}/carried/refuse', said)
    expect(await answer()).toBe('refused')
    await ana.ask('POST /incoming/{incomingId}/carried/reconsider', said)
    expect(await answer()).toBeNull()
    const researcher = await studio.staff('Rosa', 'researcher')
    expect((await item(id, researcher)).proposals.some(({ kind }) => kind === 'story')).toBe(false)
  })

  it('is not said of two texts that only speak of the same', async () => {
    await look()
    const other =
      'Fifty men of the enemy died south of the town, says the movement; it burned vehicles. Nobody confirms it.'
    await look(await aWatched('Outlet'), aFeed(one({ id: 'x', text: other })))
    for (const { id } of await items()) expect((await item(id)).proposals).toEqual([])
  })
})
