import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newestChange } from '../../src/store/outbox.ts'
import { backUpAside } from '../../src/upkeep/backups/back-up-aside.ts'
import type { BackupMade } from '../../src/upkeep/backups/make-backup.ts'
import { restoreBackup } from '../../src/upkeep/backups/restore-backup.ts'
import { aNewsroom } from '../builders.ts'
import { databases, type EmptyDatabases } from './databases.ts'
import { aHouse, aJob, aKey, type AHouse, aTemporaryFolder, bothExports, openIn } from './houses-to-back-up.ts'
import { fillWhole } from './whole-newsroom.ts'

const now = () => aNewsroom({ newsroom: null as never, edition: null as never }).now()

describe.each(databases)('a backup of a newsroom on $name', { timeout: 120_000 }, ({ kind, place }) => {
  let house: AHouse
  let shelf: string
  let made: BackupMade
  const postgres: EmptyDatabases[] = []
  const folders: string[] = []
  const key = aKey()

  const newFolder = async () => {
    const folder = await aTemporaryFolder()
    folders.push(folder)
    return folder
  }
  const newServer = async () => {
    if (kind === 'sqlite') return null
    const server = await place()
    postgres.push(server)
    return server
  }

  beforeAll(async () => {
    house = await aHouse(await newFolder(), await newServer())
    const { db, edition } = house.house.newsroom
    await fillWhole({ newsroom: db, edition }, house.folder, { auditKey: house.newsroom.auditKey })
    shelf = await newFolder()
    made = await backUpAside(aJob(house, shelf, (await key).recipients))
  }, 120_000)
  afterAll(async () => {
    await house.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
    for (const server of postgres) await server.remove()
  })

  it('is one file under its own name, and leaves nothing else behind', async () => {
    expect(await readdir(shelf)).toEqual([made.name])
    expect(made.change).toBe(await newestChange(house.newsroom.db))
    expect((await readdir(house.folder)).filter((name) => name.includes('back'))).toEqual([])
  })

  it('restored elsewhere, gives the same exports and the same site, byte for byte', async () => {
    const into = await newFolder()
    const server = await newServer()
    const address = server?.addresses.newsroom
    const restored = await restoreBackup({
      source: createReadStream(join(shelf, made.name)),
      identities: (await key).identities,
      into,
      postgresUrl: address?.kind === 'postgres' ? address.url : null,
      replace: false,
      open: openIn,
      now,
    })
    expect(restored).toMatchObject({ change: made.change, files: made.files, aside: null, notes: [] })
    const other = await aHouse(into, server)
    try {
      const theirs = await bothExports(other.newsroom, other.house.addresses, into)
      expect(theirs.size).toBeGreaterThan(50)
      expect(theirs).toEqual(await bothExports(house.newsroom, house.house.addresses, house.folder))
    } finally {
      await other.close()
    }
  })
})
