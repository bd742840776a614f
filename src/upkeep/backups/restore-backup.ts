import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { isInUse } from '../../database/is-in-use.ts'
import { OnrecordError } from '../../errors.ts'
import { noteUpkeep } from '../../store/upkeep.ts'
import type { Instant } from '../../time.ts'
import { NEWSROOM } from './archive-names.ts'
import type { Identities } from './identities.ts'
import type { Manifest } from './manifest.ts'
import { completeEdition, type OpenNewsroomIn } from './open-newsroom-in.ts'
import { assertServerIsFree, prepareServer, takeBack } from './restore-into-postgres.ts'
import { putInPlace } from './put-in-place.ts'
import { knownSteps } from './release-schema.ts'
import { unpackBackup } from './unpack-backup.ts'
import { inWorkFolder } from './work-folder.ts'
import { diskFailure } from './disk-failure.ts'

export interface RestoreRequest {
  /** The backup as it lies somewhere, encrypted. */
  readonly source: Readable
  readonly identities: Identities
  /** The data folder that it becomes, as a full path. */
  readonly into: string
  /** The PostgreSQL server that gets the newsroom; null for SQLite in that folder. */
  readonly postgresUrl: string | null
  /** May a newsroom that is there be moved aside? */
  readonly replace: boolean
  readonly open: OpenNewsroomIn
  readonly now: () => Instant
  /** Told how many bytes have been unpacked. */
  readonly onProgress?: (bytes: number) => void
}

/** A newsroom as it was, back at work. */
export interface Restored {
  /** When it was as it is now. */
  readonly at: string
  readonly change: number
  /** The release that made the backup. */
  readonly release: string
  readonly files: number
  readonly stories: number
  /** The folder in which lies what was there before; null where nothing was. */
  readonly aside: string | null
  /** The schemas on the PostgreSQL server that hold what was there before. */
  readonly asideSchemas: readonly string[]
  readonly tookMs: number
  /** What whoever restores should know. */
  readonly notes: readonly string[]
}

/**
 * Restores a newsroom from a backup: unpacks it beside its place, checks all of it, brings its schema up to this release,
 * makes the edition from it, and only then puts it in its place. Whatever fails leaves everything as it was.
 *
 * @throws OnrecordError what `unpackBackup` throws; `refused` where a newsroom is there already, or a server still works
 *   with it; `storage-full`, `folder-not-writable`, `database-unavailable`
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { source, identities, into, postgresUrl, open, now, onProgress } = request
  const began = performance.now()
  const isNew = await makeFolder(into)
  try {
    return await inWorkFolder(into, 'restoring', async (folder) => {
      await assertMayRestore(request)
      const { manifest, files } = await unpackBackup({
        source,
        identities,
        folder,
        knownSteps: await knownSteps(),
        ...(onProgress ? { onProgress } : {}),
      })
      const server = postgresUrl === null ? null : await prepareServer({ url: postgresUrl, folder, now })
      try {
        const { madeAt: at, change, release, counts } = manifest
        await open(folder, postgresUrl, async (newsroom) => {
          await completeEdition(newsroom)
          // Restoring in earnest rehearses it better than any rehearsal.
          const detail = { at, change, files: files.length }
          await noteUpkeep(newsroom.db, { kind: 'drill', at: now(), isDone: true, detail })
        })
        if (server !== null) await rm(join(folder, NEWSROOM))
        const notes = await notesOn(manifest, folder, postgresUrl)
        const aside = await putInPlace(into, folder, now())
        const stories = counts['stories'] ?? 0
        const tookMs = Math.round(performance.now() - began)
        const asideSchemas = server?.aside ?? []
        return { at, change, release, files: files.length, stories, aside, asideSchemas, tookMs, notes }
      } catch (error) {
        if (server !== null) await takeBack(server)
        throw error
      }
    })
  } finally {
    source.destroy()
    if (isNew) await removeIfEmpty(into)
  }
}

/** @returns whether it was made just now */
async function makeFolder(folder: string): Promise<boolean> {
  if (existsSync(folder)) return false
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return true
  } catch (error) {
    throw diskFailure(error, folder)
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  if ((await readdir(folder)).length === 0) await rmdir(folder)
}

async function assertMayRestore({ into, replace, postgresUrl }: RestoreRequest): Promise<void> {
  if (postgresUrl !== null) await assertServerIsFree(postgresUrl, replace)
  const file = join(into, NEWSROOM)
  if (!existsSync(file)) return
  if (!replace) {
    throw new OnrecordError('refused', `There is a newsroom in ${into} already.`, {
      remedy: 'Name another folder with --into, or add --replace, which moves what is there aside and deletes nothing.',
    })
  }
  if (await isInUse({ kind: 'sqlite', file })) {
    throw new OnrecordError('refused', `The newsroom in ${into} is at work: something has its database open.`, {
      remedy: 'Stop the server and every other command first.',
    })
  }
}

async function notesOn(
  { picturesElsewhere }: Manifest,
  folder: string,
  postgresUrl: string | null,
): Promise<readonly string[]> {
  const settings = await readFile(join(folder, 'onrecord.env'), 'utf8').catch(() => '')
  const namesServer = /^\s*ONRECORD_DATABASE(?:_FILE)?\s*=/m.test(settings)
  return [
    ...(picturesElsewhere ? ['The pictures lie in a bucket, and were not in this backup.'] : []),
    ...(namesServer && postgresUrl === null
      ? [
          'onrecord.env in the restored folder names a PostgreSQL server, and the newsroom is in newsroom.db: see to it before you start.',
        ]
      : []),
  ]
}
