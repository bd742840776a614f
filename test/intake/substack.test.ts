import { describe, expect, it } from 'vitest'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { readSubstackFile } from '../../src/intake/newsletters/substack.ts'
import { ownAddress } from '../../src/intake/newsletters/substack-html.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { outline } from './document-shape.ts'
import { aFile, fileIn, readAll } from './given-file.ts'

const NAMES = 'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url'
const FIRST = '101.first-letter,2024-07-29T15:10:00.000Z,true,,,newsletter,everyone,"First, a letter",On tolls,'

const read = (rows: readonly string[], posts: Readonly<Record<string, string>> = {}): Promise<Incoming[]> => {
  const beside = Object.fromEntries(Object.entries(posts).map(([id, html]) => [`export/posts/${id}.html`, html]))
  return readAll(
    readSubstackFile,
    fileIn({ 'export/posts.csv': [NAMES, ...rows].join('\n'), ...beside }, 'export/posts.csv'),
  )
}

const storiesOf = (found: readonly Incoming[]): IncomingStory[] =>
  found.filter((item): item is IncomingStory => item.kind === 'story')

async function readBody(html: string): Promise<IncomingStory> {
  const [story] = storiesOf(await read([FIRST], { '101.first-letter': html }))
  if (!story) throw new Error('No story came out.')
  return story
}

const saidOf = (story: IncomingStory): string => story.problems.map(({ what }) => what).join(' ')

const attrs = (value: unknown): string => JSON.stringify(value).replaceAll('"', '&quot;')

const row = (id: string, isPublished: string, type: string, audience: string): string =>
  `${id}.a,2024-07-29T15:10:00.000Z,${isPublished},,,${type},${audience},T,,`

describe('an export of Substack', () => {
  it('is known by the names in its list', () => {
    expect(recogniseFile(new TextEncoder().encode(`${NAMES}\n${FIRST}`)).kind).toBe('substack')
  })

  it('gives each post with the text that lies beside the list', async () => {
    const found = await read([FIRST], { '101.first-letter': '<p>The town counts its dead.</p>' })
    expect(storiesOf(found)).toEqual([
      expect.objectContaining({
        foreignId: 'substack:101',
        slug: 'first-letter',
        status: 'published',
        published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
        headline: 'First, a letter',
        standfirst: 'On tolls',
        redirectsFrom: ['/p/first-letter'],
      }),
    ])
    expect(outline(storiesOf(found)[0]?.body ?? { type: 'doc', version: 2, content: [] })).toEqual([
      'paragraph: The town counts its dead.',
    ])
    expect(found.at(-1)).toMatchObject({ kind: 'problem', what: expect.stringContaining('names no authors') as string })
  })

  it('makes public only what everybody could read on the site', async () => {
    const rows = [
      row('1', 'TRUE', 'newsletter', 'everyone'),
      row('2', 'true', 'newsletter', 'only_paid'),
      row('3', 'true', 'podcast', 'founding'),
      row('4', 'FALSE', 'newsletter', 'everyone'),
      row('5', 'true', 'adhoc_email', 'everyone'),
    ]
    const texts = Object.fromEntries(rows.map((_, index) => [`${index + 1}.a`, '<p>Words.</p>']))
    const statuses = storiesOf(await read(rows, texts)).map(({ status }) => status)
    expect(statuses).toEqual(['published', 'private', 'private', 'draft', 'draft'])
  })

  it('without a post’s text brings it as a draft, and says so', async () => {
    const [story] = storiesOf(await read([FIRST]))
    expect(story).toMatchObject({ headline: 'First, a letter', status: 'draft' })
    expect(story && saidOf(story)).toContain('posts/101.first-letter.html')
  })

  it('keeps the recording of a podcast as a link above its words', async () => {
    const row = '102.talk,2024-07-29T15:10:00.000Z,true,,,podcast,everyone,Talk,,https://example.org/talk.mp3'
    const [story] = storiesOf(await read([row], { '102.talk': '<p>Notes.</p>' }))
    expect(story?.body.content.map(({ type }) => type)).toEqual(['embed', 'paragraph'])
  })
})

describe('a list of readers that lies beside the posts', () => {
  it('is known and not read', async () => {
    const list =
      'post_id,timestamp,email,post_audience\n101,2024-07-29,reader@example.org,everyone\n102,2024-07-29,b@example.org,everyone'
    expect(recogniseFile(new TextEncoder().encode(list)).kind).toBe('substack')
    const found = await readAll(readSubstackFile, aFile(list, 'posts/101.opens.csv'))
    expect(found).toEqual([expect.objectContaining({ kind: 'problem', where: 'posts/101.opens.csv' })])
    expect(JSON.stringify(found)).not.toContain('reader@example.org')
  })
})

describe('a text of Substack', () => {
  it('keeps pictures with captions at their own address, galleries, and notes', async () => {
    const own = 'https://substack-post-media.s3.amazonaws.com/public/images/a_800x600.jpeg'
    const resized = `https://substackcdn.com/image/fetch/w_1456,c_limit/${encodeURIComponent(own)}`
    const story = await readBody(
      `<div class="captioned-image-container"><figure><a class="image-link image2" href="${resized}"><div><picture><source srcset="${resized} 1456w"><img src="${resized}" alt="A square" data-attrs="${attrs({ src: own })}"></picture><div class="image-link-expand"><svg></svg></div></div></a><figcaption class="image-caption">The square</figcaption></figure></div>
       <div class="image-gallery-embed" data-attrs="${attrs({ gallery: { images: [{ src: own }, { src: `${own}?2` }], caption: 'Two views' } })}"></div>
       <p>Nine dead.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a></p>
       <div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>By the mayor’s count.</p></div></div>`,
    )
    expect(outline(story.body)).toEqual([
      'figure: The square',
      'figure: ',
      'figure: Two views',
      'paragraph: Nine dead.[note-1]',
      'footnote: By the mayor’s count.',
    ])
    expect(story.pictures[0]).toMatchObject({ url: own, alt: 'A square' })
    expect(saidOf(story)).not.toContain('link to')
  })

  it('turns quoted posts and files into links with words', async () => {
    const story = await readBody(
      `<div class="tweet" data-attrs="${attrs({ url: 'https://twitter.com/a/status/1', full_text: 'We counted nine.', name: 'A. Keïta' })}"></div>
       <div class="digest-post-embed" data-attrs="${attrs({ canonical_url: 'https://b.example.org/p/x', title: 'An older letter' })}"></div>
       <div class="file-embed-wrapper"><div class="file-embed-details-h1">The report</div><a class="file-embed-button wide" href="https://example.org/r.pdf">Download</a></div>
       <div class="pullquote"><p>Nobody came.</p></div>`,
    )
    const titles = story.body.content.flatMap((block) => (block.type === 'embed' ? [block.attrs.title] : []))
    expect(titles).toEqual(['We counted nine. — A. Keïta', 'An older letter'])
    expect(outline(story.body).slice(2)).toEqual(['paragraph: The report', 'pullQuote: Nobody came.'])
  })

  it('leaves out what asks readers to do something, and says so', async () => {
    const story = await readBody(
      `<p>Words.</p><div class="subscription-widget-wrap"><p>Join us</p><form><input></form></div>
       <p class="button-wrapper"><a class="button primary" href="https://a.substack.com/p/x?action=share"><span>Share</span></a></p>
       <p class="button-wrapper"><a class="button primary" href="https://example.org/report"><span>Read the report</span></a></p>
       <div class="poll-embed" data-attrs="{}"></div>`,
    )
    expect(outline(story.body)).toEqual(['paragraph: Words.', 'paragraph: Read the report'])
    expect(saidOf(story)).toMatch(/form to subscribe.*Join us.*Share.*poll/)
  })
})

describe('the address of a picture at Substack', () => {
  it('is that of the picture itself, not of a resized copy', () => {
    expect(
      ownAddress('https://substackcdn.com/image/fetch/f_auto,q_auto:good/https%3A%2F%2Fexample.org%2Fa%20b.png'),
    ).toBe('https://example.org/a b.png')
    expect(ownAddress('https://bucketeer-12-ab.s3.amazonaws.com/public/images/a.png')).toBe(
      'https://substack-post-media.s3.amazonaws.com/public/images/a.png',
    )
    expect(ownAddress('https://example.org/a.png')).toBe('https://example.org/a.png')
  })
})
