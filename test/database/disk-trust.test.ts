import { describe, expect, it } from 'vitest'
import { DiskTrust } from '../../src/database/disk-trust.ts'

const FULL = 13
const FAILED_WRITE = 778
const FAILED_SYNC = 1034

/** A connection whose file is found as told, and how often it was looked at. */
function aFile(found: string | Error = 'ok') {
  const told: Error[] = []
  const looks: string[] = []
  const trust = new DiskTrust((error) => void told.push(error))
  const run = (sql: string) => {
    looks.push(sql)
    if (found instanceof Error) throw found
    return { rows: [{ quick_check: found }] }
  }
  const failOnce = async (errcode: number) => {
    trust.failed(errcode, new Error('as SQLite said'))
    await trust.check({ run })
  }
  return { trust, told, looks, failOnce }
}

describe('whether what is written can be believed to be on the disk', () => {
  it('is so after a write that found no room, once the file was looked at: once, until something was kept', async () => {
    const { trust, told, looks, failOnce } = aFile()
    for (const errcode of [FULL, FAILED_WRITE, FULL]) await failOnce(errcode)
    expect(looks).toHaveLength(1)
    trust.kept()
    await failOnce(FULL)
    expect(looks).toHaveLength(2)
    expect(told).toEqual([])
    trust.assert()
  })

  it('is not so after a sync that failed: it is told once, and nothing is run any more', async () => {
    const { trust, told, failOnce } = aFile()
    await failOnce(FAILED_SYNC)
    await failOnce(FAILED_SYNC)
    expect(told).toHaveLength(1)
    expect(() => trust.assert()).toThrow(expect.objectContaining({ code: 'database-unavailable' }))
  })

  it.each(['row 7 missing from index', new Error('disk I/O error')])(
    'is not so when the file is found damaged, or cannot be looked at: %s',
    async (found) => {
      const { trust, told, failOnce } = aFile(found)
      await failOnce(FULL)
      expect(told).toHaveLength(1)
      expect(() => trust.assert()).toThrow('The disk may not have kept what was written')
    },
  )

  it('is not so when what failed cannot be rolled back; other failures change nothing', async () => {
    const { trust, told, looks, failOnce } = aFile()
    for (const errcode of [5, 2067, 11]) await failOnce(errcode)
    expect([told.length, looks.length]).toEqual([0, 0])
    trust.rollbackFailed(new Error('disk I/O error'))
    expect(told).toHaveLength(1)
    expect(() => trust.assert()).toThrow('The disk may not have kept what was written')
  })
})
