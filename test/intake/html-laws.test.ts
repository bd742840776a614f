import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inline } from '../../src/story/document.ts'
import { readHtml } from '../../src/intake/html/html-document.ts'
import { withoutShortcodes } from '../../src/intake/wordpress/shortcodes.ts'
import { addressesIn, runsIn } from './document-shape.ts'
import { sampleFiles, sampleText, whereSamples } from './samples.ts'

const SAFE = /^(?:https?:\/\/[^\s]|mailto:|\/(?![/\\]))/i

/** What is wrong with the document made from a piece of HTML; empty when nothing is. */
function faultsIn(html: string, classic: boolean): string[] {
  const { document } = readHtml(html, { classic, base: 'https://example.org/story' })
  const runs = runsIn(document).flatMap((run) => run.flatMap((inline, index) => faultsOfText(inline, run[index + 1])))
  return [...runs, ...addressesIn(document).filter((address) => !SAFE.test(address))]
}

function faultsOfText(inline: Inline, next: Inline | undefined): string[] {
  if (inline.type !== 'text') return []
  const isEmpty = inline.text === '' ? ['an empty text'] : []
  const isSame = next?.type === 'text' && JSON.stringify(next.marks ?? []) === JSON.stringify(inline.marks ?? [])
  return isSame ? [...isEmpty, `unjoined: ${inline.text} | ${next.text}`] : isEmpty
}

const NAMES =
  'p div a b em span ul ol li table tr td th caption figure figcaption img iframe blockquote cite h2 pre br hr sup script object video details summary aside x'.split(
    ' ',
  )
const HREFS = [
  'https://e.org/a',
  'javascript:x',
  'java\tscript:x',
  '&#106;avascript:x',
  '/a',
  '//e.org',
  'data:x',
  '#n',
  '"',
]
const tag = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom('href', 'src', 'id', 'cite', 'class', 'data-fn'),
    fc.constantFrom(...HREFS),
    fc.boolean(),
  )
  .map(([name, attribute, value, closes]) => (closes ? `</${name}>` : `<${name} ${attribute}="${value}">`))
const html = fc.array(
  fc.oneof(tag, fc.string(), fc.constantFrom('\n\n', ' ', '&nbsp;', '<!--', '<![CDATA[', '[caption]', '[/caption]')),
  { maxLength: 40 },
)

/** Any signs, halves of characters among them. */
const anyBytes = fc
  .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes))

describe('whatever HTML comes in', () => {
  it('comes out without empty text, without unjoined neighbours and with safe addresses only', () => {
    fc.assert(
      fc.property(html, fc.boolean(), (parts, classic) => {
        expect(faultsIn(parts.join(''), classic)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('may hold any bytes and any shortcodes', () => {
    fc.assert(
      fc.property(anyBytes, (text) => {
        expect(faultsIn(withoutShortcodes(`<p>[${text}]`, { report: () => undefined }).html, true)).toEqual([])
      }),
    )
  })

  it('may be nested deeper than any page', () => {
    for (const name of ['div', 'ul><li', 'blockquote', 'b', 'table><tr><td', 'figure']) {
      expect(faultsIn(`<${name}>`.repeat(3000).concat('text'), false)).toEqual([])
    }
  })
})

const samples = whereSamples('xss')

describe.skipIf(samples.skip)(`known attacks${samples.note}`, () => {
  it.each(sampleFiles('xss', /\.json$/))('%s leaves no dangerous address', (file) => {
    const attacks: unknown = JSON.parse(sampleText('xss', file))
    expect(Array.isArray(attacks)).toBe(true)
    for (const attack of Array.isArray(attacks) ? attacks : []) {
      const { input, payload } = attack as { input?: string; payload?: string }
      expect(faultsIn(input ?? payload ?? '', false)).toEqual([])
      expect(faultsIn(input ?? payload ?? '', true)).toEqual([])
    }
  })
})
