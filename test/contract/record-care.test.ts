import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetDeleted } from '../../src/database/forget-deleted.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { addSealKey } from '../../src/newsroom/record/add-seal-key.ts'
import { captureDocument } from '../../src/newsroom/record/capture-document.ts'
import { openSealed } from '../../src/newsroom/record/open-sealed.ts'
import { sealSource } from '../../src/newsroom/record/seal-source.ts'
import { searchPlaces } from '../../src/newsroom/record/search-places.ts'
import { guardedFetch, PAGE_LIMITS } from '../../src/outbound/guarded-fetch.ts'
import { auditLines } from '../../src/store/audit.ts'
import { captureFile } from '../../src/store/captures.ts'
import { custodyOf } from '../../src/store/custody.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { sealedOf } from '../../src/store/sealed.ts'
import { aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { aServer, networkWith } from '../outbound/a-server.ts'
import { aDocument, aPlace, aSource, someEvidence } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aFile, CANARY, newestOf, putOnRecord, written } from './what-is-written.ts'

/** The spellings of one town, in two scripts. */
const SPELLINGS = ['Tinzaouaten', 'Tin Zaouatine', 'Ti-n-Zaouâtene', 'تين زواتين']

const town = (name: string) =>
  aPlace('town', { content: { names: [{ text: name, lang: 'und', script: null, kind: 'official' }] } })

const aGeonamesPlace = (geonamesId: string) => ({
  geonamesId,
  names: ['Kidal'],
  country: 'ML',
  adm1Code: '10',
  point: { lat: 18.44, lon: 1.4 },
  population: 11_643,
})

const nobodyAsked = () => Promise.reject(new Error('somebody was asked'))

/** Somebody whose key identities are sealed to. */
async function anOwner(newsroom: TestNewsroom, label: string) {
  const privateKey = await generateX25519Identity()
  const key = await addSealKey(newsroom, { recipient: await identityToRecipient(privateKey), label })
  return { privateKey, key }
}

describe.each(databases)('care for sources on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs, {
      forget: async () => {
        await forgetDeleted(dbs.newsroom, kind)
        await forgetDeleted(dbs.edition, kind)
      },
    })
  })
  afterEach(() => dbs.close())

  describe('a capture', () => {
    const statement = aDocument('statement', { by: 'jnim' })

    it('keeps the bytes, their hash, kind and size, the hour, and who made it', async () => {
      await putOnRecord(newsroom, statement)
      const { result } = await captureDocument(newsroom, { id: statement.id, from: aFile('<!doctype html><p>50') })
      expect(result).toEqual({
        isNew: true,
        capture: {
          at: newsroom.now(),
          by: 'tests',
          bytes: 20,
          isPublic: false,
          mediaType: 'text/html',
          sha256: createHash('sha256').update('<!doctype html><p>50').digest('hex'),
        },
      })
      const file = await captureFile(dbs.newsroom, result.capture.sha256)
      expect(Buffer.from(file?.bytes ?? []).toString()).toBe('<!doctype html><p>50')
      expect((await newestOf(newsroom, statement)).content.captures).toEqual([result.capture])
      expect(await changesAfter(dbs.newsroom, 0, 10)).toMatchObject([{ kind: 'record', entryId: statement.id }])
    })

    it('of a page that changed stands beside the earlier one', async () => {
      await putOnRecord(newsroom, statement)
      for (const text of ['at least 50', 'at least 60', 'at least 50']) {
        await captureDocument(newsroom, { id: statement.id, from: aFile(text) })
      }
      const { captures } = (await newestOf(newsroom, statement)).content
      expect(captures.map(({ sha256 }) => sha256)).toEqual([
        captures[0]?.sha256,
        captures[1]?.sha256,
        captures[0]?.sha256,
      ])
      expect(captures[0]?.sha256).not.toBe(captures[1]?.sha256)
      expect((await newestOf(newsroom, statement)).rev).toBe(4)
    })

    it('of the same bytes leaves a line of custody and no revision', async () => {
      await putOnRecord(newsroom, statement)
      const first = await captureDocument(newsroom, { id: statement.id, from: aFile('at least 50') })
      newsroom.setClock(at('2024-08-02T09:00:00Z'))
      const second = await captureDocument(newsroom, { id: statement.id, from: aFile('at least 50') })
      expect(second.result).toEqual({ isNew: false, capture: first.result.capture })
      expect((await newestOf(newsroom, statement)).rev).toBe(2)
      const { sha256 } = first.result.capture
      expect(await custodyOf(dbs.newsroom, statement.id)).toMatchObject([
        { action: 'captured', who: 'tests', sha256Before: null, sha256After: sha256 },
        { action: 'seen-unchanged', at: newsroom.now(), sha256Before: sha256, sha256After: sha256 },
      ])
    })

    it('can be of a piece of evidence, and two things may share a file', async () => {
      const film = someEvidence('film')
      await putOnRecord(newsroom, statement, film)
      const { result } = await captureDocument(newsroom, { id: film.id, from: aFile('same') })
      await captureDocument(newsroom, { id: statement.id, from: aFile('same') })
      expect((await newestOf(newsroom, film)).content.captures.at(-1)).toEqual(result.capture)
    })

    it('can be of an address, through the guarded fetcher', async () => {
      await putOnRecord(newsroom, statement)
      const server = await aServer((_, response) =>
        response.writeHead(200, { 'content-type': 'image/png' }).end('<html>at least 50'),
      )
      const fetchPage = (address: string) => guardedFetch(address, PAGE_LIMITS, networkWith(server.port))
      const capture = (address: string) =>
        captureDocument(newsroom, { id: statement.id, from: { kind: 'address', address } }, fetchPage)
      try {
        const { result } = await capture(`http://statement.test:${server.port}/`)
        expect(result.capture).toMatchObject({ mediaType: 'text/html', bytes: 17 })
        await expect(capture('http://127.0.0.1:22/')).rejects.toMatchObject({ code: 'bad-input' })
        await expect(capture('http://10.0.0.1/')).rejects.toMatchObject({ code: 'refused' })
      } finally {
        await server.close()
      }
    })

    it('asks nobody for the sake of a document that is not there', async () => {
      const from = { kind: 'address', address: 'https://example.org/' } as const
      await expect(captureDocument(newsroom, { id: statement.id, from }, nobodyAsked)).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    it.each([
      ['nothing', new Uint8Array(), /empty/],
      ['more than 25 MB', new Uint8Array(25_000_001), /at most 25 MB/],
    ])('is refused for %s', async (_, content, message) => {
      await putOnRecord(newsroom, statement)
      const from = { kind: 'file', bytes: content, statedType: null } as const
      await expect(captureDocument(newsroom, { id: statement.id, from })).rejects.toMatchObject({
        code: 'bad-input',
        message,
      })
    })
  })

  describe('an identity behind an unnamed source', () => {
    const official = aSource('official', { described: 'a security official', category: 'security' })
    const identity = `${CANARY}, colonel, meets at the river`

    it('is opened by every owner and by nobody else', async () => {
      await putOnRecord(newsroom, official)
      const owners = [await anOwner(newsroom, 'Awa'), await anOwner(newsroom, 'Binta')]
      await sealSource(newsroom, { sourceId: official.id, identity })
      for (const { privateKey } of owners) {
        const opened = await openSealed(newsroom, { sourceId: official.id, identity: privateKey })
        expect(opened).toEqual([{ text: identity, at: newsroom.now(), by: 'tests' }])
      }
      const stranger = await generateX25519Identity()
      await expect(openSealed(newsroom, { sourceId: official.id, identity: stranger })).rejects.toMatchObject({
        code: 'refused',
      })
    })

    it('is written nowhere: no file, no table, no audit line', async () => {
      await putOnRecord(newsroom, official)
      const { privateKey } = await anOwner(newsroom, 'Awa')
      await sealSource(newsroom, { sourceId: official.id, identity })
      await openSealed(newsroom, { sourceId: official.id, identity: privateKey })
      const all = await written(dbs)
      expect(all).toContain('BEGIN AGE ENCRYPTED FILE')
      expect(all).not.toContain(CANARY)
      expect(all).not.toContain('AGE-SECRET-KEY')
      expect(all).not.toContain(privateKey)
    })

    it('leaves a line in the audit whenever somebody tries to open it, in vain too', async () => {
      await putOnRecord(newsroom, official)
      await anOwner(newsroom, 'Awa')
      await sealSource(newsroom, { sourceId: official.id, identity })
      const stranger = await generateX25519Identity()
      await openSealed(newsroom, { sourceId: official.id, identity: stranger }).catch(() => undefined)
      const lines = await auditLines(dbs.newsroom, 0, 50)
      expect(lines.at(-1)).toMatchObject({ act: 'open-sealed', subject: official.id, detail: { sealed: 1, opened: 0 } })
      expect(await firstBrokenSeal(dbs.newsroom, newsroom.auditKey)).toBeNull()
    })

    it('takes the place of what was sealed before, unless that is to be kept', async () => {
      await putOnRecord(newsroom, official)
      const { privateKey } = await anOwner(newsroom, 'Awa')
      const seal = (text: string, keepsEarlier?: boolean) =>
        sealSource(newsroom, {
          sourceId: official.id,
          identity: text,
          ...(keepsEarlier === undefined ? {} : { keepsEarlier }),
        })
      await seal('first')
      await seal('second')
      newsroom.setClock(at('2024-08-02T09:00:00Z'))
      await seal('third', true)
      const opened = await openSealed(newsroom, { sourceId: official.id, identity: privateKey })
      expect(opened.map(({ text }) => text)).toEqual(['second', 'third'])
    })

    it('says little by its length', async () => {
      await putOnRecord(newsroom, official)
      await anOwner(newsroom, 'Awa')
      await sealSource(newsroom, { sourceId: official.id, identity: 'Ali' })
      await sealSource(newsroom, {
        sourceId: official.id,
        identity: `Mohamed Lamine ${'x'.repeat(300)}`,
        keepsEarlier: true,
      })
      const lengths = (await sealedOf(dbs.newsroom, official.id)).map(({ ciphertext }) => ciphertext.length)
      expect(lengths[0]).toBe(lengths[1])
    })

    it('is not kept where there is no key, or no unnamed source', async () => {
      const named = aSource('JNIM')
      await putOnRecord(newsroom, official, named)
      await expect(sealSource(newsroom, { sourceId: official.id, identity })).rejects.toMatchObject({ code: 'refused' })
      await anOwner(newsroom, 'Awa')
      await expect(sealSource(newsroom, { sourceId: named.id, identity })).rejects.toMatchObject({ code: 'refused' })
      await expect(sealSource(newsroom, { sourceId: official.id, identity: ' ' })).rejects.toMatchObject({
        code: 'bad-input',
      })
      expect(await written(dbs)).not.toContain(CANARY)
    })

    it('is never sealed to a key that is none, and a private key given by mistake is not repeated', async () => {
      const privateKey = await generateX25519Identity()
      const recipient = await identityToRecipient(privateKey)
      const wrong = [
        privateKey,
        privateKey.toLowerCase(),
        `# ${privateKey}`,
        recipient.slice(0, -1),
        `${recipient}q`,
        recipient.toUpperCase(),
        recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')),
        'ssh-ed25519 AAAA',
        '',
      ]
      for (const text of wrong) {
        const refusal = await addSealKey(newsroom, { recipient: text, label: 'Awa' }).catch((error: unknown) => error)
        expect(refusal).toMatchObject({ code: 'bad-input' })
        expect(JSON.stringify(refusal) + String(refusal)).not.toContain(privateKey.slice(20, 40))
      }
      await expect(addSealKey(newsroom, { recipient, label: privateKey })).rejects.toMatchObject({ code: 'bad-input' })
      expect(await written(dbs)).not.toMatch(/age-secret-key/i)
      await addSealKey(newsroom, { recipient, label: 'Awa' })
      await expect(addSealKey(newsroom, { recipient, label: 'Awa' })).rejects.toMatchObject({ code: 'refused' })
    })
  })

  describe('a place', () => {
    it.each(SPELLINGS)('that goes by %s is found by any of its spellings', async (name) => {
      await putOnRecord(newsroom, town(name))
      for (const text of [...SPELLINGS, 'tinzaouaten', 'TIN ZAOUATINE']) {
        const { hits } = await searchPlaces(newsroom, { text }, null)
        expect(hits).toMatchObject([{ source: 'own', id: town(name).id }])
      }
    })

    it('of the newsroom comes before those of GeoNames, and is not offered twice', async () => {
      const own = aPlace('Kidal', { content: { codes: [{ scheme: 'geonames', value: '1' }] } })
      await putOnRecord(newsroom, own, aPlace('Kidal-Nord'), aPlace('Gao'))
      const gazetteer = { search: async () => [aGeonamesPlace('1'), aGeonamesPlace('2')], close: async () => undefined }
      const { hits, credit } = await searchPlaces(newsroom, { text: 'kidal' }, gazetteer)
      expect(hits.map((hit) => (hit.source === 'own' ? hit.place.slug : hit.geonamesId))).toEqual([
        'kidal',
        'kidal-nord',
        '2',
      ])
      expect(credit).toContain('GeoNames')
      expect((await searchPlaces(newsroom, { text: 'kidal' }, null)).credit).toBeNull()
    })
  })
})
