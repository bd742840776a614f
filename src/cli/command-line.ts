import { Command, CommanderError } from 'commander'
import { OnrecordError } from '../errors.ts'
import type { Application } from './application.ts'
import { EXIT_CODE } from './exit-codes.ts'
import { asCalled, complain } from './terminal.ts'
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

/** How each command is made, by its name, in the order in which help tells of them. Only what was asked for is loaded. */
const COMMANDS: Readonly<Record<string, (app: Application, done: ReportExit) => Promise<Command>>> = {
  start: async (app) => (await import('./serve.ts')).startCommand(app),
  serve: async (app) => (await import('./serve.ts')).serveCommand(app),
  init: async (app) => (await import('./init.ts')).initCommand(app),
  paper: async (app) => (await import('./paper.ts')).paperCommand(app),
  page: async (app) => (await import('./page.ts')).pageCommand(app),
  section: async (app) => (await import('./section.ts')).sectionCommand(app),
  author: async (app) => (await import('./author.ts')).authorCommand(app),
  front: async (app) => (await import('./front.ts')).frontCommand(app),
  import: async (app, done) => (await import('./import.ts')).importCommand(app, done),
  ingest: async (app) => (await import('./ingest.ts')).ingestCommand(app),
  lint: async (app, done) => (await import('./lint.ts')).lintCommand(app, done),
  story: async (app) => (await import('./story.ts')).storyCommand(app),
  picture: async (app, done) => (await import('./picture.ts')).pictureCommand(app, done),
  record: async (app) => (await import('./record.ts')).recordCommand(app),
  place: async (app) => (await import('./place.ts')).placeCommand(app),
  source: async (app) => (await import('./source.ts')).sourceCommand(app),
  task: async (app) => (await import('./task.ts')).taskCommand(app),
  user: async (app) => (await import('./user.ts')).userCommand(app),
  sessions: async (app) => (await import('./sessions.ts')).sessionsCommand(app),
  panic: async (app) => (await import('./panic.ts')).panicCommand(app),
  keys: async (app) => (await import('./keys.ts')).keysCommand(app),
  mirror: async (app) => (await import('./mirror.ts')).mirrorCommand(app),
  report: async (app) => (await import('./report.ts')).reportCommand(app),
  reads: async (app) => (await import('./reads.ts')).readsCommand(app),
  job: async (app) => (await import('./job.ts')).jobCommand(app),
  cache: async (app, done) => (await import('./cache.ts')).cacheCommand(app, done),
  data: async (app) => (await import('./data.ts')).dataCommand(app),
  edition: async (app) => (await import('./edition.ts')).editionCommand(app),
  sample: async (app) => (await import('./sample.ts')).sampleCommand(app),
  export: async (app, done) => (await import('./export.ts')).exportCommand(app, done),
  backup: async (app) => (await import('./backup.ts')).backupCommand(app),
  restore: async (app, done) => (await import('./restore.ts')).restoreCommand(app, done),
  move: async (app) => (await import('./move.ts')).moveCommand(app),
  verify: async (app, done) => (await import('./verify.ts')).verifyCommand(app, done),
  evidence: async (app) => (await import('./evidence.ts')).evidenceCommand(app),
  doctor: async (app, done) => (await import('./doctor.ts')).doctorCommand(app, done),
  upgrade: async (app) => (await import('./upgrade.ts')).upgradeCommand(app),
}

/** Runs one command. @returns the exit code */
export async function runCommandLine(words: readonly string[], app: Application): Promise<number> {
  const json = words.includes('--json')
  let exitCode = 0
  const done = (code: number) => {
    exitCode = code
  }
  try {
    const [asked = ''] = words
    if (asked === '--version') {
      await tellVersion(app, { json })
    } else {
      const commands = await program(app, { asked, done })
      await commands.parseAsync(words, { from: 'user' })
    }
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

/** The command line as far as it is needed. @param asked the first word, by which the command is known */
async function program(app: Application, { asked, done }: { asked: string; done: ReportExit }): Promise<Command> {
  const all = new Command('onrecord')
    .description('Onrecord: a publishing system for newsrooms that report on conflict.')
    .option('--version', 'say which release this is, and its schemas')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput(OUTPUT)
  for (const command of await commandsFor(asked, app, done)) all.addCommand(withErrorsThrown(command))
  return all
}

/** The command that was asked for; all of them where it is help that is asked for, or nothing that we know. */
async function commandsFor(asked: string, app: Application, done: ReportExit): Promise<Command[]> {
  const known = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined
  return Promise.all((known ? [known] : Object.values(COMMANDS)).map((make) => make(app, done)))
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
