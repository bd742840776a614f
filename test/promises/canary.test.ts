import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { issueCorrection, killStory } from '../../src/newsroom/amend-story.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { embargoStory, holdStory, moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { importStories } from '../../src/newsroom/import-stories.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { Entry } from '../../src/record/entry.ts'
import type { Name } from '../../src/record/names.ts'
import type { Block, Figure, Inline, Paragraph } from '../../src/story/document.ts'
import type { ClaimId, StoryId } from '../../src/ids.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aBody, aContent, aNewspaper, aNewsroom, anIncoming, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { aPlace, aSource } from '../record/builders.ts'
import { append, drafts, SECRET_NUMBERS, withInternalFields } from './record-canaries.ts'

/** A word that nobody writes by chance: where it turns up, something got out. Small letters, so that slugs keep it. */
const CANARY = 'canaryzzq'

/** A different canary for each place it was put, so that a leak says where it came from. */
const canaries = (where: string) => {
  let count = 0
  return (field: string): string => {
    count += 1
    return `${CANARY} ${where} ${field} ${count}`
  }
}

const text = (words: string): Inline => ({
  type: 'text',
  text: words,
  marks: [
    { type: 'link', attrs: { href: `https://example.org/${words.replaceAll(' ', '-')}` } },
    { type: 'claim', attrs: { claimId: `clm_${words.replaceAll(' ', '')}` as ClaimId } },
  ],
})

const figure = (word: (field: string) => string, picture: Figure['attrs']['picture']): Figure => ({
  type: 'figure',
  attrs: { picture, alt: word('alt'), decorative: false, credit: word('credit'), licence: word('licence') },
  content: [text(word('caption'))],
})

/** A story with a canary in every field and every kind of block that holds words. */
function canaryContent(where: string): StoryContent {
  const word = canaries(where)
  const paragraph = (field: string): Paragraph => ({ type: 'paragraph', content: [text(word(field))] })
  const blocks: Block[] = [
    paragraph('paragraph'),
    { type: 'heading', attrs: { level: 2 }, content: [text(word('heading'))] },
    {
      type: 'list',
      attrs: { ordered: false, start: 1 },
      content: [{ type: 'listItem', content: [paragraph('item')] }],
    },
    {
      type: 'blockquote',
      attrs: { attribution: word('attribution'), source: `https://example.org/${CANARY}` },
      content: [paragraph('quote')],
    },
    { type: 'pullQuote', attrs: { attribution: word('speaker') }, content: [text(word('pull quote'))] },
    figure(word, {
      kind: 'map',
      bounds: [-12, 10, 5, 25],
      marks: [{ label: word('mark'), lat: 12, lon: 2, radiusKm: 5 }],
    }),
    figure(word, {
      kind: 'chart',
      unit: word('unit'),
      bars: [{ label: word('bar'), low: 1, high: 2, words: word('figure') }],
    }),
    figure(word, { kind: 'missing', name: word('picture'), url: `https://example.org/${CANARY}.jpg` }),
    {
      type: 'table',
      attrs: { caption: word('table') },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', attrs: { header: true, colspan: 1, rowspan: 1 }, content: [text(word('cell'))] },
          ],
        },
      ],
    },
    {
      type: 'embed',
      attrs: { url: `https://example.org/${CANARY}`, title: word('embed'), provider: word('provider') },
    },
    { type: 'footnote', attrs: { id: CANARY }, content: [text(word('footnote'))] },
    { type: 'aside', attrs: { title: word('box') }, content: [paragraph('box')] },
  ]
  return {
    kicker: word('kicker'),
    headline: word('headline'),
    standfirst: word('standfirst'),
    dateline: { place: word('place'), on: null },
    sectionIds: [],
    bylines: [],
    keywords: [word('keyword')],
    body: aBody(...blocks),
  }
}

describe.each(databases)('what readers may not have, on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  })
  afterEach(() => dbs.close())

  async function draft(where: string, slug: string | null = null): Promise<StoryId> {
    const content = canaryContent(where)
    return (await createStory(newsroom, { language: 'en', translatedFrom: null, slug, content })).id
  }

  const live = async (): Promise<StoryId> => {
    const { id } = await createStory(newsroom, {
      language: 'en',
      translatedFrom: null,
      slug: null,
      content: aContent(),
    })
    await publishStory(newsroom, { storyId: id, revision: 1 })
    return id
  }

  /** Everything that the public side's database holds: as rows, as changes, and as the bytes on the disk. */
  async function everythingPublic(): Promise<string> {
    const rows = await canonicalDump(dbs.reader)
    const changes = JSON.stringify(await editionChangesAfter(dbs.reader, 0))
    if (dbs.addresses.edition.kind === 'postgres') return rows + changes
    await sql`pragma wal_checkpoint(truncate)`.execute(dbs.edition)
    const { file } = dbs.addresses.edition
    return rows + changes + readFileSync(file, 'latin1') + readFileSync(`${file}-wal`, 'latin1')
  }

  async function writeWhatIsPrivate(): Promise<void> {
    await draft('draft')
    await moveStory(newsroom, await draft('reviewed'), 'in-review')
    await holdStory(newsroom, await draft('held'), `${CANARY} hold reason`)
    await embargoStory(newsroom, await draft('embargoed'), at('2031-01-01T00:00:00Z'))
    await scheduleStory(newsroom, await draft('scheduled'), at('2030-01-01T00:00:00Z'))
    const renamed = await draft('renamed')
    await changeSlug(newsroom, renamed, `${CANARY}-slug`)
    const working = await live()
    await reviseStory(newsroom, { storyId: working, revision: 1, content: canaryContent('working copy') })
    await holdStory(newsroom, working, `${CANARY} reason to hold the working copy`)
  }

  async function writeWhatWasWithdrawn(): Promise<void> {
    // Its address stays, with the notice: that alone was chosen to be harmless here.
    const id = await draft('killed', 'withdrawn')
    await publishStory(newsroom, { storyId: id, revision: null })
    await issueCorrection(newsroom, id, `${CANARY} correction of a killed story`)
    await killStory(newsroom, id, 'Withdrawn at a source’s wish.')
    const corrected = await live()
    await issueCorrection(newsroom, corrected, 'An earlier version named the wrong day.')
  }

  it('is nowhere in the edition: no field of no story that is not before readers', async () => {
    await writeWhatIsPrivate()
    const found = await everythingPublic()
    expect(found).toContain('Two tolls for one shelling')
    expect(leaksIn(found)).toEqual([])
  })

  it('is gone from the edition once a story was killed, and from the bytes of its file', async () => {
    await writeWhatWasWithdrawn()
    const found = await everythingPublic()
    expect(found).toContain('Withdrawn at a source')
    expect(leaksIn(found)).toEqual([])
  })

  it('does not come back when the edition is made again', async () => {
    await writeWhatIsPrivate()
    await writeWhatWasWithdrawn()
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
        pictures: [{ role: 'lead', name: CANARY, url: CANARY, alt: CANARY, caption: CANARY }],
        problems: [{ what: CANARY, where: CANARY }],
      }),
    )
    await live()
    await importStories(newsroom, imported, { source: 'old site', publish: true })
    expect(leaksIn(await everythingPublic())).toEqual([])
  })

  /** Everything of the record that is the newsroom's own: fields, drafts, earlier revisions, and who recorded it. */
  async function writeWhatTheRecordKeeps(): Promise<void> {
    const by = `${CANARY} recorder`
    for (const entry of withInternalFields(canaries('internal'))) await append(newsroom, entry, 'live', by)
    for (const entry of drafts(canaries('draft'))) await append(newsroom, entry, 'draft', by)
    // Named while it was live, and now nameless: what must not be known now must not be read in history.
    const named = aSource('witness', { content: { names: drafts(canaries('was named')).flatMap(namesIn) } })
    await append(newsroom, named, 'live', by)
    await append(newsroom, aSource('witness', { described: 'a witness' }), 'live', by)
    // A draft of something live, and something erased.
    const [amendment] = drafts(canaries('amendment'))
    if (amendment) await append(newsroom, { ...amendment, id: aPlace('Mali').id } as Entry, 'draft', by)
    const erased = aSource('erased', { content: { names: drafts(canaries('erased')).flatMap(namesIn) } })
    await append(newsroom, erased, 'live', by)
    await followChanges(newsroom)
    await eraseEntry(newsroom, { id: erased.id, reason: 'source-in-danger' })
    await followChanges(newsroom)
  }

  it('is nowhere in the edition of the record: no internal field, no draft, no erased text, on growing or rebuilding', async () => {
    await writeWhatTheRecordKeeps()
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
    const id = await draft('published')
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

const namesIn = (entry: Entry): Name[] => ('names' in entry.content ? [...entry.content.names] : [])

const leaksIn = (found: string): string[] => [...new Set(found.match(new RegExp(`${CANARY}[a-z0-9 -]*`, 'g')) ?? [])]
