import { Command, CommanderError } from 'commander'
import { OnrecordError } from '../errors.ts'
import type { Application } from './application.ts'
import { authorCommand } from './author.ts'
import { backupCommand } from './backup.ts'
import { cacheCommand } from './cache.ts'
import { dataCommand } from './data.ts'
import { doctorCommand } from './doctor.ts'
import { editionCommand } from './edition.ts'
import { EXIT_CODE } from './exit-codes.ts'
import { evidenceCommand } from './evidence.ts'
import { exportCommand } from './export.ts'
import { frontCommand } from './front.ts'
import { importCommand } from './import.ts'
import { ingestCommand } from './ingest.ts'
import { initCommand } from './init.ts'
import { keysCommand } from './keys.ts'
import { lintCommand } from './lint.ts'
import { mirrorCommand } from './mirror.ts'
import { moveCommand } from './move.ts'
import { pictureCommand } from './picture.ts'
import { jobCommand } from './job.ts'
import { panicCommand } from './panic.ts'
import { pageCommand } from './page.ts'
import { paperCommand } from './paper.ts'
import { placeCommand } from './place.ts'
import { readsCommand } from './reads.ts'
import { recordCommand } from './record.ts'
import { reportCommand } from './report.ts'
import { restoreCommand } from './restore.ts'
import { sampleCommand } from './sample.ts'
import { sectionCommand } from './section.ts'
import { serveCommands } from './serve.ts'
import { sessionsCommand } from './sessions.ts'
import { sourceCommand } from './source.ts'
import { storyCommand } from './story.ts'
import { taskCommand } from './task.ts'
import { asCalled, complain } from './terminal.ts'
import { upgradeCommand } from './upgrade.ts'
import { userCommand } from './user.ts'
import { verifyCommand } from './verify.ts'
import { tellVersion } from './version.ts'

const EXAMPLES = `
Begin here:
  ./onrecord start                              serve the site, with the sample edition if nothing is here yet
  ./onrecord sample remove                      take the sample edition away
  ./onrecord init                               name your paper, its zone, languages and sections
  ./onrecord import page-text story.txt         bring in a story that was copied from its old page
  ./onrecord story list --state draft           see what waits
  ./onrecord story publish sty_…                put it before readers
  ./onrecord record import record.json          bring in who says what of an event; record --help tells more

Settings come from the environment (ONRECORD_PORT, ONRECORD_DATA, ONRECORD_DATABASE …): docs/operate/configuration.md.
Exit codes: 0 done, 1 a fault in Onrecord, 2 wrong words, 3 bad input, 4 not found, 5 refused;
the others are in docs/operate/command-line.md.`

/** Runs one command. @returns the exit code */
export async function runCommandLine(words: readonly string[], app: Application): Promise<number> {
  const json = words.includes('--json')
  let exitCode = 0
  const done = (code: number) => {
    exitCode = code
  }
  try {
    if (words[0] === '--version') await tellVersion(app, { json })
    else await program(app, done).parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof OnrecordError)) throw error
    complain(error, { json })
    return EXIT_CODE[error.code]
  }
}

/** Told by a command that was done in a way that scripts should hear of. */
export type ReportExit = (code: number) => void

function program(app: Application, done: ReportExit): Command {
  const all = new Command('onrecord')
    .description('Onrecord: a publishing system for newsrooms that report on conflict.')
    .option('--version', 'say which release this is, and its schemas')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput(OUTPUT)
  const commands = [
    ...serveCommands(app),
    initCommand(app),
    paperCommand(app),
    pageCommand(app),
    sectionCommand(app),
    authorCommand(app),
    frontCommand(app),
    importCommand(app, done),
    ingestCommand(app),
    lintCommand(app, done),
    storyCommand(app),
    pictureCommand(app, done),
    recordCommand(app),
    placeCommand(app),
    sourceCommand(app),
    taskCommand(app),
    userCommand(app),
    sessionsCommand(app),
    panicCommand(app),
    keysCommand(app),
    mirrorCommand(app),
    reportCommand(app),
    readsCommand(app),
    jobCommand(app),
    cacheCommand(app, done),
    dataCommand(app),
    editionCommand(app),
    sampleCommand(app),
    exportCommand(app, done),
    backupCommand(app),
    restoreCommand(app, done),
    moveCommand(app),
    verifyCommand(app, done),
    evidenceCommand(app),
    doctorCommand(app, done),
    upgradeCommand(app),
  ]
  for (const command of commands) all.addCommand(withErrorsThrown(command))
  return all
}

const OUTPUT = {
  writeOut: (words: string) => process.stdout.write(asCalled(words)),
  writeErr: (words: string) => process.stderr.write(asCalled(words)),
}

/** A wrong word is thrown, not turned into an exit, so that one place decides the exit code. */
function withErrorsThrown(command: Command): Command {
  for (const inner of command.commands) withErrorsThrown(inner)
  return command.configureOutput(OUTPUT).exitOverride().showHelpAfterError('(--help tells more)')
}
