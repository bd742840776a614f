import { describe, expect, it } from 'vitest'
import type { ClaimId, EventId } from '../../src/ids.ts'
import type { Inline } from '../../src/story/document.ts'
import { eventsIn, figuresIn } from '../../src/story/figures.ts'
import { aBody, aParagraph } from '../builders.ts'

const fifty = 'clm_50' as ClaimId
const ten = 'clm_10' as ClaimId
const battle = 'evt_battle' as EventId
const ambush = 'evt_ambush' as EventId

const text = (words: string): Inline => ({ type: 'text', text: words })
const stating = (claimId: ClaimId, words: string, ...more: ('strong' | 'emphasis')[]): Inline => ({
  type: 'text',
  text: words,
  marks: [...more.map((type) => ({ type })), { type: 'claim', attrs: { claimId } }],
})
const paragraph = (...content: Inline[]) => ({ type: 'paragraph', content }) as const

describe('the figures in a story', () => {
  it('are the words that state a claim, in reading order', () => {
    const body = aBody(
      paragraph(text('It says it killed '), stating(fifty, '50 fighters'), text(' and '), stating(ten, '10 soldiers')),
      aParagraph('Nobody has counted.'),
    )
    expect(figuresIn(body)).toEqual([
      { claimId: fifty, words: '50 fighters' },
      { claimId: ten, words: '10 soldiers' },
    ])
  })

  it('stay one figure when a part of the words is set in bold', () => {
    expect(figuresIn(aBody(paragraph(stating(fifty, '50', 'strong'), stating(fifty, ' fighters'))))).toEqual([
      { claimId: fifty, words: '50 fighters' },
    ])
  })

  it('are two when a story states one claim twice', () => {
    const twice = paragraph(stating(fifty, '50'), text(' … '), stating(fifty, 'fifty'))
    expect(figuresIn(aBody(twice)).map(({ words }) => words)).toEqual(['50', 'fifty'])
  })

  it('are found in tables, boxes, quotations and captions', () => {
    const words = [stating(ten, 'ten')]
    const body = aBody(
      { type: 'aside', attrs: { title: null }, content: [{ type: 'paragraph', content: words }] },
      { type: 'eventMap', attrs: { eventIds: [ambush] }, content: words },
      {
        type: 'table',
        attrs: { caption: null },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { header: false, colspan: 1, rowspan: 1 }, content: words }],
          },
        ],
      },
    )
    expect(figuresIn(body)).toHaveLength(3)
  })
})

describe('the events in a story', () => {
  it('are those of its boxes, timelines and maps, each once', () => {
    const body = aBody(
      { type: 'ledger', attrs: { eventId: battle } },
      { type: 'timeline', attrs: { eventId: battle } },
      { type: 'eventMap', attrs: { eventIds: [ambush, battle] }, content: [] },
    )
    expect(eventsIn(body)).toEqual([battle, ambush])
  })
})
