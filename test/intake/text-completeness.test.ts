import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/intake/html/html-document.ts'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { readWxrFile } from '../../src/intake/wordpress/wxr.ts'
import { aFile, readAll } from './given-file.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'
import { documentWords, lostRuns, visibleWords } from './visible-words.ts'

/** What was lost on the way from HTML to a document without being named. */
function lostFrom(html: string, classic = false): string[] {
  const { document, problems } = readHtml(html, { classic, base: 'https://example.org/story' })
  return lostRuns(visibleWords(html), documentWords(document), problems)
}

const INLINE = 'b strong em i a span sup sub code mark small q u s del cite label x-tag'.split(' ')
const BLOCK =
  'p div section h1 h2 h4 blockquote ul ol li figure figcaption table caption tbody tr td th aside details summary dl dt dd pre form select option button center footer fieldset article'.split(
    ' ',
  )
const ATTRIBUTES = [
  '',
  ' class="wp-caption"',
  ' class="wp-caption-text"',
  ' class="pullquote"',
  ' class="wp-block-embed"',
  ' class="kg-bookmark-card"',
  ' class="twitter-tweet"',
  ' class="sharedaddy"',
  ' style="display: none"',
  ' hidden',
  ' href="https://e.org/a"',
  ' href="#n1"',
  ' id="n1"',
  ' lang="fr"',
]
const words = fc.constantFrom(' word ', ' word word ', 'word', ' word word word word word ')
const picture = fc.constantFrom('<img src="/a.jpg" alt="">', '<br>', '<hr>', '<iframe src="https://e.org/x"></iframe>')

/** HTML in which any element may stand in any other, as no editor makes it and some exports have it. */
const trees = fc.letrec<{ html: string; element: string }>((tie) => ({
  html: fc
    .array(fc.oneof({ weight: 3, arbitrary: words }, picture, { weight: 3, arbitrary: tie('element') }), {
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
  element: fc
    .tuple(fc.constantFrom(...INLINE, ...BLOCK), fc.constantFrom(...ATTRIBUTES), tie('html'))
    .map(([name, attributes, inside]) => `<${name}${attributes}>${inside}</${name}>`),
}))

/** No word stands there twice. */
const anyHtml = trees.html.map((html) => {
  let count = 0
  return html.replace(/word/g, () => `w${++count}x`)
})

describe('the words of any HTML', () => {
  it('are in the document, or a problem names them', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        expect(lostFrom(html)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('stay where an empty line ends a paragraph too', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        expect(lostFrom(html.replaceAll('  ', '\n\n'), true)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

/** The texts of the elements with one of the names, by nothing but a parser of XML. */
function elementTexts(xml: string, names: ReadonlySet<string>): string[] {
  const texts: string[] = []
  let open = 0
  const parser = new Parser(
    {
      onopentag(name) {
        if (names.has(name)) texts.push('')
        if (names.has(name)) open += 1
      },
      onclosetag(name) {
        if (names.has(name)) open -= 1
      },
      ontext(text) {
        if (open > 0) texts.push((texts.pop() ?? '') + text)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return texts
}

const wxr = whereSamples('wxr')

describe.skipIf(wxr.skip)(`the words of WordPress exports${wxr.note}`, () => {
  const BROKEN = /crazy-cdata|malformed/
  const names = sampleFiles('wxr', /\.xml$/).filter((name) => !BROKEN.test(name))
  it.each(names)('%s keeps them all, or names what it could not keep', async (name) => {
    const found = await readAll(readWxrFile, aFile(sampleBytes('wxr', name)))
    const stories = found.filter((one): one is IncomingStory => one.kind === 'story')
    const items = elementTexts(sampleText('wxr', name).replaceAll('&', '&amp;'), new Set(['item']))
    expect(items.length).toBeGreaterThanOrEqual(stories.length)
    const contents = contentsOf(sampleText('wxr', name))
    for (const { foreignId, body, problems } of stories) {
      const html = contents.get(foreignId.split(':').at(-1) ?? '') ?? ''
      expect({ foreignId, lost: lostRuns(visibleWords(html), documentWords(body), problems) }).toEqual({
        foreignId,
        lost: [],
      })
    }
  })
})

/** The texts of an export by the numbers of their posts, with the words that shortcodes show and without the others. */
function contentsOf(xml: string): Map<string, string> {
  const contents = new Map<string, string>()
  for (const item of xml.split('<item>').slice(1)) {
    const id = /<wp:post_id>(?:<!\[CDATA\[)?(\d+)/.exec(item)?.[1] ?? ''
    const text = /<content:encoded>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/content:encoded>/.exec(item)?.[1] ?? ''
    contents.set(
      id,
      text
        .replace(/\[caption[^\]]*?caption="([^"]*)"[^\]]*\]/g, '<p>$1</p>')
        .replace(/\[\/?(?:caption|gallery|audio|video|sourcecode)\b[^\]]*\]/g, ' '),
    )
  }
  return contents
}

const ghost = whereSamples('ghost')

describe.skipIf(ghost.skip)(`the words of Ghost’s HTML${ghost.note}`, () => {
  it.each(sampleFiles('ghost', /\.json$/))('%s keeps them all, or names what it could not keep', (name) => {
    const bodies: string[] = []
    JSON.parse(sampleText('ghost', name), (key: string, value: unknown) => {
      if (key === 'html' && typeof value === 'string') bodies.push(value)
      return value
    })
    for (const html of bodies) expect(lostFrom(html)).toEqual([])
  })
})

const feeds = whereSamples('feeds')

describe.skipIf(feeds.skip)(`the words of feeds${feeds.note}`, () => {
  const CONTENT = new Set(['content:encoded', 'content', 'description', 'summary'])
  it.each(sampleFiles('feeds', /^(?!feedparser).*\.(?:xml|rss|atom)$/))('%s keeps them all', (name) => {
    for (const html of elementTexts(sampleText('feeds', name), CONTENT)) expect(lostFrom(html)).toEqual([])
  })
})

const pages = whereSamples('readability')

describe.skipIf(pages.skip)(`the words of articles on the web${pages.note}`, () => {
  it.each(sampleFiles('readability', /expected\.html$/))('%s keeps them all', (name) => {
    expect(lostFrom(sampleText('readability', name))).toEqual([])
  })
})
