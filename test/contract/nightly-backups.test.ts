import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import { type NewsroomDb, openNewsroom } from '../../src/store/newsroom-db.ts'
import { allUpkeep, noteUpkeep } from '../../src/store/upkeep.ts'
import { examineBackups } from '../../src/upkeep/backups/examine-backups.ts'
import type { BackupMade } from '../../src/upkeep/backups/make-backup.ts'
import { backUpIfDue, type NightlyBackups, noteBackup, startNightlyBackups } from '../../src/upkeep/backups/nightly.ts'
import type { Instant } from '../../src/time.ts'
import { aConfig, at } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const MADE: BackupMade = {
  name: 'onrecord-20261123T020000Z.tar.age',
  where: '/backups',
  at: at('2026-11-23T02:00:00Z'),
  change: 7,
  files: 3,
  bytes: 1_000,
  sha256: '0'.repeat(64),
  tookMs: 12,
  removed: [],
}

const full = async () => Promise.reject(new OnrecordError('storage-full', 'The disk that holds /backups is full.'))

describe.each(databases)('nightly backups on $name', ({ open }) => {
  let dbs: OpenDatabases
  let other: NewsroomDb
  let clock: Instant
  const never = new AbortController().signal
  beforeEach(async () => {
    dbs = await open()
    other = openNewsroom(dbs.addresses.newsroom)
    clock = at('2026-11-23T02:00:05Z')
  })
  afterEach(async () => {
    await other.destroy()
    await dbs.close()
  })

  const options = (overrides: Partial<NightlyBackups> = {}): NightlyBackups => ({
    db: dbs.newsroom,
    now: () => clock,
    hour: 2,
    make: async () => MADE,
    onMade: () => undefined,
    onFault: (error) => {
      throw error
    },
    ...overrides,
  })

  it('are made once for two processes, however they meet', async () => {
    let begun = 0
    const gate = Promise.withResolvers<void>()
    const make = async () => {
      begun += 1
      await gate.promise
      return MADE
    }
    const both = [options({ make }), options({ make, db: other })]
    const rounds = [...both, ...both].map((one) => backUpIfDue(one, never))
    // Whoever finds that another is at it is done at once; whoever is at it waits.
    expect(await Promise.any(rounds)).toBe(false)
    gate.resolve()
    expect((await Promise.all(rounds)).filter(Boolean)).toHaveLength(1)
    expect(await backUpIfDue(options({ make, db: other }), never)).toBe(false)
    expect(begun).toBe(1)
    clock = at('2026-11-24T02:00:05Z')
    expect(await backUpIfDue(options({ make, db: other }), never)).toBe(true)
  })

  it('are noted with what they hold; a failure is noted in our words and keeps the last good one known', async () => {
    await backUpIfDue(options(), never)
    const { where, name, change } = MADE
    expect(await allUpkeep(dbs.newsroom)).toEqual([
      {
        kind: 'backup',
        triedAt: clock,
        doneAt: clock,
        detail: expect.objectContaining({ state: 'made', where, name, change }),
      },
    ])
    const doneAt = clock
    clock = at('2026-11-24T02:00:05Z')
    await expect(backUpIfDue(options({ make: full }), never)).rejects.toMatchObject({ code: 'storage-full' })
    expect(await allUpkeep(dbs.newsroom)).toEqual([
      {
        kind: 'backup',
        triedAt: clock,
        doneAt,
        detail: { state: 'failed', reason: 'The disk that holds /backups is full.' },
      },
    ])
    expect(await backUpIfDue(options(), never)).toBe(false)
    clock = at('2026-11-24T03:00:06Z')
    expect(await backUpIfDue(options(), never)).toBe(true)
  })

  it('that are under way when the server stops are called off, and made at the next start', async () => {
    const begun = Promise.withResolvers<void>()
    const make = (signal: AbortSignal) =>
      new Promise<BackupMade>((_, reject) => {
        begun.resolve()
        signal.addEventListener('abort', () => reject(new OnrecordError('refused', 'The backup was called off.')))
      })
    const running = startNightlyBackups(options({ make }))
    await begun.promise
    await running.stop()
    expect(await allUpkeep(dbs.newsroom)).toMatchObject([{ doneAt: null, detail: { state: 'called-off' } }])
    expect(await backUpIfDue(options(), never)).toBe(true)
  })

  it('are looked over: none, too old, failed, and when restoring was last rehearsed', async () => {
    const set = aConfig({
      backups: { to: '/backups', recipients: ['age1x'], hour: 2, keep: { days: 7, weeks: 4, months: 12 } },
    })
    const look = async (now: string, config = set) =>
      (await examineBackups({ db: dbs.newsroom }, config, at(now))).map(({ level, what }) => `${level}: ${what}`)
    expect(await look('2026-11-23T12:00:00Z', aConfig())).toEqual([
      'note: No nightly backups are set up, and there is none.',
    ])
    expect(await look('2026-11-23T12:00:00Z')).toEqual(['fault: There is no backup in /backups yet.'])
    await noteBackup(dbs.newsroom, MADE, clock)
    const rehearsal = 'note: Nobody has ever tried to restore a backup.'
    expect(await look('2026-11-23T12:00:00Z')).toEqual(['ok: The last backup, in /backups, is 9 hours old.', rehearsal])
    expect((await look('2026-11-24T12:00:00Z'))[0]).toMatch(/^note: .* 33 hours old/)
    expect((await look('2026-11-30T12:00:00Z'))[0]).toMatch(/^fault: .* 7 days old/)
    expect((await look('2024-11-30T12:00:00Z'))[0]).toMatch(/^fault: .*in the future/)
    const drill = { kind: 'drill', at: clock, detail: {} } as const
    await noteUpkeep(dbs.newsroom, { ...drill, isDone: true })
    expect((await look('2026-11-24T12:00:00Z')).at(-1)).toBe('ok: Restoring was last rehearsed 33 hours ago.')
    expect((await look('2027-01-24T12:00:00Z')).at(-1)).toBe('note: Restoring was last rehearsed 62 days ago.')
    await noteUpkeep(dbs.newsroom, { ...drill, at: at('2026-11-24T02:00:00Z'), isDone: false })
    expect((await look('2026-11-24T12:00:00Z')).at(-1)).toBe('fault: The last rehearsal of restoring failed.')
  })
})
