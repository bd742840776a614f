import { describe, expect, it } from 'vitest'
import type { Block, StoryDocument } from '../../src/story/document.ts'
import { countWords, plainText, readingMinutes } from '../../src/story/plain-text.ts'

const doc = (...content: Block[]): StoryDocument => ({ type: 'doc', version: 2, content })
const paragraph = (words: string): Block & { type: 'paragraph' } => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
})

describe('a story as plain text', () => {
  it('parts paragraphs by an empty line and puts footnotes last', () => {
    const note: Block = { type: 'footnote', attrs: { id: 'a' }, content: [{ type: 'text', text: 'A note.' }] }
    expect(plainText(doc(note, paragraph('One.'), paragraph('Two.')))).toBe('One.\n\nTwo.\n\nA note.')
  })

  it('keeps the numbers and the depth of lists', () => {
    const list: Block = {
      type: 'list',
      attrs: { ordered: true, start: 2 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('second'),
            {
              type: 'list',
              attrs: { ordered: false, start: 1 },
              content: [{ type: 'listItem', content: [paragraph('inside')] }],
            },
          ],
        },
        { type: 'listItem', content: [paragraph('third')] },
      ],
    }
    expect(plainText(doc(list))).toBe('2. second\n  – inside\n3. third')
  })

  it('keeps who said a quotation, a table’s cells and a box’s title', () => {
    const cell = { type: 'tableCell', attrs: { header: false, colspan: 1, rowspan: 1 } } as const
    const body = doc(
      { type: 'blockquote', attrs: { attribution: 'A witness', source: null }, content: [paragraph('It burned.')] },
      {
        type: 'table',
        attrs: { caption: 'Tolls' },
        content: [
          {
            type: 'tableRow',
            content: [
              { ...cell, content: [{ type: 'text', text: 'Army' }] },
              { ...cell, content: [{ type: 'text', text: '2' }] },
            ],
          },
        ],
      },
      { type: 'aside', attrs: { title: 'Who is who' }, content: [paragraph('JNIM.')] },
      { type: 'rule' },
    )
    expect(plainText(body)).toBe('It burned.\n\nA witness\n\nTolls\n\nArmy\t2\n\nWho is who\n\nJNIM.')
  })

  it('says nothing of a picture that readers do not get', () => {
    const picture = { kind: 'missing', name: 'a.webp', url: null } as const
    const figure: Block = {
      type: 'figure',
      attrs: { picture, alt: '', decorative: false, credit: null, licence: null },
      content: [{ type: 'text', text: 'Caption.' }],
    }
    expect(plainText(doc(figure))).toBe('')
  })
})

describe('words', () => {
  it.each([
    ['Jama’at Nusrat al-Islam', 3],
    ['1,500 men and 3.5 tonnes – more or less', 8],
    ['L’armée dit « deux » morts', 4],
    ['جماعة نصرة الإسلام', 3],
    ['… – !', 0],
  ])('of %j are %i', (words, count) => {
    expect(countWords(doc(paragraph(words)))).toBe(count)
  })

  it('are read at 230 a minute, in whole minutes, at least one', () => {
    expect([0, 1, 230, 231, 1000].map(readingMinutes)).toEqual([1, 1, 1, 2, 5])
  })
})
