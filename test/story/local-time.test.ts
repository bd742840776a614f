import { describe, expect, it } from 'vitest'
import { readLocalTime, toLocalTime } from '../../src/story/local-time.ts'
import { at } from '../builders.ts'

describe('a time on the newsroom’s wall', () => {
  it('is one instant on most days', () => {
    expect(readLocalTime('2024-07-29T06:00', 'Africa/Bamako')).toEqual({ kind: 'once', at: at('2024-07-29T06:00:00Z') })
    expect(readLocalTime('2024-07-29T06:00', 'Europe/Paris')).toEqual({ kind: 'once', at: at('2024-07-29T04:00:00Z') })
    expect(readLocalTime('2024-12-29T06:00', 'Asia/Kathmandu')).toEqual({
      kind: 'once',
      at: at('2024-12-29T00:15:00Z'),
    })
  })

  it('is none where the clocks go forward over it, and the next time is told', () => {
    expect(readLocalTime('2026-03-29T02:30', 'Europe/Paris')).toEqual({
      kind: 'never',
      after: at('2026-03-29T01:00:00Z'),
    })
    expect(readLocalTime('2026-03-29T03:00', 'Europe/Paris')).toEqual({ kind: 'once', at: at('2026-03-29T01:00:00Z') })
  })

  it('comes twice where the clocks go back', () => {
    expect(readLocalTime('2026-10-25T02:30', 'Europe/Paris')).toEqual({
      kind: 'twice',
      first: at('2026-10-25T00:30:00Z'),
      second: at('2026-10-25T01:30:00Z'),
    })
    expect(readLocalTime('2026-10-25T03:00', 'Europe/Paris')).toEqual({ kind: 'once', at: at('2026-10-25T02:00:00Z') })
  })

  it('is read back as it was written', () => {
    const time = readLocalTime('2024-07-29T06:45', 'America/New_York')
    expect(time?.kind === 'once' && toLocalTime(time.at, 'America/New_York')).toBe('2024-07-29T06:45')
  })

  it('is nothing where it is no time', () => {
    for (const text of ['', '2024-02-30T06:00', '2024-07-29', '2024-07-29T25:00', 'soon']) {
      expect(readLocalTime(text, 'Africa/Bamako')).toBeUndefined()
    }
  })
})
