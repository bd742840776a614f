import type { ClaimId, EventId, PersonaId, PictureId, SectionId } from '../../src/ids.ts'
import type { Block, Figure, Inline, Paragraph } from '../../src/story/document.ts'
import type { Profile, Section } from '../../src/story/section.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aBody } from '../builders.ts'

/** Says what is to stand in a field. */
export type Word = (field: string) => string

/** What of a story is no text: what it names. */
interface Named {
  readonly sectionIds?: readonly SectionId[]
  readonly bylines?: readonly PersonaId[]
  readonly claimId?: ClaimId
  readonly eventId?: EventId
  readonly pictureId?: PictureId
  /** The end of addresses; left out, the words themselves. */
  readonly plain?: string
}

/** A story with words in every field and in every kind of block that holds any. */
export function aStoryOfWords(word: Word, named: Named = {}): StoryContent {
  const address = (words: string) => `https://example.org/${named.plain ?? words.replaceAll(' ', '-')}`
  const text = (words: string): Inline => ({
    type: 'text',
    text: words,
    marks: [
      { type: 'link', attrs: { href: address(words) } },
      {
        type: 'claim',
        attrs: { claimId: named.claimId ?? (`clm_${words.replaceAll(' ', '').slice(0, 24)}` as ClaimId) },
      },
    ],
  })
  const paragraph = (field: string): Paragraph => ({ type: 'paragraph', content: [text(word(field))] })
  const figure = (picture: Figure['attrs']['picture']): Figure => ({
    type: 'figure',
    attrs: { picture, alt: word('alt'), decorative: false, credit: word('credit'), licence: word('licence') },
    content: [text(word('caption'))],
  })
  const blocks: Block[] = [
    paragraph('paragraph'),
    { type: 'heading', attrs: { level: 2 }, content: [text(word('heading'))] },
    {
      type: 'list',
      attrs: { ordered: false, start: 1 },
      content: [{ type: 'listItem', content: [paragraph('item')] }],
    },
    {
      type: 'blockquote',
      attrs: { attribution: word('attribution'), source: address(word('source')) },
      content: [paragraph('quote')],
    },
    { type: 'pullQuote', attrs: { attribution: word('speaker') }, content: [text(word('pull quote'))] },
    figure({
      kind: 'map',
      bounds: [-12, 10, 5, 25],
      marks: [{ label: word('mark'), lat: 12, lon: 2, radiusKm: 5 }],
    }),
    figure({
      kind: 'chart',
      unit: word('unit'),
      bars: [{ label: word('bar'), low: 1, high: 2, words: word('figure') }],
    }),
    figure({ kind: 'missing', name: word('picture'), url: `${address(word('file'))}.jpg` }),
    ...(named.pictureId
      ? [
          figure({ kind: 'photo', pictureId: named.pictureId, cover: null }),
          figure({ kind: 'photo', pictureId: named.pictureId, cover: word('cover') }),
        ]
      : []),
    ...ofEvent(named.eventId, () => text(word('event map'))),
    {
      type: 'table',
      attrs: { caption: word('table') },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', attrs: { header: true, colspan: 1, rowspan: 1 }, content: [text(word('cell'))] },
          ],
        },
      ],
    },
    { type: 'embed', attrs: { url: address(word('embedded')), title: word('embed'), provider: word('provider') } },
    {
      type: 'footnote',
      attrs: { id: named.plain ?? word('note').replaceAll(' ', '') },
      content: [text(word('footnote'))],
    },
    { type: 'aside', attrs: { title: word('box') }, content: [paragraph('box')] },
  ]
  return {
    kicker: word('kicker'),
    headline: word('headline'),
    standfirst: word('standfirst'),
    dateline: { place: word('place'), on: null },
    sectionIds: named.sectionIds ?? [],
    bylines: named.bylines ?? [],
    keywords: [word('keyword')],
    body: aBody(...blocks),
  }
}

const ofEvent = (eventId: EventId | undefined, caption: () => Inline): Block[] =>
  eventId === undefined
    ? []
    : [
        { type: 'ledger', attrs: { eventId } },
        { type: 'timeline', attrs: { eventId } },
        { type: 'eventMap', attrs: { eventIds: [eventId] }, content: [caption()] },
      ]

/** A section whose every text is of these words; its slug is plain. */
export const aSectionOfWords = (word: Word, slug: string): Section => ({
  id: `sec_${slug}` as SectionId,
  kind: 'series',
  slug,
  parentId: null,
  names: { en: word('section'), fr: word('section in French') },
  about: { en: word('about the section') },
  position: 9,
})

/** What a paper says of itself, in these words; addresses begin as their verbs demand. */
export const aProfileOfWords = (word: Word): Profile => ({
  legalName: word('legal name'),
  founded: 2019,
  contactEmail: `desk@example.org${word('e-mail')}`,
  securityContact: `mailto:desk@example.org${word('security')}`,
  signal: `https://signal.me/#${word('signal')}`,
  secureDrop: word('onion'),
  links: [`https://example.org/${word('link')}`],
  memberships: [`https://example.org/${word('membership')}`],
  adsTxt: [word('advertising')],
  mirrors: {
    issuedAt: '2024-08-01T09:00:00.000Z' as never,
    addresses: [`https://mirror.example/${word('mirror')}`],
    publicKey: 'AAAA',
    signature: 'AAAA',
  },
})
