import { describe, expect, it } from 'vitest'
import { deskStoryOf, deskTextOf } from '../../src/desk/story-text.ts'
import type { ClaimId, PictureId } from '../../src/ids.ts'
import type { Block, Inline } from '../../src/story/document.ts'
import { aBody, aContent, aParagraph } from '../builders.ts'

const words = (text: string, ...marks: ('claim' | 'strong')[]): Inline => ({
  type: 'text',
  text,
  ...(marks.length > 0 && {
    marks: marks.map((type) =>
      type === 'claim' ? { type, attrs: { claimId: 'clm_army' as ClaimId } } : { type: 'strong' },
    ),
  }),
})

const aPicture = (credit: string | null, kind: 'photo' | 'missing' = 'photo', caption = 'A bridge.'): Block => ({
  type: 'figure',
  attrs: {
    picture:
      kind === 'photo'
        ? { kind, pictureId: 'pic_a' as PictureId, cover: null }
        : { kind, name: 'bridge.jpg', url: null },
    alt: 'A bridge',
    decorative: false,
    credit,
    licence: null,
  },
  content: caption === '' ? [] : [words(caption)],
})

const quotation = (attribution: string | null): Block => ({
  type: 'blockquote',
  attrs: { attribution, source: null },
  content: [{ type: 'paragraph', content: [words('We saw it.')] }],
})

const pulled = (attribution: string | null): Block => ({
  type: 'pullQuote',
  attrs: { attribution },
  content: [words('We saw it.')],
})

const readOf = (...blocks: Block[]) => deskTextOf(aContent({ headline: '', standfirst: '', body: aBody(...blocks) }))
const linesOf = (...blocks: Block[]) => readOf(...blocks).paragraphs.map(({ kind, text }) => `${kind}: ${text}`)

describe('a story as the desk reads it', () => {
  it('begins with headline and standfirst, where there are any', () => {
    const { text, places } = deskStoryOf(aContent({ body: aBody(aParagraph('The army says so.')) }))
    expect(text.paragraphs.map(({ kind }) => kind)).toEqual(['headline', 'standfirst', 'text'])
    expect(places).toEqual(['headline', 'standfirst', [0]])
    expect(linesOf(aParagraph('The army says so.'))).toEqual(['text: The army says so.'])
  })

  it('has lists and boxes in reading order, and footnotes last', () => {
    const list: Block = {
      type: 'list',
      attrs: { ordered: false, start: 1 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [words('One.')] }] }],
    }
    const note: Block = { type: 'footnote', attrs: { id: 'n' }, content: [words('By phone.')] }
    const box: Block = {
      type: 'aside',
      attrs: { title: 'Background' },
      content: [
        { type: 'heading', attrs: { level: 3 }, content: [words('How it began')] },
        { type: 'paragraph', content: [words('Long ago.')] },
      ],
    }
    const body = aBody(note, list, box, { type: 'rule' })
    const { text, places } = deskStoryOf(aContent({ headline: '', standfirst: '', body }))
    expect(text.paragraphs.map(({ kind, text: said }) => `${kind}: ${said}`)).toEqual([
      'text: One.',
      'heading: How it began',
      'text: Long ago.',
      'note: By phone.',
    ])
    expect(places).toEqual([[1, 0, 0], [2, 0], [2, 1], [0]])
  })

  it('knows whose words a set-apart quotation has, and takes enlarged words of the story for a heading', () => {
    const { paragraphs } = readOf(quotation('A nurse'), quotation(' '), pulled('A nurse'), pulled(null))
    expect(paragraphs.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['quote', 'A nurse'],
      ['quote', null],
      ['quote', 'A nurse'],
      ['heading', null],
    ])
  })

  it('knows behind which words a claim stands already, also where a part of them is bold', () => {
    const content = [words('At least '), words('four ', 'claim'), words('people', 'strong', 'claim'), words(' died.')]
    expect(readOf({ type: 'paragraph', content }).paragraphs).toMatchObject([
      { text: 'At least four people died.', cited: [{ start: 9, end: 20 }] },
    ])
  })

  it('counts a line break and a footnote’s reference as one sign each, as the editor does', () => {
    const content: Inline[] = [
      words('One'),
      { type: 'hardBreak' },
      words('two'),
      { type: 'footnoteReference', attrs: { id: 'n' } },
      words('three', 'claim'),
    ]
    expect(readOf({ type: 'paragraph', content }).paragraphs).toMatchObject([
      { text: 'One\ntwo three', cited: [{ start: 8, end: 13 }] },
    ])
  })

  it('has each picture with its caption, even an empty one, and says whether it is credited', () => {
    const map: Block = {
      type: 'figure',
      attrs: {
        picture: { kind: 'map', bounds: [0, 0, 1, 1], marks: [] },
        alt: 'Where',
        decorative: false,
        credit: null,
        licence: null,
      },
      content: [words('Where it was.')],
    }
    const text = readOf(aPicture('A. Photographer'), aPicture(' ', 'photo', ''), map, aPicture(null, 'missing'))
    expect(text.paragraphs.map(({ kind, text: caption }) => [kind, caption])).toEqual([
      ['caption', 'A bridge.'],
      ['caption', ''],
      ['caption', 'Where it was.'],
    ])
    expect(text.pictures).toEqual([
      { paragraph: 0, hasCredit: true },
      { paragraph: 1, hasCredit: false },
    ])
  })

  it('leaves tables and embeds out', () => {
    const cell = {
      type: 'tableCell',
      attrs: { header: false, colspan: 1, rowspan: 1 },
      content: [words('12')],
    } as const
    const table: Block = { type: 'table', attrs: { caption: null }, content: [{ type: 'tableRow', content: [cell] }] }
    const embed: Block = { type: 'embed', attrs: { url: 'https://video.example/1', title: 'A film', provider: null } }
    expect(linesOf(table, embed)).toEqual([])
  })
})
