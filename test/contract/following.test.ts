import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { openEditionToWrite } from '../../src/edition/edition-db.ts'
import { publicNewspaper, replaceHouse } from '../../src/edition/house.ts'
import { monthsOf } from '../../src/edition/months.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { holdStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { readSections } from '../../src/store/house.ts'
import { openNewsroom } from '../../src/store/newsroom-db.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { storyById } from '../../src/store/stories.ts'
import type { SectionId, StoryId } from '../../src/ids.ts'
import { OnrecordError } from '../../src/errors.ts'
import { aContent, aNewspaper, aNewsroom, anIncoming, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const refused = (error: unknown) => {
  if (!(error instanceof OnrecordError)) throw error
}

const PUBLISH = { source: 'old site', publish: true }

describe.each(databases)('following the newsroom on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let sections: SectionId[]

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'Sudan', 'Niger'] })
    sections = (await readSections(dbs.newsroom)).map(({ id }) => id)
  })
  afterEach(() => dbs.close())

  const draft = (content = aContent()) =>
    createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })

  async function published(content = aContent()): Promise<StoryId> {
    const { id } = await draft(content)
    await publishStory(newsroom, { storyId: id, revision: null })
    return id
  }

  /** Empties the edition of everything, as if its file had been lost. */
  async function loseEdition(): Promise<void> {
    for (const table of ['listings', 'stories', 'gone', 'redirects', 'listing_months', 'changes'] as const) {
      await dbs.edition.deleteFrom(table).execute()
    }
    await dbs.edition.transaction().execute((tx) => replaceHouse(tx, null))
    await dbs.edition.updateTable('progress').set({ number: 0 }).execute()
  }

  it('an edition that begins at nothing catches up to the same as one that grew', async () => {
    await importStories(
      newsroom,
      Array.from({ length: 120 }, (_, number) =>
        anIncoming({ foreignId: `wp:${number}`, redirectsFrom: [`/?p=${number}`] }),
      ),
      PUBLISH,
    )
    await killStory(newsroom, await published(), 'Withdrawn.')
    const grown = await canonicalDump(dbs.edition)
    await loseEdition()
    expect(await followChanges(newsroom)).toBe(await newestChange(dbs.newsroom))
    expect(await canonicalDump(dbs.edition)).toBe(grown)
    expect(await editionNumber(dbs.reader)).toBe(await newestChange(dbs.newsroom))
  })

  it('an act stands when the edition cannot be written, is not called live, and is followed later', async () => {
    const lagging: unknown[] = []
    const { id } = await draft()
    // A connection that cannot write stands for a disk that is full or a server that is down.
    const cutOff = aNewsroom({ ...dbs, edition: dbs.reader }, { onLagging: (error) => lagging.push(error) })
    const { result, isLive } = await publishStory(cutOff, { storyId: id, revision: 1 })
    expect(isLive).toBe(false)
    expect(lagging).toHaveLength(1)
    expect(result.path && (await lookUp(dbs.reader, result.path)).kind).toBe('nothing')
    await followChanges(newsroom)
    expect(result.path && (await lookUp(dbs.reader, result.path)).kind).toBe('story')
  })

  it('two processes that follow at once apply each change once', async () => {
    const lagging = { onLagging: () => undefined }
    const other = { newsroom: openNewsroom(dbs.addresses.newsroom), edition: openEditionToWrite(dbs.addresses.edition) }
    const closed = openEditionToWrite(dbs.addresses.edition)
    await closed.destroy()
    const writer = aNewsroom(
      { newsroom: dbs.newsroom, edition: closed },
      { ...lagging, randomBytes: newsroom.randomBytes },
    )
    try {
      await importStories(
        writer,
        Array.from({ length: 260 }, (_, number) => anIncoming({ foreignId: `wp:${number}` })),
        PUBLISH,
      )
      const before = await editionNumber(dbs.reader)
      const reached = await Promise.all([
        followChanges(newsroom),
        followChanges(aNewsroom(other)),
        followChanges(newsroom),
        followChanges(aNewsroom(other)),
      ])
      expect(new Set(reached)).toEqual(new Set([await newestChange(dbs.newsroom)]))
      const changes = await editionChangesAfter(dbs.reader, before)
      expect(changes.map(({ number }) => number)).toEqual([...new Set(changes.map(({ number }) => number))])
      expect(await monthsOf(dbs.reader, 'all', 'en')).toEqual([{ month: '2024-07', stories: 260 }])
    } finally {
      await other.newsroom.destroy()
      await other.edition.destroy()
    }
  })

  it('two processes that publish at once give every change its own number, in order and without a hole', async () => {
    const other = { newsroom: openNewsroom(dbs.addresses.newsroom), edition: openEditionToWrite(dbs.addresses.edition) }
    const second = aNewsroom(other, { randomBytes: newsroom.randomBytes })
    try {
      const drafts = await Promise.all(Array.from({ length: 16 }, () => draft()))
      const outcomes = await Promise.all(
        drafts.map(({ id }, index) => publishStory(index % 2 === 0 ? newsroom : second, { storyId: id, revision: 1 })),
      )
      expect(outcomes.every(({ isLive }) => isLive)).toBe(true)
      expect(new Set(outcomes.map(({ result }) => result.path)).size).toBe(16)
      expect(await monthsOf(dbs.reader, 'all', 'en')).toEqual([{ month: '2024-08', stories: 16 }])
    } finally {
      await other.newsroom.destroy()
      await other.edition.destroy()
    }
  })

  it('a hold is never lost to somebody who publishes at the same moment', async () => {
    const other = { newsroom: openNewsroom(dbs.addresses.newsroom), edition: openEditionToWrite(dbs.addresses.edition) }
    const second = aNewsroom(other, { randomBytes: newsroom.randomBytes })
    try {
      for (let round = 0; round < 8; round += 1) {
        const { id } = await draft()
        await Promise.all([
          holdStory(second, id, 'lawyers'),
          publishStory(newsroom, { storyId: id, revision: 1 }).catch(refused),
          scheduleStory(newsroom, id, at('2030-01-01T00:00:00Z')).catch(refused),
        ])
        expect((await storyById(dbs.newsroom, id))?.hold?.reason).toBe('lawyers')
      }
    } finally {
      await other.newsroom.destroy()
      await other.edition.destroy()
    }
  })

  it('a paper that moves to another zone lists its stories under that zone’s months, as a rebuilt edition does', async () => {
    newsroom.setClock(at('2024-07-31T23:30:00Z'))
    await published()
    expect(await monthsOf(dbs.reader, 'all', 'en')).toEqual([{ month: '2024-07', stories: 1 }])
    await setUpNewspaper(newsroom, { newspaper: aNewspaper({ zone: 'Africa/Kigali' }), sections: [] })
    expect(await monthsOf(dbs.reader, 'all', 'en')).toEqual([{ month: '2024-08', stories: 1 }])
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  })

  it('a rebuilding drops every kept page at its end, whatever is published meanwhile', async () => {
    await published()
    const before = await editionNumber(dbs.reader)
    let between = 0
    const meanwhile = async () => {
      await published()
      between = await editionNumber(dbs.edition)
    }
    let other: Promise<void> | undefined
    await rebuildEdition(newsroom, () => {
      other ??= meanwhile()
    })
    await other
    const changes = await editionChangesAfter(dbs.reader, before)
    const dropped = changes.filter(({ tags }) => tags.includes('*') || tags.includes('site'))
    expect(dropped.length).toBeGreaterThan(0)
    expect(between).toBeGreaterThan(before)
    expect(await editionNumber(dbs.reader)).toBe(await newestChange(dbs.newsroom))
  })

  it('a rebuilding does not put back a house that was changed meanwhile', async () => {
    let changed: Promise<void> | undefined
    await published()
    await rebuildEdition(newsroom, () => {
      changed ??= setUpNewspaper(newsroom, { newspaper: aNewspaper({ name: 'The New Record' }), sections: [] })
    })
    await changed
    expect((await publicNewspaper(dbs.reader))?.name).toBe('The New Record')
  })

  it('whatever is done, in whatever order, readers have what an edition made from nothing has', async () => {
    const verbs = fc.constantFrom('publish', 'revise', 'kill', 'correct', 'slug', 'section', 'import' as const)
    const steps = fc.array(fc.tuple(verbs, fc.nat(5), fc.nat(2)), { minLength: 3, maxLength: 12 })
    const stories: StoryId[] = []
    let count = 0
    const step = async (verb: string, which: number, section: number): Promise<void> => {
      count += 1
      const content = aContent({ headline: `Story ${which}`, sectionIds: sections.slice(0, section) })
      const storyId = stories[which % Math.max(1, stories.length)]
      if (!storyId || verb === 'publish') stories.push(await published(content))
      else if (verb === 'kill') await killStory(newsroom, storyId, 'Withdrawn.')
      else if (verb === 'correct') await issueCorrection(newsroom, storyId, `Correction ${count}.`)
      else if (verb === 'slug') await changeSlug(newsroom, storyId, `slug-${which}`)
      else if (verb === 'import') {
        const items = [0, 1].map((item) =>
          anIncoming({ foreignId: `wp:${which}:${item}`, headline: `Import ${section}` }),
        )
        await importStories(newsroom, items, PUBLISH)
      } else {
        await reviseStory(newsroom, { storyId, revision: null, content })
        if (verb === 'section') await publishStory(newsroom, { storyId, revision: null })
      }
    }
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const [verb, which, section] of sequence) await step(verb, which, section).catch(refused)
        const grown = await canonicalDump(dbs.edition)
        await rebuildEdition(newsroom)
        expect(await canonicalDump(dbs.edition)).toBe(grown)
        await loseEdition()
        await followChanges(newsroom)
        expect(await canonicalDump(dbs.edition)).toBe(grown)
      }),
      { numRuns: 4 },
    )
  })
})
