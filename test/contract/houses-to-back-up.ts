import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { pino } from 'pino'
import type { Config } from '../../src/config/config.ts'
import type { DatabaseAddress } from '../../src/database/open-database.ts'
import { readSecrets } from '../../src/config/data-folder.ts'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { exportAll } from '../../src/newsroom/exporting/export-all.ts'
import { openHouse, type OpenHouse } from '../../src/open-house.ts'
import type { BackupJob } from '../../src/upkeep/backups/make-backup.ts'
import type { OpenNewsroomIn } from '../../src/upkeep/backups/open-newsroom-in.ts'
import { exportStatic } from '../../src/public-site.ts'
import { aConfig, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import type { EmptyDatabases } from './databases.ts'

const log = pino({ level: 'silent' })

/** A newsroom in a data folder of its own, opened as the server opens it, with a clock that the test sets. */
export interface AHouse {
  readonly folder: string
  readonly config: Config
  readonly house: OpenHouse
  readonly newsroom: TestNewsroom
  close(): Promise<void>
}

export const aTemporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'onrecord-backup-'))

/** @param postgres where the two databases are, if not in the folder */
export async function aHouse(folder: string, postgres: EmptyDatabases | null = null): Promise<AHouse> {
  const address = postgres?.addresses.newsroom
  const config = aConfig({ dataFolder: folder, postgresUrl: address?.kind === 'postgres' ? address.url : null })
  const house = await openHouse(config, { actor: { name: 'tests', via: 'command-line' }, log })
  const { db, edition } = house.newsroom
  const { auditKey } = await readSecrets(folder)
  const newsroom = aNewsroom({ newsroom: db, edition }, { auditKey })
  return { folder, config, house, newsroom, close: () => house.close() }
}

export const openIn: OpenNewsroomIn = async (dataFolder, postgresUrl, work) => {
  const house = await openHouse(aConfig({ dataFolder, postgresUrl }), {
    actor: { name: 'tests', via: 'command-line' },
    log,
  })
  try {
    return await work(house.newsroom, house.addresses)
  } finally {
    await house.close()
  }
}

export async function aKey(): Promise<{ identities: string[]; recipients: string[] }> {
  const identity = await generateX25519Identity()
  return { identities: [identity], recipients: [await identityToRecipient(identity)] }
}

/** A backup of a house into a folder. */
export const aJob = (
  { folder, house }: Pick<AHouse, 'folder' | 'house'>,
  place: BackupJob['place'],
  recipients: readonly string[],
  overrides: Partial<BackupJob> = {},
): BackupJob => ({
  dataFolder: folder,
  newsroom: house.addresses.newsroom,
  place,
  s3: null,
  recipients,
  keep: null,
  release: 'tests',
  picturesElsewhere: false,
  ...overrides,
})

/** Every file that the two exports of a newsroom consist of, by path, as the sum of its bytes: what people take out, and the site. */
export async function bothExports(
  newsroom: TestNewsroom,
  addresses: { readonly newsroom: DatabaseAddress; readonly edition: DatabaseAddress },
  folder: string,
): Promise<Map<string, string>> {
  newsroom.setClock(at('2026-11-23T12:00:00Z'))
  const out = await aTemporaryFolder()
  const shelves = pictureShelves(folder)
  const siteUrl = 'https://example.org'
  await exportAll(newsroom, { folder: join(out, 'all'), addresses, shelves, siteUrl })
  await exportStatic(aConfig({ dataFolder: folder }), addresses.edition, {
    folder: join(out, 'site'),
    siteUrl,
    release: 'tests',
    jobs: 0,
    full: true,
    text: true,
    offline: false,
  })
  const sums = await sumsIn(out)
  await rm(out, { recursive: true, force: true })
  return sums
}

/** Every file below a folder, by path, as the sum of its bytes. */
async function sumsIn(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sums = new Map<string, string>()
  for (const path of paths.toSorted()) {
    sums.set(
      path.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    )
  }
  return sums
}
