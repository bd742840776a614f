import { describe, expect, it } from 'vitest'
import { steadyClock } from '../src/steady-clock.ts'

const NOON = Date.parse('2026-11-23T12:00:00.000Z')
const TWO_YEARS = 2 * 365 * 24 * 3_600_000

/** A machine whose clock somebody sets, and which sleeps and wakes. */
function aMachine() {
  const machine = { wall: NOON, uptime: 50_000, heard: [] as number[], now: () => '' }
  machine.now = steadyClock({
    wall: () => machine.wall,
    uptime: () => machine.uptime,
    onSet: (byMs) => void machine.heard.push(byMs),
  })
  return {
    ...machine,
    now: () => machine.now(),
    pass: (ms: number) => {
      machine.wall += ms
      machine.uptime += ms
    },
    set: (byMs: number) => {
      machine.wall += byMs
    },
  }
}

describe('the clock of a process that goes on running', () => {
  it('goes on as the machine’s does, through nights asleep and small corrections', () => {
    const machine = aMachine()
    expect(machine.now()).toBe('2026-11-23T12:00:00.000Z')
    machine.pass(10 * 3_600_000)
    expect(machine.now()).toBe('2026-11-23T22:00:00.000Z')
    for (let times = 0; times < 10; times += 1) {
      machine.set(60_000)
      machine.pass(1_000)
      machine.now()
    }
    expect(machine.now()).toBe('2026-11-23T22:10:10.000Z')
    expect(machine.heard).toEqual([])
  })

  it.each([TWO_YEARS, -TWO_YEARS, 3_600_000])(
    'does not follow a clock that is set by %d ms, and says so once',
    (by) => {
      const machine = aMachine()
      machine.set(by)
      machine.pass(1_000)
      expect([machine.now(), machine.now()]).toEqual(Array(2).fill('2026-11-23T12:00:01.000Z'))
      machine.pass(60_000)
      expect(machine.now()).toBe('2026-11-23T12:01:01.000Z')
      expect(machine.heard).toEqual([by])
      machine.set(-by)
      expect(machine.now()).toBe('2026-11-23T12:01:01.000Z')
      machine.set(by)
      machine.now()
      expect(machine.heard).toEqual([by, by])
    },
  )
})
