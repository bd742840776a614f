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

  it('in another encoding than it says is read as it looks, with the line and what to do', () => {
    const wrong = readFeed(
      latin1(`<?xml version="1.0" encoding="utf-8"?>\n<rss><channel>\n<item><title>Été</title></item></channel></rss>`),
    )
    expect(wrong).toMatchObject([
      { kind: 'story', headline: 'Été' },
      {
        kind: 'problem',
        fatal: true,
        what: expect.stringMatching(/utf-8, but line 3 is not: it was read as windows-1252.+Save it as UTF-8/),
      },
    ])
    const unnamed = readFeed(latin1('<rss><channel><item><title>Été</title></item></channel></rss>'))
    expect(unnamed).toMatchObject([
      { headline: 'Été' },
      { fatal: true, what: expect.stringContaining('names no encoding') },
    ])
    expect(readFeed(bytes('<?xml version="1.0" encoding="klingon"?><rss/>'))).toMatchObject([
      { what: expect.stringContaining('klingon') },
      { what: expect.stringContaining('no entries') },
    ])
  })

  it('that is UTF-8 in truth is read so, and this is said', () => {
    const incoming = readFeed(
      bytes('<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>Été</title></item></channel></rss>'),
    )
    expect(incoming).toMatchObject([{ kind: 'story', headline: 'Été' }, { kind: 'problem' }])
  })

  it('cut off gives its whole entries and a fatal problem', () => {
    const file = anRss(ITEM).replace('</channel>', `<item>${ITEM}</item></channel>`)
    for (const end of [file.lastIndexOf('</item>') - 3, file.lastIndexOf('<description>') + 20]) {
      expect(readFeed(bytes(file.slice(0, end))).map((incoming) => incoming.kind)).toEqual(['site', 'story', 'problem'])
    }
    const json = '{"version": "https://jsonfeed.org/version/1", "authors": [{"name": "x"}], "items": ['
    expect(readFeed(bytes(json))).toMatchObject([{ fatal: true }])
    expect(readFeed(bytes(`${json}{"id": "1", "title": "One"}, {"id": "2", "ti`))).toMatchObject([
      { kind: 'story', headline: 'One' },
      { fatal: true },
    ])
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

describe('what a feed says of its site', () => {
  it('comes first: its host, title and language', () => {
    expect(readFeed(bytes(anRss(ITEM, '<language>en-us</language>')))[0]).toEqual({
      kind: 'site',
      hosts: ['paper.example'],
      title: 'Paper',
      language: 'en',
      zone: null,
    })
    expect(readFeed(bytes('<rss><channel><item><title>x</title></item></channel></rss>'))).toMatchObject([
      { kind: 'story' },
    ])
  })
})

const byAuthor = (author: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Awa Diallo</name></author><entry><title>x</title>${author}</entry></feed>`

const dated = (date: string): IncomingStory | undefined =>
  stories(anRss(`<title>x</title><pubDate>${date}</pubDate>`))[0]

describe('an entry', () => {
  it('of Wix holds only a beginning, and its picture is known by its own name', () => {
    const item = `<title>Listen</title><description>A short text.</description><link>https://paper.example/post/listen</link><enclosure url="/media/a1_b2~mv2.webp/v1/fit/w_1000/file.png" length="0" type="image/png"/>`
    const wix = anRss(item, '<generator>RSS for Node</generator>')
    expect(stories(wix)).toMatchObject([
      {
        pictures: [{ role: 'lead', url: 'https://paper.example/media/a1_b2~mv2.webp/v1/fit/w_1000/file.png' }],
        problems: [{ what: 'The feed holds only the beginning of the text.' }],
      },
    ])
    const enclosed = wix.replace('url="', 'url="https://static.wixstatic.com')
    expect(stories(enclosed)).toMatchObject([{ pictures: [{ name: 'a1_b2~mv2.webp' }] }])
    expect(stories(anRss(item))).toMatchObject([{ problems: [] }])
  })

  it('that is a draft at its source stays one', () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><entry><title>x</title><app:control><app:draft>yes</app:draft></app:control></entry></feed>'
    expect(stories(atom)).toMatchObject([{ status: 'draft' }])
  })

  it('has the authors of its feed where it names none (Atom)', () => {
    expect(stories(byAuthor(''))).toMatchObject([{ bylines: ['Awa Diallo'] }])
    expect(stories(byAuthor('<author><name>Jean Ba</name></author>'))).toMatchObject([{ bylines: ['Jean Ba'] }])
  })

  it('has its addresses made whole by xml:base and its language from xml:lang', () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/a/" xml:lang="de"><entry xml:base="b/" xml:lang="fr"><title>x</title><link href="c.html"/><content type="html">&lt;img src="p.jpg"&gt;&lt;p&gt;Un&lt;/p&gt;</content></entry></feed>'
    expect(stories(atom)).toMatchObject([
      {
        address: 'https://paper.example/a/b/c.html',
        language: 'fr',
        pictures: [{ url: 'https://paper.example/a/b/p.jpg' }],
      },
    ])
  })

  it('shows each picture once, the widest of its sizes, and keeps caption and credit', () => {
    const media =
      '<title>x</title><media:group><media:content url="https://p.example/s.jpg" medium="image" width="100"/><media:content url="https://p.example/l.jpg" medium="image" width="900"/><media:description>A column</media:description><media:credit>Jan Foto</media:credit></media:group><media:thumbnail url="https://p.example/t.jpg"/><media:content url="https://p.example/2.jpg?width=100" medium="image" width="100"/><media:content url="https://p.example/2.jpg?width=400" medium="image" width="400"/><enclosure url="https://p.example/a.mp3" type="audio/mpeg"/><enclosure url="https://p.example/a.pdf" type="application/pdf"/>'
    const [story] = stories(anRss(media).replace('<rss', '<rss xmlns:media="http://search.yahoo.com/mrss/"'))
    expect(story?.pictures).toMatchObject([
      { role: 'lead', url: 'https://p.example/l.jpg', caption: 'A column', credit: 'Jan Foto' },
      { role: 'body', url: 'https://p.example/2.jpg?width=400' },
    ])
    expect(story?.body.content.map(({ type }) => type)).toEqual(['figure', 'figure', 'embed'])
    expect(story?.problems).toContainEqual({
      what: 'An attached file was left out: https://p.example/a.pdf (application/pdf).',
      where: 'entry 1',
    })
  })

  it('with a date that cannot be, or that nobody can read, says so', () => {
    for (const date of ['9999-12-31T00:00:00Z', 'Mon, 01 Jan 0001 00:00:00 GMT', '1600-01-01', 'soon']) {
      expect(dated(date)).toMatchObject({
        published: null,
        problems: [{ what: expect.stringMatching(/date “.+” c(?:annot|ould not)/) }],
      })
    }
    expect(dated('Seg, 24 Set 2018 19:42:40 -0300')?.published).toEqual({
      precision: 'minute',
      at: '2018-09-24T22:42:40.000Z',
    })
  })

  it('is the same whatever prefix its elements wear, and none of another vocabulary is taken for them', () => {
    const feed =
      '<r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:z="http://z.example/"><r:channel><r:item><z:title>Wrong</z:title><r:title>Right</r:title><image><title>Wrong</title></image></r:item></r:channel></r:rss>'
    expect(stories(feed)).toMatchObject([{ headline: 'Right' }])
  })
})

describe('a hostile or broken feed', () => {
  it('with entities that grow is read in proportion to its size, and they stay as they stand', () => {
    const names = Array.from({ length: 20 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`)
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${names.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]><rss><channel><item><title>x &e20; &file;</title><description>&eacute;&e0;</description></item></channel></rss>`
    const incoming = readFeed(bytes(bomb))
    expect(incoming).toMatchObject([
      { kind: 'story', headline: 'x &e20; &file;' },
      { kind: 'problem', what: expect.stringContaining('&e20;, &file;') },
    ])
    expect(JSON.stringify(incoming)).toContain('éha')
    const wide = `<!DOCTYPE rss [<!ENTITY w "${'w'.repeat(1_000)}">]><rss><item><title>${'&w;'.repeat(20_000)}</title></item></rss>`
    expect(JSON.stringify(readFeed(bytes(wide))).length).toBeLessThan(6_000_000)
  })

  it('with something printed above it by mistake is read', () => {
    expect(stories(`\n<br />\n<b>Warning</b>: it failed\n${anRss('<title>x</title>')}`)).toMatchObject([
      { headline: 'x' },
    ])
  })

  it('nested a hundred thousand deep, or never closed, comes to an end', () => {
    const deep = `<rss><channel><item><title>x</title><description>${'<div>'.repeat(100_000)}words</description></item></channel></rss>`
    expect(stories(deep)).toMatchObject([{ headline: 'x' }])
    expect(readFeed(bytes('<![CDATA['.repeat(50_000))).length).toBeGreaterThan(0)
    expect(readFeed(bytes(`<rss>${'<item>'.repeat(20_000)}`)).length).toBeGreaterThan(0)
  })

  it('of many megabytes is read whole', () => {
    const item = `<item><title>Story</title><link>https://paper.example/x</link><description>${'They left the town and nobody came. '.repeat(60)}</description></item>`
    const incoming = readFeed(bytes(`<rss><channel>${item.repeat(3_000)}</channel></rss>`))
    expect(incoming.filter(({ kind }) => kind === 'story')).toHaveLength(3_000)
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

  it.each(Object.entries(expected))('%s gives all its entries', (file, { entries, raw_items: raw }) => {
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
