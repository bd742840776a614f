import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changesOfEvents } from '../../src/edition/record-changes.ts'
import type { DocumentId, StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { addAppearance } from '../../src/newsroom/record/add-appearance.ts'
import { addDocument } from '../../src/newsroom/record/add-document.ts'
import { amendEntry } from '../../src/newsroom/record/amend-entry.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { retractClaim } from '../../src/newsroom/record/retract-claim.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { EntryId, EntryOf } from '../../src/record/entry.ts'
import { pendingTasks } from '../../src/store/story-tasks.ts'
import { aBody, aContent, aNewspaper, at } from '../builders.ts'
import { aDocument } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { serveOpenData } from './open-data-server.ts'
import { aRecordAtWork, type RecordAtWork, said } from './record-at-work.ts'

/** A name that must not be read anywhere once the claim is erased. */
const NAME = 'Zzqabara'

describe.each(databases)('the history of an event on $name, after something of it was erased', ({ open }) => {
  let dbs: OpenDatabases
  let work: RecordAtWork
  let statement: DocumentId
  let fifty: EntryOf<'claim'>

  beforeEach(async () => {
    dbs = await open()
    work = await aRecordAtWork(dbs)
    statement = await addDocument(work.newsroom, {
      ...aDocument('x', { by: 'x' }).content,
      publisherId: work.spokesman,
    })
    fifty = await work.claimed('exact 50', {
      wording: { text: `Fifty, says ${NAME}`, lang: 'en', documentId: statement, start: null, end: null },
    })
    await work.publish(work.battle)
    work.newsroom.setClock(at('2024-08-05T09:00:00Z'))
  })
  afterEach(() => dbs.close())

  const carried = async () => {
    const appearance = {
      claimId: fifty.id,
      documentId: statement,
      span: null,
      via: [],
      viaText: NAME,
      withdrawnOn: null,
    }
    return (await addAppearance(work.newsroom, { ...appearance, takenFrom: { kind: 'unknown' } })).result
  }
  const history = async (id: EntryId) =>
    (await changesOfEvents(dbs.reader, [work.battle], 100)).toReversed().filter((change) => change.id === id)
  const erase = (id: EntryId) => eraseEntry(work.newsroom, { id, reason: 'source-in-danger' })

  it('keeps the lines of an erased claim: dated, marked as erased, without its text', async () => {
    const before = await history(fifty.id)
    await erase(fifty.id)
    expect(await history(fifty.id)).toMatchObject([
      { sequence: before[0]?.sequence, at: before[0]?.at, kind: 'added', eventId: work.battle, after: null },
      { kind: 'erased', at: '2024-08-05T09:00:00.000Z', reason: 'source-in-danger', before: null, after: null },
    ])
  })

  it('has them in the open data, under their event', async () => {
    const data = await serveOpenData(dbs)
    const rowsOf = async () =>
      (await data.rows(`/data/changes.csv?event=${work.battle}`)).filter((row) => row['entry_id'] === fifty.id)
    const before = await rowsOf()
    await erase(fifty.id)
    const after = await rowsOf()
    expect(before).toMatchObject([{ change: 'added', figure_after: '50' }])
    expect(after).toMatchObject([
      { sequence: before[0]?.['sequence'], event_id: work.battle, change: 'added', figure_after: '' },
      { event_id: work.battle, change: 'erased', recorded_at: '2024-08-05T09:00:00.000Z', reason: 'source-in-danger' },
    ])
    expect(await data.text('/data/changes.csv')).not.toContain(NAME)
    await data.close()
  })

  it('keeps what else was told of an erased claim: where it stood, and that it was taken back', async () => {
    const appearance = await carried()
    const { result } = await retractClaim(work.newsroom, { claimId: fifty.id, claim: said(null), appearances: [] })
    const [where, back] = [await history(appearance), await history(result.claim.id)]
    expect([where.length, back.length]).toEqual([1, 1])
    await erase(fifty.id)
    expect(await history(appearance)).toMatchObject([{ kind: 'added', eventId: work.battle }])
    expect(await history(result.claim.id)).toMatchObject([{ kind: 'retracted', eventId: work.battle }])
  })

  it('keeps the lines of an erased appearance, before and after its claim is erased', async () => {
    const appearance = await carried()
    await erase(appearance)
    const lines = [
      { kind: 'added', eventId: work.battle, after: null },
      { kind: 'erased', eventId: work.battle, after: null },
    ]
    expect(await history(appearance)).toMatchObject(lines)
    await erase(fifty.id)
    expect(await history(appearance)).toMatchObject(lines)
  })

  it('keeps the lines of revisions that were erased while the claim goes on', async () => {
    const content = { ...fifty.content, wording: { ...fifty.content.wording, text: 'Fifty' } }
    await amendEntry(work.newsroom, { id: fifty.id, rev: null, content, reason: 'The name does not matter.' })
    const before = await history(fifty.id)
    const revs = before.slice(0, -1).map(({ after }) => after?.rev ?? 0)
    await eraseEntry(work.newsroom, { id: fifty.id, reason: 'personal-data', revs })
    const after = await history(fifty.id)
    expect(after.map(({ sequence }) => sequence).slice(0, before.length)).toEqual(
      before.map(({ sequence }) => sequence),
    )
    expect(after.length).toBe(before.length + 1)
    expect(after.at(-1)).toMatchObject({ after: { content: { wording: { text: 'Fifty' } } } })
    expect(JSON.stringify(after)).not.toContain(NAME)
  })

  it('is the same in an edition that is made again', async () => {
    const appearance = await carried()
    await erase(appearance)
    await erase(fifty.id)
    const before = await changesOfEvents(dbs.reader, [work.battle], 100)
    await rebuildEdition(work.newsroom)
    expect(await changesOfEvents(dbs.reader, [work.battle], 100)).toEqual(before)
  })

  it('lets the desks of stories with the figure know, and those alone who state it', async () => {
    await setUpNewspaper(work.newsroom, { newspaper: aNewspaper(), sections: [] })
    const thirty = await work.claimed('exact 30', { claimantId: work.bloggers })
    const storyOn = async (claimId: string, headline: string): Promise<StoryId> => {
      const marks = [{ type: 'claim', attrs: { claimId } }] as never
      const body = aBody({ type: 'paragraph', content: [{ type: 'text', text: 'A toll', marks }] })
      const content = aContent({ headline, body })
      const { id } = await createStory(work.newsroom, { language: 'en', translatedFrom: null, slug: null, content })
      await publishStory(work.newsroom, { storyId: id, revision: null })
      return id
    }
    const stories = [await storyOn(fifty.id, 'Fifty'), await storyOn(thirty.id, 'Thirty')]
    const elsewhere = await work.claimed('exact 3', {
      about: { kind: 'measure', ...work.cellOf(), measure: 'wounded' },
    })
    await storyOn(elsewhere.id, 'Wounded')
    await erase(fifty.id)
    const tasks = await pendingTasks(dbs.newsroom, { storyId: null, limit: 10 })
    expect(tasks.map(({ storyId, movedBy }) => `${storyId} ${movedBy}`).toSorted()).toEqual(
      stories.map((storyId) => `${storyId} ${fifty.id}`).toSorted(),
    )
  })
})
