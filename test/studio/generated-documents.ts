import fc from 'fast-check'

/** Documents of every kind that `parseDocument` takes, as plain JSON: blocks, marks in any order, empty containers. */

const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '7', 'ع', '”', '🙂'), minLength: 1, maxLength: 8 })
const maybe = fc.option(words, { nil: null })
const someId = (prefix: string) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'.split('')), { minLength: 16, maxLength: 16 })
    .map((all) => `${prefix}_${all.join('')}`)
const web = fc.constantFrom('https://example.org/a', 'mailto:desk@example.org', '/2024/07/29/slug', '#part')

const mark = fc.oneof(
  fc.constant({ type: 'strong' }),
  fc.constant({ type: 'emphasis' }),
  web.map((href) => ({ type: 'link', attrs: { href } })),
  fc.constantFrom('ar', 'fr', 'tmh').map((language) => ({ type: 'language', attrs: { language } })),
  someId('clm').map((claimId) => ({ type: 'claim', attrs: { claimId } })),
)

const text = fc.record({ text: words, marks: fc.uniqueArray(mark, { selector: ({ type }) => type }) })
const inline = fc.oneof(
  { weight: 5, arbitrary: text.map(({ text, marks }) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) })) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
  { weight: 1, arbitrary: fc.constantFrom('n1', 'n2').map((id) => ({ type: 'footnoteReference', attrs: { id } })) },
)
const inlines = fc.array(inline, { maxLength: 5 })
const paragraph = inlines.map((content) => ({ type: 'paragraph', content }))
const heading = fc
  .tuple(fc.constantFrom(2, 3, 4), inlines)
  .map(([level, content]) => ({ type: 'heading', attrs: { level }, content }))

interface Json {
  readonly type: string
}

const list = (depth: number): fc.Arbitrary<Json> =>
  fc
    .record({
      ordered: fc.boolean(),
      start: fc.integer({ min: -2, max: 9 }),
      items: fc.array(
        fc.array(depth > 0 ? fc.oneof(paragraph, list(depth - 1)) : paragraph, { minLength: 1, maxLength: 3 }),
        {
          maxLength: 3,
        },
      ),
    })
    .map(({ ordered, start, items }) => ({
      type: 'list',
      attrs: { ordered, start },
      content: items.map((content) => ({ type: 'listItem', content })),
    }))

const picture = fc.oneof(
  fc.record({ kind: fc.constant('missing'), name: maybe, url: maybe }),
  fc.record({ kind: fc.constant('photo'), pictureId: someId('pic'), cover: maybe }),
  fc.record({
    kind: fc.constant('map'),
    bounds: fc.constant([-1, 12, 4, 21]),
    marks: fc.array(
      fc.record({ label: words, lat: fc.constant(19.5), lon: fc.constant(2), radiusKm: fc.constantFrom(null, 12) }),
    ),
  }),
  fc.record({
    kind: fc.constant('chart'),
    unit: words,
    bars: fc.array(fc.record({ label: words, low: fc.constant(2), high: fc.constant(5), words }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)

const figure = fc
  .record({ picture, alt: words, decorative: fc.boolean(), credit: maybe, licence: maybe, content: inlines })
  .map(({ content, ...attrs }) => ({ type: 'figure', attrs, content }))

const cell = fc
  .record({
    header: fc.boolean(),
    colspan: fc.integer({ min: 1, max: 3 }),
    rowspan: fc.integer({ min: 1, max: 3 }),
    content: inlines,
  })
  .map(({ content, ...attrs }) => ({ type: 'tableCell', attrs, content }))

const table = fc
  .record({ caption: maybe, rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }) })
  .map(({ caption, rows }) => ({
    type: 'table',
    attrs: { caption },
    content: rows.map((content) => ({ type: 'tableRow', content })),
  }))

const flow = fc.oneof(paragraph, list(2))

const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  heading,
  list(2),
  fc
    .record({ attribution: maybe, source: fc.option(web, { nil: null }), content: fc.array(flow, { maxLength: 3 }) })
    .map(({ content, ...attrs }) => ({
      type: 'blockquote',
      attrs,
      content,
    })),
  fc.tuple(maybe, inlines).map(([attribution, content]) => ({ type: 'pullQuote', attrs: { attribution }, content })),
  figure,
  table,
  fc
    .record({ url: fc.constant('https://example.org/film'), title: words, provider: maybe })
    .map((attrs) => ({ type: 'embed', attrs })),
  fc.tuple(fc.constantFrom('n1', 'n2'), inlines).map(([id, content]) => ({ type: 'footnote', attrs: { id }, content })),
  fc.tuple(maybe, fc.array(fc.oneof(flow, heading), { maxLength: 3 })).map(([title, content]) => ({
    type: 'aside',
    attrs: { title },
    content,
  })),
  someId('evt').map((eventId) => ({ type: 'ledger', attrs: { eventId } })),
  someId('evt').map((eventId) => ({ type: 'timeline', attrs: { eventId } })),
  fc.tuple(fc.array(someId('evt'), { minLength: 1, maxLength: 3 }), inlines).map(([eventIds, content]) => ({
    type: 'eventMap',
    attrs: { eventIds },
    content,
  })),
  fc.constant({ type: 'rule' }),
)

/** Any document that may be stored. */
export const anyDocument = fc.array(block, { maxLength: 6 }).map((content) => ({ type: 'doc', version: 2, content }))
