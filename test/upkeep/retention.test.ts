import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../src/time.ts'
import { backupName, madeAt } from '../../src/upkeep/backups/backup-name.ts'
import { type Keep, outlivedBackups } from '../../src/upkeep/backups/retention.ts'
import { at } from '../builders.ts'

const named = (...instants: string[]): string[] => instants.map((instant) => backupName(at(instant)))

const anInstant = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => instantOf(new Date(Math.floor(date.getTime() / 1000) * 1000)))
const aKeep: fc.Arbitrary<Keep> = fc.record({
  days: fc.integer({ min: 1, max: 10 }),
  weeks: fc.integer({ min: 0, max: 6 }),
  months: fc.integer({ min: 0, max: 14 }),
})
const aStranger = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'onrecord-20261123T020000Z.tar',
    'onrecord-20261123T020000Z.tar.age.old',
    'onrecord-20260231T020000Z.tar.age',
    'onrecord-20261123T250000Z.tar.age',
    '.onrecord-20261123T020000Z.tar.age.host.1.draft',
    'thesis.tar.age',
  ),
)

const on = (month: string, ...days: string[]) => days.map((day) => `${month}-${day}`)

/** A backup each night, newest last, as many as so many nights. */
const nights = (howMany: number): string[] =>
  Array.from({ length: howMany }, (_, night) =>
    backupName(instantOf(new Date(Date.UTC(2026, 10, 23, 2) - (howMany - 1 - night) * 86_400_000))),
  )

describe('the name of a backup', () => {
  it('says when it was made, and is read back', () => {
    expect(backupName(at('2026-11-23T02:00:07.123Z'))).toBe('onrecord-20261123T020007Z.tar.age')
    expect(madeAt('onrecord-20261123T020007Z.tar.age')).toBe('2026-11-23T02:00:07.000Z')
    fc.assert(fc.property(anInstant, (instant) => madeAt(backupName(instant)) === instant))
  })

  it('is no name that anything else has', () => {
    expect(fc.check(fc.property(aStranger, (name) => madeAt(name) === undefined))).toMatchObject({ failed: false })
  })
})

describe('which backups have had their time', () => {
  const KEEP = { days: 7, weeks: 4, months: 12 }

  it('after a year of nights, leaves seven days, four weeks before them and months before those', () => {
    const all = nights(400)
    const removed = new Set(outlivedBackups(all, KEEP))
    const kept = all.filter((name) => !removed.has(name)).map((name) => madeAt(name)?.slice(0, 10))
    const ends = ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30']
    expect(kept).toEqual([
      '2025-11-30',
      '2025-12-31',
      ...on('2026', ...ends),
      ...on('2026-10', '25', '31'),
      ...on('2026-11', '01', '08', '15', '17', '18', '19', '20', '21', '22', '23'),
    ])
  })

  it('comes to the same when it is asked night by night', () => {
    const all = nights(400)
    let there: string[] = []
    for (const name of all) {
      there.push(name)
      const removed = new Set(outlivedBackups(there, KEEP, name))
      there = there.filter((one) => !removed.has(one))
    }
    const atOnce = new Set(outlivedBackups(all, KEEP))
    expect(there).toEqual(all.filter((name) => !atOnce.has(name)))
  })

  it('keeps every backup of the newest day, those made by hand among them', () => {
    const names = named('2026-11-22T02:00:00Z', '2026-11-22T14:00:00Z', '2026-11-23T02:00:00Z', '2026-11-23T09:00:00Z')
    expect(outlivedBackups(names, KEEP)).toEqual(named('2026-11-22T02:00:00Z'))
  })

  it('keeps the one that was just made, though a clock had jumped ahead before', () => {
    const ahead = named('2028-01-01T02:00:00Z', '2028-01-02T02:00:00Z')
    const [made = ''] = named('2026-11-23T02:00:00Z')
    expect(outlivedBackups([...ahead, made], { days: 1, weeks: 0, months: 0 }, made)).toEqual(
      named('2028-01-01T02:00:00Z'),
    )
  })

  it('never are the newest, never what is no backup of ours, and never more than what is asked for stays', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anInstant, { maxLength: 60 }),
        fc.array(aStranger),
        aKeep,
        (instants, others, keep) => {
          const names = instants.map(backupName)
          const removed = outlivedBackups([...others, ...names], keep)
          const kept = names.filter((name) => !removed.includes(name)).sort()
          const newest = names.toSorted().at(-1)
          expect(removed.every((name) => names.includes(name))).toBe(true)
          expect(newest === undefined || kept.includes(newest)).toBe(true)
          const days = new Set(kept.map((name) => name.slice(0, 17)))
          expect(days.size).toBeLessThanOrEqual(keep.days + keep.weeks + keep.months)
        },
      ),
    )
  })

  it('are none when it is asked again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anInstant, { maxLength: 60 }), aKeep, (instants, keep) => {
        const names = instants.map(backupName)
        const removed = new Set(outlivedBackups(names, keep))
        expect(
          outlivedBackups(
            names.filter((name) => !removed.has(name)),
            keep,
          ),
        ).toEqual([])
      }),
    )
  })

  it('never are the last of a day, a week or a month that is to stay', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anInstant, { minLength: 1, maxLength: 60 }), aKeep, (instants, keep) => {
        const names = instants.map(backupName).sort()
        const removed = new Set(outlivedBackups(names, keep))
        const days = [...new Set(names.map((name) => name.slice(0, 17)))].sort().slice(-keep.days)
        for (const day of days) expect(removed.has(names.findLast((name) => name.startsWith(day)) ?? '')).toBe(false)
      }),
    )
  })
})
