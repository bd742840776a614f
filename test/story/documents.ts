import fc from 'fast-check'
import type { Block, Figure, Inline, List, Mark, Paragraph, Picture, StoryDocument } from '../../src/story/document.ts'
import type { ClaimId, EventId } from '../../src/ids.ts'

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const perhaps = fc.option(words)

const marks: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: 'strong' }, { type: 'emphasis' }),
  fc
    .constantFrom('https://example.org/a?b=c', 'mailto:desk@example.org', '/2024/07/29/tolls', '#note:1')
    .map((href): Mark => ({ type: 'link', attrs: { href } })),
  fc.constantFrom('fr', 'ar', 'ckb-Arab').map((language): Mark => ({ type: 'language', attrs: { language } })),
  fc.constant<Mark>({ type: 'claim', attrs: { claimId: 'clm_1' as ClaimId } }),
)

const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    words.map((text): Inline => ({ type: 'text', text })),
    fc
      .tuple(words, fc.array(marks, { maxLength: 2 }))
      .map(([text, some]): Inline => ({ type: 'text', text, marks: some })),
    fc.constantFrom<Inline>({ type: 'hardBreak' }, { type: 'footnoteReference', attrs: { id: 'a' } }),
  ),
  { maxLength: 3 },
)

const paragraphs = inlines.map((content): Paragraph => ({ type: 'paragraph', content }))

const { list: lists } = fc.letrec<{ list: List; part: Paragraph | List }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, paragraphs, tie('list')),
  list: fc
    .record({
      ordered: fc.boolean(),
      start: fc.integer({ min: -5, max: 500 }),
      items: fc.array(fc.array(tie('part'), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    })
    .map(({ ordered, start, items }) => ({
      type: 'list' as const,
      attrs: { ordered, start },
      content: items.map((content) => ({ type: 'listItem' as const, content })),
    })),
}))

const pictures: fc.Arbitrary<Picture> = fc.oneof(
  fc.record({ kind: fc.constant('missing' as const), name: perhaps, url: perhaps }),
  fc.record({
    kind: fc.constant('map' as const),
    bounds: fc.constant([-12.5, 10, 5, 25] as const),
    marks: fc.array(
      fc.record({
        label: words,
        lat: fc.integer({ min: -90, max: 90 }),
        lon: fc.constant(2.5),
        radiusKm: fc.option(fc.constant(40)),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    unit: words,
    bars: fc.array(fc.record({ label: words, low: fc.nat(10), high: fc.constant(20), words }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
)

const figures: fc.Arbitrary<Figure> = fc
  .record({ picture: pictures, alt: fc.string(), decorative: fc.boolean(), credit: perhaps, licence: perhaps })
  .chain((attrs) => inlines.map((content) => ({ type: 'figure', attrs, content })))

const levels = fc.constantFrom(2 as const, 3 as const, 4 as const)
const headings = fc
  .tuple(levels, inlines)
  .map(([level, content]) => ({ type: 'heading' as const, attrs: { level }, content }))

const tables: fc.Arbitrary<Block> = fc
  .tuple(perhaps, fc.array(fc.array(fc.tuple(fc.boolean(), inlines), { maxLength: 2 }), { maxLength: 2 }))
  .map(([caption, rows]) => ({
    type: 'table',
    attrs: { caption },
    content: rows.map((cells) => ({
      type: 'tableRow',
      content: cells.map(([header, content]) => ({
        type: 'tableCell',
        attrs: { header, colspan: 1, rowspan: 1 },
        content,
      })),
    })),
  }))

/** A block of one kind: every kind that the schema knows is here. */
export const BLOCKS: Readonly<Record<Block['type'], fc.Arbitrary<Block>>> = {
  paragraph: paragraphs,
  heading: headings,
  list: lists,
  blockquote: fc
    .tuple(
      perhaps,
      fc.option(fc.constant('https://example.org/speech')),
      fc.array(fc.oneof(paragraphs, lists), { maxLength: 2 }),
    )
    .map(([attribution, source, content]) => ({ type: 'blockquote', attrs: { attribution, source }, content })),
  pullQuote: fc
    .tuple(perhaps, inlines)
    .map(([attribution, content]) => ({ type: 'pullQuote', attrs: { attribution }, content })),
  figure: figures,
  table: tables,
  embed: fc
    .tuple(fc.string(), perhaps)
    .map(([title, provider]) => ({ type: 'embed', attrs: { url: 'https://example.org/film', title, provider } })),
  footnote: fc.tuple(words, inlines).map(([id, content]) => ({ type: 'footnote', attrs: { id }, content })),
  aside: fc
    .tuple(perhaps, fc.array(fc.oneof(paragraphs, lists, headings), { maxLength: 2 }))
    .map(([title, content]) => ({ type: 'aside', attrs: { title }, content })),
  ledger: fc.constant({ type: 'ledger', attrs: { eventId: 'evt_1' as EventId } }),
  timeline: fc.constant({ type: 'timeline', attrs: { eventId: 'evt_1' as EventId } }),
  eventMap: inlines.map((content) => ({ type: 'eventMap', attrs: { eventIds: ['evt_1' as EventId] }, content })),
  rule: fc.constant({ type: 'rule' }),
}

/** Any document of the present schema. */
export const documents: fc.Arbitrary<StoryDocument> = fc
  .array(fc.oneof(...Object.values(BLOCKS)), { maxLength: 5 })
  .map((content) => ({ type: 'doc', version: 2, content }))
