import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEditionToWrite } from '../../src/edition/edition-db.ts'
import type { StoryId } from '../../src/ids.ts'
import { scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { markOf } from '../../src/newsroom/same-secrets.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { takeReports } from '../../src/newsroom/take-reports.ts'
import { makeDueFrontChanges, timeFrontChange } from '../../src/newsroom/time-front-change.ts'
import { leaveReport, setAsideIn } from '../../src/press/report-inbox.ts'
import { auditLines } from '../../src/store/audit.ts'
import { inTransaction, openNewsroom } from '../../src/store/newsroom-db.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { readerReports } from '../../src/store/reader-reports.ts'
import { claimSecretsMark, secretsMark } from '../../src/store/secrets-mark.ts'
import { indexWords, unindexedStories } from '../../src/store/story-list-words.ts'
import { giveBackAsked, insertWanted, takeAskedDue, type WantedPicture } from '../../src/store/wanted-pictures.ts'
import { putUses } from '../../src/store/wanted-picture-uses.ts'
import { isAnyDue, takeDue } from '../../src/store/watched-sources.ts'
import { aContent, aNewspaper, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const NINE = at('2024-08-01T09:00:00Z')
const TEN = at('2024-08-01T10:00:00Z')

/** What several processes do at once, and how it ends for each. */
const atOnce = <Result>(times: number, work: (turn: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn)))

describe.each(databases)('two workers at the same moment, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let one: TestNewsroom
  let other: TestNewsroom
  let folder: string

  beforeEach(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-workers-'))
    const second = {
      newsroom: openNewsroom(dbs.addresses.newsroom),
      edition: openEditionToWrite(dbs.addresses.edition),
    }
    one = aNewsroom(dbs, { randomBytes: () => randomBytes(16) })
    other = aNewsroom(second, { randomBytes: () => randomBytes(16) })
    await setUpNewspaper(one, { newspaper: aNewspaper(), sections: ['Mali'] })
  })
  afterEach(async () => {
    await other.db.destroy()
    await other.edition.destroy()
    await rm(folder, { recursive: true, force: true })
    await dbs.close()
  })

  const worker = (turn: number) => (turn % 2 === 0 ? one : other)
  const later = () => [one, other].map((newsroom) => newsroom.setClock(TEN))
  const draft = async (headline: string) =>
    (await createStory(one, { language: 'en', translatedFrom: null, slug: null, content: aContent({ headline }) })).id
  const acts = async (act: string) => (await auditLines(dbs.newsroom, 0, 1_000)).filter((line) => line.act === act)

  it('publish each scheduled story once, and take none for refused', async () => {
    const ids: StoryId[] = []
    for (let number = 0; number < 5; number += 1) {
      ids.push(await draft(`Story ${number}`))
      await scheduleStory(one, ids.at(-1) ?? ('' as StoryId), at('2024-08-01T09:30:00Z'))
    }
    later()
    const done = await atOnce(4, (turn) => publishDueStories(worker(turn)))
    expect(done.flatMap(({ published }) => published).toSorted()).toEqual(ids.toSorted())
    expect(done.flatMap(({ refused }) => refused)).toEqual([])
    expect((await acts('publish-scheduled-story')).map(({ subject }) => String(subject)).toSorted()).toEqual(
      ids.toSorted(),
    )
  })

  it('make a change of the front once', async () => {
    const id = await draft('For the first place')
    await publishStory(one, { storyId: id, revision: null })
    const change = { list: 'all', language: 'en', position: 1, storyId: id, until: null } as const
    await timeFrontChange(one, { ...change, fromAt: at('2024-08-01T09:30:00Z') })
    const before = (await acts('pin-story')).length
    later()
    await atOnce(4, (turn) => makeDueFrontChanges(worker(turn)))
    expect((await acts('pin-story')).length - before).toBe(1)
  })

  it('bring the edition up to the newsroom together, and neither goes back', async () => {
    await atOnce(6, async (turn) =>
      publishStory(worker(turn), { storyId: await draft(`Story ${turn}`), revision: null }),
    )
    const reached = await atOnce(4, (turn) => followChanges(worker(turn)))
    expect(new Set(reached)).toEqual(new Set([await newestChange(dbs.newsroom)]))
  })

  it('bring each reader’s report to the desk once, and put what is none aside once', async () => {
    const report = {
      about: '/x',
      storyId: null,
      language: 'en',
      kind: 'fact',
      text: 'It is wrong.',
      contact: null,
    } as const
    for (let number = 0; number < 6; number += 1) await leaveReport(folder, report, NINE)
    for (let number = 0; number < 6; number += 1) await writeFile(join(folder, `none-${number}.json`), 'no report')
    await atOnce(4, (turn) => takeReports(worker(turn), folder))
    expect(await readerReports(dbs.newsroom, { onlyOpen: true, limit: 100 })).toHaveLength(6)
    expect(await setAsideIn(folder)).toBe(6)
    expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toEqual([])
  })

  it('never put older words of a text in the place of newer ones that the other has indexed', async () => {
    const id = await draft('Old words')
    const [stale] = await unindexedStories(dbs.newsroom, 10)
    expect(stale?.id).toBe(id)
    await one.db.updateTable('story_lines').set({ touched_at: TEN }).where('story_id', '=', id).execute()
    const newer = { id, language: 'en', content: aContent({ headline: 'Newer words' }), touchedAt: TEN }
    await inTransaction(other.db, (tx) => indexWords(tx, [newer]))
    await inTransaction(one.db, (tx) => indexWords(tx, stale ? [stale] : []))
    const row = await dbs.newsroom.selectFrom('story_words').selectAll().executeTakeFirstOrThrow()
    expect(row.words).toContain('newer')
    expect(await unindexedStories(dbs.newsroom, 10)).toEqual([])
  })

  it('ask for each picture that waits once, and give back what they did not get round to', async () => {
    const id = await draft('With pictures')
    const wanted = Array.from({ length: 20 }, (_, number) => aWanted(number))
    await inTransaction(one.db, async (tx) => {
      await insertWanted(tx, wanted)
      await putUses(
        tx,
        wanted.map(({ key }) => ({ key, storyId: id, place: 'waiting' })),
      )
    })
    const until = at('2024-08-01T09:10:00Z')
    const take = (turn: number) =>
      inTransaction(worker(turn).db, (tx) => takeAskedDue(tx, { now: NINE, until, limit: 4 }))
    const taken = (await atOnce(8, take)).flat().map(({ key }) => key)
    expect(taken.toSorted()).toEqual(wanted.map(({ key }) => key).toSorted())
    await inTransaction(one.db, (tx) => giveBackAsked(tx, { keys: taken.slice(0, 3), until, now: NINE }))
    expect((await take(1)).map(({ key }) => key).toSorted()).toEqual(taken.slice(0, 3).toSorted())
    await inTransaction(one.db, (tx) => giveBackAsked(tx, { keys: [], until, now: NINE }))
    expect(await take(1)).toEqual([])
  })

  it('look at a watched source once', async () => {
    await dbs.newsroom.insertInto('watched_sources').values(aWatchedRow).execute()
    const until = at('2024-08-01T09:10:00Z')
    const taken = await atOnce(6, (turn) => inTransaction(worker(turn).db, (tx) => takeDue(tx, { now: NINE, until })))
    expect(taken.filter((source) => source !== undefined)).toHaveLength(1)
    expect(await isAnyDue(dbs.newsroom, NINE)).toBe(false)
  })

  it('note whose secrets this newsroom has once: the first to come says it', async () => {
    const marks = await atOnce(6, (turn) =>
      inTransaction(worker(turn).db, (tx) => claimSecretsMark(tx, markOf(`key ${turn}`))),
    )
    expect(new Set(marks).size).toBe(1)
    expect(await secretsMark(dbs.newsroom)).toBe(marks[0])
  })
})

const aWanted = (number: number): WantedPicture => ({
  key: `old.example/${String(number).padStart(3, '0')}.jpg`,
  source: 'old site',
  name: `${number}.jpg`,
  addresses: [`https://old.example/${number}.jpg`],
  state: 'waiting',
  pictureId: null,
  sha256: null,
  attempts: 0,
  dueAt: NINE,
  lastError: null,
  isAsked: true,
})

const aWatchedRow = {
  id: 'wat_one',
  kind: 'feed',
  address: 'https://agency.example/feed',
  name: 'Agency',
  source_id: 'src_agency',
  language: null,
  every_minutes: 10,
  keep_days: 7,
  is_on: 1,
  added_at: NINE,
  added_by: 'Ana',
  next_at: NINE,
  looked_at: null,
  new_at: null,
  failures: 0,
  failure: null,
  seen: null,
}
