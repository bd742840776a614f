import { resolve } from 'node:path'
import { shelvesAt } from '../press/picture-shelves.ts'
import { exportAll, type ExportedAll } from '../newsroom/exporting/export-all.ts'
import { counted } from '../intake/problem-list.ts'
import type { ExportCounts } from '../newsroom/exporting/export-format.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { faint, mention, type Printing, strong, tell, tellJson } from './terminal.ts'

/** Writes the whole newsroom into a folder, in open formats. */
export async function exportWholeNewsroom(
  app: Application,
  folder: string,
  options: Printing,
  done: ReportExit,
): Promise<void> {
  const config = app.config()
  const progress = wholeProgress(options)
  try {
    const result = await app.withNewsroom(commandLineActor(), (newsroom, addresses) =>
      exportAll(newsroom, {
        folder: resolve(folder),
        addresses,
        shelves: shelvesAt(config),
        siteUrl: config.siteUrl ?? '',
        onProgress: progress.at,
      }),
    )
    progress.end()
    tell(options, ...linesOf(folder, result))
    for (const line of problemsOf(result)) mention(line)
    tellJson(options, result)
    if (result.missing.length > 0 || !result.isAuditWhole) done(EXIT_WITH_PROBLEMS)
  } finally {
    progress.end()
  }
}

function linesOf(folder: string, { counts, files, bytes, written, removed }: ExportedAll): string[] {
  return [
    `${strong(folder)} holds the whole newsroom: ${wholeInWords(counts)}.`,
    `${counted(files, 'file')}, ${Math.ceil(bytes / 1_000_000)} MB; ${written} were written, ${removed} were taken away.`,
    faint('Drafts and names are in it: keep it as you keep the data folder. README.md in it explains each file.'),
  ]
}

/** How much a whole export is. */
const wholeInWords = ({ stories, pictures, recordRevisions, users }: ExportCounts): string =>
  [
    counted(stories, 'story', 'stories'),
    counted(pictures, 'picture'),
    `${counted(recordRevisions, 'revision')} of the record`,
    counted(users, 'person', 'people'),
  ].join(', ')

/** More than a few names fill the screen and say no more. */
const NAMED = 10

function problemsOf({ missing, isAuditWhole }: ExportedAll): string[] {
  return [
    ...missing.slice(0, NAMED).map((name) => `Not on this machine, and so not in the export: ${name}`),
    ...(missing.length > NAMED ? [`And ${missing.length - NAMED} more files of pictures.`] : []),
    ...(isAuditWhole
      ? []
      : ['The audit has a line that was changed or taken away: it is exported as it stands. See ./onrecord doctor.']),
  ]
}

/** Redrawn at most this often. */
const EVERY_MS = 200

/** One line on the error stream: how much is done, how fast, and how long it will take. */
function wholeProgress({ json }: Printing): { at: (done: number, of: number) => void; end: () => void } {
  const isWatched = process.stderr.isTTY && !json
  const began = Date.now()
  let drawnAt = 0
  return {
    at: (done, of) => {
      const now = Date.now()
      if (!isWatched || now - drawnAt < EVERY_MS) return
      drawnAt = now
      process.stderr.write(`\r\u001b[K${progressWords(done, of, (now - began) / 1000)}`)
    },
    end: () => {
      if (isWatched && drawnAt > 0) process.stderr.write('\r\u001b[K')
      drawnAt = 0
    },
  }
}

function progressWords(done: number, of: number, seconds: number): string {
  const rate = done / Math.max(0.001, seconds)
  const left = rate > 0 && seconds > 1 ? `, ${durationWords(Math.max(0, of - done) / rate)} left` : ''
  return `${done} of ${of} things, ${Math.round(rate)} a second${left} `
}

const durationWords = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
