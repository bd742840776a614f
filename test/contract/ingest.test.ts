import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId, IncomingCopyId, SourceId, StoryId } from '../../src/ids.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { exportLines } from '../../src/newsroom/exporting/export-newsroom.ts'
import { examineIngest } from '../../src/newsroom/ingest/examine-ingest.ts'
import { clearDesk, watchRound } from '../../src/newsroom/ingest/watch-round.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { auditLines } from '../../src/store/audit.ts'
import { commentsOf } from '../../src/store/story-comments.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { entriesById } from '../../src/store/record-log.ts'
import { storyById } from '../../src/store/stories.ts'
import { watchedById, type WatchedSource } from '../../src/store/watched-sources.ts'
import { plainText } from '../../src/story/plain-text.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { type DeskOfCopy, aDeskOfCopy, aFeed, atNoon, DISPATCH, hoursLater, of, one, rethrow } from './desk-of-copy.ts'

/** A feed whose entry says when it was changed last. */
const changed = (text: string, when: string) =>
  aFeed(one({ text })).replace('<published>', `<updated>${when}</updated><published>`)

describe.each(databases)('incoming copy on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: DeskOfCopy['studio']
  let moussa: DeskOfCopy['moussa']
  let ana: DeskOfCopy['ana']
  let agency: DeskOfCopy['agency']
  let server: DeskOfCopy['server']
  let aWatched: DeskOfCopy['aWatched']
  let look: DeskOfCopy['look']
  let items: DeskOfCopy['items']
  let item: DeskOfCopy['item']
  let only: DeskOfCopy['only']

  beforeEach(async () => {
    dbs = await open()
    ;({ studio, moussa, ana, agency, server, aWatched, look, items, item, only } = await aDeskOfCopy(dbs))
  })
  afterEach(() => dbs.close())

  describe('a watched feed', () => {
    it('brings its items to the desk once, however often it is looked at, and asks only for what has changed', async () => {
      expect((await look()).received.added).toHaveLength(1)
      expect((await look()).received).toEqual({ added: [], changed: [], unchanged: 0, tooOld: 0 })
      expect(server.asked).toEqual([null, `"${server.body.length}"`])
      await look(agency, `${server.body} `)
      expect(await items()).toMatchObject([
        { headline: 'A column is hit', language: 'en', state: 'waiting', isOpened: false, source: { name: 'Agency' } },
      ])
    })

    it('shows an item that its source has changed as one, with what it said before, and as new again', async () => {
      await look()
      const { id } = await only()
      await ana.ask('POST /incoming/{incomingId}/opened', of(id))
      expect((await ana.ask('GET /incoming', { query: {} })).unopened).toBe(0)
      studio.newsroom.setClock(hoursLater(2))
      await look(agency, aFeed(one({ text: DISPATCH.replace('five of its vehicles', 'three of its vehicles') })))
      expect(await items()).toMatchObject([{ id, isOpened: false, changedAt: hoursLater(2), receivedAt: atNoon() }])
      const { content, before } = await item(id)
      expect(plainText(content.body)).toContain('burned three of its vehicles')
      expect(before && plainText(before.body)).toContain('burned five of its vehicles')
    })

    it('does not take back a newer state for an older one', async () => {
      await look(agency, changed('The newer words of it.', '2024-07-29T10:00:00Z'))
      await look(agency, changed('The older words, once more.', '2024-07-29T09:00:00Z'))
      const { content } = await item((await only()).id)
      expect(plainText(content.body)).toContain('newer')
    })

    it('that fails says so in words, is tried later and later, and shows in the health after three times', async () => {
      server.failure = 'agency.example answered with status 404 instead of a page.'
      const waits: number[] = []
      for (let time = 0; time < 8; time += 1) {
        await look()
        const { nextAt } = (await watchedById(dbs.newsroom, agency.id)) as WatchedSource
        waits.push((Date.parse(nextAt) - Date.parse(atNoon())) / 60_000)
      }
      for (const [index, wait] of waits.entries()) {
        expect(wait).toBeGreaterThan(Math.min(24 * 60, 15 * 2 ** (index + 1)) * 0.89)
        expect(wait).toBeLessThan(Math.min(24 * 60, 15 * 2 ** (index + 1)) * 1.11)
      }
      const [told] = (await ana.ask('GET /watched', {})).sources
      expect(told).toMatchObject({ failures: 8, failure: server.failure })
      expect(await examineIngest(studio.newsroom)).toMatchObject([
        { level: 'note', what: expect.stringContaining('“Agency” have failed') },
      ])
      server.failure = null
      await look()
      expect((await ana.ask('GET /watched', {})).sources).toMatchObject([{ failures: 0, failure: null, waiting: 1 }])
      expect(await examineIngest(studio.newsroom)).toMatchObject([{ level: 'ok' }])
    })

    it('that is a web page, or was cut off, is told as that, and what could be read is there', async () => {
      await look(agency, '<!doctype html><html><body><h1>Not found</h1></body></html>')
      expect((await ana.ask('GET /watched', {})).sources).toMatchObject([
        { failures: 1, failure: expect.stringContaining('is a web page') },
      ])
      await look(agency, aFeed(one(), one({ id: 'two' })).slice(0, -60))
      expect((await ana.ask('GET /watched', {})).sources).toMatchObject([{ failures: 2 }])
      expect(await items()).toHaveLength(1)
      await look(agency, aFeed(one(), one({ id: 'two' })))
      expect(await items()).toHaveLength(2)
    })

    it('is looked at by the worker when it is due, and not while it is paused', async () => {
      const round = watchRound(studio.newsroom, { fetch: server.fetch, onFault: rethrow }, () => false)
      await round()
      expect(server.asked).toHaveLength(1)
      await round()
      expect(server.asked).toHaveLength(1)
      studio.newsroom.setClock(hoursLater(1))
      await moussa.ask('PATCH /watched/{watchedId}', { params: { watchedId: agency.id }, body: { isOn: false } })
      await round()
      expect(server.asked).toHaveLength(1)
      await moussa.ask('PATCH /watched/{watchedId}', { params: { watchedId: agency.id }, body: { isOn: true } })
      await round()
      expect(server.asked).toHaveLength(2)
    })

    it('is cleared away with what nobody took, and nothing that was old when it came is taken in', async () => {
      await look(agency, aFeed(one(), one({ id: 'two' }), one({ id: 'old', at: '2019-01-01T00:00:00Z' })))
      const [taken, left] = await items()
      if (!taken || !left) throw new Error('two are there')
      expect(await items()).toHaveLength(2)
      await ana.ask('POST /incoming/{incomingId}/take', of(taken.id))
      studio.newsroom.setClock(hoursLater(24 * 91))
      await clearDesk(studio.newsroom)
      // Ana's session has not lasted that long.
      const berthe = await studio.staff('Berthe', 'reporter')
      expect((await items({}, berthe)).map(({ id }) => id)).toEqual([taken.id])
      const { params } = of(left.id)
      const response = await berthe.send('GET /incoming/{incomingId}', { params })
      expect(response.status).toBe(404)
    })

    it('keeps the feed’s order, is paged, and is narrowed by source, state, language and words', async () => {
      await look(
        agency,
        aFeed(
          ...['a', 'b', 'c'].map((id) =>
            one({ id, title: `Item ${id}`, text: `The word ${id}${id}${id} stands in this text of the agency.` }),
          ),
        ),
      )
      const other = await aWatched('Outlet')
      await look(other, aFeed(one({ title: 'Élection à Gao' })))
      expect((await items({ source: agency.id })).map(({ headline }) => headline)).toEqual([
        'Item a',
        'Item b',
        'Item c',
      ])
      const found: string[] = []
      for (let before: string | null | undefined; before !== null; ) {
        const page = await ana.ask('GET /incoming', { query: { limit: 2, ...(before ? { before } : {}) } })
        found.push(...page.items.map(({ headline }) => headline))
        before = page.before
      }
      expect(found.toSorted()).toEqual(['Item a', 'Item b', 'Item c', 'Élection à Gao'])
      expect((await items({ q: 'ELECTION gao' })).map(({ headline }) => headline)).toEqual(['Élection à Gao'])
      expect((await items({ q: 'bb' })).map(({ headline }) => headline)).toEqual(['Item b'])
      expect(await items({ q: '%' })).toHaveLength(4)
      expect(await items({ state: 'taken' })).toEqual([])
      expect(await items({ language: 'fr' })).toEqual([])
    })
  })

  describe('an item', () => {
    it('becomes a draft with its credit and its origin, in nobody’s name, and a document of the record', async () => {
      await look(agency, aFeed(one({ author: 'Jean Dupont' })))
      const { id } = await only()
      const { storyId } = await ana.ask('POST /incoming/{incomingId}/take', of(id))
      const story = await storyById(dbs.newsroom, storyId)
      expect(story).toMatchObject({ state: 'draft', path: null, content: { headline: 'A column is hit', bylines: [] } })
      expect(story && plainText(story.content.body)).toMatch(/did not answer questions\.\n\nAgency \/ Jean Dupont$/)
      const [remark] = await commentsOf(dbs.newsroom, storyId)
      expect(remark?.text).toContain('Begun from copy of Agency: “A column is hit”.')
      expect(remark?.text).toContain('https://agency.example/one')
      expect(remark?.by).toBe(ana.accountId)
      const taken = await item(id)
      expect(taken).toMatchObject({ state: 'taken', storyId, settledBy: 'Ana' })
      const [document] = await entriesById(dbs.newsroom, [taken.documentId as DocumentId])
      expect(document).toMatchObject({
        type: 'document',
        status: 'draft',
        content: {
          publisherId: agency.sourceId,
          author: 'Jean Dupont',
          url: 'https://agency.example/one',
          title: 'A column is hit',
          publishedAt: '2024-07-29T06:00:00.000Z',
          language: 'en',
          text: DISPATCH,
        },
      })
    })

    it('is taken once: whoever comes second is told', async () => {
      await look()
      const { id } = await only()
      const both = await Promise.all([ana, moussa].map((who) => who.send('POST /incoming/{incomingId}/take', of(id))))
      expect(both.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([200, 409])
      const { count } = await dbs.newsroom
        .selectFrom('stories')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      expect(count).toBe(1)
      expect((await ana.send('POST /incoming/{incomingId}/dismiss', of(id))).status).toBe(409)
    })

    it('is put away and brought back, and changed at its source stays put away', async () => {
      await look()
      const { id } = await only()
      await ana.ask('POST /incoming/{incomingId}/dismiss', of(id))
      await look(agency, aFeed(one({ title: 'A column is hit, says the army' })))
      expect(await items({ state: 'waiting' })).toEqual([])
      expect(await items()).toMatchObject([{ state: 'dismissed', headline: 'A column is hit, says the army' }])
      expect((await ana.send('POST /incoming/{incomingId}/take', of(id))).status).toBe(409)
      await ana.ask('POST /incoming/{incomingId}/restore', of(id))
      expect(await items({ state: 'waiting' })).toHaveLength(1)
    })

    it('is nothing for contributors and translators, and sources are not for reporters to manage', async () => {
      await look()
      for (const role of ['contributor', 'translator'] as const) {
        const caller = await studio.staff(role, role)
        expect((await caller.send('GET /incoming', { query: {} })).status).toBe(403)
      }
      const body = { address: 'https://other.example/feed', name: 'Other' }
      expect((await ana.send('POST /watched', { body })).status).toBe(403)
      const { params } = { params: { watchedId: agency.id } }
      expect((await ana.send('DELETE /watched/{watchedId}', { params })).status).toBe(403)
    })

    it('that changes after it was taken up stands among what waits until somebody has looked', async () => {
      await look()
      const { id } = await only()
      await ana.ask('POST /incoming/{incomingId}/take', of(id))
      expect(await items({ state: 'waiting' })).toEqual([])
      await look(agency, aFeed(one({ text: 'The agency takes back all that it said.' })))
      expect(await items({ state: 'waiting' })).toMatchObject([{ id, state: 'taken', isOpened: false }])
      await ana.ask('POST /incoming/{incomingId}/opened', of(id))
      expect(await items({ state: 'waiting' })).toEqual([])
    })

    it('is gone with its document when that is erased from the record, and does not come back', async () => {
      await look(agency, aFeed(one(), one({ id: 'two', at: '2024-07-29T07:00:00Z' })))
      const first = (await items()).find(({ overlaps }) => overlaps[0]?.direction === 'carried')
      const { documentId } = await ana.ask('POST /incoming/{incomingId}/document', of(first?.id as IncomingCopyId))
      await eraseEntry(studio.newsroom, { id: documentId, reason: 'source-in-danger' })
      await look(agency, `${server.body} `)
      const gone = await item(first?.id as IncomingCopyId)
      expect(gone).toMatchObject({ headline: 'Erased', state: 'dismissed', proposals: [] })
      expect(JSON.stringify(gone)).not.toContain('column')
      expect((await items()).flatMap(({ overlaps }) => overlaps)).toEqual([])
      const again = await ana.send('POST /incoming/{incomingId}/document', of(gone.id))
      expect(again.status).toBe(409)
    })

    it('is told in the audit by what people did, and its arrival is nobody’s act', async () => {
      const before = (await auditLines(dbs.newsroom, 0, 1_000)).length
      await look()
      expect(await auditLines(dbs.newsroom, 0, 1_000)).toHaveLength(before)
      await ana.ask('POST /incoming/{incomingId}/dismiss', of((await only()).id))
      const last = (await auditLines(dbs.newsroom, 0, 1_000)).at(-1)
      expect(last).toMatchObject({ act: 'dismiss-incoming', actor: ana.accountId })
      expect(JSON.stringify(last)).not.toContain('column')
    })
  })

  describe('a source', () => {
    it('is not watched twice, nor under a name that is taken', async () => {
      const twice = { address: agency.address, name: 'Again' }
      expect((await moussa.send('POST /watched', { body: twice })).status).toBe(409)
      const named = { address: 'https://third.example/feed', name: 'agency' }
      expect((await moussa.send('POST /watched', { body: named })).status).toBe(409)
      const notWeb = { address: 'ftp://third.example/feed', name: 'Third' }
      expect((await moussa.send('POST /watched', { body: notWeb })).status).toBe(422)
    })

    it('stands for a source of the record: a new draft of its name, or one that is there', async () => {
      const [entry] = await entriesById(dbs.newsroom, [agency.sourceId])
      expect(entry).toMatchObject({ type: 'source', status: 'draft', content: { names: [{ text: 'Agency' }] } })
      const body = { address: 'https://agency.example/fr', name: 'Agency, in French', sourceId: agency.sourceId }
      expect((await moussa.ask('POST /watched', { body })).sourceId).toBe(agency.sourceId)
      const unknown = { ...body, address: 'https://x.example/', name: 'X', sourceId: 'src_nothing' as SourceId }
      expect((await moussa.send('POST /watched', { body: unknown })).status).toBe(404)
    })

    it('that is removed takes its items with it; stories begun from it and the record stay', async () => {
      await look(agency, aFeed(one(), one({ id: 'two' })))
      const { id } = await only()
      const { storyId } = await ana.ask('POST /incoming/{incomingId}/take', of(id))
      const { documentId } = await item(id)
      await moussa.ask('DELETE /watched/{watchedId}', { params: { watchedId: agency.id } })
      expect(await items()).toEqual([])
      expect(await storyById(dbs.newsroom, storyId)).toBeDefined()
      expect(await entriesById(dbs.newsroom, [documentId as DocumentId])).toHaveLength(1)
      for (const table of ['text_marks', 'watched_files'] as const) {
        const left = await dbs.newsroom.selectFrom(table).selectAll().execute()
        expect(left.filter((row) => JSON.stringify(row).includes('inc_'))).toEqual([])
      }
    })
  })

  it('is nowhere that readers look: not in the edition, not in a public export, not in a number for either', async () => {
    const CANARY = 'canaryzzq'
    const before = (await changesAfter(dbs.newsroom, 0, 1_000)).length
    await look(
      agency,
      aFeed(one({ title: `${CANARY} title`, text: `${CANARY} words ${DISPATCH}`, author: `${CANARY} author` })),
    )
    const { id } = await only()
    await ana.ask('POST /incoming/{incomingId}/document', of(id))
    await ana.ask('POST /incoming/{incomingId}/take', of(id))
    expect(await changesAfter(dbs.newsroom, 0, 1_000)).toHaveLength(before)
    await rebuildEdition(studio.newsroom)
    expect(await canonicalDump(dbs.reader)).not.toContain(CANARY)
    for await (const line of exportLines(studio.newsroom, { publicOnly: true })) {
      expect(JSON.stringify(line)).not.toContain(CANARY)
    }
    // It would be found: what is published by somebody is there.
    const [{ storyId } = { storyId: null }] = await items()
    await publishStory(studio.newsroom, { storyId: storyId as StoryId, revision: null })
    expect(await canonicalDump(dbs.reader)).toContain(`${CANARY} title`)
  })
})
