import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { OnrecordError } from '../errors.ts'
import { backUpAside } from '../upkeep/backups/back-up-aside.ts'
import { madeAt } from '../upkeep/backups/backup-name.ts'
import { type BackupPlace, openShelf, parsePlace } from '../upkeep/backups/backup-place.ts'
import { assertRecipients, makeBackupKey } from '../upkeep/backups/identities.ts'
import type { BackupMade } from '../upkeep/backups/make-backup.ts'
import { noteBackup, noteFailedBackup } from '../upkeep/backups/nightly.ts'
import { syncFolder } from '../upkeep/backups/sync-folder.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { byteProgress, durationInWords, sizeInWords } from './byte-progress.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

export interface BackupOptions extends Printing {
  readonly to?: string
  readonly recipient?: readonly string[]
}

export interface ListOptions extends Printing {
  readonly from?: string
}

/** Makes a backup now. */
export async function backUp(app: Application, options: BackupOptions): Promise<void> {
  const config = app.config()
  const place = placeOf(config, options.to)
  const recipients = options.recipient ?? config.backups?.recipients ?? []
  assertRecipients(recipients)
  const release = await app.release()
  const made = await app.withNewsroom(commandLineActor(), async ({ db, now }, { newsroom }) => {
    const progress = byteProgress(options)
    try {
      const job = {
        dataFolder: config.dataFolder,
        newsroom,
        place,
        s3: config.s3,
        recipients,
        // What lies in another place than the set one is its owner's to tidy.
        keep: options.to === undefined ? (config.backups?.keep ?? null) : null,
        release,
        picturesElsewhere: config.mediaBucket !== null,
      }
      const result = await backUpAside(job, { onProgress: progress.at })
      await noteBackup(db, result, now())
      return result
    } catch (error) {
      await noteFailedBackup(db, error, now()).catch(() => undefined)
      throw error
    } finally {
      progress.end()
    }
  })
  tell(options, ...madeLines(made, config))
  tellJson(options, made)
}

function placeOf({ backups }: Config, given: string | undefined): BackupPlace {
  if (given !== undefined) return parsePlace(given)
  if (backups !== null) return backups.to
  throw new OnrecordError('bad-input', 'Nobody has said where backups go.', {
    remedy: 'Name a place with --to, or set ONRECORD_BACKUP_TO and ONRECORD_BACKUP_RECIPIENTS.',
  })
}

function madeLines(
  { name, where, change, files, bytes, tookMs, removed }: BackupMade,
  { mediaBucket }: Config,
): string[] {
  return [
    `${strong(name)} is in ${where}: ${files} files, ${sizeInWords(bytes)}, in ${durationInWords(tookMs)}.`,
    `It holds the newsroom up to change ${change}. It was read back, and is what was written.`,
    ...(removed.length > 0 ? [`Taken away, since they had their time: ${removed.join(', ')}.`] : []),
    ...(mediaBucket === null ? [] : ['The pictures lie in a bucket of their own and are not in it.']),
    faint('Once a month, see that it can be restored: ./onrecord restore --drill'),
  ]
}

/** Lists the backups in a place. */
export async function listBackups(app: Application, options: ListOptions): Promise<void> {
  const config = app.config()
  const shelf = openShelf(placeOf(config, options.from), config.s3)
  const backups = (await shelf.list()).map((name) => ({ name, madeAt: madeAt(name) }))
  for (const { name, madeAt: at } of backups) tell(options, `${strong(name)}  ${faint(String(at))}`)
  if (backups.length === 0) tell(options, `There is no backup in ${shelf.where}.`)
  tellJson(options, { where: shelf.where, backups })
}

/** Makes a pair of keys, and keeps neither half. */
export async function makeKey(name: string, options: Printing): Promise<void> {
  const path = resolve(name)
  const key = await makeBackupKey(new Date().toISOString().slice(0, 10))
  await writeNew(path, key.file)
  tell(
    options,
    `The private half is in ${strong(path)}. It opens every backup that is made for it; nothing else does.`,
    'Take it away from this machine now: put it on a drive that is with its owner, and a copy on paper in a safe place,',
    'then remove it here. Whoever has it can read everything in a backup; without it, nobody can restore one.',
    '',
    strong('The public half, for this server:'),
    `ONRECORD_BACKUP_RECIPIENTS=${key.recipient}`,
    faint('Several keys may stand there, with commas between: each opens every backup.'),
  )
  tellJson(options, { file: path, recipient: key.recipient })
}

/** For its owner alone, and never over another key. */
async function writeNew(path: string, text: string): Promise<void> {
  try {
    const handle = await open(path, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await syncFolder(resolve(path, '..'))
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new OnrecordError(
      isThere ? 'refused' : 'folder-not-writable',
      isThere ? `There is a file ${path} already, and it may be a key.` : `${path} cannot be written.`,
      { remedy: 'Name another file.', cause: error },
    )
  }
}
