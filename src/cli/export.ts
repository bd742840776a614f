import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { exportLines } from '../newsroom/exporting/export-newsroom.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { exportStaticSite, type StaticOptions } from './export-static.ts'
import { JSON_FLAG, mention } from './terminal.ts'

interface ExportOptions extends StaticOptions {
  readonly public: boolean
  readonly static?: string
  readonly all?: string
}

/** Everything the newsroom has, in an open format; or the public site, as files that any server can serve. */
export function exportCommand(app: Application, done: ReportExit): Command {
  return new Command('export')
    .description('write stories as JSON Lines, the whole newsroom in open formats, or the public site as files')
    .argument('[file]', 'where to; without it, to the screen')
    .option('--public', 'only what readers have: no drafts, no working copies', false)
    .option('--all <folder>', 'the whole newsroom in open formats; into a folder from before, only what has changed')
    .option('--static <folder>', 'the whole public site as files; into a folder from before, only what has changed')
    .option('--site-url <address>', 'with --static: where it will stand, else ONRECORD_SITE_URL')
    .option('--jobs <number>', 'with --static: how many threads may work, else as many as there are processors')
    .option('--full', 'with --static: make every file anew', false)
    .option('--no-text', 'with --static: without the text versions of pages')
    .option('--no-offline', 'with --static: without the one-file editions of stories')
    .option(...JSON_FLAG)
    .action(async (file: string | undefined, options: ExportOptions) => {
      if (options.all !== undefined) return exportAllAlone(app, file, { ...options, all: options.all }, done)
      if (options.static === undefined) return writeLines(app, file, options)
      if (file !== undefined || options.public) {
        throw new OnrecordError(
          'bad-input',
          'With --static everything goes into one folder, and all of it is public.',
          {
            remedy: 'Leave the other file and --public out.',
          },
        )
      }
      await exportStaticSite(app, options.static, options, done)
    })
}

async function exportAllAlone(
  app: Application,
  file: string | undefined,
  options: ExportOptions & { readonly all: string },
  done: ReportExit,
): Promise<void> {
  if (file !== undefined || options.public || options.static !== undefined) {
    throw new OnrecordError('bad-input', 'With --all everything goes into one folder, drafts and names too.', {
      remedy: 'Leave the other file, --public and --static out.',
    })
  }
  // What writes it is loaded by those who ask for it: every other command starts without it.
  const { exportWholeNewsroom } = await import('./export-all.ts')
  await exportWholeNewsroom(app, options.all, options, done)
}

async function writeLines(app: Application, file: string | undefined, options: { public: boolean }): Promise<void> {
  const out: Writable = file === undefined ? process.stdout : createWriteStream(file, { mode: 0o600 })
  const stories = await app.withNewsroom(commandLineActor(), async (newsroom) => {
    let written = 0
    for await (const line of exportLines(newsroom, { publicOnly: options.public })) {
      if (line.kind === 'story') written += 1
      if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
    }
    return written
  })
  if (file === undefined) return
  out.end()
  await finished(out)
  mention(`${stories} stories written to ${file}.`)
  if (!options.public) mention('The file holds drafts too: keep it as you keep the data folder.')
}
