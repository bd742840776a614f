import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../src/intake/html/html-tree.ts'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import { plainText, wordsOf as wordsOfElement } from '../../src/intake/plain-text.ts'
import { recogniseFile } from '../../src/intake/recognise.ts'
import { readSavedPageFile } from '../../src/intake/saved-page/saved-page.ts'
import { outline, runsIn, wordsOf } from './document-shape.ts'
import { aFile, fileIn, readAll } from './given-file.ts'
import { sampleBytes, sampleFiles, sampleText, whereSamples } from './samples.ts'
import { overlapOf, wordsIn } from './word-overlap.ts'

const FIRST =
  'Soldiers left the town on Friday after two days of fighting, three residents told this paper by telephone.'
const SECOND = 'The ministry of defence did not answer questions, and no independent count of the dead exists so far.'
const TEXT = `<p>${FIRST}</p><p>${SECOND}</p><p>${FIRST}</p>`

interface Parts {
  readonly head?: string
  readonly top?: string
  readonly body?: string
  readonly language?: string
}

const aPage = ({
  head = '',
  top = '<h1>Two tolls for one shelling</h1>',
  body = TEXT,
  language = 'en',
}: Parts = {}): string =>
  `<!DOCTYPE html><html lang="${language}"><head><title>Two tolls for one shelling - The Paper</title>${head}</head>
  <body><nav><ul><li><a href="/">Home</a><li><a href="/africa">Africa</a></ul></nav>
  <main><article>${top}${body}</article></main><footer>© The Paper</footer></body></html>`

const ld = (text: string): string => `<script type="application/ld+json">${text}</script>`
const linked = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

const read = (content: string | Uint8Array, options = {}): Promise<Incoming[]> =>
  readAll(readSavedPageFile, aFile(content, 'page.html'), options)

async function storyIn(content: string | Uint8Array, options = {}): Promise<IncomingStory> {
  const found = (await read(content, options)).find((item) => item.kind === 'story')
  if (found?.kind !== 'story') throw new Error('no story')
  return found
}

const kindOf = (text: string): string => recogniseFile(new TextEncoder().encode(text)).kind

describe('a saved page', () => {
  it('is recognised by its first element, a browser’s note before it or an archive’s head', () => {
    expect(kindOf('<!-- saved from url=(0025)https://example.org/a/b -->\n<html><head>')).toBe('saved-page')
    expect(kindOf('<!DOCTYPE html><html>')).toBe('saved-page')
    expect(
      kindOf('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n'),
    ).toBe('saved-page')
    expect(kindOf('top of page\n\nAfrica')).toBe('page-text')
  })

  it('tells its story by JSON-LD first, whatever its other data say', async () => {
    const head =
      '<meta property="og:title" content="Something shorter"><meta name="author" content="A. Robot">' +
      linked({
        '@graph': [
          { '@type': 'WebPage', '@id': '#page' },
          { '@type': 'Person', '@id': '#awa', name: 'Awa Diallo', url: 'https://example.org/awa' },
          {
            '@type': ['NewsArticle', 'Thing'],
            headline: 'Two tolls for one shelling',
            description: 'Army and movement do not agree on who died.',
            author: [{ '@id': '#awa' }, 'Jean Ba', { '@type': 'Person', name: 'Fatou Keïta' }],
            datePublished: '2024-07-29T15:10:00+02:00',
            dateModified: '2024-07-30T08:00:00Z',
            articleSection: ['Africa', 'War & Conflicts'],
            keywords: 'Mali, Kidal',
            mainEntityOfPage: { '@id': 'https://example.org/2024/07/two-tolls' },
            image: {
              '@type': 'ImageObject',
              url: 'https://example.org/column.jpg',
              caption: 'A column near the border',
            },
            publisher: { '@type': 'Organization', name: 'The Paper' },
          },
        ],
      })
    const found = await read(aPage({ head }))
    expect(found[0]).toEqual({ kind: 'site', hosts: ['example.org'], title: 'The Paper', language: 'en', zone: null })
    expect(found[1]).toMatchObject({
      foreignId: 'saved-page:example.org/2024/07/two-tolls',
      address: 'https://example.org/2024/07/two-tolls',
      status: 'published',
      headline: 'Two tolls for one shelling',
      standfirst: 'Army and movement do not agree on who died.',
      bylines: ['Awa Diallo', 'Jean Ba', 'Fatou Keïta'],
      published: { precision: 'minute', at: '2024-07-29T13:10:00.000Z' },
      updatedAt: '2024-07-30T08:00:00.000Z',
      sectionPath: [
        { label: 'Africa', kind: 'place' },
        { label: 'War & Conflicts', kind: 'subject' },
      ],
      keywords: ['Mali', 'Kidal'],
      language: 'en',
      redirectsFrom: ['/2024/07/two-tolls'],
      pictures: [{ role: 'lead', url: 'https://example.org/column.jpg', caption: 'A column near the border' }],
    })
  })

  it('has its JSON-LD mended: comments, CDATA, line breaks in strings, a comma too many', async () => {
    const script = `<script type="application/ld+json">//<![CDATA[
      { /* made by hand */ "@type": "BlogPosting", "headline": "Two tolls
for one shelling", // the title
        "author": "By Awa Diallo", "url": "https://example.org/two-tolls", }; //]]></script>`
    expect(await storyIn(aPage({ head: script }))).toMatchObject({
      headline: 'Two tolls for one shelling',
      bylines: ['Awa Diallo'],
      address: 'https://example.org/two-tolls',
    })
  })

  it('tells it by its meta elements, and by what its readers see', async () => {
    const head = `<meta property="og:site_name" content="The Paper"><meta property="og:title" content="Two tolls for one shelling - The Paper">
      <meta property="og:url" content="https://example.org/two-tolls?utm_source=x"><meta property="article:published_time" content="2024-07-29 15:10">
      <meta property="article:section" content="Africa"><meta property="article:tag" content="Mali"><link rel="shortlink" href="https://example.org/?p=12">`
    const top =
      '<h1>Two tolls for one shelling</h1><p class="standfirst">Army and movement do not agree on the dead.</p><a rel="author" href="/awa">Awa Diallo</a>'
    const story = await storyIn(aPage({ head, top }))
    expect(story).toMatchObject({
      headline: 'Two tolls for one shelling',
      bylines: ['Awa Diallo'],
      published: { precision: 'day', on: '2024-07-29' },
      standfirst: 'Army and movement do not agree on the dead.',
      redirectsFrom: ['/two-tolls', '/?p=12'],
      keywords: ['Mali'],
    })
    const inBamako = await storyIn(aPage({ head, top }), { zone: 'Africa/Nairobi' })
    expect(inBamako.published).toEqual({ precision: 'minute', at: '2024-07-29T12:10:00.000Z' })
  })

  it('tells it by microdata, without what belongs to other things on the page', async () => {
    const body = `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Two tolls for one shelling</h1>
      <span itemprop="author" itemscope><b itemprop="name">Awa Diallo</b></span><time itemprop="datePublished" datetime="2024-07-29T15:10:00Z">July</time>
      <div itemprop="articleBody">${TEXT}</div>
      <aside itemscope itemtype="https://schema.org/Thing"><meta itemprop="headline" content="Another"></aside></div>`
    expect(await storyIn(aPage({ top: '', body }))).toMatchObject({
      headline: 'Two tolls for one shelling',
      bylines: ['Awa Diallo'],
      published: { precision: 'minute', at: '2024-07-29T15:10:00.000Z' },
    })
  })

  it('keeps tables, lists, quotations, figures with credits and films, and leaves the page’s furniture', async () => {
    const body = `${TEXT}<h2>What is known</h2><ul><li>The town fell on Friday</li><li>The road is cut at two places</li></ul>
      <blockquote><p>We saw them leave.</p><cite>A resident</cite></blockquote>
      <figure><img data-src="https://example.org/a.jpg" src="data:image/gif;base64,R0" alt="A road"><figcaption>The road <span class="credit">Awa Diallo</span></figcaption></figure>
      <table><tr><th>Side</th><th>Dead</th></tr><tr><td>Army</td><td>4</td></tr></table>
      <iframe src="https://www.youtube.com/embed/abc123"></iframe>
      <div class="share-buttons"><a href="https://facebook.com/share">Share on Facebook</a></div>
      <div class="related-posts"><h3>Related stories</h3><ul><li><a href="/x">Another story of this paper</a></li></ul></div>
      <div style="display:none">Hidden words</div><p>${SECOND}</p>`
    const lines = outline((await storyIn(aPage({ body }))).body)
    expect(lines).toContain('heading: What is known')
    expect(lines).toContain('list: The town fell on Friday / The road is cut at two places')
    expect(lines).toContain('blockquote: We saw them leave.')
    expect(lines).toContain('figure: The road')
    expect(lines.some((line) => line.startsWith('table: Side'))).toBe(true)
    expect(lines.some((line) => line.startsWith('embed:'))).toBe(true)
    expect(lines.join('\n')).not.toMatch(/Facebook|Another story|Hidden|©/)
  })

  it('finds pictures that load late: in srcset, picture and noscript', async () => {
    const body = `${TEXT}<figure><picture><source srcset="https://example.org/b-480.jpg 480w, https://example.org/b-960.jpg 960w"><img src="/blank.gif" alt="B"></picture></figure>
      <p>${FIRST}</p><img class="lazy" src="data:image/gif;base64,R0" alt="C"><noscript><img src="https://example.org/c.jpg" alt="C"></noscript><p>${SECOND}</p>`
    const { pictures } = await storyIn(aPage({ body }))
    expect(pictures.map(({ url }) => url)).toEqual(['https://example.org/b-960.jpg', 'https://example.org/c.jpg'])
  })

  it('takes its address from the browser that saved it, and its pictures from the folder beside it', async () => {
    const html = `<!-- saved from url=(0029)https://example.org/two-tolls -->\n${aPage({
      body: `${TEXT}<figure><img src="./Two%20tolls_files/a%20road.jpg" alt="A road"><figcaption>The road</figcaption></figure><p>See <a href="other">more</a>.</p>`,
    })}`
    const file = fileIn(
      { 'pages/Two tolls.html': html, 'pages/Two tolls_files/a road.jpg': 'x' },
      'pages/Two tolls.html',
    )
    const [site, story] = await readAll(readSavedPageFile, file)
    expect(site).toMatchObject({ hosts: ['example.org'] })
    expect(story).toMatchObject({
      address: 'https://example.org/two-tolls',
      pictures: [{ name: 'a road.jpg', url: 'Two tolls_files/a road.jpg', alt: 'A road' }],
    })
    expect(JSON.stringify(story)).toContain('https://example.org/other')
    expect(JSON.stringify(story)).not.toContain('folder.invalid')
  })

  it('is read out of MHTML, and as the Internet Archive kept it', async () => {
    const coded = aPage()
      .replaceAll('=', '=3D')
      .replace('Two tolls for one shelling</h1>', 'Two tolls for one =\r\nshelling</h1>')
    const mhtml = `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b1"\r\n\r\n----b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/two-tolls\r\n\r\n${coded}\r\n----b1\r\nContent-Type: text/css\r\n\r\nbody{}\r\n----b1--\r\n`
    expect(await storyIn(mhtml)).toMatchObject({
      headline: expect.stringContaining('Two tolls for one shelling'),
      address: 'https://example.org/two-tolls',
    })
    const archived = aPage({
      head: '<link rel="canonical" href="https://web.archive.org/web/20150504113631/https://example.org/two-tolls">',
    })
    expect((await storyIn(archived)).address).toBe('https://example.org/two-tolls')
  })

  it.each([
    ['the declaration', 'windows-1252', '<meta charset="windows-1252">'],
    ['http-equiv', 'iso-8859-1', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
    ['nothing', 'windows-1252', ''],
  ])('is read in the encoding that %s tells', async (_by, _encoding, head) => {
    const html = aPage({ head, top: '<h1>Deux décomptes à Gao</h1>', language: 'fr' })
    const story = await storyIn(Uint8Array.from(html, (letter) => Math.min(255, letter.charCodeAt(0))))
    expect(JSON.stringify(story)).toContain('Deux décomptes à Gao')
  })

  it('is UTF-8 where its bytes are, whatever it declares', async () => {
    const html = aPage({ head: '<meta charset="iso-8859-1">', top: '<h1>Deux décomptes à Gao</h1>' })
    expect(JSON.stringify(await storyIn(html))).toContain('Deux décomptes à Gao')
    expect(
      JSON.stringify(await storyIn(new Uint8Array(Uint16Array.from(`\uFEFF${html}`, (c) => c.charCodeAt(0)).buffer))),
    ).toContain('Deux décomptes à Gao')
  })

  it('whose text stands only in its data has it from there', async () => {
    const head = linked({
      '@type': 'NewsArticle',
      headline: 'Two tolls for one shelling',
      articleBody: `${FIRST}\n\n${SECOND}`,
    })
    const story = await storyIn(aPage({ head, body: '<div id="app">Loading…</div>' }))
    expect(outline(story.body)).toEqual([`paragraph: ${FIRST}`, `paragraph: ${SECOND}`])
  })

  it('of two languages is in that of its words, and says so', async () => {
    const french =
      '<p>Les soldats ont quitté la ville vendredi après deux jours de combats, ont dit trois habitants au téléphone.</p>'.repeat(
        3,
      )
    const story = await storyIn(aPage({ body: french, language: 'en-US' }))
    expect(story.language).toBe('fr')
    expect(story.problems.map(({ what }) => what).join()).toContain('declares the language “en”')
  })

  it('that holds no story is refused in one line', async () => {
    const list = Array.from(
      { length: 12 },
      (_, at) => `<h2><a href="/${at}">A story about the town number ${at}</a></h2>`,
    ).join('')
    const front = aPage({ head: '<link rel="canonical" href="https://example.org/">' })
    for (const html of [front, aPage({ body: list }), aPage({ top: '', body: '' }), '', '<p></p>']) {
      const found = await read(html)
      expect(found).toMatchObject([{ kind: 'problem', where: 'page.html', fatal: true }])
    }
  })

  it('with absurd dates comes without one and says so', async () => {
    const head = '<meta property="article:published_time" content="9999-12-31T00:00:00Z">'
    const story = await storyIn(aPage({ head }))
    expect(story.published).toBeNull()
    expect(story.problems[0]?.what).toContain('9999-12-31')
  })

  it.each([
    ['a hundred thousand tags', TEXT + '<b>x</b>'.repeat(80_000)],
    ['two thousand frames in one another', TEXT + '<div>'.repeat(2_000) + TEXT],
    ['tables in tables', TEXT + '<table><tr><td>x'.repeat(150)],
    ['a script of megabytes', `<script>${'var a={"b":"<p>"};'.repeat(100_000)}</script>${TEXT}`],
    ['JSON-LD of nothing but quotation marks', `${ld('"\\"/*'.repeat(200_000))}${TEXT}`],
    ['JSON-LD that is never closed', `${ld('{"a":['.repeat(50_000))}${TEXT}`],
    ['entities without end', TEXT + '&lt;'.repeat(200_000)],
  ])('with %s still has its story', async (_what, body) => {
    expect(outline((await storyIn(aPage({ body }))).body)).toContain(`paragraph: ${SECOND}`)
  })

  it('with hundreds of thousands of tags that are never closed is refused in one line', async () => {
    expect(await read(aPage({ body: TEXT + '<div>'.repeat(400_000) }))).toMatchObject([
      { kind: 'problem', what: expect.stringContaining('never closed'), fatal: true },
    ])
  })
})

interface Expected {
  readonly title: string
  readonly byline: string | null
  readonly lang: string | null
  readonly publishedTime: string | null
}

const samples = whereSamples('readability')

describe.skipIf(samples.skip)(`pages that others have measured${samples.note}`, () => {
  const told = samples.skip
    ? {}
    : (
        JSON.parse(sampleText('readability', 'expected.json')) as {
          files: Record<string, { readability?: Expected; expected_images?: number }>
        }
      ).files

  it.each(sampleFiles('readability', /expected\.html$/).map((name) => name.replace(/[\\/][^\\/]*$/, '')))(
    '%s has its words, its headline, its byline and its day',
    async (name) => {
      const story = await storyIn(sampleBytes('readability', `${name}/source.html`))
      const expected = wordsIn(wordsOfElement(parseHtml(sampleText('readability', `${name}/expected.html`))))
      const body = story.body.content.flatMap((block) => [
        ...runsIn({ ...story.body, content: [block] }).map(wordsOf),
        ...(block.type === 'figure' ? [block.attrs.credit ?? ''] : []),
      ])
      const { found, f1, inOrder } = overlapOf(expected, wordsIn(`${story.standfirst} ${body.join(' ')}`))
      expect(found).toBeGreaterThanOrEqual(0.99)
      // Standfirst and lead picture stand above what was measured: a short story has relatively more of them.
      expect(f1).toBeGreaterThanOrEqual(0.94)
      expect(inOrder).toBeGreaterThanOrEqual(0.98)
      const { title, byline, lang, publishedTime } = told[name]?.readability ?? {}
      const at = publishedTime ? `${new Date(publishedTime).toISOString().slice(0, 19)}.000Z` : null
      expect(story.headline).toBe(title)
      // What was measured as missing may well be found.
      expect(byline ? story.bylines.join(', ') : null).toBe(byline ? byline.replace(/^By /, '') : null)
      expect(lang ? story.language : null).toBe(lang?.slice(0, 2) ?? null)
      expect(at === null ? null : story.published).toEqual(at === null ? null : { precision: 'minute', at })
      expect(story.pictures.length).toBeGreaterThanOrEqual(told[name]?.expected_images ?? 0)
    },
  )

  it.each(sampleFiles('readability', /^wix[\\/].*source\.html$/))(
    '%s is a post of Wix and nothing else',
    async (name) => {
      const text = sampleText('readability', name)
      const story = await storyIn(text)
      expect(text).toContain(`<h1`)
      expect(story).toMatchObject({ status: 'published', language: 'en', published: { precision: 'minute' } })
      expect(story.bylines).toHaveLength(1)
      expect(story.sectionPath.length).toBeGreaterThan(0)
      expect(outline(story.body).join('\n')).not.toMatch(/Recent Posts|See All|min read|Tags:/)
      for (const { url } of story.pictures) expect(url).toMatch(/^https:\/\/static\.wixstatic\.com\/media\/[^/]+$/)
      for (const line of outline(story.body).map((one) => one.replace(/^\w+: /, '')))
        expect(plainText(text)).toContain(line.slice(0, 60))
    },
  )
})
