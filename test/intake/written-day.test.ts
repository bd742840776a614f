import { describe, expect, it } from 'vitest'
import { readDate } from '../../src/intake/source-date.ts'
import { readDay } from '../../src/intake/written-day.ts'
import type { LocalDate } from '../../src/time.ts'

const on = (line: string): string | undefined => {
  const day = readDay(line)
  if (day?.kind === 'relative') return day.resolve('2024-08-02' as LocalDate)
  return day?.kind === 'day' ? day.on : undefined
}

describe('a day as a page writes it', () => {
  it.each([
    ['Jul 29, 2024', '2024-07-29'],
    ['29 juil. 2024', '2024-07-29'],
    ['29 July 2024', '2024-07-29'],
    ['Monday, July 29th, 2024', '2024-07-29'],
    ['lundi 29 juillet 2024', '2024-07-29'],
    ['1er août 2024', '2024-08-01'],
    ['04.05.2015 à 13h36', '2015-05-04'],
    ['29/07/2024', '2024-07-29'],
    ['07/29/2024', '2024-07-29'],
    ['2024-07-29', '2024-07-29'],
    ['2 days ago', '2024-07-31'],
    ['il y a 3 jours', '2024-07-30'],
    ['5 hours ago', '2024-08-02'],
    ['hier', '2024-08-01'],
    ['Jul 29', '2024-07-29'],
    ['12 déc.', '2023-12-12'],
    ['vor 2 Tagen', '2024-07-31'],
    ['hace 5 horas', '2024-08-02'],
    ['há 3 dias', '2024-07-30'],
    ['2 giorni fa', '2024-07-31'],
    ['gestern', '2024-08-01'],
    ['29 de jul.', '2024-07-29'],
  ])('%s is %s', (line, day) => {
    expect(on(line)).toBe(day)
  })

  it.each(['September 2025', 'Mali', '31 June 2024', 'On 29 July 2024 the town fell.', '2 men', 'May'])(
    '%s is no day',
    (line) => {
      expect(readDay(line)).toBeUndefined()
    },
  )

  it('may be one of two, unless the language tells', () => {
    expect(readDay('03/04/2024')).toEqual({ kind: 'ambiguous', words: '03/04/2024' })
    expect(readDay('03/04/2024', 'fr')).toEqual({ kind: 'day', on: '2024-04-03' })
  })
})

describe('a date of an export or a feed', () => {
  it.each([
    ['Mon, 29 Jul 2024 15:10:00 GMT', '2024-07-29T15:10:00.000Z'],
    ['Mon, 29 Jul 2024 15:10:00 +0200', '2024-07-29T13:10:00.000Z'],
    ['29 Jul 24 15:10 EST', '2024-07-29T20:10:00.000Z'],
    ['2024-07-29T15:10:00+02:00', '2024-07-29T13:10:00.000Z'],
    ['2024-07-29 15:10:00', '2024-07-29T15:10:00.000Z'],
    ['Wed, 5 Nov 2025 13:52:10  EST', '2025-11-05T18:52:10.000Z'],
  ])('%s is %s', (written, at) => {
    expect(readDate(written)).toEqual({ precision: 'minute', at })
  })

  it('without a time is known to the day only', () => {
    expect(readDate('2024-07-29')).toEqual({ precision: 'day', on: '2024-07-29' })
    expect(readDate('29 Jul 2024')).toEqual({ precision: 'day', on: '2024-07-29' })
  })

  it.each(['0000-00-00 00:00:00', 'Mon, 30 Nov -0001 00:00:00 +0000', '', 'soon', '2024-13-45'])(
    '%j is none',
    (written) => {
      expect(readDate(written)).toBeNull()
    },
  )
})
