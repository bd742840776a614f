import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { isCancel, password } from '@clack/prompts'
import type { Config } from '../config/config.ts'
import { bucketPlace } from '../config/operating-settings.ts'
import { OnrecordError } from '../errors.ts'
import { noteUpkeep } from '../store/upkeep.ts'
import { instantOf } from '../time.ts'
import { openShelf } from '../upkeep/backups/backup-place.ts'
import { type DrillReport, type DrillRequest, drillRestore } from '../upkeep/backups/drill.ts'
import { type Identities, readIdentities } from '../upkeep/backups/identities.ts'
import type { OpenNewsroomIn } from '../upkeep/backups/open-newsroom-in.ts'
import { type Restored, restoreBackup } from '../upkeep/backups/restore-backup.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { byteProgress, durationInWords } from './byte-progress.ts'
import type { ReportExit } from './command-line.ts'
import { findingLine } from './finding-line.ts'
import { readGiven } from './given-file.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

export interface RestoreOptions extends Printing {
  readonly identity: string
  readonly into?: string
  readonly replace: boolean
  readonly drill: boolean
}

/** Restores a backup, or rehearses that. */
export async function runRestore(
  app: Application,
  file: string,
  options: RestoreOptions,
  done: ReportExit,
): Promise<void> {
  const identities = await readIdentities(await readGiven(options.identity), () => askPassphrase(options))
  const source = await openBackup(file, app.config())
  if (options.drill) await drill(app, { source, identities }, options, done)
  else await restore(app, { source, identities }, options)
}

interface Given {
  readonly source: Readable
  readonly identities: Identities
}

async function restore(app: Application, given: Given, options: RestoreOptions): Promise<void> {
  const { dataFolder, postgresUrl } = app.config()
  const into = options.into === undefined ? dataFolder : resolve(options.into)
  const progress = byteProgress(options)
  const restored = await restoreBackup({
    ...given,
    into,
    postgresUrl,
    replace: options.replace,
    open: openIn(app),
    now,
    onProgress: progress.at,
  }).finally(progress.end)
  tell(options, ...restoredLines(restored, into, postgresUrl !== null))
  tellJson(options, { into, ...restored })
}

const now = () => instantOf(new Date())

const openIn =
  (app: Application): OpenNewsroomIn =>
  (dataFolder, postgresUrl, work) =>
    app.withNewsroomIn({ dataFolder, postgresUrl }, commandLineActor(), work)

function restoredLines(restored: Restored, into: string, isOnServer: boolean): string[] {
  const { at, change, stories, files, aside, asideSchemas, tookMs, notes } = restored
  const where = isOnServer ? `on the PostgreSQL server, its files in ${into}` : `in ${into}`
  return [
    strong(`The newsroom of ${at.slice(0, 16).replace('T', ' ')} UTC is back, ${where}.`),
    `${stories} stories, ${files} files, up to change ${change}; checked from end to end, in ${durationInWords(tookMs)}.`,
    ...(aside === null ? [] : [`What was there before lies in ${aside}. Remove it when you do not need it any more.`]),
    ...(asideSchemas.length === 0
      ? []
      : [`What was on the server before is called ${asideSchemas.join(' and ')} now.`]),
    ...notes,
    faint('Next: ./onrecord doctor, then start the server.'),
  ]
}

async function drill(app: Application, given: Given, options: RestoreOptions, done: ReportExit): Promise<void> {
  const config = app.config()
  const place = options.into === undefined ? config.dataFolder : resolve(options.into)
  const progress = byteProgress(options)
  const rehearse = (live: DrillRequest['live']) =>
    drillRestore({
      ...given,
      within: existsSync(place) ? place : null,
      live,
      open: openIn(app),
      onProgress: progress.at,
    }).finally(progress.end)
  const report = await (isAtWork(config) ? drillBeside(app, rehearse) : rehearse(null))
  tell(options, ...drillLines(report))
  tellJson(options, report)
  if (!report.isSound) done(1)
}

/** Looking for a newsroom must not make one. */
const isAtWork = ({ postgresUrl, dataFolder }: Config): boolean =>
  postgresUrl !== null || existsSync(join(dataFolder, 'newsroom.db'))

/** Rehearses beside the newsroom at work, which notes that it was done. */
const drillBeside = (
  app: Application,
  rehearse: (live: DrillRequest['live']) => Promise<DrillReport>,
): Promise<DrillReport> =>
  app.withNewsroom(commandLineActor(), async (newsroom, addresses) => {
    const note = (isDone: boolean, detail: Readonly<Record<string, unknown>>) =>
      noteUpkeep(newsroom.db, { kind: 'drill', at: newsroom.now(), isDone, detail })
    try {
      const report = await rehearse({ newsroom, kind: addresses.newsroom.kind })
      const { at, change, files, stories, pictures, tookMs, isSound } = report
      await note(isSound, { at, change, files, stories, pictures, tookMs })
      return report
    } catch (error) {
      await note(false, { reason: error instanceof OnrecordError ? error.message : 'A fault in Onrecord.' })
      throw error
    }
  })

function drillLines({ at, change, stories, pictures, findings, isSound, tookMs }: DrillReport): string[] {
  const what = `${stories} stories and ${pictures} files of pictures, up to change ${change}`
  return [
    strong(`The newsroom of ${at.slice(0, 16).replace('T', ' ')} UTC was restored where nobody sees it: ${what}.`),
    ...findings.flatMap(findingLine),
    isSound
      ? `It could be at work again: restoring took ${durationInWords(tookMs)}. What was restored is gone.`
      : 'It is not what it should be. What was restored is gone.',
  ]
}

/** Opens the backup where it lies. */
async function openBackup(file: string, { s3 }: Config): Promise<Readable> {
  if (file.startsWith('s3://')) {
    const end = file.lastIndexOf('/')
    const place = bucketPlace(file.slice(0, end))
    if (place) return openShelf(place, s3).read(file.slice(end + 1))
    throw new OnrecordError('bad-input', `${file} is no address of a backup.`, {
      remedy: 'Write it as s3://bucket/prefix/onrecord-….tar.age.',
    })
  }
  try {
    const handle = await open(file, 'r')
    if ((await handle.stat()).isFile()) return handle.createReadStream({ highWaterMark: 256 * 1024 })
    await handle.close()
  } catch (error) {
    throw new OnrecordError('not-found', `The backup ${file} cannot be read.`, {
      remedy: '`./onrecord backup list` shows the backups that are there.',
      cause: error,
    })
  }
  throw new OnrecordError('bad-input', `${file} is no file.`, { remedy: 'Name one backup, onrecord-….tar.age.' })
}

async function askPassphrase({ json }: Printing): Promise<string> {
  if (process.stdin.isTTY && !json) {
    const answer = await password({ message: 'The passphrase of the private key:' })
    if (!isCancel(answer)) return answer
  }
  throw new OnrecordError('bad-input', 'The private key needs its passphrase, and nobody is here to be asked.', {
    remedy: 'Run this at a terminal, or open the key first: age --decrypt.',
  })
}
