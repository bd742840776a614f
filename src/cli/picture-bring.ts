import type { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import type { IntakeFile } from '../intake/intake-file.ts'
import type { PictureShelves } from '../media/media-store.ts'
import type { PicturesReport } from '../newsroom/import-pictures/pictures-report.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { shelvesAt } from '../press/picture-shelves.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { pictureReportLines } from './picture-report-lines.ts'
import { progressLine } from './progress.ts'
import { JSON_FLAG, mention, type Printing, tell, tellJson } from './terminal.ts'

/** Where pictures may come from. */
export interface PicturesWanted {
  /** Folders and ZIP archives. */
  readonly from: readonly string[]
  /** Files that are open already: pictures that lay beside the stories of an import. */
  readonly files?: readonly IntakeFile[]
  /** Ask the servers that had them. */
  readonly fetch: boolean
  /** Ask again for what was given up. */
  readonly again?: boolean
}

interface BringOptions extends Printing {
  readonly from: readonly string[]
  readonly fetch: boolean
  readonly again: boolean
}

const HELP = `
With --fetch this machine asks the servers that the pictures were on, so these see its address. A newsroom
that hides where its machine stands copies the pictures to a folder elsewhere, and gives that with --from.`

/** Adds the command that brings the pictures of imported stories. */
export function addBringCommand(picture: Command, app: Application, done: ReportExit): void {
  picture
    .command('bring')
    .description('bring the pictures that imported stories show: from folders, archives, or the web')
    .option('--from <folder-or-zip...>', 'look for them here first, by path and by name', [])
    .option('--fetch', 'ask the servers that had them; these see the address of this machine', false)
    .option('--again', 'with --fetch: ask again for what was given up', false)
    .option(...JSON_FLAG)
    .addHelpText('after', HELP)
    .action((options: BringOptions) => bring(app, options, done))
}

async function bring(app: Application, options: BringOptions, done: ReportExit): Promise<void> {
  const shelves = shelvesAt(app.config())
  const report = await app.withNewsroom(commandLineActor(), (newsroom) =>
    bringInPictures(newsroom, shelves, options, options),
  )
  tell(options, ...pictureReportLines(report, options))
  tellJson(options, report)
  if (report.missing.length + report.refused.length > 0) done(EXIT_WITH_PROBLEMS)
}

/**
 * Brings pictures with a line that tells how far it is. Ctrl-C stops between two pictures; run again, it goes on.
 *
 * @throws OnrecordError `not-found` or `bad-input` for a folder or archive that cannot be opened, `storage-full`
 */
export async function bringInPictures(
  newsroom: Newsroom,
  shelves: PictureShelves,
  { from, files = [], fetch, again = false }: PicturesWanted,
  printing: Printing,
): Promise<PicturesReport> {
  const { bringPictures } = await import('../newsroom/import-pictures/bring-pictures.ts')
  const { fetchPicture } = await import('../newsroom/import-pictures/fetch-picture.ts')
  const { picturesIn } = await import('../newsroom/import-pictures/picture-source.ts')
  const { picturesReport } = await import('../newsroom/import-pictures/pictures-report.ts')
  const opened = await openPlaces(from)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const progress = progressLine(printing, 'pictures')
  try {
    const brought = await bringPictures(newsroom, shelves, {
      from: [...opened.map((place) => place.files), files].filter((all) => all.length > 0).map(picturesIn),
      fetch: fetch ? fetchPicture : null,
      again,
      onProgress: ({ done, of }) => progress.at(done, of === 0 ? undefined : done / of),
      onFault: (error) => mention(`A picture was left for later, through a fault of ours: ${String(error)}`),
      isStopping: () => stopping.signal.aborted,
    })
    return await picturesReport(newsroom.db, brought)
  } finally {
    progress.end()
    process.removeListener('SIGINT', stop)
    for (const place of opened) await place.close()
  }
}

interface OpenPlace {
  readonly files: readonly IntakeFile[]
  close(): Promise<void>
}

/** Every place is opened before any picture is brought: a wrong name among three is said before the work begins. */
async function openPlaces(names: readonly string[]): Promise<OpenPlace[]> {
  if (names.length === 0) return []
  const { openInputFiles } = await import('../newsroom/importing/input-files.ts')
  const opened: OpenPlace[] = []
  try {
    for (const name of names) {
      if (/^https?:/i.test(name)) throw notAPlace(name)
      opened.push(await openInputFiles(name))
    }
    return opened
  } catch (error) {
    for (const place of opened) await place.close()
    throw error
  }
}

const notAPlace = (name: string) =>
  new OnrecordError('bad-input', `${name} is an address, not a folder or an archive.`, {
    remedy: 'With --fetch pictures are asked for at the addresses that their stories give.',
  })
