import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/intake/html/html-document.ts'
import { readPostBody } from '../../src/intake/wordpress/post-body.ts'
import type { StoryDocument } from '../../src/story/document.ts'
import { faultsIn, pageHtml } from './page-html.ts'
import { sampleFiles, sampleText, whereSamples } from './samples.ts'

it('a page that holds an attack would be found', () => {
  const faults = faultsIn(
    '<p style="x"><img src="x" onerror="y"></p><a href="javascript:x()">z</a><a href="https://e.org/">z</a>',
  )
  expect(faults).toEqual(['p style', '<img>', 'img src', 'img onerror', 'a href=javascript:x()'])
})

const nothing = () => undefined
const WORLD = {
  report: nothing,
  attachment: nothing,
  picturesOf: () => [],
  sharedBlock: nothing,
  base: 'https://example.org/story',
  footnotes: [],
}

/** Every way a text from elsewhere comes in: as a page, pasted, as classic and as rendered WordPress text. */
const waysIn: readonly ((html: string) => StoryDocument)[] = [
  (html) => readHtml(html, { base: 'https://example.org/story' }).document,
  (html) => readHtml(html, { classic: true }).document,
  (html) => readPostBody(html, WORLD).document,
  (html) => readPostBody(`<!-- wp:paragraph -->${html}`, WORLD).document,
  (html) => readPostBody(`[vc_row title="${html}"][vc_column]${html}[/vc_column][/vc_row]`, WORLD, true).document,
  (html) => readPostBody(`[caption caption='${html}']<img src="/a.jpg">${html}[/caption]`, WORLD).document,
]

/** Attack strings as their collections write them: a list of texts, or of objects with the text under some name. */
function attacksIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(attacksIn)
  if (typeof value !== 'object' || value === null) return []
  const { input, payload } = value as { input?: unknown; payload?: unknown }
  return input === undefined && payload === undefined
    ? Object.values(value).flatMap(attacksIn)
    : [...attacksIn(input), ...attacksIn(payload)]
}

const samples = whereSamples('xss')

describe.skipIf(samples.skip)(`known attacks${samples.note}`, () => {
  it.each(sampleFiles('xss', /\.json$/))('%s leaves nothing in the page', (file) => {
    const attacks = attacksIn(JSON.parse(sampleText('xss', file)))
    expect(attacks.length).toBeGreaterThan(2)
    for (const attack of attacks) {
      const found = waysIn.flatMap((read) => faultsIn(pageHtml(read(attack))))
      expect({ attack, found }).toEqual({ attack, found: [] })
    }
  })
})

describe('hostile HTML', () => {
  it('leaves nothing in the page, in whatever field it stands', () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)><a href="java&#09;script:alert(1)">x</a>'
    const quoted = attack.replaceAll('"', '&quot;')
    const fields = [
      `<img src="/a.jpg" alt="${quoted}">`,
      `<figure><img src="/a.jpg"><figcaption>${quoted}<cite>${quoted}</cite></figcaption></figure>`,
      `<blockquote cite="${quoted}"><p>x</p><cite>${quoted}</cite></blockquote>`,
      `<table><caption>${quoted}</caption><tr><td colspan="${quoted}">x</td></tr></table>`,
      `<iframe src="https://e.org/" title="${quoted}"></iframe>`,
      `<p lang="${quoted}">x <span lang="en&quot; onclick=x">y</span></p>`,
      `<details><summary>${quoted}</summary>x</details>`,
      `<p><a href="#n">1</a></p><ol><li id="n">${quoted} <a href="#r">back</a></li></ol>`,
      `<h2 id="${quoted}">${quoted}</h2>`,
    ]
    for (const field of fields) {
      expect({ field, found: waysIn.flatMap((read) => faultsIn(pageHtml(read(field)))) }).toEqual({ field, found: [] })
    }
  })

  const MANY = 1_000_000
  it.each([
    ['tags that are closed', '<b>x</b>'.repeat(100_000)],
    ['a million tags that are not', '<div>'.repeat(MANY)],
    ['closing tags of nothing', '</p></div>'.repeat(100_000)],
    ['a hundred thousand elements in one another', `${'<ul><li>'.repeat(50_000)}x${'</li></ul>'.repeat(50_000)}`],
    ['tables in tables', '<table><tr><td>'.repeat(10_000)],
    [
      'an attribute of a megabyte',
      `<p title="${'x'.repeat(MANY)}">x</p><a href="https://e.org/${'x'.repeat(MANY)}">y</a>`,
    ],
    ['thousands of attributes', `<p ${Array.from({ length: 30_000 }, (_, n) => `a${n}=1`).join(' ')}>x</p>`],
    ['links to one note, and notes to one link', `<p id="n">${'<a href="#n" id="r">1</a>'.repeat(50_000)}</p>`],
    ['a comment that never ends', `<p>x</p><!--${'-'.repeat(MANY)}`],
    ['a tag that never ends', `<p>x</p><a href="${'<p>'.repeat(MANY / 3)}`],
    ['a million brackets', '['.repeat(MANY)],
    ['shortcodes in shortcodes', '[vc_row]'.repeat(20_000)],
    ['ampersands and angles', '&<'.repeat(MANY / 2)],
    ['a million line breaks', 'a\n\n'.repeat(MANY / 3)],
  ])('%s are read', { timeout: 60_000 }, (_name, html) => {
    const { document, problems } = readPostBody(html, WORLD)
    expect(document.type).toBe('doc')
    expect(problems.length).toBeLessThanOrEqual(201)
  })
})
