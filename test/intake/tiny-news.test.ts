import { describe, expect, it } from 'vitest'
import { readTinyNewsFile } from '../../src/intake/blogs/tiny-news.ts'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { addressesIn, outline } from './document-shape.ts'
import { aFile, readAll } from './given-file.ts'
import { sampleBytes, sampleFiles, whereSamples } from './samples.ts'

const read = (value: unknown): Promise<Incoming[]> => readAll(readTinyNewsFile, aFile(JSON.stringify(value)))

const storiesOf = (found: readonly Incoming[]): IncomingStory[] =>
  found.filter((item): item is IncomingStory => item.kind === 'story')

const words = (content: string, more: object = {}): object => ({ content, style: {}, ...more })
const paragraph = (...children: object[]): object => ({ type: 'text', style: 'NORMAL_TEXT', children })

const aText = (more: object = {}): object => ({
  published: true,
  first_published_at: '2024-07-29T15:10:00.25+00:00',
  last_published_at: '2024-07-30T08:00:00+00:00',
  locale_code: 'en-US',
  headline: 'Two tolls',
  search_description: 'Nobody agrees.',
  custom_byline: '',
  content: [paragraph(words('The town counts its dead.'))],
  ...more,
})

const anArticle = (...translations: object[]): object => ({
  id: 7,
  slug: 'two-tolls',
  live_url: 'https://paper.example.org/articles/news/two-tolls',
  category: { slug: 'city-hall', title: null },
  tags: [{ tag: { slug: 'war', tag_translations: [{ title: 'War' }] } }],
  author: [{ author: { first_names: 'A.', last_name: 'Keïta' } }],
  translations,
})

describe('articles of Tiny News', () => {
  it('become stories', async () => {
    const value = [anArticle(aText())]
    expect(recogniseFile(new TextEncoder().encode(JSON.stringify(value))).kind).toBe('tiny-news')
    expect(storiesOf(await read(value))).toEqual([
      expect.objectContaining({
        foreignId: 'tiny-news:7',
        translationGroup: null,
        status: 'published',
        published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
        standfirst: 'Nobody agrees.',
        sectionPath: [{ label: 'City hall', kind: 'subject' }],
        keywords: ['War'],
        bylines: ['A. Keïta'],
        language: 'en',
        redirectsFrom: ['/articles/news/two-tolls'],
      }),
    ])
  })

  it('in several languages are stories that belong together', async () => {
    const french = aText({
      locale_code: 'fr',
      headline: 'Deux bilans',
      published: false,
      custom_byline: 'Par la rédaction',
    })
    const stories = storiesOf(await read({ data: { articles: [anArticle(aText(), french)] } }))
    expect(
      stories.map(({ foreignId, translationGroup, language, status }) => [
        foreignId,
        translationGroup,
        language,
        status,
      ]),
    ).toEqual([
      ['tiny-news:7:en-US', 'tiny-news:7', 'en', 'published'],
      ['tiny-news:7:fr', 'tiny-news:7', 'fr', 'draft'],
    ])
  })

  it('keep their blocks', async () => {
    const content = [
      { type: 'mainImage', children: [{ imageUrl: 'https://example.org/m.jpg', imageAlt: 'A square' }] },
      { type: 'text', style: 'HEADING_2', children: [words('Night')] },
      paragraph(
        words('Read', { style: { bold: true } }),
        words('the report', { link: 'https://example.org/r' }),
        words('.'),
      ),
      {
        type: 'list',
        listType: 'NUMBER',
        items: [
          { nestingLevel: 0, children: [words('one')] },
          { nestingLevel: 1, children: [words('one a')] },
          { nestingLevel: 0, children: [words('two')] },
        ],
      },
      { type: 'blockquote', children: [words('We counted.')] },
      { type: 'hr', children: [] },
      { type: 'image', children: [{ imageUrl: 'https://example.org/i.jpg', imageAlt: 'A street' }] },
      { type: 'embed', link: 'https://www.youtube.com/watch?v=abc', html: null },
      { type: 'hologram', children: [words('Kept')] },
    ]
    const [story] = storiesOf(await read([anArticle(aText({ content }))]))
    expect(story && outline(story.body)).toEqual([
      'figure: A square',
      'heading: Night',
      'paragraph: Read the report.',
      'list: one / one a / two',
      'blockquote: We counted.',
      'rule: ',
      'figure: A street',
      'embed: ',
      'paragraph: Kept',
    ])
    expect(story && addressesIn(story.body)).toContain('https://example.org/r')
    expect(story?.problems).toEqual([{ what: expect.stringContaining('hologram') as string, where: 'Night' }])
  })

  it('come with the editions of a newsletter', async () => {
    const edition = {
      id: 3,
      slug: 'the-week',
      headline: 'The week',
      subheadline: 'In short',
      content: '<p>Words.</p>',
      newsletter_published_at: '2024-07-29T15:10:00Z',
    }
    const [story] = storiesOf(await read({ data: { newsletter_editions: [edition] } }))
    expect(story).toMatchObject({ headline: 'The week', standfirst: 'In short', status: 'published' })
  })
})

describe('authors of Tiny News', () => {
  it('are no stories, and this is said with what to do', async () => {
    const value = {
      data: { authors: [{ first_names: 'A.', last_name: 'Keïta', translations: [{ bio: 'Reports.' }] }] },
    }
    expect(recogniseFile(new TextEncoder().encode(JSON.stringify(value))).kind).toBe('tiny-news')
    expect(await read(value)).toEqual([
      expect.objectContaining({
        kind: 'problem',
        what: expect.stringMatching(/1 author .*A\. Keïta.*no stories/) as string,
      }),
    ])
  })
})

const samples = whereSamples('other-exports/tinynews')

describe.skipIf(samples.skip)(`the samples of Tiny News${samples.note}`, () => {
  it('give three articles, and none from the lists of authors', async () => {
    const counts: Record<string, number> = {}
    for (const name of sampleFiles('other-exports/tinynews', /\.json$/)) {
      const found = await readAll(readTinyNewsFile, aFile(sampleBytes('other-exports/tinynews', name)))
      counts[name] = storiesOf(found).length
      expect(found.length).toBeGreaterThan(0)
    }
    expect(counts).toEqual({ 'articles.json': 3, 'author-multiple.json': 0, 'author-single.json': 0 })
  })
})
