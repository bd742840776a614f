import { describe, expect, it } from 'vitest'
import type { Upkeep } from '../../src/store/upkeep.ts'
import { isBackupDue } from '../../src/upkeep/backups/nightly.ts'
import { at } from '../builders.ts'

const HOUR = 2

const last = (overrides: Partial<Upkeep>): Upkeep => ({
  kind: 'backup',
  triedAt: at('2026-11-23T02:00:10Z'),
  doneAt: at('2026-11-23T02:00:10Z'),
  detail: { state: 'made' },
  ...overrides,
})

const isDue = (upkeep: Upkeep | undefined, now: string): boolean => isBackupDue(upkeep, at(now), HOUR)

describe('the nightly backup', () => {
  it('is due at once where there has been none', () => {
    expect(isDue(undefined, '2026-11-23T15:00:00Z')).toBe(true)
  })

  it('is due when its hour has come, and once', () => {
    expect(isDue(last({}), '2026-11-24T01:59:59Z')).toBe(false)
    expect(isDue(last({}), '2026-11-24T02:00:00Z')).toBe(true)
    const made = last({ triedAt: at('2026-11-24T02:00:20Z'), doneAt: at('2026-11-24T02:00:20Z') })
    expect(isDue(made, '2026-11-24T02:00:30Z')).toBe(false)
  })

  it('is due late rather than never, after nights when the machine was off', () => {
    expect(isDue(last({}), '2026-11-27T11:30:00Z')).toBe(true)
  })

  it('is not due while another process makes it, and is when that one has been silent', () => {
    const running = last({ triedAt: at('2026-11-24T02:00:00Z'), detail: { state: 'running' } })
    expect(isDue(running, '2026-11-24T02:05:00Z')).toBe(false)
    expect(isDue(running, '2026-11-24T02:11:00Z')).toBe(true)
  })

  it('that failed is tried again in an hour', () => {
    const failed = last({ triedAt: at('2026-11-24T02:00:00Z'), detail: { state: 'failed' } })
    expect(isDue(failed, '2026-11-24T02:59:00Z')).toBe(false)
    expect(isDue(failed, '2026-11-24T03:01:00Z')).toBe(true)
  })

  it('is not put off by a note from a clock that had jumped years ahead', () => {
    const ahead = { triedAt: at('2028-11-23T02:00:10Z'), doneAt: at('2028-11-23T02:00:10Z') }
    expect(isDue(last(ahead), '2026-11-23T15:00:00Z')).toBe(true)
    const running = last({ triedAt: at('2028-11-23T02:00:10Z'), doneAt: null, detail: { state: 'running' } })
    expect(isDue(running, '2026-11-23T15:00:00Z')).toBe(true)
  })
})
