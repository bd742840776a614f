import { describe, expect, it } from 'vitest'
import { readFeed } from '../../src/intake/feed/feed.ts'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { outline } from './document-shape.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)
const stories = (file: string | Uint8Array): IncomingStory[] =>
  readFeed(typeof file === 'string' ? bytes(file) : file).filter(({ kind }) => kind === 'story') as IncomingStory[]

const anRss = (item: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title><link>https://paper.example/</link>${channel}<item>${item}</item></channel></rss>`

const ITEM =
  '<title><![CDATA[The town <b>fell</b>]]></title><link>https://paper.example/post/fell?x=1</link><guid isPermaLink="false">65a1</guid><dc:creator>Awa Diallo</dc:creator><pubDate>Mon, 29 Jul 2024 15:10:00 GMT</pubDate><category>Mali</category><category>War in Mali</category><description><![CDATA[The town fell. It is...]]></description>'

describe('a feed', () => {
  it('gives its entries as stories', () => {
    const picture = '<enclosure url="https://static.example/a.webp" length="0" type="image/webp"/>'
    const [story] = stories(anRss(ITEM + picture, '<language>en-us</language>'))
    expect(story).toMatchObject({
      foreignId: 'feed:65a1',
      status: 'published',
      headline: 'The town fell',
      bylines: ['Awa Diallo'],
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
      sectionPath: [
        { label: 'Mali', kind: 'place' },
        { label: 'War in Mali', kind: 'series' },
      ],
      language: 'en',
      redirectsFrom: ['/post/fell?x=1'],
      pictures: [{ role: 'lead', name: 'a.webp', url: 'https://static.example/a.webp' }],
      problems: [{ what: 'The feed holds only the beginning of the text.' }],
    })
    expect(story && outline(story.body)).toEqual(['figure: ', 'paragraph: The town fell. It is...'])
  })

  it('prefers the whole text to the summary, which becomes the standfirst', () => {
    const full =
      '<content:encoded><![CDATA[<p>Soldiers left on Friday.</p><h2>Why</h2><p><a href="other.html">More</a></p>]]></content:encoded>'
    const [story] = stories(anRss(ITEM + full))
    expect(story?.standfirst).toBe('The town fell. It is...')
    expect(story && outline(story.body)).toEqual([
      'paragraph: Soldiers left on Friday.',
      'heading: Why',
      'paragraph: More',
    ])
    expect(JSON.stringify(story)).toContain('https://paper.example/post/other.html')
  })

  it('may be Atom with markup written out', () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><id>tag:x,1</id><title type="html">A &lt;i&gt;b&lt;/i&gt;</title><link rel="alternate" href="https://paper.example/a"/><author><name>Jean Ba</name></author><published>2024-07-29T15:10:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un <em>deux</em></p></div></content></entry></feed>'
    expect(stories(atom)).toMatchObject([
      { foreignId: 'feed:tag:x,1', headline: 'A b', bylines: ['Jean Ba'], language: 'fr', redirectsFrom: ['/a'] },
    ])
    expect(stories(atom).flatMap(({ body }) => outline(body))).toEqual(['paragraph: Un deux'])
  })

  it('may be RDF or JSON', () => {
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>P</title></channel><item rdf:about="https://p.example/1"><title>One</title><link>https://p.example/1</link></item></rdf:RDF>'
    expect(stories(rdf)).toMatchObject([{ foreignId: 'feed:https://p.example/1', headline: 'One' }])
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', title: 'One', content_text: 'a\n\nb', tags: ['x'], authors: [{ name: 'Awa' }] }],
    }
    expect(stories(JSON.stringify(json))).toMatchObject([{ headline: 'One', bylines: ['Awa'], keywords: ['x'] }])
  })

  it('is read in the encoding it declares or shows', () => {
    const french = anRss('<title>Été à Bamako</title>')
    const declared = (encoding: string): string => french.replace('?>', ` encoding="${encoding}"?>`)
    for (const file of [
      bytes(french),
      latin1(declared('iso-8859-1')),
      utf16(`\uFEFF${french}`),
      utf16(declared('utf-16')),
    ]) {
      expect(stories(file)).toMatchObject([{ headline: 'Été à Bamako' }])
    }
    const koi8 = Uint8Array.from([
      ...bytes('<?xml version="1.0" encoding="koi8-r"?><rss><item><title>'),
      0xcd,
      0xc9,
      0xd2,
      ...bytes('</title></item></rss>'),
    ])
    expect(stories(koi8)).toMatchObject([{ headline: 'мир' }])
  })

  it('in another encoding than it says is refused with the line and what to do', () => {
    const wrong = readFeed(
      latin1(`<?xml version="1.0" encoding="utf-8"?>\n<rss><channel>\n<item><title>Été</title></item></channel></rss>`),
    )
    expect(wrong).toMatchObject([
      { kind: 'problem', fatal: true, what: expect.stringMatching(/utf-8, but line 3 is not\. Save it as UTF-8/) },
    ])
    const unnamed = readFeed(latin1('<rss><channel><item><title>Été</title></item></channel></rss>'))
    expect(unnamed).toMatchObject([{ fatal: true, what: expect.stringContaining('names no encoding') }])
    expect(readFeed(bytes('<?xml version="1.0" encoding="klingon"?><rss/>'))).toMatchObject([
      { fatal: true, what: expect.stringContaining('klingon') },
    ])
  })

  it('that is UTF-8 in truth is read so, and this is said', () => {
    const incoming = readFeed(
      bytes('<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>Été</title></item></channel></rss>'),
    )
    expect(incoming).toMatchObject([{ kind: 'problem' }, { kind: 'story', headline: 'Été' }])
  })

  it('cut off gives its whole entries and a fatal problem', () => {
    const file = anRss(ITEM).replace('</channel>', `<item>${ITEM}</item></channel>`)
    for (const end of [file.lastIndexOf('</item>') - 3, file.lastIndexOf('<description>') + 20]) {
      expect(readFeed(bytes(file.slice(0, end))).map((incoming) => incoming.kind)).toEqual(['story', 'problem'])
    }
    expect(readFeed(bytes('{"version": "https://jsonfeed.org/version/1", "items": ['))).toMatchObject([{ fatal: true }])
  })

  it.each([
    ['', 'empty'],
    ['<html><body></body></html>', 'web page'],
    ['<rss xmlns:wp="http://wordpress.org/export/1.2/"></rss>', 'import wxr'],
    ['{"a": 1}', 'no JSON Feed'],
    ['words', 'no feed'],
  ])('%j is refused with what it is', (text, words) => {
    expect(readFeed(bytes(text))).toMatchObject([{ fatal: true, what: expect.stringContaining(words) }])
  })
})

const samples = whereSamples('feeds')

describe.skipIf(samples.skip)(`feeds of real sites${samples.note}`, () => {
  interface Expected {
    readonly entries?: number
    readonly raw_items?: number
  }
  const expected = samples.skip
    ? {}
    : (JSON.parse(sampleText('feeds', 'expected.json')) as { files: Record<string, Expected> }).files
  const readable = Object.entries(expected).filter(([file]) => !file.endsWith('uolNoticias.rss'))

  it.each(readable)('%s gives all its entries', (file, { entries, raw_items: raw }) => {
    const incoming = readFeed(sampleBytes('feeds', file)).filter(
      (one) => one.kind === 'story' || (one.kind === 'problem' && one.foreignId !== null),
    )
    expect(incoming).toHaveLength(entries ?? raw ?? 0)
  })

  it('never throw, whatever is wrong with them', () => {
    for (const file of sampleFiles('feeds', /\.(?:xml|rss|atom|json)$/)) {
      expect(readFeed(sampleBytes('feeds', file)).length).toBeGreaterThan(0)
    }
  })
})
