import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, instantAt, wallTimeIn } from '../../src/story/wall-clock.ts'
import type { LocalDate } from '../../src/time.ts'

const on = (text: string) => text as LocalDate

describe('a clock on the wall', () => {
  it('shows six in the morning at the instant that it is six there', () => {
    expect(instantAt('Africa/Bamako', { on: on('2026-03-29'), at: '06:00' })).toBe('2026-03-29T06:00:00.000Z')
    expect(instantAt('Europe/Paris', { on: on('2026-03-28'), at: '06:00' })).toBe('2026-03-28T05:00:00.000Z')
    expect(instantAt('Europe/Paris', { on: on('2026-03-29'), at: '06:00' })).toBe('2026-03-29T04:00:00.000Z')
    expect(instantAt('Asia/Kathmandu', { on: on('2026-01-01'), at: '00:00' })).toBe('2025-12-31T18:15:00.000Z')
    expect(instantAt('Pacific/Kiritimati', { on: on('2026-01-01'), at: '00:00' })).toBe('2025-12-31T10:00:00.000Z')
  })

  it('shows an hour twice where it is put back, and the first time counts', () => {
    expect(instantAt('Europe/Paris', { on: on('2026-10-25'), at: '02:30' })).toBe('2026-10-25T00:30:00.000Z')
    expect(instantAt('America/New_York', { on: on('2026-11-01'), at: '01:30' })).toBe('2026-11-01T05:30:00.000Z')
  })

  it('never shows the hour that is left out where it is put forward: what is set for then comes as if it had not been', () => {
    expect(instantAt('Europe/Paris', { on: on('2026-03-29'), at: '02:30' })).toBe('2026-03-29T01:30:00.000Z')
    expect(wallTimeIn('Europe/Paris', '2026-03-29T01:30:00.000Z')).toEqual({ on: '2026-03-29', at: '03:30' })
  })

  it('begins a day at its midnight, and where that is left out at the first minute there is', () => {
    expect(instantAt('Africa/Cairo', { on: on('2026-04-24'), at: '00:00' })).toBe('2026-04-23T22:00:00.000Z')
  })

  it('comes back to the same instant through what it shows, but for the hour that it shows twice', () => {
    const zones = fc.constantFrom('Africa/Bamako', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Africa/Cairo')
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const instant = new Date(minute * 60_000).toISOString()
        const back = instantAt(zone, wallTimeIn(zone, instant))
        expect([0, 3_600_000]).toContain(Date.parse(instant) - Date.parse(back))
      }),
    )
  })

  it('counts days over months, years and leap days', () => {
    expect(daysAfter(on('2024-02-28'), 1)).toBe('2024-02-29')
    expect(daysAfter(on('2026-01-01'), -1)).toBe('2025-12-31')
  })
})
