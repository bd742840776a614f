import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aNewspaper, aNewsroom, anIncoming, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import {
  aDraft,
  aLiveStory,
  CANARY,
  canaries,
  canaryContent,
  leaksIn,
  writeWhatIsPrivate,
  writeWhatTheHouseKeeps,
  writeWhatTheRecordKeeps,
  writeWhatWasWithdrawn,
  writeWhatWasWithheld,
} from './canaries.ts'
import { append, drafts, SECRET_NUMBERS } from './record-canaries.ts'
import { writeWhatTheStudioKeeps, writeWhatWasTakenBack } from './studio-canaries.ts'
import { writeWhatIsAtWork } from './working-canaries.ts'

describe.each(databases)('what readers may not have, on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let forgotten: number

  beforeEach(async () => {
    dbs = await open()
    forgotten = 0
    newsroom = aNewsroom(dbs, { forget: async () => void (forgotten += 1) })
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  })
  afterEach(() => dbs.close())

  /** Everything that the public side's database holds: as rows, as changes, and as the bytes on the disk. */
  async function everythingPublic(): Promise<string> {
    const rows = await canonicalDump(dbs.reader)
    const changes = JSON.stringify(await editionChangesAfter(dbs.reader, 0))
    if (dbs.addresses.edition.kind === 'postgres') return rows + changes
    await sql`pragma wal_checkpoint(truncate)`.execute(dbs.edition)
    const { file } = dbs.addresses.edition
    return rows + changes + readFileSync(file, 'latin1') + readFileSync(`${file}-wal`, 'latin1')
  }

  it('is nowhere in the edition: no field of no story that is not before readers', async () => {
    await writeWhatIsPrivate(newsroom)
    await writeWhatIsAtWork(newsroom)
    await writeWhatTheStudioKeeps(newsroom)
    const found = await everythingPublic()
    expect(found).toContain('Two tolls for one shelling')
    expect(leaksIn(found)).toEqual([])
  })

  it('is gone from the edition once a story was killed, and from the bytes of its file', async () => {
    await writeWhatWasWithdrawn(newsroom)
    const found = await everythingPublic()
    expect(found).toContain('Withdrawn at a source')
    expect(leaksIn(found)).toEqual([])
    expect(partsOfTokens(found)).toEqual([])
  })

  it('is gone once a publication was taken back, whether there was one before or not', async () => {
    await writeWhatWasTakenBack(newsroom)
    const found = await everythingPublic()
    expect(found).toContain('Two tolls for one shelling')
    expect(forgotten).toBeGreaterThan(0)
    expect(leaksIn(found)).toEqual([])
    expect(partsOfTokens(found)).toEqual([])
  })

  it('is gone where only earlier texts of a story were withheld, and from the bytes of the file', async () => {
    await writeWhatWasWithheld(newsroom)
    const found = await everythingPublic()
    expect(found).toContain('It named somebody who is in danger.')
    expect(forgotten).toBeGreaterThan(0)
    expect(leaksIn(found)).toEqual([])
    expect(partsOfTokens(found)).toEqual([])
  })

  it('is not told by pictures, bylines, chosen places, pages taken away and readers’ reports', async () => {
    await writeWhatTheHouseKeeps(newsroom)
    const found = await everythingPublic()
    expect(found).toContain('Withdrawn for its picture.')
    expect(leaksIn(found)).toEqual([])
    expect(partsOfTokens(found)).toEqual([])
  })

  it('does not come back when the edition is made again', async () => {
    await writeWhatIsPrivate(newsroom)
    await writeWhatIsAtWork(newsroom)
    await writeWhatTheStudioKeeps(newsroom)
    await writeWhatWasTakenBack(newsroom)
    await writeWhatWasWithdrawn(newsroom)
    await writeWhatWasWithheld(newsroom)
    await writeWhatTheHouseKeeps(newsroom)
    await rebuildEdition(newsroom)
    expect(leaksIn(await everythingPublic())).toEqual([])
  })

  it('is not told by an import of drafts: neither their words, nor their old addresses', async () => {
    const imported = (['draft', 'private', 'scheduled', 'trashed'] as const).map((status, number) =>
      anIncoming({
        foreignId: `wp:${number}`,
        status,
        ...canaryContent(status),
        bylines: [`${CANARY} byline ${status}`],
        sectionPath: [{ label: `${CANARY} section ${status}`, kind: 'place' }],
        redirectsFrom: [`/2020/01/01/${CANARY}-${status}`, `/?p=${CANARY}`],
        pictures: [{ role: 'lead', name: CANARY, url: CANARY, alt: CANARY, caption: CANARY, credit: null }],
        problems: [{ what: CANARY, where: CANARY }],
      }),
    )
    await aLiveStory(newsroom)
    await importStories(newsroom, imported, { source: 'old site', publish: true })
    expect(leaksIn(await everythingPublic())).toEqual([])
  })

  it('is nowhere in the edition of the record: no internal field, no draft, no erased text, on growing or rebuilding', async () => {
    await writeWhatTheRecordKeeps(newsroom)
    const grown = await everythingPublic()
    await rebuildEdition(newsroom)
    for (const found of [grown, await everythingPublic()]) {
      expect(found).toContain('a security official')
      expect(found).toContain('"low":5')
      expect(leaksIn(found)).toEqual([])
      for (const number of SECRET_NUMBERS) expect(found).not.toContain(number)
    }
  })

  it('would be found in the record if it were there: the canary sings in what is published', async () => {
    for (const entry of drafts(canaries('published'))) await append(newsroom, entry, 'live', `${CANARY} recorder`)
    await followChanges(newsroom)
    const words = new Set(leaksIn(await everythingPublic()).map((leak) => leak.replace(/ \d+$/, '')))
    for (const field of ['title', 'label', 'wording', 'document', 'evidence', 'via', 'standard', 'about']) {
      expect(words).toContain(`${CANARY} published ${field}`)
    }
    expect([...words].some((word) => word.includes('recorder'))).toBe(false)
  })

  it.runIf(kind === 'sqlite')('would be found if it were there: the canary sings in a published story', async () => {
    const id = await aDraft(newsroom, 'published')
    await publishStory(newsroom, { storyId: id, revision: null })
    // Every word but the picture that was not brought over: its file, address, caption, alt, credit and licence.
    const words = new Set(leaksIn(await everythingPublic()).map((leak) => leak.replace(/ \d+$/, '')))
    for (const field of [
      'kicker',
      'headline',
      'standfirst',
      'place',
      'keyword',
      'paragraph',
      'caption',
      'mark',
      'cell',
    ]) {
      expect(words).toContain(`${CANARY} published ${field}`)
    }
    expect(words).not.toContain(`${CANARY} published picture`)
  })
})

/** An index may keep of a word only what tells it from the word before: its end is looked for by itself. */
const partsOfTokens = (found: string): string[] => [...new Set(found.match(/[a-z]*zzq[a-z]*/gi) ?? [])]
