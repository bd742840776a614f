import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { OnrecordError } from '../errors.ts'
import type { ExportProgress, ExportResult, ExportStage } from '../press/static-export/export-request.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

/** What `export --static` was told besides the folder. */
export interface StaticOptions extends Printing {
  readonly siteUrl?: string
  readonly jobs?: string
  readonly full: boolean
  readonly text: boolean
  readonly offline: boolean
}

/** More threads than this wait for the disk, and each takes its own memory. */
const MAX_JOBS = 16

/** Writes the public site as files. Ctrl-C stops it between pages; the next run goes on from there. */
export async function exportStaticSite(
  app: Application,
  folder: string,
  options: StaticOptions,
  done: ReportExit,
): Promise<void> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const progress = progressOf(options)
  try {
    const { full, text, offline } = options
    const result = await app.exportSite(commandLineActor(), {
      folder: resolve(folder),
      siteUrl: siteUrlOf(app, options),
      jobs: jobsOf(options),
      full,
      text,
      offline,
      signal: stopping.signal,
      onProgress: progress.at,
    })
    progress.end()
    tell(options, ...linesOf(folder, result))
    tellJson(options, result)
    if (!result.isComplete) done(EXIT_WITH_PROBLEMS)
  } finally {
    progress.end()
    process.removeListener('SIGINT', stop)
  }
}

/** The address is on every page, and none can be guessed for a place that is not known yet. */
function siteUrlOf(app: Application, { siteUrl }: StaticOptions): string {
  const url = siteUrl ?? app.config().siteUrl
  const parsed = url === null ? null : URL.parse(url)
  if (parsed && /^https?:$/.test(parsed.protocol) && parsed.pathname === '/' && parsed.search === '')
    return parsed.origin
  throw new OnrecordError('bad-input', 'A static site needs to know the address at which it will stand.', {
    remedy: 'Give it without a path, as in --site-url https://example.org, or set ONRECORD_SITE_URL.',
  })
}

function jobsOf({ jobs }: StaticOptions): number {
  if (jobs === undefined) return Math.min(availableParallelism(), MAX_JOBS)
  const number = Number(jobs)
  if (Number.isInteger(number) && number >= 1 && number <= MAX_JOBS) return number
  throw new OnrecordError('bad-input', `--jobs takes a number from 1 to ${MAX_JOBS}.`)
}

const STAGES: Readonly<Record<ExportStage, string>> = { site: 'pages', forms: 'other forms of them' }

/** Redrawn at most this often. */
const EVERY_MS = 200

/** One line on the error stream: how much is done, how fast, and how long it will take. */
function progressOf({ json }: Printing): { at: (progress: ExportProgress) => void; end: () => void } {
  const isWatched = process.stderr.isTTY && !json
  let drawnAt = 0
  let stage: ExportStage | undefined
  let began = Date.now()
  return {
    at: (progress) => {
      const now = Date.now()
      if (progress.stage !== stage) {
        stage = progress.stage
        began = now
      }
      if (!isWatched || now - drawnAt < EVERY_MS) return
      drawnAt = now
      process.stderr.write(`\r\u001b[K${progressWords(progress, (now - began) / 1000)}`)
    },
    end: () => {
      if (isWatched && drawnAt > 0) process.stderr.write('\r\u001b[K')
      drawnAt = 0
    },
  }
}

function progressWords({ stage, done, of }: ExportProgress, seconds: number): string {
  const rate = done / Math.max(0.001, seconds)
  const left = rate > 0 && seconds > 1 ? `, ${durationWords((of - done) / rate)} left` : ''
  return `${done} of ${of} ${STAGES[stage]}, ${Math.round(rate)} a second${left} `
}

const durationWords = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

function linesOf(folder: string, { isComplete, site, forms, removed, pictures, siteUrl }: ExportResult): string[] {
  const { missing, firstMissing, cardsNotDrawn } = pictures
  const rendered = site.rendered + forms.rendered
  const written = site.written + forms.written
  const seconds = ((site.milliseconds + forms.milliseconds) / 1000).toFixed(1)
  if (!isComplete) {
    return [`Stopped: ${written} files are written, and none of them half. Run it again to go on from there.`]
  }
  return [
    `${strong(folder)} holds the whole of ${siteUrl}: ${site.addresses} addresses and ${forms.addresses} other forms of them.`,
    `${rendered} were made in ${seconds} s, ${written} had changed, ${removed} were taken away.`,
    ...(missing > 0 ? [`Not on this machine: ${missing} pictures, the first ${firstMissing}.`] : []),
    ...(cardsNotDrawn > 0
      ? [faint(`${cardsNotDrawn} share cards have not been drawn yet: nobody has asked for them.`)]
      : []),
    faint('How to serve it: README.txt in the folder, and docs/operate/static-export.md.'),
  ]
}
