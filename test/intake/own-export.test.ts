import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { readOwnExportFile } from '../../src/intake/own-export/own-export.ts'
import { readOwnLinesFile } from '../../src/intake/own-export/own-lines.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import type { Block } from '../../src/story/document.ts'
import { aBody, aContent } from '../builders.ts'
import { aFile, fileIn, readAll } from './given-file.ts'

const json = (value: unknown): string => JSON.stringify(value)
const kindOf = (text: string): string => recogniseFile(new TextEncoder().encode(text)).kind

const photo: Block = {
  type: 'figure',
  attrs: {
    picture: { kind: 'photo', pictureId: 'pic_red' as never, cover: null },
    alt: 'A red field',
    decorative: false,
    credit: 'A. Pen',
    licence: null,
  },
  content: [{ type: 'text', text: 'Fields near Gao' }],
}

const claimed: Block = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'At least ' },
    { type: 'text', text: '20 people', marks: [{ type: 'claim', attrs: { claimId: 'clm_a' as never } }] },
  ],
}

const content = aContent({
  kicker: 'Mali',
  sectionIds: ['sec_mali' as never],
  bylines: ['per_desk' as never],
  keywords: ['Gao'],
  body: aBody(photo, claimed, { type: 'ledger', attrs: { eventId: 'evt_a' as never } }),
})

const paper = {
  newspaper: [{ name: 'The Test Record', defaultLanguage: 'en', zone: 'Africa/Bamako' }],
  sections: [{ id: 'sec_mali', kind: 'place', slug: 'mali', names: { en: 'Mali', fr: 'Le Mali' } }],
  personas: [{ id: 'per_desk', name: 'The desk', names: { fr: 'La rédaction' }, kind: 'desk' }],
}

const aStoryFile = (story: object = {}, more: object = {}) => ({
  format: 'onrecord-story',
  version: 1,
  story: {
    id: 'sty_a',
    groupId: 'grp_a',
    language: 'fr',
    state: 'published',
    revision: 2,
    liveRevision: 2,
    slug: 'two-tolls',
    path: '/fr/2024/07/29/two-tolls',
    firstPublishedAt: '2024-07-29T15:10:00.000Z',
    firstPublishedPrecision: 'minute',
    updatedAt: '2024-07-30T09:00:00.000Z',
    killNotice: null,
    ...story,
  },
  revisions: [
    { revision: 1, content: aContent({ headline: 'The first words' }) },
    { revision: 2, content },
  ],
  workingCopy: null,
  notes: [],
  redirects: [{ fromPath: '/?p=12' }],
  ...more,
})

/** A whole export with these stories. */
function anExport(stories: readonly object[], manifest: object = {}): Record<string, string> {
  const files: Record<string, string> = { 'paper.json': json(paper), 'media/pic_red.png': 'png' }
  for (const [index, story] of stories.entries()) files[`stories/drafts/s--sty_${index}/story.json`] = json(story)
  const sums = Object.entries(files).map(
    ([path, text]) => `${createHash('sha256').update(text).digest('hex')}  ${path}`,
  )
  return {
    ...files,
    SHA256SUMS: `${sums.join('\n')}\n`,
    'onrecord.json': json({ format: 'onrecord-export', version: 1, isComplete: true, ...manifest }),
  }
}

const readWhole = (files: Record<string, string>): Promise<Incoming[]> =>
  readAll(readOwnExportFile, fileIn(files, 'onrecord.json'))

const storiesIn = (items: readonly Incoming[]): IncomingStory[] =>
  items.flatMap((item) => (item.kind === 'story' ? [item] : []))

async function theStory(story: object = {}, more: object = {}): Promise<IncomingStory> {
  const [found] = storiesIn(await readWhole(anExport([aStoryFile(story, more)])))
  if (!found) throw new Error('no story')
  return found
}

describe('the export of a whole newsroom', () => {
  it('is known by its manifest, in whatever order its members stand', () => {
    expect(kindOf('{\n  "format": "onrecord-export",\n  "version": 1')).toBe('onrecord')
    expect(kindOf('{"version":1,"at":"2026-01-01","format":"onrecord-export"}')).toBe('onrecord')
    expect(kindOf('{"format":"onrecord-story","version":1}')).toBe('json')
  })

  it('tells the paper first, then each story with its names, dates, language and addresses', async () => {
    const [site, ...items] = await readWhole(anExport([aStoryFile()]))
    expect(site).toEqual({ kind: 'site', hosts: [], title: 'The Test Record', language: 'en', zone: 'Africa/Bamako' })
    expect(storiesIn(items)).toMatchObject([
      {
        foreignId: 'onrecord:sty_a',
        translationGroup: 'onrecord:grp_a',
        status: 'published',
        published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
        updatedAt: '2024-07-30T09:00:00.000Z',
        slug: 'two-tolls',
        kicker: 'Mali',
        headline: 'Two tolls for one shelling',
        sectionPath: [{ label: 'Le Mali', kind: 'place' }],
        bylines: ['La rédaction'],
        keywords: ['Gao'],
        language: 'fr',
        redirectsFrom: ['/fr/2024/07/29/two-tolls', '/?p=12'],
      },
    ])
  })

  it('brings pictures by the names of their files, and leaves what only the other record knows, saying so', async () => {
    const story = await theStory()
    expect(story.pictures).toEqual([
      {
        role: 'lead',
        name: 'pic_red.png',
        url: null,
        alt: 'A red field',
        caption: 'Fields near Gao',
        credit: 'A. Pen',
      },
    ])
    expect(story.body.content).toEqual([
      expect.objectContaining({
        attrs: expect.objectContaining({ picture: { kind: 'missing', name: 'pic_red.png', url: null } }),
      }),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'At least ' },
          { type: 'text', text: '20 people' },
        ],
      },
    ])
    expect(story.problems.map(({ what }) => what).join(' ')).toMatch(/record: left out\..*figure rests on claims/)
  })

  it.each([
    [{ state: 'draft', liveRevision: null }, 'draft'],
    [{ state: 'in-review', liveRevision: null }, 'draft'],
    [{ state: 'scheduled', liveRevision: null }, 'scheduled'],
    [{ state: 'killed', killNotice: 'Withdrawn.' }, 'private'],
    [{ state: 'published', killNotice: 'Withdrawn.' }, 'private'],
  ])('never makes public what was not: %j', async (story, status) => {
    expect((await theStory(story)).status).toBe(status)
  })

  it('brings what readers had, and tells that there was a newer text', async () => {
    const story = await theStory({ liveRevision: 1 })
    expect(story.headline).toBe('The first words')
    expect(story.problems.map(({ what }) => what)).toContainEqual(expect.stringMatching(/newer text/))
  })

  it('brings the text at work of a draft, and tells of corrections that it cannot carry', async () => {
    const workingCopy = { baseRevision: 2, content: aContent({ headline: 'As it is being written' }) }
    const notes = [{ kind: 'correction', at: '2024-07-30T09:00:00.000Z', text: 'It named another town.' }]
    const story = await theStory({ state: 'draft', liveRevision: null }, { workingCopy, notes })
    expect(story.headline).toBe('As it is being written')
    expect(story.problems.map(({ what }) => what)).toContainEqual(expect.stringMatching(/It named another town/))
  })

  it('keeps a day a day', async () => {
    const story = await theStory({ firstPublishedAt: '2024-07-29T12:00:00.000Z', firstPublishedPrecision: 'day' })
    expect(story.published).toEqual({ precision: 'day', on: '2024-07-29' })
  })

  it('tells of a story that cannot be read, and reads the others', async () => {
    const files = anExport([aStoryFile(), aStoryFile({ id: 'sty_b' }), aStoryFile({ id: 'sty_c' })])
    files['stories/drafts/s--sty_0/story.json'] = '{"format":"onrecord-story"'
    files['stories/drafts/s--sty_1/story.json'] = json({
      ...aStoryFile({ id: 'sty_b' }),
      revisions: [{ revision: 2, content: { body: 7 } }],
    })
    const items = await readWhole(files)
    expect(storiesIn(items).map(({ foreignId }) => foreignId)).toEqual(['onrecord:sty_c'])
    expect(items.filter(({ kind }) => kind === 'problem')).toMatchObject([
      { where: 'stories/drafts/s--sty_0/story.json', fatal: true },
      { where: 'stories/drafts/s--sty_1/story.json', foreignId: 'onrecord:sty_b' },
    ])
  })

  it('is refused from a newer Onrecord, and without its list of files', async () => {
    expect(await readWhole(anExport([aStoryFile()], { version: 2 }))).toMatchObject([{ kind: 'problem', fatal: true }])
    const { SHA256SUMS: _sums, ...files } = anExport([aStoryFile()])
    expect(await readWhole(files)).toMatchObject([{ where: 'SHA256SUMS', fatal: true }])
    expect(await readWhole(anExport([], { isComplete: false }))).toMatchObject([{ fatal: true }, { kind: 'site' }])
  })
})

describe('the lines of an export', () => {
  const lines = [
    {
      kind: 'newspaper',
      format: 1,
      newspaper: { name: 'The Test Record', languages: ['en'], defaultLanguage: 'en', zone: 'UTC' },
    },
    { kind: 'section', section: paper.sections[0] },
    { kind: 'persona', persona: paper.personas[0] },
    {
      kind: 'story',
      story: {
        id: 'sty_a',
        groupId: 'grp_a',
        language: 'en',
        state: 'published',
        slug: 'two-tolls',
        path: '/2024/07/29/two-tolls',
        firstPublished: { at: '2024-07-29T12:00:00.000Z', precision: 'day' },
        updatedAt: null,
        kill: null,
      },
      live: content,
      newest: content,
      notes: [],
    },
  ]
  const text = lines.map((line) => `${json(line)}\n`).join('')

  it('are known by their first line', () => {
    expect(kindOf(text)).toBe('onrecord-lines')
    expect(kindOf(json(lines[1]))).toBe('onrecord-lines')
    expect(kindOf(json(lines[3]))).toBe('onrecord-lines')
    expect(kindOf('{"kind":"story","title":"of something else"}')).toBe('json')
  })

  it('are read as any other source', async () => {
    const items = await readAll(readOwnLinesFile, aFile(text))
    expect(items).toMatchObject([
      { kind: 'site', title: 'The Test Record', zone: 'UTC' },
      {
        kind: 'story',
        foreignId: 'onrecord:sty_a',
        status: 'published',
        published: { precision: 'day', on: '2024-07-29' },
        sectionPath: [{ label: 'Mali', kind: 'place' }],
        bylines: ['The desk'],
        redirectsFrom: ['/2024/07/29/two-tolls'],
      },
    ])
  })

  it('that were cut off or are none are told, and the others are read', async () => {
    const items = await readAll(readOwnLinesFile, aFile(`\uFEFF${text}{"kind":"something"}\n${text.slice(-300, -150)}`))
    expect(storiesIn(items)).toHaveLength(1)
    expect(items.filter(({ kind }) => kind === 'problem')).toMatchObject([
      { where: 'line 5', fatal: false },
      { where: 'line 6', fatal: true },
    ])
    expect(await readAll(readOwnLinesFile, aFile(`${json(lines[0])}\n`))).toMatchObject([
      { kind: 'site' },
      { fatal: true },
    ])
  })

  it('may be many', async () => {
    const many = Array.from({ length: 1_000 }, () => json(lines[3])).join('\n')
    expect(storiesIn(await readAll(readOwnLinesFile, aFile(many)))).toHaveLength(1_000)
  })
})
