import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { publicLogAfter, publicLogHead } from '../../src/edition/evidence-log.ts'
import type { StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { sealEverything } from '../../src/newsroom/evidence/seal-everything.ts'
import { isSound, verifyEdition, verifyNewsroom } from '../../src/newsroom/evidence/verify-newsroom.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { withholdVersions } from '../../src/newsroom/withhold-versions.ts'
import { aContent, aNewspaper, aNewsroom, anIncoming, type TestNewsroom } from '../builders.ts'
import { aLiveStory } from '../promises/canaries.ts'
import { append } from '../promises/record-canaries.ts'
import { aSource } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aFolder, fillWhole } from './whole-newsroom.ts'

describe.each(databases)('the log of what readers have had, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  })
  afterEach(() => dbs.close())

  const lines = () => publicLogAfter(dbs.reader, 0, 1_000)
  const faults = async () => (await verifyEdition(dbs.reader, null)).faults.map(({ kind }) => kind)

  async function publishAgain(id: StoryId, headline: string): Promise<void> {
    await reviseStory(newsroom, { storyId: id, revision: null, content: aContent({ headline }) })
    await publishStory(newsroom, { storyId: id, revision: null })
  }

  it('says where a story is and what it said, in the act that publishes it', async () => {
    const id = await aLiveStory(newsroom)
    expect((await lines()).map(({ number, key }) => [number, key])).toEqual([
      [1, `story/${id}`],
      [2, `story/${id}/1`],
    ])
    expect(isSound(await verifyNewsroom(newsroom, null))).toBe(true)
  })

  it('adds a line for each version and each note, and none where readers have the same as before', async () => {
    const id = await aLiveStory(newsroom)
    await publishAgain(id, 'What each side says now')
    await issueCorrection(newsroom, id, 'An earlier version named the wrong day.')
    const before = await lines()
    expect(before.map(({ key }) => key.split('/').slice(2).join('/'))).toEqual([
      '',
      '1',
      '2',
      expect.stringMatching(/^note\//),
    ])
    await publishStory(newsroom, { storyId: id, revision: null }).catch(() => undefined)
    expect(await lines()).toEqual(before)
    expect(await verifyEdition(dbs.reader, before[1]?.hash ?? '')).toMatchObject({ lines: 4, texts: 4, faults: [] })
  })

  it('says of a killed story that it is gone, and keeps nothing by which its text could be guessed', async () => {
    const id = await aLiveStory(newsroom)
    await killStory(newsroom, id, 'Withdrawn at a source’s wish.')
    const all = await lines()
    const last = new Map(all.map(({ key, commitment }) => [key, commitment]))
    expect(last.get(`story/${id}/1`)).toBeNull()
    expect(last.get(`story/${id}`)).not.toBeNull()
    expect(all.filter(({ salt }) => salt !== null).map(({ key }) => key)).toEqual([`story/${id}`])
    const kept = await dbs.newsroom.selectFrom('evidence_log').select('key').where('salt', 'is not', null).execute()
    expect(kept).toEqual([{ key: `story/${id}` }])
    expect(await faults()).toEqual([])
  })

  it('says of a withheld version and of an erased entry that readers have them no more', async () => {
    const id = await aLiveStory(newsroom)
    await publishAgain(id, 'Without the name')
    await withholdVersions(newsroom, { storyId: id, before: null, reason: 'It named somebody who is in danger.' })
    const source = aSource('in-danger')
    await append(newsroom, source, 'live', 'a recorder')
    await sealEverything(newsroom)
    await followChanges(newsroom)
    await eraseEntry(newsroom, { id: source.id, reason: 'source-in-danger' })
    const last = new Map((await lines()).map((line) => [line.key, line]))
    expect(last.get(`story/${id}/1`)?.commitment).toBeNull()
    expect(last.get(`story/${id}/2`)?.salt).not.toBeNull()
    expect(await faults()).toEqual([])
    const salts = await dbs.newsroom
      .selectFrom('evidence_log')
      .select('salt')
      .where('key', 'in', [`story/${id}/1`, `record/${source.id}/1`])
      .where('number', '<', last.get(`record/${source.id}/1`)?.number ?? 0)
      .execute()
    expect(salts.every(({ salt }) => salt === null)).toBe(true)
  })

  it('takes an import in one go, and a rebuilt edition has the same log', async () => {
    const stories = [1, 2, 3].map((n) => anIncoming({ foreignId: String(n), headline: `Story ${n}` }))
    await importStories(newsroom, stories, { source: 'old site', publish: true })
    expect(await faults()).toEqual([])
    await publishAgain(await aLiveStory(newsroom), 'Again')
    const grown = await canonicalDump(dbs.reader)
    const log = await lines()
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.reader)).toBe(grown)
    expect(await lines()).toEqual(log)
    expect(isSound(await verifyNewsroom(newsroom, null))).toBe(true)
  })

  it('notes what readers had before there was a log, once, and each time only what is missing', async () => {
    const folder = await aFolder()
    try {
      await dbs.close()
      dbs = await open()
      ;({ newsroom } = await fillWhole(dbs, folder.path))
      await sealEverything(newsroom)
      await followChanges(newsroom)
      const head = await publicLogHead(dbs.reader)
      expect(head.number).toBeGreaterThan(20)
      expect(await sealEverything(newsroom)).toBe(0)
      expect(await verifyNewsroom(newsroom, head.hash)).toMatchObject({ edition: { faults: [] }, differsAt: null })
    } finally {
      await folder.remove()
    }
  })

  it.each([
    ['a headline', sql`update stories set headline = 'Another headline'`, 'changed-text'],
    [
      'an earlier text',
      sql`update story_versions set text = replace(text, 'a', 'o') where version = 1`,
      'changed-text',
    ],
    ['a note', sql`update stories set notes = replace(notes, 'wrong', 'right')`, 'changed-text'],
    ['an hour', sql`update stories set first_published_at = '2020-01-01T00:00:00.000Z'`, 'changed-text'],
    [
      'a notice that was put in',
      sql`insert into gone (path, story_id, language, killed_at, notice, section_ids, author_ids, first_published_at, first_published_precision)
        values ('/2024/x', 'sty_other', 'en', '2024-07-29T10:00:00.000Z', 'Withdrawn.', '[]', '[]', '2024-07-28T10:00:00.000Z', 'time')`,
      'unspoken-text',
    ],
    [
      'a text among the versions',
      sql`update story_versions set text = replace(text, 'side', 'part') where version = 2`,
      'changed-text',
    ],
    ['a line that was taken out', sql`delete from evidence_log where number = 2`, 'missing-line'],
    ['a line that was changed', sql`update evidence_log set key = 'story/sty_other' where number = 1`, 'broken-chain'],
    ['a commitment', sql`update evidence_log set commitment = hash where number = 2`, 'broken-chain'],
  ])('gives away %s', async (_what, change, kind) => {
    const id = await aLiveStory(newsroom)
    await publishAgain(id, 'What each side says now')
    await issueCorrection(newsroom, id, 'An earlier version named the wrong day.')
    expect(await faults()).toEqual([])
    await change.execute(dbs.edition)
    expect(await faults()).toContain(kind)
  })

  it('gives away what was written anew with all its hashes: to the newsroom, and to whoever noted a head', async () => {
    await aLiveStory(newsroom)
    const { hash } = await publicLogHead(dbs.reader)
    await dbs.edition.deleteFrom('evidence_log').execute()
    const check = await verifyNewsroom(newsroom, hash)
    expect(check.edition.faults).not.toEqual([])
    await dbs.newsroom
      .updateTable('evidence_log')
      .set({ at: '2020-01-01T00:00:00.000Z' })
      .where('number', '=', 1)
      .execute()
    await rebuildEdition(newsroom)
    expect(await faults()).toContain('broken-chain')
  })
})
