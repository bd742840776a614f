import { describe, expect, it } from 'vitest'
import { byDay, lastOf, monthIn, monthsAfter, sheetOf } from '../../src/studio/fronts/calendar-month.ts'
import { chosenIn, moved } from '../../src/studio/fronts/use-front.ts'
import { typedInstant } from '../../src/studio/fronts/time-field.tsx'
import type { StoryId } from '../../src/ids.ts'
import type { Month } from '../../src/time.ts'

const story = (name: string) => `sty_${name}` as StoryId
const place = (position: number, name: string) => ({ position, storyId: story(name), until: null })
const month = (text: string) => text as Month

describe('a month’s sheet', () => {
  it('has whole weeks from Monday on, with every day of the month once', () => {
    const sheet = sheetOf(month('2026-11'))
    expect([sheet.length, sheet[0]?.[0], sheet.at(-1)?.[6]]).toEqual([6, '2026-10-26', '2026-12-06'])
    for (const text of ['2024-02', '2026-02', '2027-02', '2026-03', '2026-12']) {
      const days = sheetOf(month(text)).flat()
      expect(new Set(days).size).toBe(days.length)
      expect(days.findLast((day) => day.startsWith(text))).toBe(lastOf(month(text)))
      expect(days.length % 7).toBe(0)
    }
    expect(sheetOf(month('2027-02'))).toHaveLength(4)
  })

  it('turns to the month before and after, over the year', () => {
    expect([monthsAfter(month('2026-12'), 1), monthsAfter(month('2026-01'), -1)]).toEqual(['2027-01', '2025-12'])
  })

  it('has each entry on the day of the newsroom’s own calendar', () => {
    const late = { at: '2026-11-30T23:30:00.000Z' }
    expect([...byDay('Africa/Bamako', [late]).keys()]).toEqual(['2026-11-30'])
    expect([...byDay('Europe/Paris', [late]).keys()]).toEqual(['2026-12-01'])
    expect(monthIn('Europe/Paris', late.at)).toBe('2026-12')
    const spring = ['2026-03-29T00:59:00.000Z', '2026-03-29T01:00:00.000Z', '2026-03-28T23:00:00.000Z']
    expect([
      ...byDay(
        'Europe/Paris',
        spring.map((at) => ({ at })),
      ).keys(),
    ]).toEqual(['2026-03-29'])
  })
})

describe('a time that was typed', () => {
  it('is an instant in the newsroom’s zone, or none', () => {
    expect(typedInstant('Europe/Paris', { on: '2026-07-01', at: '06:00' })).toBe('2026-07-01T04:00:00.000Z')
    for (const typed of [
      { on: '2026-02-30', at: '06:00' },
      { on: '', at: '06:00' },
      { on: '2026-07-01', at: '24:00' },
      { on: '2026-07-01', at: '' },
    ]) {
      expect(typedInstant('Europe/Paris', typed)).toBeNull()
    }
  })
})

describe('a front’s chosen places', () => {
  it('change places with whoever stands where a story goes', () => {
    expect(moved([place(1, 'a'), place(2, 'b'), place(5, 'c')], 2, 1)).toEqual([
      place(2, 'a'),
      place(1, 'b'),
      place(5, 'c'),
    ])
    expect(moved([place(1, 'a')], 1, 4)).toEqual([place(4, 'a')])
  })

  it('are those that somebody chose, not those that are filled by themselves', () => {
    const shown = { id: story('x'), headline: 'X', kicker: null }
    const chosen = { id: story('a'), headline: 'A', state: 'published' as const, isLive: true }
    const places = [
      { position: 1, shown, chosen: null, until: null },
      { position: 2, shown, chosen, until: null },
    ]
    expect(chosenIn({ places, changes: [], lastChange: null })).toEqual([place(2, 'a')])
  })
})
