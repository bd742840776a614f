import { spawn } from 'node:child_process'
import { copyFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { rehearseMigration } from '../../database/migrate.ts'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { vacuumInto } from '../../database/vacuum-into.ts'
import { openEditionToWrite } from '../../edition/edition-db.ts'
import { OnrecordError } from '../../errors.ts'
import type { Finding } from '../../newsroom/finding.ts'
import { openNewsroom } from '../../store/newsroom-db.ts'
import { snapshotNewsroom } from '../backups/snapshot-newsroom.ts'
import { inWorkFolder } from '../backups/work-folder.ts'

/** What a release is tried on. */
export interface Trial {
  /** The program that is running, and the one that is to run. */
  readonly from: string
  readonly to: string
  readonly dataFolder: string
  readonly addresses: { readonly newsroom: DatabaseAddress; readonly edition: DatabaseAddress }
}

/** Folders that are looked at, never written: the copy shares them with the newsroom at work. */
const SHARED = ['media', 'masters', 'originals', 'releases']

/**
 * Lets another release take a copy of this newsroom over, and look it over. The newsroom goes on working; nothing of it is
 * written. The copy lies in the data folder, as closed as that is, and goes when the trial ends.
 *
 * @throws OnrecordError `refused` when the release finds a fault that the one in use does not, or cannot take the copy over;
 *   `storage-full`, `database-unavailable`, `damaged`
 */
export async function tryRelease({ from, to, dataFolder, addresses }: Trial): Promise<void> {
  if (addresses.newsroom.kind === 'postgres') await rehearse(to, addresses)
  await inWorkFolder(dataFolder, 'trying-a-release', async (folder) => {
    await snapshotNewsroom(addresses.newsroom, join(folder, 'newsroom.db'))
    if (addresses.edition.kind === 'sqlite') await vacuumInto(addresses.edition.file, join(folder, 'edition.db'))
    await copyFile(join(dataFolder, 'secrets.json'), join(folder, 'secrets.json'))
    for (const name of SHARED) await symlink(join(dataFolder, name), join(folder, name))
    const known = new Set((await faultsFoundBy(from, folder)).map(({ what }) => what))
    const first = (await faultsFoundBy(to, folder)).find(({ what }) => !known.has(what))
    if (first === undefined) return
    throw new OnrecordError('refused', `On a copy of this newsroom the new release finds a fault: ${first.what}`, {
      remedy: `Nothing was changed; the release in use goes on. ${first.remedy ?? 'Tell its makers.'}`,
    })
  })
}

/** On PostgreSQL the copy is in another kind of database: there the steps of the schemas are taken, and taken back. */
async function rehearse(to: string, { newsroom, edition }: Trial['addresses']): Promise<void> {
  const now = new Date().toISOString()
  const db = openNewsroom(newsroom)
  const readers = openEditionToWrite(edition)
  try {
    await rehearseMigration(db, { kind: newsroom.kind, folder: join(to, 'migrations/newsroom'), now })
    await rehearseMigration(readers, { kind: edition.kind, folder: join(to, 'migrations/edition'), now })
  } finally {
    await db.destroy()
    await readers.destroy()
  }
}

const Findings = z.array(
  z.object({ level: z.enum(['ok', 'note', 'fault']), what: z.string(), remedy: z.string().exactOptional() }),
)

/** Lets a release look a data folder over, with no setting but where it is: nothing outside is asked. */
async function faultsFoundBy(release: string, folder: string): Promise<Finding[]> {
  const child = spawn(join(release, 'onrecord'), ['doctor', '--json', '--offline'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ONRECORD_DATA: folder },
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve())
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const found = Findings.safeParse(parsedJson(out))
  if (found.success) return found.data.filter(({ level }) => level === 'fault')
  throw new OnrecordError('refused', `The release in ${release} cannot take a copy of this newsroom over.`, {
    remedy: `Nothing was changed. It said: ${err.trim().slice(0, 1_000) || 'nothing'}`,
  })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
