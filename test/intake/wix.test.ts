import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { readWixCsvFile } from '../../src/intake/wix/wix-csv.ts'
import { wixPicture } from '../../src/intake/wix/wix-media.ts'
import { outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'
import { sampleBytes, whereSamples } from './samples.ts'

type Row = Readonly<Record<string, string>>

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

const aTable = (...rows: readonly Row[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((line) => line.map(cell).join(','))
    .join('\r\n')
}

const text = (words: string, ...decorations: readonly unknown[]): unknown => ({
  type: 'TEXT',
  textData: { text: words, decorations },
})
const node = (type: string, nodes: readonly unknown[] = [], data: object = {}): unknown => ({ type, nodes, ...data })
const ricos = (...nodes: readonly unknown[]): string => JSON.stringify({ nodes })

const aPost = (parts: Row = {}): Row => ({
  Title: 'Two tolls for one shelling',
  Excerpt: 'The army and the movement do not agree.',
  ID: '7f1c',
  'Rich Content': ricos(node('PARAGRAPH', [text('Soldiers left the town on Friday.')])),
  'Plain Content': 'Soldiers left the town on Friday.',
  'Published Date': '2024-07-29T15:10:00.000Z',
  'Last Published Date': '2024-07-30T08:00:00.000Z',
  'Post Page URL': '/post/two-tolls',
  Slug: 'two-tolls',
  'Main Category': 'Africa',
  Categories: '["Mali","War & Conflicts"]',
  Tags: 'Kidal, border',
  Author: 'Awa Diallo',
  'Cover Image':
    'wix:image://v1/265a01_1cf579b81a184cc280909e57ff31b793~mv2.jpg/column.jpg#originWidth=800&originHeight=600',
  ...parts,
})

const read = (content: string | Uint8Array): Promise<Incoming[]> => readAll(readWixCsvFile, aFile(content, 'posts.csv'))

async function storiesIn(content: string): Promise<IncomingStory[]> {
  return (await read(content)).filter((item) => item.kind === 'story')
}

const kindOf = (table: string): string => recogniseFile(new TextEncoder().encode(table)).kind

describe('the posts of a Wix blog', () => {
  it('are recognised whatever the order and number of their columns', () => {
    expect(kindOf(aTable(aPost()))).toBe('wix-csv')
    expect(kindOf('Slug,Title,Rich Content,Published Date\na,b,c,d')).toBe('wix-csv')
    expect(kindOf('ID,Created Date,Updated Date,Owner,Headline,Story\n1,2,3,4,5,6')).toBe('wix-csv')
    expect(kindOf('name,price\nbread,2')).not.toBe('wix-csv')
  })

  it('become stories with sections, tags, cover, dates and their old address', async () => {
    const [story] = await storiesIn(aTable(aPost()))
    expect(story).toMatchObject({
      foreignId: 'wix:7f1c',
      slug: 'two-tolls',
      status: 'published',
      headline: 'Two tolls for one shelling',
      standfirst: 'The army and the movement do not agree.',
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      updatedAt: '2024-07-30T08:00:00.000Z',
      sectionPath: [
        { label: 'Africa', kind: 'place' },
        { label: 'Mali', kind: 'place' },
        { label: 'War & Conflicts', kind: 'subject' },
      ],
      keywords: ['Kidal', 'border'],
      bylines: ['Awa Diallo'],
      redirectsFrom: ['/post/two-tolls'],
      pictures: [
        { role: 'lead', url: 'https://static.wixstatic.com/media/265a01_1cf579b81a184cc280909e57ff31b793~mv2.jpg' },
      ],
      problems: [],
    })
  })

  it('without the day of their publication are drafts', async () => {
    const [story] = await storiesIn(aTable(aPost({ 'Published Date': '', 'Last Published Date': '' })))
    expect(story).toMatchObject({ status: 'draft', published: null, redirectsFrom: [] })
  })

  it('keep every kind of rich content, or name what they cannot', async () => {
    const link = { type: 'LINK', linkData: { link: { url: 'https://example.org/report' } } }
    const rich = ricos(
      node('HEADING', [text('What is known')], { headingData: { level: 3 } }),
      node('PARAGRAPH', [
        text('The town '),
        text('fell', { type: 'BOLD', fontWeightValue: 700 }),
        text(' on Friday', link),
      ]),
      node('BULLETED_LIST', [
        node('LIST_ITEM', [node('PARAGRAPH', [text('One')])]),
        node('LIST_ITEM', [node('PARAGRAPH', [text('Two')])]),
      ]),
      node('BLOCKQUOTE', [node('PARAGRAPH', [text('We saw them leave.')])]),
      node('CODE_BLOCK', [text('a = 1')]),
      node('DIVIDER'),
      node('IMAGE', [node('CAPTION', [text('A road')])], {
        imageData: { image: { src: { id: '265a01_1cf579b81a184cc280909e57ff31b793~mv2.jpg' } }, altText: 'Lorries' },
      }),
      node('GALLERY', [], {
        galleryData: { items: [{ image: { media: { src: { url: 'https://example.org/a.jpg' } } }, title: 'A' }] },
      }),
      node('VIDEO', [], { videoData: { video: { src: { url: 'https://www.youtube.com/watch?v=abc' } } } }),
      node('TABLE', [
        node('TABLE_ROW', [
          node('TABLE_CELL', [node('PARAGRAPH', [text('Army')])]),
          node('TABLE_CELL', [node('PARAGRAPH', [text('4')])]),
        ]),
      ]),
      node('COLLAPSIBLE_LIST', [
        node('COLLAPSIBLE_ITEM', [
          node('COLLAPSIBLE_ITEM_TITLE', [node('PARAGRAPH', [text('Method')])]),
          node('COLLAPSIBLE_ITEM_BODY', [node('PARAGRAPH', [text('We asked three people.')])]),
        ]),
      ]),
      node('POLL', [], { pollData: { poll: { title: 'Who won?', options: [{ title: 'Nobody' }] } } }),
      node('FILE', [], { fileData: { src: { url: 'https://example.org/a.pdf' }, name: 'a.pdf' } }),
      node('BUTTON', [], { buttonData: { text: 'Read the report', link: { url: 'https://example.org/report' } } }),
      node('LINK_PREVIEW', [], { linkPreviewData: { link: { url: 'https://example.org/b' }, title: 'B' } }),
      node('MAP', [], { mapData: { mapSettings: { address: 'Kidal, Mali' } } }),
      node('SOMETHING_NEW', [node('PARAGRAPH', [text('Words in something new')])]),
      node('SOMETHING_EMPTY'),
    )
    const [story] = await storiesIn(aTable(aPost({ 'Rich Content': rich, 'Cover Image': '' })))
    expect(story && outline(story.body)).toEqual([
      'heading: What is known',
      'paragraph: The town fell on Friday',
      'list: One / Two',
      'blockquote: We saw them leave.',
      'paragraph: a = 1',
      'rule: ',
      'figure: A road',
      'figure: A',
      'embed: ',
      'table: Army / 4',
      'aside: We asked three people.',
      'paragraph: Who won?',
      'list: Nobody',
      'paragraph: a.pdf',
      'paragraph: Read the report',
      'paragraph: B',
      'paragraph: Kidal, Mali',
      'paragraph: Words in something new',
    ])
    const told = story?.problems.map(({ what }) => what).join('\n')
    expect(told).toContain('A poll became a list')
    expect(told).toContain('SOMETHING_EMPTY')
  })

  it('are read from the older Draft.js as well', async () => {
    const draft = JSON.stringify({
      blocks: [
        { type: 'header-two', text: 'What is known' },
        {
          type: 'unstyled',
          text: 'The town fell on Friday',
          inlineStyleRanges: [{ offset: 4, length: 4, style: 'BOLD' }],
          entityRanges: [{ offset: 17, length: 6, key: 0 }],
        },
        { type: 'unordered-list-item', text: 'One' },
        { type: 'unordered-list-item', text: 'Two' },
        { type: 'atomic', text: ' ', entityRanges: [{ offset: 0, length: 1, key: 1 }] },
      ],
      entityMap: {
        '0': { type: 'LINK', data: { url: 'https://example.org/friday' } },
        '1': {
          type: 'wix-draft-plugin-image',
          data: {
            src: { file_name: '265a01_1cf579b81a184cc280909e57ff31b793~mv2.jpg' },
            metadata: { caption: 'A road' },
          },
        },
      },
    })
    const [story] = await storiesIn(aTable(aPost({ 'Rich Content': draft, 'Cover Image': '' })))
    expect(story && outline(story.body)).toEqual([
      'heading: What is known',
      'paragraph: The town fell on Friday',
      'list: One / Two',
      'figure: A road',
    ])
    expect(JSON.stringify(story?.body)).toContain('https://example.org/friday')
  })

  it('whose rich text is lost have their plain one, and say so', async () => {
    const [story] = await storiesIn(aTable(aPost({ 'Rich Content': '{"nodes":[{"type":"PARAG', 'Cover Image': '' })))
    expect(story && outline(story.body)).toEqual(['paragraph: Soldiers left the town on Friday.'])
    expect(story?.problems[0]?.what).toContain('plain text was taken')
  })
})

describe('a collection of a Wix site', () => {
  it('becomes stories by the names of its columns and by what they hold; the rest is named once', async () => {
    const rows = [1, 2].map((number) => ({
      'Main line': `Town number ${number} has fallen again`,
      Was: '29/07/2024',
      Quelle: 'x',
      ID: `id-${number}`,
      'Created Date': '2024-07-28T10:00:00Z',
      'Updated Date': '2024-07-30T10:00:00Z',
      Owner: 'someone',
      'Long words': `<p>Soldiers left the town on Friday. ${'They went north. '.repeat(30)}</p>`,
      Foto: 'wix:image://v1/265a01_1cf579b81a184cc280909e57ff31b793~mv2.jpg/a.jpg#originWidth=1',
    }))
    const found = await read(aTable(...rows))
    const stories = found.filter((item) => item.kind === 'story')
    expect(stories).toHaveLength(2)
    expect(stories[0]).toMatchObject({
      foreignId: 'wix:id-1',
      headline: 'Town number 1 has fallen again',
      published: { precision: 'day', on: '2024-07-29' },
      pictures: [{ role: 'lead' }],
    })
    expect(found.filter((item) => item.kind === 'problem').map(({ what }) => what)).toEqual([
      'These columns have no place in a story and were not brought over: Quelle.',
    ])
  })

  it('without rows says so', async () => {
    expect(await read('Title,Rich Content,Slug\r\n')).toMatchObject([{ kind: 'problem', fatal: true }])
  })
})

describe('rich content of any kind', () => {
  it('never breaks and never lets an address through that is no link', async () => {
    const anything = fc.jsonValue({ maxDepth: 4 })
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const rich = JSON.stringify({
          nodes: [
            value,
            { type: 'IMAGE', imageData: value },
            { type: 'BUTTON', buttonData: { text: 'x', link: { url: 'javascript:alert(1)' } } },
          ],
        })
        const found = await read(aTable(aPost({ 'Rich Content': rich })))
        expect(JSON.stringify(found.map((item) => (item.kind === 'story' ? item.body : null)))).not.toContain(
          'javascript:',
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('a picture of Wix', () => {
  it.each([
    ['wix:image://v1/11_ab~mv2.png/My%20photo.png#originWidth=1', '11_ab~mv2.png', 'My photo.png'],
    [
      'https://static.wixstatic.com/media/11_ab~mv2.jpg/v1/fill/w_10,h_10,blur_2/photo.jpg',
      '11_ab~mv2.jpg',
      'photo.jpg',
    ],
    ['265a01_1cf579b81a184cc280909e57ff31b793~mv2.jpg', '265a01_1cf579b81a184cc280909e57ff31b793~mv2.jpg', undefined],
  ])('%s leads to its original', (written, id, name) => {
    expect(wixPicture(written)).toEqual({ url: `https://static.wixstatic.com/media/${id}`, name: name ?? id })
  })

  it('is nothing else', () => {
    expect(wixPicture('https://example.org/a.jpg')).toBeUndefined()
    expect(wixPicture('wix:image://v1/"><script>')).toBeUndefined()
  })
})

const samples = whereSamples('other-exports')

describe.skipIf(samples.skip)(`an export of others${samples.note}`, () => {
  it('has its two posts, one of them a draft', async () => {
    const stories = (await read(sampleBytes('other-exports', 'wix-csv/posts.csv'))).filter(
      (item) => item.kind === 'story',
    )
    expect(stories.map(({ headline, status }) => [headline, status])).toEqual([
      ['Hello Wix', 'published'],
      ['Draft Wix', 'draft'],
    ])
    expect(stories.map(({ body }) => outline(body))).toEqual([
      ['figure: ', 'paragraph: Hello world'],
      ['paragraph: Draft plain'],
    ])
  })
})
