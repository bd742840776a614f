import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markup } from '../../../src/site/markup.ts'
import { axisFor, laneOf, type LaneItem } from '../../../src/site/record/plot-lanes.ts'
import { RangePlot } from '../../../src/site/record/range-plot.tsx'
import { rowsOf } from '../../../src/site/record/ledger-rows.ts'
import type { Entries } from '../../record/builders.ts'
import { aClaim } from '../../record/builders.ts'
import { byClass, byTag, parse, wordsOf } from '../parse.ts'
import { battleLedger, tinzaouaten } from './tinzaouaten.ts'

/** The plot of a figure of the battle. */
function plot(index: number, ...more: Entries) {
  const set = tinzaouaten(...more)
  const row = rowsOf(set, battleLedger(set)).cells[index]
  if (!row) throw new Error('no such figure')
  return parse(markup(<RangePlot told={{ set, language: 'en' }} rows={row.shown} />))
}

const said = (by: string, figure: string) => aClaim(`${by} ${figure}`, { by, on: 'battle', group: 'w', figure })

const item = fc.record({
  words: fc.string({ minLength: 1, maxLength: 24 }),
  low: fc.nat(500),
  span: fc.nat(300),
  isOpen: fc.boolean(),
})

const laneItems = fc
  .array(item, { minLength: 1, maxLength: 8 })
  .map((items) => items.map(({ words, low, span, isOpen }): LaneItem => ({ words, low, high: low + span, isOpen })))

/** Where an item's words stand on a plot so many pixels wide. */
function wordsAt(placed: ReturnType<typeof laneOf>['items'][number], words: string, px: number): [number, number] {
  const middle = (placed.x / 100) * px + placed.shift * 16
  const half = Math.min(200, words.length * 8.2) / 2
  return [middle - half, middle + half]
}

describe('the plot of a figure', () => {
  it('says in words what it shows, with the part of which a claim speaks', () => {
    const label = byClass(plot(0), 'plot')[0]?.attribs['aria-label']
    expect(label).toBe(
      'On a line from 0 to 60: JNIM 50, only: Ambush of 27 July and Russian military bloggers at least 20.',
    )
  })

  it('is left out where there is one number or none', () => {
    expect(byTag(plot(1), 'svg')).toEqual([])
  })

  it('draws an open end as an arrow, a part hollow, and a span as a line', () => {
    const root = plot(0, said('CSP-PSD', 'range 30 45'))
    expect(byClass(root, 'op')).toHaveLength(1)
    expect(byClass(root, 'part')).toHaveLength(1)
    expect(byClass(root, 'sp')).toHaveLength(1)
  })

  it('points back from a number that is only an upper end', () => {
    const arrows = byClass(plot(0, said('CSP-PSD', 'atMost 90')), 'op').map(({ attribs }) => attribs['d'])
    expect(arrows.some((arrow) => arrow?.includes('-24'))).toBe(true)
  })

  it('keeps “about” in its words, and draws no number for words without one', () => {
    const root = plot(0, said('CSP-PSD', 'approx 40'))
    const labels = byClass(root, 'lb').map((label) => wordsOf(label))
    expect(labels).toContain('CSP-PSD about 40')
    expect(labels.join(' ')).not.toContain('significant')
  })

  it('has positions in percent, and neither a view box nor a style', () => {
    const [svg] = byClass(plot(0), 'plot')
    expect(svg?.attribs['viewbox'] ?? svg?.attribs['viewBox']).toBeUndefined()
    expect(svg?.attribs['style']).toBeUndefined()
  })

  it('has labels that never meet, on the narrowest screen and on a wide one', () => {
    fc.assert(
      fc.property(laneItems, fc.constantFrom(200, 328, 700), (items, px) => {
        const { items: placed } = laneOf(items, 1000)
        const drawn = placed.map((one, index) => ({ lane: one.lane, at: wordsAt(one, items[index]?.words ?? '', px) }))
        for (const [index, one] of drawn.entries()) {
          for (const other of drawn.slice(index + 1)) {
            if (one.lane !== other.lane) continue
            expect(one.at[1] <= other.at[0] + 1 || other.at[1] <= one.at[0] + 1).toBe(true)
          }
        }
      }),
    )
  })

  it('has labels that never leave it', () => {
    fc.assert(
      fc.property(laneItems, fc.constantFrom(200, 700), (items, px) => {
        for (const [index, one] of laneOf(items, 1000).items.entries()) {
          const [from, to] = wordsAt(one, items[index]?.words ?? '', px)
          expect(from).toBeGreaterThanOrEqual(-1)
          expect(to).toBeLessThanOrEqual(px + 1)
        }
      }),
    )
  })

  it('has a line from nought to beyond the highest, with whole steps', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), (highest) => {
        const { max, ticks } = axisFor(highest)
        expect(max).toBeGreaterThan(highest)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBe(max)
        expect(ticks.length).toBeLessThanOrEqual(5)
        expect(ticks.every(Number.isInteger)).toBe(true)
      }),
    )
  })
})
