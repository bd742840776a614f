import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetDeleted } from '../../src/database/forget-deleted.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { addSealKey } from '../../src/newsroom/record/add-seal-key.ts'
import { captureDocument } from '../../src/newsroom/record/capture-document.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { sealSource } from '../../src/newsroom/record/seal-source.ts'
import { searchPlaces } from '../../src/newsroom/record/search-places.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { Entry } from '../../src/record/entry.ts'
import { auditLines } from '../../src/store/audit.ts'
import { captureFile } from '../../src/store/captures.ts'
import { custodyOf } from '../../src/store/custody.ts'
import { firstBrokenCommitment } from '../../src/store/record-commitment.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { revisionsOf } from '../../src/store/record-log.ts'
import { sealedOf } from '../../src/store/sealed.ts'
import { aBody, aContent, aNewspaper, aNewsroom, aParagraph, at, type TestNewsroom } from '../builders.ts'
import { aClaim, aDocument, anEvent, aPlace, aSource } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aFile, CANARY, newestOf, putOnRecord, written } from './what-is-written.ts'

describe.each(databases)('erasing on $name', ({ kind, open }) => {
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

  const historyOf = async ({ id }: Entry) => (await revisionsOf(dbs.newsroom, [id])).get(id) ?? []

  describe('an entry that is erased', () => {
    const said = aClaim('said', {
      by: 'official',
      on: 'A',
      content: { wording: { text: `${CANARY} said so`, lang: 'en', documentId: null, start: null, end: null } },
    })
    const other = aClaim('other', { by: 'jnim', on: 'A' })

    it('is gone from both databases and their logs, and nothing else is', async () => {
      const document = aDocument('page', {
        by: 'jnim',
        content: { title: `About ${CANARY}`, text: CANARY.repeat(3_000) },
      })
      await putOnRecord(newsroom, anEvent('A'), other, document)
      await captureDocument(newsroom, { id: document.id, from: aFile(`a page on ${CANARY}`) })
      await putOnRecord(newsroom, { ...document, content: { ...document.content, title: `More about ${CANARY}` } })
      expect(await written(dbs)).toContain(CANARY)
      const { result } = await eraseEntry(newsroom, { id: document.id, reason: 'personal-data' })
      expect(result).toMatchObject({ revs: [1, 2, 3], files: 1, stories: [] })
      expect(await written(dbs)).not.toContain(CANARY)
      expect((await newestOf(newsroom, other)).content).toEqual(other.content)
    })

    it('leaves a dated tombstone with its reason, and what proves that nothing else was touched', async () => {
      await putOnRecord(newsroom, anEvent('A'), said, other)
      const commitments = () =>
        dbs.newsroom.selectFrom('record_revisions').select(['number', 'commitment']).orderBy('number').execute()
      const before = await commitments()
      newsroom.setClock(at('2024-08-03T09:00:00Z'))
      await eraseEntry(newsroom, { id: said.id, reason: 'source-in-danger' })
      expect(await historyOf(said)).toMatchObject([
        { rev: 1, content: null, erasedAt: newsroom.now() },
        {
          rev: 2,
          content: null,
          erasedAt: newsroom.now(),
          status: 'withdrawn',
          reason: 'source-in-danger',
          act: 'erase',
        },
      ])
      expect((await commitments()).slice(0, before.length)).toEqual(before)
      expect(await firstBrokenCommitment(dbs.newsroom)).toBeNull()
      expect(await firstBrokenSeal(dbs.newsroom, newsroom.auditKey)).toBeNull()
      expect(await changesAfter(dbs.newsroom, 0, 10)).toMatchObject([{ kind: 'record', entryId: said.id }])
      expect((await auditLines(dbs.newsroom, 0, 10)).at(-1)).toMatchObject({
        act: 'erase-entry',
        detail: { reason: 'source-in-danger', revisions: 1 },
      })
    })

    it('takes what is sealed behind it, its names and its addresses along', async () => {
      const official = aSource(CANARY, { described: 'a security official' })
      await putOnRecord(newsroom, official, aPlace(`${CANARY} town`))
      const privateKey = await generateX25519Identity()
      await addSealKey(newsroom, { recipient: await identityToRecipient(privateKey), label: 'Awa' })
      await sealSource(newsroom, { sourceId: official.id, identity: 'somebody' })
      await eraseEntry(newsroom, { id: official.id, reason: 'source-in-danger' })
      await eraseEntry(newsroom, { id: aPlace(`${CANARY} town`).id, reason: 'legal-order' })
      expect(await sealedOf(dbs.newsroom, official.id)).toEqual([])
      const { hits } = await searchPlaces(newsroom, { text: CANARY }, null)
      expect(hits).toEqual([])
      // Ids are made by chance in a newsroom; here they are made of the name.
      expect((await written(dbs)).replaceAll(/\w{3}_canaryzzq\w*/g, '')).not.toContain(CANARY)
    })

    it('keeps a file that something else has captured, and empties its own custody', async () => {
      const [one, two] = [aDocument('one', { by: 'jnim' }), aDocument('two', { by: 'jnim' })]
      await putOnRecord(newsroom, one, two)
      const { result } = await captureDocument(newsroom, { id: one.id, from: aFile('shared') })
      await captureDocument(newsroom, { id: two.id, from: aFile('shared') })
      expect((await eraseEntry(newsroom, { id: one.id, reason: 'other' })).result.files).toBe(0)
      expect(await captureFile(dbs.newsroom, result.capture.sha256)).toBeDefined()
      expect(await custodyOf(dbs.newsroom, one.id)).toEqual([
        { subjectId: one.id, at: newsroom.now(), who: '', action: 'erased', sha256Before: null, sha256After: null },
      ])
      expect((await eraseEntry(newsroom, { id: two.id, reason: 'other' })).result.files).toBe(1)
    })

    it('can lose earlier revisions only, and goes on', async () => {
      await putOnRecord(newsroom, anEvent('A'), said)
      const clean = { ...said, content: { ...said.content, wording: { ...said.content.wording, text: 'It is so.' } } }
      await putOnRecord(newsroom, clean)
      await eraseEntry(newsroom, { id: said.id, reason: 'personal-data', revs: [1] })
      expect((await newestOf(newsroom, said)).content).toEqual(clean.content)
      expect(await historyOf(said)).toMatchObject([
        { rev: 1, content: null, erasedAt: newsroom.now() },
        { rev: 2, erasedAt: null },
        { rev: 3, reason: 'personal-data', act: 'erase', status: 'live' },
      ])
      expect(await written(dbs)).not.toContain(CANARY)
    })

    it('lists the live stories that name it, and does not touch their words', async () => {
      await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
      await putOnRecord(newsroom, anEvent('A'), said)
      const link = { type: 'claim' as const, attrs: { claimId: said.id } }
      const body = aBody({ type: 'paragraph', content: [{ type: 'text', text: 'at least 20', marks: [link] }] })
      const make = async (content: Parameters<typeof aContent>[0]) => {
        const story = await createStory(newsroom, {
          language: 'en',
          translatedFrom: null,
          slug: null,
          content: aContent(content),
        })
        return story.id
      }
      const live = await make({ headline: 'A toll', body })
      await make({ headline: 'A draft', body })
      const unconcerned = await make({ body: aBody(aParagraph('Nothing.')) })
      for (const storyId of [live, unconcerned]) await publishStory(newsroom, { storyId, revision: null })
      const { result } = await eraseEntry(newsroom, { id: said.id, reason: 'personal-data' })
      expect(result.stories).toMatchObject([{ id: live, headline: 'A toll' }])
    })

    it('is refused for what is not there, is erased, or has no reason from the list', async () => {
      await putOnRecord(newsroom, anEvent('A'), said)
      const erase = (more: object) => eraseEntry(newsroom, { id: said.id, reason: 'other', ...more })
      await expect(erase({ reason: 'because of him' })).rejects.toMatchObject({ code: 'bad-input' })
      await expect(erase({ id: other.id })).rejects.toMatchObject({ code: 'not-found' })
      await expect(erase({ revs: [7] })).rejects.toMatchObject({ code: 'bad-input' })
      await expect(erase({ revs: [] })).rejects.toMatchObject({ code: 'bad-input' })
      await expect(erase({ revs: [1] })).rejects.toMatchObject({ code: 'refused' })
      await erase({})
      await expect(erase({})).rejects.toMatchObject({ code: 'refused', message: /erased on 2024-08-01/ })
    })
  })
})
