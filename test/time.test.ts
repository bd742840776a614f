import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateIn,
  type Instant,
  instantOf,
  type LocalDate,
  monthOf,
  noonOf,
  parseInstant,
  parseLocalDate,
} from '../src/time.ts'
import { at } from './builders.ts'

const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('instants', () => {
  it.each([
    ['2024-07-29T15:10:00Z', '2024-07-29T15:10:00.000Z'],
    ['2024-07-29T15:10Z', '2024-07-29T15:10:00.000Z'],
    ['2024-07-29T15:10:00+02:00', '2024-07-29T13:10:00.000Z'],
    ['2024-07-29T15:10:00+0530', '2024-07-29T09:40:00.000Z'],
    ['2024-07-29T23:30:00-01:00', '2024-07-30T00:30:00.000Z'],
    ['2024-07-29T15:10:00.123456Z', '2024-07-29T15:10:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, instant) => expect(parseInstant(text)).toBe(instant))

  it.each([
    '2024-06-31T00:00:00Z',
    '2023-02-29T10:00:00+01:00',
    '2024-13-01T00:00:00Z',
    '2024-07-29T25:00:00Z',
    '2024-07-29T15:60:00Z',
    '2024-07-29T15:10:00',
    '2024-07-29',
    '2024-07-29 15:10:00Z',
    '29 July 2024',
    '9999-12-31T23:59:59-01:00',
    '0000-01-01T00:00:00+01:00',
    '',
  ])('takes %j for no instant', (text) => expect(parseInstant(text)).toBeUndefined())

  it('reads back every instant it writes, and sorts as text', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9998-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        expect(parseInstant(instantOf(one))).toBe(instantOf(one))
        expect(instantOf(one) < instantOf(other)).toBe(one < other)
      }),
    )
  })

  it('writes only what sorts as text, whatever it was given', () => {
    const texts = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.stringMatching(/^[+-](0\d|1[0-4]):[0-5]\d$/))
      .map(([year, offset]) => `${String(year).padStart(4, '0')}-01-01T00:30:00${offset}`)
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseInstant(text)?.length ?? 24).toBe(24)
      }),
    )
  })
})

describe('dates', () => {
  it('knows which days there are', () => {
    expect(parseLocalDate('2024-06-30')).toBe('2024-06-30')
    for (const none of ['2024-06-31', '2023-02-29', '2024-00-10', '2024-1-1', '2024-07-29T00:00', ' 2024-07-29', '']) {
      expect(parseLocalDate(none)).toBeUndefined()
    }
    fc.assert(
      fc.property(days, (day) => {
        expect(parseLocalDate(day)).toBe(day)
      }),
    )
  })

  it.each([
    ['Africa/Bamako', '2024-07-31T23:59:59.999Z', '2024-07-31'],
    ['Africa/Bamako', '2024-08-01T00:00:00.000Z', '2024-08-01'],
    ['Africa/Kigali', '2024-07-31T22:00:00.000Z', '2024-08-01'],
    ['Africa/Khartoum', '2024-12-31T21:59:59.999Z', '2024-12-31'],
    ['America/New_York', '2024-08-01T03:59:59.000Z', '2024-07-31'],
    ['Pacific/Kiritimati', '2024-07-31T10:00:00.000Z', '2024-08-01'],
    ['UTC', '1999-12-31T23:59:59.999Z', '1999-12-31'],
  ])('in %s the calendar shows at %s the date %s', (zone, instant, date) =>
    expect(dateIn(zone, at(instant))).toBe(date),
  )

  it('follows summer time: the clocks of Paris change at one o’clock UTC', () => {
    expect(dateIn('Europe/Paris', at('2024-03-30T22:59:59Z'))).toBe('2024-03-30')
    expect(dateIn('Europe/Paris', at('2024-03-30T23:00:00Z'))).toBe('2024-03-31')
    expect(dateIn('Europe/Paris', at('2024-03-31T21:59:59Z'))).toBe('2024-03-31')
    expect(dateIn('Europe/Paris', at('2024-03-31T22:00:00Z'))).toBe('2024-04-01')
    expect(dateIn('Europe/Paris', at('2024-10-27T22:59:59Z'))).toBe('2024-10-27')
    expect(dateIn('Europe/Paris', at('2024-10-27T23:00:00Z'))).toBe('2024-10-28')
  })

  it('takes the month from the date', () => expect(monthOf('2024-07-29' as LocalDate)).toBe('2024-07'))

  it('puts a day without a time at a noon that is that day from Pago Pago to Honiara', () => {
    const zones = fc.constantFrom(
      'Pacific/Pago_Pago',
      'America/New_York',
      'Africa/Bamako',
      'Asia/Kolkata',
      'Pacific/Guadalcanal',
    )
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const noon: Instant = noonOf(day as LocalDate)
        expect(dateIn(zone, noon)).toBe(day)
      }),
    )
  })
})
