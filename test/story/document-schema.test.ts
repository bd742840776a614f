import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import type { Block } from '../../src/story/document.ts'
import { parseDocument } from '../../src/story/document-schema.ts'
import { BLOCKS, documents } from './documents.ts'

const withLink = (href: unknown) => ({
  type: 'doc',
  version: 2,
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }] },
  ],
})

const refused = new OnrecordError('bad-input', 'as expected')

function failureOf(work: () => unknown): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}

const withBlock = (block: unknown) => ({ type: 'doc', version: 2, content: [block] })

describe('a story document', () => {
  it.each(Object.entries(BLOCKS))('keeps every %s as it was written, through storage and back', (type, blocks) => {
    fc.assert(
      fc.property(blocks, (block: Block) => {
        expect(block.type).toBe(type)
        const document = withBlock(block)
        expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual(document)
      }),
    )
  })

  it('is the same read twice as read once', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const once = parseDocument(document)
        expect(parseDocument(once)).toEqual(once)
      }),
      { numRuns: 50 },
    )
  })
})

describe('what is no story document', () => {
  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'blob:https://example.org/1',
    '//example.org/',
    'example.org',
    '../up',
    '',
    null,
    7,
  ])('has a link to %j', (href) => {
    expect(() => parseDocument(withLink(href))).toThrow(OnrecordError)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@example.org', '/film', ''])('embeds %j', (url) => {
    const embed = { type: 'embed', attrs: { url, title: 'A film', provider: null } }
    expect(() => parseDocument(withBlock(embed))).toThrow(OnrecordError)
  })

  const text = { type: 'text', text: 'x' }
  it.each<[string, unknown]>([
    ['raw markup', { type: 'html', content: '<script>' }],
    ['a script among the attributes', { type: 'paragraph', attrs: { onclick: 'x' }, content: [] }],
    ['a page’s own heading', { type: 'heading', attrs: { level: 1 }, content: [text] }],
    ['an empty text', { type: 'paragraph', content: [{ type: 'text', text: '' }] }],
    ['a paragraph in a paragraph', { type: 'paragraph', content: [{ type: 'paragraph', content: [] }] }],
    ['a picture in a box', { type: 'aside', attrs: { title: null }, content: [{ type: 'figure' }] }],
    [
      'a cell wider than any table',
      {
        type: 'table',
        attrs: { caption: null },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { header: false, colspan: 1e9, rowspan: 1 }, content: [] }],
          },
        ],
      },
    ],
    [
      'a map inside out',
      {
        type: 'figure',
        attrs: {
          picture: { kind: 'map', bounds: [5, 10, -12, 25], marks: [] },
          alt: '',
          decorative: false,
          credit: null,
          licence: null,
        },
        content: [],
      },
    ],
  ])('holds %s', (_, block) => {
    expect(() => parseDocument(withBlock(block))).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })

  it('is named with the place of its fault', () => {
    expect(() => parseDocument(withLink('javascript:alert(1)'))).toThrow(
      /content\.0\.content\.0\.marks\.0\.attrs\.href/,
    )
  })

  it('is nested without end: refused before anything walks over it', () => {
    let list: unknown = { type: 'paragraph', content: [] }
    for (let depth = 0; depth < 20_000; depth += 1) {
      list = { type: 'list', attrs: { ordered: false, start: 1 }, content: [{ type: 'listItem', content: [list] }] }
    }
    expect(() => parseDocument(withBlock(list))).toThrow(/nested more than/)
  })

  it('is refused in our own words, whatever else it is', () => {
    const almost = fc.oneof(
      fc.jsonValue(),
      fc.record({
        type: fc.constant('doc'),
        version: fc.constantFrom<unknown>(1, 0, 2, '1', null),
        content: fc.jsonValue(),
      }),
      fc.record({
        type: fc.constant('doc'),
        version: fc.constant(1),
        content: fc.array(fc.jsonValue(), { maxLength: 2 }),
      }),
      fc
        .tuple(fc.constantFrom(...Object.keys(BLOCKS)), fc.jsonValue(), fc.jsonValue())
        .map(([type, attrs, content]) => withBlock({ type, attrs, content })),
    )
    fc.assert(
      fc.property(almost, (json) => {
        expect(failureOf(() => parseDocument(json)) ?? refused).toBeInstanceOf(OnrecordError)
      }),
      { numRuns: 500 },
    )
  })
})
