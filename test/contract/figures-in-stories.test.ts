import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import type { ClaimId, EventId, StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { addVictimGroup } from '../../src/newsroom/record/add-victim-group.ts'
import { amendEntry } from '../../src/newsroom/record/amend-entry.ts'
import { denyClaim } from '../../src/newsroom/record/deny-claim.ts'
import { mergeEvents } from '../../src/newsroom/record/merge-events.ts'
import { recordClaim } from '../../src/newsroom/record/record-claim.ts'
import { retractClaim } from '../../src/newsroom/record/retract-claim.ts'
import { reviseClaim } from '../../src/newsroom/record/revise-claim.ts'
import { withdrawEntry } from '../../src/newsroom/record/withdraw-entry.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import type { EntryOf } from '../../src/record/entry.ts'
import { liveFigures } from '../../src/store/figure-uses.ts'
import { newestSequence } from '../../src/store/record-sequence.ts'
import { storyById } from '../../src/store/stories.ts'
import { pendingTasks } from '../../src/store/story-tasks.ts'
import type { Block } from '../../src/story/document.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aBody, aContent, aNewspaper, at } from '../builders.ts'
import { aGroup } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork, type RecordAtWork, said } from './record-at-work.ts'

/** A sentence with a figure in it, and the box of its event under it. */
const stating = (claimId: ClaimId, words: string, eventId: EventId): Pick<StoryContent, 'body'> => {
  const figure: Block = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'The movement says that ' },
      { type: 'text', text: words, marks: [{ type: 'claim', attrs: { claimId } }] },
      { type: 'text', text: ' died.' },
    ],
  }
  return { body: aBody(figure, { type: 'ledger', attrs: { eventId } }) }
}

const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

describe.each(databases)('a figure in a story on $name', ({ open }) => {
  let dbs: OpenDatabases
  let work: RecordAtWork
  let fifty: EntryOf<'claim'>

  beforeEach(async () => {
    dbs = await open()
    work = await aRecordAtWork(dbs)
    await setUpNewspaper(work.newsroom, { newspaper: aNewspaper(), sections: [] })
    fifty = await work.claimed('exact 50')
    await work.publish(work.battle)
  })
  afterEach(() => dbs.close())

  const aStoryOn = async (claimId: ClaimId, words: string, headline = 'Two tolls', eventId = work.battle) => {
    const content = aContent({ headline, ...stating(claimId, words, eventId) })
    const draft = { language: 'en', translatedFrom: null, slug: null, content }
    return (await createStory(work.newsroom, draft)).id
  }
  const live = async (...asked: Parameters<typeof aStoryOn>): Promise<StoryId> => {
    const storyId = await aStoryOn(...asked)
    await publishStory(work.newsroom, { storyId, revision: null })
    return storyId
  }
  const toDo = async (storyId: StoryId | null = null) => pendingTasks(dbs.newsroom, { storyId, limit: 100 })
  const figuresOf = async (storyId: StoryId) => (await liveFigures(dbs.newsroom, [storyId])).get(storyId) ?? []
  const revised = async (figure: string, claimId = fifty.id) =>
    (await reviseClaim(work.newsroom, { claimId, claim: said(figure), appearances: [] })).result.claim.id
  const page = async (path: string) =>
    (await renderFrom({ edition: dbs.reader, siteUrl: 'https://paper.example' })(path)).body
  const PATH = '/2024/08/01/two-tolls'
  const NOTE = 'Since this was written'

  it('is remembered with its words, and with the number that the record had reached', async () => {
    const before = await newestSequence(dbs.newsroom)
    const storyId = await live(fifty.id, 'fifty fighters')
    expect(await figuresOf(storyId)).toEqual([
      { claimId: fifty.id, words: 'fifty fighters', asOf: at('2024-08-01T09:00:00Z'), sequence: before },
    ])
  })

  it('is not remembered of a draft, which readers do not have', async () => {
    const storyId = await aStoryOn(fifty.id, 'fifty fighters')
    expect(await figuresOf(storyId)).toEqual([])
  })

  it('is a task for its desk once the claimant revises it: one, which says what moved it', async () => {
    const storyId = await live(fifty.id, 'fifty fighters')
    const movedBy = await revised('exact 84')
    const sequence = await newestSequence(dbs.newsroom)
    expect(await toDo()).toMatchObject([{ storyId, claimId: fifty.id, words: 'fifty fighters', movedBy, sequence }])
  })

  it('is a task when another claims, denies or takes back the same figure, and no act makes two', async () => {
    const storyId = await live(fifty.id, 'fifty fighters')
    const other = await work.claimed('atLeast 20', { claimantId: work.bloggers })
    expect(await toDo(storyId)).toHaveLength(1)
    await denyClaim(work.newsroom, {
      claimId: fifty.id,
      claim: { ...said(null), claimantId: work.bloggers },
      appearances: [],
    })
    expect(await toDo(storyId)).toHaveLength(2)
    await retractClaim(work.newsroom, { claimId: fifty.id, claim: said(null), appearances: [] })
    expect(await toDo(storyId)).toHaveLength(3)
    await withdrawEntry(work.newsroom, { id: other.id, reason: 'Recorded twice.' })
    expect(await toDo(storyId)).toHaveLength(4)
    await amendEntry(work.newsroom, {
      id: fifty.id,
      content: { ...fifty.content, hedge: 'provisional' },
      reason: 'It was called provisional.',
      rev: null,
    })
    expect(await toDo(storyId)).toHaveLength(5)
  })

  it('is no task where another figure moves: of other people, of another measure, of another event', async () => {
    await live(fifty.id, 'fifty fighters')
    const wounded = { about: { kind: 'measure', ...work.cellOf(), measure: 'wounded' } } as const
    const hurt = await work.claimed('exact 12', wounded)
    await revised('exact 13', hurt.id)
    const ambush = await work.anEventCalled('Ambush', { partOf: [work.battle] })
    await work.claimed('exact 3', { about: { kind: 'measure', ...work.cellOf(ambush) } })
    await work.publish(ambush)
    expect(await toDo()).toEqual([])
  })

  it('is no task while the claim that would move it is a draft, and is one when it goes before readers', async () => {
    const ambush = await work.anEventCalled('Ambush', { partOf: [work.battle] })
    const about = { kind: 'measure', ...work.cellOf(ambush) } as const
    const three = await work.claimed('exact 3', { about })
    const storyId = await live(three.id, 'three', 'Three dead')
    const four = await work.claimed('exact 4', { about, claimantId: work.bloggers })
    expect(await toDo()).toEqual([])
    await work.publish(ambush)
    expect((await toDo(storyId)).map(({ movedBy }) => movedBy).toSorted()).toEqual([three.id, four.id].toSorted())
  })

  it('is a task for every story that states it, and for no other, no draft and no story that was killed', async () => {
    const one = await live(fifty.id, 'fifty')
    const two = await live(fifty.id, 'some fifty', 'A second story')
    const killed = await live(fifty.id, 'fifty', 'A third story')
    await killStory(work.newsroom, killed, 'It named a witness.')
    await aStoryOn(fifty.id, 'fifty', 'A draft')
    const draft = {
      language: 'en',
      translatedFrom: null,
      slug: null,
      content: aContent({ headline: 'Another matter' }),
    }
    await publishStory(work.newsroom, { storyId: (await createStory(work.newsroom, draft)).id, revision: null })
    await revised('exact 84')
    expect((await toDo()).map((task) => task.storyId).toSorted()).toEqual([one, two].toSorted())
  })

  it('is done once the desk publishes a new revision, which starts from the record as it is then', async () => {
    const storyId = await live(fifty.id, 'fifty fighters')
    const other = await live(fifty.id, 'fifty', 'A second story')
    const eightyFour = await revised('exact 84')
    const content = aContent({ headline: 'Two tolls', ...stating(eightyFour, 'eighty-four fighters', work.battle) })
    await reviseStory(work.newsroom, { storyId, revision: 1, content })
    expect(await toDo(storyId)).toHaveLength(1)
    await publishStory(work.newsroom, { storyId, revision: 2 })
    expect(await toDo(storyId)).toEqual([])
    expect(await toDo(other)).toHaveLength(1)
    expect(await figuresOf(storyId)).toMatchObject([
      { claimId: eightyFour, words: 'eighty-four fighters', sequence: await newestSequence(dbs.newsroom) },
    ])
    expect(await page(PATH)).not.toContain(NOTE)
  })

  it('leaves the story’s words as they were written, whatever happens to the figure', async () => {
    const storyId = await live(fifty.id, 'fifty fighters')
    const before = await storyById(dbs.newsroom, storyId)
    await revised('exact 84')
    expect(await storyById(dbs.newsroom, storyId)).toEqual(before)
    expect(words(await page(PATH))).toContain('The movement says that fifty fighters died.')
  })

  it('stands over a box with the record’s figure of now, and a note with the day on which it moved', async () => {
    await live(fifty.id, 'fifty fighters')
    const fresh = await page(PATH)
    expect(words(fresh)).toContain('Wagner fighters killed: 50')
    expect(fresh).not.toContain(NOTE)

    work.newsroom.setClock(at('2024-08-03T08:00:00Z'))
    await revised('exact 84')
    const moved = await page(PATH)
    expect(words(moved)).toContain('Wagner fighters killed: 84')
    expect(words(moved)).toContain(NOTE)
    expect(moved).toMatch(/<time datetime="2024-08-03">3 August 2024<\/time>/)
    // Above the text, where whoever reads the old figure has just read that it is old.
    expect(moved.indexOf(NOTE)).toBeLessThan(moved.indexOf('The movement says that'))
  })

  it('has the note only in stories that are older than the change', async () => {
    await live(fifty.id, 'fifty fighters')
    const eightyFour = await revised('exact 84')
    await live(eightyFour, 'eighty-four fighters', 'A later story')
    expect(await page(PATH)).toContain(NOTE)
    expect(await page('/2024/08/01/a-later-story')).not.toContain(NOTE)
  })

  it('leads from the words to the claim’s row in the box of the same page', async () => {
    await live(fifty.id, 'fifty fighters')
    const html = await page(PATH)
    expect(html).toMatch(new RegExp(`href="#${fifty.id}"[^>]*>fifty fighters<`))
    expect(html.match(new RegExp(`id="${fifty.id}"`, 'g'))).toHaveLength(1)
  })

  it('stays the same figure when its event is merged into another, and the box is that event’s', async () => {
    const double = await work.anEventCalled('Clashes at Tinzaouaten')
    const labels = { en: 'Men of the column' }
    const groupId = await addVictimGroup(work.newsroom, {
      ...aGroup('x', { of: 'x' }).content,
      eventId: double,
      labels,
    })
    const about = { kind: 'measure', ...work.cellOf(double), groupId } as const
    const twenty = await work.claimed('atLeast 20', { about })
    await work.publish(double)
    const storyId = await live(twenty.id, 'at least twenty', 'Two tolls', double)
    await mergeEvents(work.newsroom, { from: double, into: work.battle, reason: 'One battle, told twice.' })
    const before = (await toDo(storyId)).length
    await work.claimed('exact 60', { claimantId: work.bloggers, about: { ...about, eventId: work.battle } })
    expect((await toDo(storyId)).length).toBe(before + 1)
    const html = await page(PATH)
    expect(words(html)).toMatch(/Since this was written.*military bloggers.*60/)
    expect(words(html)).toContain('Men of the column killed: 20 to 60')
    expect(html).toMatch(new RegExp(`href="#${twenty.id}"[^>]*>at least twenty<`))
  })

  it('touches the pages of its event when its story comes, and when it goes', async () => {
    const touched = async (number: number) =>
      new Set((await editionChangesAfter(dbs.reader, number)).flatMap(({ tags }) => tags))
    const before = await editionNumber(dbs.reader)
    const storyId = await live(fifty.id, 'fifty fighters')
    const leading = [
      `event-stories:${work.battle}`,
      'record',
      'record:2024-07',
      `actor:${work.jnim}`,
      `place:${work.town}`,
    ]
    expect([...(await touched(before))]).toEqual(expect.arrayContaining(leading))

    // A revision that shows what the one before showed is no news to them: they name it, and that tag they carry.
    const content = aContent({ headline: 'Two tolls', ...stating(fifty.id, 'about fifty', work.battle) })
    await reviseStory(work.newsroom, { storyId, revision: 1, content })
    const listed = await editionNumber(dbs.reader)
    await publishStory(work.newsroom, { storyId, revision: 2 })
    expect([...(await touched(listed))]).toContain(`story:${storyId}`)
    expect([...(await touched(listed))]).not.toContain(`event:${work.battle}`)

    const there = await editionNumber(dbs.reader)
    await killStory(work.newsroom, storyId, 'It named a witness.')
    expect([...(await touched(there))]).toEqual(expect.arrayContaining(leading))
  })

  it('says on the page what was recorded anew: nobody has to look for it', async () => {
    await live(fifty.id, 'fifty fighters')
    await recordClaim(work.newsroom, {
      claim: work.aFigureOf('atLeast 20', { claimantId: work.bloggers }),
      appearances: [],
    })
    expect(words(await page(PATH))).toMatch(/Since this was written.*military bloggers/)
  })
})
