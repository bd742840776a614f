import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { LATEST } from '../../src/edition/record-stories.ts'
import type { Tag } from '../../src/edition/tags.ts'
import type { EventId, SectionId, StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { addVictimGroup } from '../../src/newsroom/record/add-victim-group.ts'
import { amendEntry } from '../../src/newsroom/record/amend-entry.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { RecordEvent } from '../../src/record/event.ts'
import type { FinishedPage } from '../../src/press/page.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import { readSections } from '../../src/store/house.ts'
import { entriesById } from '../../src/store/record-log.ts'
import { storyById } from '../../src/store/stories.ts'
import { relatedOf } from '../../src/store/related.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { instantOf } from '../../src/time.ts'
import { aBody, aContent, aNewspaper, aParagraph } from '../builders.ts'
import { aGroup } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork, type RecordAtWork } from './record-at-work.ts'

interface Told {
  readonly about?: readonly EventId[]
  readonly sections?: readonly SectionId[]
  readonly language?: string
  readonly translatedFrom?: StoryId
}

const contentOf = (headline: string, { about = [], sections = [] }: Told): StoryContent =>
  aContent({
    headline,
    sectionIds: sections,
    body: aBody(aParagraph(headline), ...about.map((eventId) => ({ type: 'ledger', attrs: { eventId } }) as const)),
  })

const storiesIn = (tags: ReadonlySet<Tag>) => [...tags].filter((tag) => tag.startsWith('story-record:')).length

describe.each(databases)('what stands beside a story on $name', ({ open }) => {
  let dbs: OpenDatabases
  let work: RecordAtWork
  let hours: number
  let mali: SectionId

  beforeEach(async () => {
    dbs = await open()
    hours = 0
    work = await aRecordAtWork(dbs)
    await setUpNewspaper(work.newsroom, { newspaper: aNewspaper({ languages: ['en', 'fr'] }), sections: ['Mali'] })
    const [section] = await readSections(dbs.newsroom)
    mali = section?.id as SectionId
    await work.claimed('exact 50')
    await work.publish(work.battle)
  })
  afterEach(() => dbs.close())

  /** Publishes a story, an hour after the one before. */
  const live = async (headline: string, told: Told = {}): Promise<StoryId> => {
    hours += 1
    work.newsroom.setClock(instantOf(new Date(Date.UTC(2024, 7, 1, 9 + hours))))
    const draft = { translatedFrom: told.translatedFrom ?? null, slug: null, content: contentOf(headline, told) }
    const { id } = await createStory(work.newsroom, { language: told.language ?? 'en', ...draft })
    await publishStory(work.newsroom, { storyId: id, revision: null })
    return id
  }
  const beside = async (id: StoryId) =>
    ((await relatedOf(dbs.newsroom, [id])).get(id) ?? []).map(({ storyId, reason }) => [reason.kind, storyId])
  const page = async (id: StoryId): Promise<FinishedPage> => {
    const path = (await storyById(dbs.newsroom, id))?.path ?? ''
    return renderFrom({ edition: dbs.reader, siteUrl: 'https://paper.example' })(path)
  }
  const touchedBy = async (act: () => Promise<unknown>): Promise<Set<Tag>> => {
    const before = await editionNumber(dbs.edition)
    await act()
    return new Set((await editionChangesAfter(dbs.edition, before)).flatMap(({ tags }) => tags))
  }
  /** Another event of the same actors at the same place, live. */
  const anotherEvent = async (title: string, more: Partial<RecordEvent> = {}): Promise<EventId> => {
    const eventId = await work.anEventCalled(title, more)
    const groupId = await addVictimGroup(work.newsroom, { ...aGroup('Fighters', { of: 'x' }).content, eventId })
    await work.claimed('exact 7', { about: { kind: 'measure', ...work.cellOf(eventId), groupId } })
    await work.publish(eventId)
    return eventId
  }

  it('is the same event first, then what shares its actors, then its section; the newest first', async () => {
    const inMali = await live('Rain in Mali', { sections: [mali] })
    const first = await live('A battle', { about: [work.battle] })
    const second = await live('The battle, day two', { about: [work.battle] })
    const story = await live('The battle, day three', { about: [work.battle], sections: [mali] })
    expect(await beside(story)).toEqual([
      ['event', second],
      ['event', first],
      ['section', inMali],
    ])
    const body = (await page(story)).body
    expect(body).toMatch(/Also on: <a href="\/record\/battle-of-tinzaouaten-2024">Battle of Tinzaouaten<\/a>/)
    expect(body).toMatch(/Also in: <a href="\/mali">Mali<\/a>/)
  })

  it('is then a whole or a part of it, then its actors, then its place', async () => {
    const shelling = await anotherEvent('Shelling of Tinzaouaten', { sides: [], participation: [] })
    const ambush = await anotherEvent('Ambush near Tinzaouaten')
    const lastDay = await anotherEvent('Last day', { partOf: [work.battle] })
    const onPlace = await live('Shells', { about: [shelling] })
    const onActors = await live('An ambush', { about: [ambush] })
    const onWhole = await live('The battle', { about: [work.battle] })
    const story = await live('How it ended', { about: [lastDay] })
    expect(await beside(story)).toEqual([
      ['event', onWhole],
      ['actor', onActors],
      ['place', onPlace],
    ])
    const body = (await page(story)).body
    expect(body).toContain('<a href="/record/battle-of-tinzaouaten-2024">Battle of Tinzaouaten</a>')
    expect(body).toMatch(/Also on: <a href="\/record\/actor\/(?:jnim|wagner)">/)
    expect(body).toContain('<a href="/record/place/tinzaouaten">Tinzaouaten</a>')
  })

  it('is never a draft, another language, its own translation, or the same story twice; four at most', async () => {
    const draft = contentOf('A draft on the battle', { about: [work.battle] })
    await createStory(work.newsroom, { language: 'en', translatedFrom: null, slug: null, content: draft })
    const told = { about: [work.battle], sections: [mali] }
    const older: StoryId[] = []
    for (const day of ['one', 'two', 'three', 'four', 'five']) older.push(await live(`Day ${day}`, told))
    const french = await live('Premier jour', { ...told, language: 'fr', translatedFrom: older[0] as StoryId })
    expect(await beside(french)).toEqual([])
    const story = await live('Day six', told)
    expect((await beside(story)).map(([, id]) => id)).toEqual(older.slice(1).toReversed())
  })

  it('stays as it was chosen, whatever is published later, and is the same in an edition made again', async () => {
    const first = await live('A battle', { about: [work.battle] })
    const story = await live('Day two', { about: [work.battle] })
    await live('Day three', { about: [work.battle] })
    expect(await beside(story)).toEqual([['event', first]])
    const grown = await canonicalDump(dbs.edition)
    expect(grown).toContain('"kind\\":\\"event')
    await rebuildEdition(work.newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  })

  it('is chosen anew with each revision, and kept with a correction', async () => {
    const first = await live('A battle', { about: [work.battle] })
    const story = await live('Rain', {})
    expect(await beside(story)).toEqual([])
    const content = contentOf('Rain on the battle', { about: [work.battle] })
    await reviseStory(work.newsroom, { storyId: story, revision: null, content })
    expect(await beside(story)).toEqual([])
    await publishStory(work.newsroom, { storyId: story, revision: null })
    expect(await beside(story)).toEqual([['event', first]])
    await issueCorrection(work.newsroom, story, 'It was Thursday.')
    expect(await beside(story)).toEqual([['event', first]])
  })

  it('loses a story that is withdrawn, with the page that names it', async () => {
    const first = await live('A battle told too early', { about: [work.battle] })
    const story = await live('Day two', { about: [work.battle] })
    expect((await page(story)).body).toContain('A battle told too early')
    const touched = await touchedBy(() => killStory(work.newsroom, first, 'It was not true.'))
    expect((await page(story)).tags.some((tag) => touched.has(tag))).toBe(true)
    expect((await page(story)).body).not.toContain('A battle told too early')
  })

  it('names its event as the record does now', async () => {
    await live('A battle', { about: [work.battle] })
    const story = await live('Day two', { about: [work.battle] })
    const { tags } = await page(story)
    const named = await touchedBy(async () => {
      const [entry] = await entriesById(dbs.newsroom, [work.battle])
      if (entry?.type !== 'event') throw new Error('no event')
      const content = { ...entry.content, titles: { en: 'Defeat at Tinzaouaten' } }
      await amendEntry(work.newsroom, { id: work.battle, content, reason: 'A better title.', rev: null })
    })
    expect(tags.filter((tag) => named.has(tag))).toContain(`name:${work.battle}`)
    expect((await page(story)).body).toContain('Defeat at Tinzaouaten')
  })

  it('leads from an older story of an event to the three newest, as long as it is among the latest', async () => {
    const first = await live('A battle', { about: [work.battle] })
    expect((await page(first)).body).not.toContain('Since then')
    for (const day of ['two', 'three', 'four', 'five']) await live(`Day ${day}`, { about: [work.battle] })
    const { body } = await page(first)
    expect(body).toContain('Since then')
    const places = ['Day five', 'Day four', 'Day three'].map((headline) => body.indexOf(`>${headline}</a>`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(body).not.toContain('>Day two</a>')
  })

  it('touches no more stories of an event with each publication, however many the event has', async () => {
    const publish = async (count: number) => {
      for (let made = 0; made < count; made += 1) await live(`Report ${hours}`, { about: [work.battle] })
    }
    await publish(LATEST + 4)
    const oldest = await live('The last of the latest', { about: [work.battle] })
    const some = await touchedBy(() => publish(1))
    await publish(LATEST - 2)
    expect((await page(oldest)).body).toContain('Since then')
    const many = await touchedBy(() => publish(1))
    // The new one, those that lead on to it, and the one that does so no more.
    expect(storiesIn(some)).toBe(LATEST + 1)
    expect(many.size).toBe(some.size)
    expect((await page(oldest)).tags.some((tag) => many.has(tag))).toBe(true)
    expect((await page(oldest)).body).not.toContain('Since then')
    const later = await touchedBy(() => publish(1))
    expect((await page(oldest)).tags.filter((tag) => later.has(tag))).toEqual([])
  })

  it('is found from the pages of its event, its actors and its place', async () => {
    await live('A battle', { about: [work.battle] })
    const render = renderFrom({ edition: dbs.reader, siteUrl: 'https://paper.example' })
    for (const path of ['/record/battle-of-tinzaouaten-2024', '/record/actor/wagner', '/record/place/tinzaouaten']) {
      const before = await render(path)
      expect(before.body).toContain('A battle')
      const touched = await touchedBy(() => live(`Next on ${path}`, { about: [work.battle] }))
      expect(before.tags.some((tag) => touched.has(tag))).toBe(true)
      expect((await render(path)).body).toContain(`Next on ${path}`)
    }
  })
})
