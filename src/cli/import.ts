import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { OnrecordError } from '../errors.ts'
import { EMPTY_REPORT, type ImportReport, reportOfBoth } from '../newsroom/import-report.ts'
import { importStories } from '../newsroom/import-stories.ts'
import { setUpUntitled } from '../newsroom/set-up-newspaper.ts'
import { type LocalDate, parseLocalDate } from '../story/time.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { dryRun } from './dry-run.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { reportLines } from './import-report-lines.ts'
import { type InputFile, openInput } from './input-file.ts'
import { progressLine } from './progress.ts'
import { type ImportOptions, readingOf } from './import-options.ts'
import { INPUT_KINDS, type InputKind, readersFor } from './readers.ts'
import { tell, tellJson } from './terminal.ts'

/** Brings stories in from elsewhere. */
export function importCommand(app: Application, done: ReportExit): Command {
  const all = new Command('import').description('bring stories in; they arrive as drafts unless --publish is given')
  for (const kind of INPUT_KINDS) {
    const reader = readersFor[kind]
    const command = all.command(`${kind} <file...>`).description(reader.description)
    for (const option of options()) command.addOption(option)
    command.action((files: string[], given: ImportOptions) => run(app, done, kind, files, given))
  }
  return all
}

const options = (): Option[] => [
  new Option('--publish', 'put what was public at its source before readers at once').default(false),
  new Option('--dry-run', 'say what would be done; change nothing').default(false),
  new Option('--source <name>', 'a name for where it comes from; the same source and story are never added twice'),
  new Option('--read-on <date>', 'the day the page was read, for dates such as “2 days ago”').argParser(dateFrom),
  new Option('--report <file>', 'write the report to a file, as JSON'),
  new Option('--json', 'print the result as JSON').default(false),
]

function dateFrom(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date) return date
  throw new OnrecordError('bad-input', `“${text}” is no date.`, { remedy: 'Write it as 2024-07-31.' })
}

/** Reads every file, the broken ones too: one bad file does not keep the others out. */
async function run(
  app: Application,
  done: ReportExit,
  kind: InputKind,
  names: string[],
  given: ImportOptions,
): Promise<void> {
  const files = await openAll(names, kind)
  if (given.dryRun) {
    const isComplete = await app.withNewsroom(commandLineActor(), (newsroom) =>
      dryRun(newsroom, files, { kind, given }),
    )
    if (!isComplete) done(EXIT_WITH_PROBLEMS)
    return
  }
  const report = await app.withNewsroom(commandLineActor(), async (newsroom) => {
    if (await setUpUntitled(newsroom, Intl.DateTimeFormat().resolvedOptions().timeZone)) {
      tell(given, 'This newsroom had no paper yet: it is called “Untitled paper” until ./onrecord init names it.')
    }
    const progress = progressLine(given, 'stories')
    let all = EMPTY_REPORT
    for (const file of files) {
      const plan = { source: given.source ?? kind, publish: given.publish }
      const before = all
      const here = await importStories(newsroom, readersFor[kind].read(file, readingOf(given)), plan, (soFar) =>
        progress.at(countOf(before) + countOf(soFar)),
      )
      all = reportOfBoth(all, here)
    }
    progress.end()
    return all
  })
  if (given.report) await writeFile(given.report, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 })
  tell(given, ...reportLines(report, given))
  tellJson(given, report)
  if (!report.isComplete) done(EXIT_WITH_PROBLEMS)
}

const countOf = ({ added, changed, unchanged }: ImportReport): number => added + changed + unchanged

/** Every file is looked at before any is imported: a wrong name among ten is said before the work begins. */
async function openAll(names: readonly string[], kind: InputKind): Promise<InputFile[]> {
  const files = []
  for (const name of names) files.push(await openInput(name, kind))
  return files
}
