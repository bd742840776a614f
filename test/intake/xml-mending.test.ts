import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { XmlMender } from '../../src/intake/wordpress/xml-mending.ts'

function mended(pieces: readonly string[]): { text: string; lines: number[] } {
  const lines: number[] = []
  const mender = new XmlMender(({ line }) => lines.push(line))
  return { text: pieces.map((piece) => mender.mend(piece)).join('') + mender.end(), lines }
}

describe('mending a file that breaks the rules of XML', () => {
  it('escapes an ampersand that begins no entity and says on which line', () => {
    expect(mended(['<a>x &amp; y\n&#38; Q & A &b</a>'])).toEqual({
      text: '<a>x &amp; y\n&#38; Q &amp; A &amp;b</a>',
      lines: [2, 2],
    })
  })

  it('leaves CDATA and comments as they are', () => {
    const text = '<a><![CDATA[ & <!-- ]]></a><!-- & ]]> --><b>&amp;</b>'
    expect(mended([text])).toEqual({ text, lines: [] })
  })

  it('gives the same in whatever pieces the file comes', () => {
    const part = fc.constantFrom(
      '&',
      '&amp;',
      ';',
      'amp',
      '<![CDATA[',
      ']]>',
      ']',
      '<!--',
      '-->',
      '-',
      '<',
      '!',
      '>',
      'x',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const text = parts.join('')
        const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []
        expect(mended(pieces)).toEqual(mended([text]))
      }),
      { numRuns: 500 },
    )
  })
})
