import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { addVictimGroup } from '../../src/newsroom/record/add-victim-group.ts'
import { recordClaim } from '../../src/newsroom/record/record-claim.ts'
import { withdrawEntry } from '../../src/newsroom/record/withdraw-entry.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { auditLines } from '../../src/store/audit.ts'
import { liveFigures } from '../../src/store/figure-uses.ts'
import { statesOf } from '../../src/store/record-state.ts'
import type { Inline } from '../../src/story/document.ts'
import { aBody, aContent, aNewspaper, at } from '../builders.ts'
import { aGroup } from '../record/builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork, type RecordAtWork } from './record-at-work.ts'

/** Words of a text with a claim behind them. */
const figure = (claimId: ClaimId, text: string): Inline => ({
  type: 'text',
  text,
  marks: [{ type: 'claim', attrs: { claimId } }],
})

describe.each(databases)('the draft claims of a story on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let work: RecordAtWork
  let editor: Caller

  beforeEach(async () => {
    dbs = await open()
    work = await aRecordAtWork(dbs)
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
    editor = await studio.staff('Ana', 'editor')
  })
  afterEach(() => dbs.close())

  const aStoryOn = async (...figures: readonly Inline[]): Promise<StoryId> => {
    const content = aContent({ body: aBody({ type: 'paragraph', content: [...figures] }) })
    return (await createStory(studio.newsroom, { language: 'en', translatedFrom: null, slug: null, content })).id
  }
  const lookedAt = async (storyId: StoryId) =>
    (await editor.ask('GET /stories/{storyId}/checklist', { params: { storyId } })).findings.map(({ key }) => key)
  const publish = async (storyId: StoryId, by = editor) =>
    by.send('POST /stories/{storyId}/publish', { params: { storyId }, body: { lookedAt: await lookedAt(storyId) } })
  const schedule = async (storyId: StoryId) =>
    editor.send('POST /stories/{storyId}/schedule', {
      params: { storyId },
      body: { at: at('2024-08-02T06:00:00Z'), lookedAt: await lookedAt(storyId) },
    })
  /** A claim on the battle, which readers have, kept from them until its story is published. */
  const aDraftOnLive = async () => {
    await work.claimed('exact 30')
    await work.publish(work.battle)
    const wanted = { claim: work.aFigureOf('exact 50'), appearances: [], asDraft: true }
    return (await recordClaim(work.newsroom, wanted)).result.claim
  }
  const stateOf = async (id: ClaimId) => (await statesOf(dbs.newsroom, [id])).get(id)?.status

  it('are named beforehand and go live with it, their event too; its figures know from the first that they stand', async () => {
    const fifty = await work.claimed('exact 50')
    const twenty = await work.claimed('exact 20')
    const storyId = await aStoryOn(figure(fifty.id, '50'), figure(twenty.id, 'twenty'))
    const { findings } = await editor.ask('GET /stories/{storyId}/checklist', { params: { storyId } })
    expect(findings.filter(({ kind }) => kind === 'claim-draft').map(({ words }) => words)).toEqual(['50 · twenty'])
    expect((await publish(storyId)).status).toBe(200)
    expect([await stateOf(fifty.id), await stateOf(twenty.id)]).toEqual(['live', 'live'])
    expect((await liveFigures(dbs.newsroom, [storyId])).get(storyId)).toHaveLength(2)
    const acts = (await auditLines(dbs.newsroom, 0, 1000)).slice(-2).map(({ act }) => act)
    expect(acts).toEqual(['publish-entry', 'publish-story'])
  })

  it('stay drafts when it is refused: by a hold, or by the record itself in the midst of it', async () => {
    const live = await aDraftOnLive()
    const storyId = await aStoryOn(figure(live.id, '50'))
    await editor.ask('POST /stories/{storyId}/hold', { params: { storyId }, body: { reason: 'the lawyer reads' } })
    expect((await publish(storyId)).status).toBe(409)
    expect(await stateOf(live.id)).toBe('draft')

    const whole = await work.anEventCalled('Campaign in the north')
    const part = await work.anEventCalled('Second ambush', { partOf: [whole] })
    const group = aGroup('Villagers', { of: 'x' }).content
    const groupId = await addVictimGroup(work.newsroom, { ...group, eventId: part })
    const hanging = await work.claimed('exact 7', { about: { kind: 'measure', ...work.cellOf(part), groupId } })
    const other = await aStoryOn(figure(live.id, '50'), figure(hanging.id, 'seven'))
    expect(await (await publish(other)).text()).toContain('Campaign in the north')
    expect((await schedule(other)).status).toBe(409)
    const revision = null
    await expect(publishStory(studio.newsroom, { storyId: other, revision, withClaims: true })).rejects.toThrow('draft')
    expect([await stateOf(live.id), await stateOf(hanging.id)]).toEqual(['draft', 'draft'])
  })

  it('go live at the hour for which it is scheduled, not before', async () => {
    const fifty = await aDraftOnLive()
    const storyId = await aStoryOn(figure(fifty.id, '50'))
    expect((await schedule(storyId)).status).toBe(200)
    expect(await stateOf(fifty.id)).toBe('draft')
    studio.newsroom.setClock(at('2024-08-02T06:00:10Z'))
    expect((await publishDueStories(studio.newsroom)).published).toEqual([storyId])
    expect(await stateOf(fifty.id)).toBe('live')
  })

  it('keep a scheduled story from readers when one was withdrawn since, and say so', async () => {
    const fifty = await aDraftOnLive()
    const storyId = await aStoryOn(figure(fifty.id, '50'))
    await schedule(storyId)
    await withdrawEntry(work.newsroom, { id: fifty.id, reason: 'It was another place.' })
    studio.newsroom.setClock(at('2024-08-02T06:00:10Z'))
    const { published, refused } = await publishDueStories(studio.newsroom)
    expect(published).toEqual([])
    expect(refused[0]?.reason).toContain('which was withdrawn')
  })
})
