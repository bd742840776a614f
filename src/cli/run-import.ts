import { writeFile } from 'node:fs/promises'
import { EMPTY_REPORT, type ImportReport, reportOfBoth } from '../newsroom/importing/import-report.ts'
import { importStories } from '../newsroom/importing/import-stories.ts'
import { setUpUntitled } from '../newsroom/set-up-newspaper.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { dryRun } from './dry-run.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { type ImportOptions, readingOf } from './import-options.ts'
import { reportLines } from './import-report-lines.ts'
import type { IntakeFile } from '../intake/intake-file.ts'
import { READERS } from '../intake/readers.ts'
import { openInput } from '../newsroom/importing/input-file.ts'
import type { InputKind } from '../intake/input-kinds.ts'
import { progressLine } from './progress.ts'
import { tell, tellJson } from './terminal.ts'

/** What the command line asked for. */
export interface ImportRequest {
  readonly kind: InputKind
  readonly files: readonly string[]
  readonly given: ImportOptions
}

/** Reads every file, the broken ones too: one bad file does not keep the others out. */
export async function runImport(
  app: Application,
  done: ReportExit,
  { kind, files: names, given }: ImportRequest,
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
    const read = await READERS[kind]()
    let all = EMPTY_REPORT
    for (const file of files) {
      const plan = { source: given.source ?? kind, publish: given.publish }
      const before = all
      const here = await importStories(newsroom, read(file, readingOf(given)), plan, (soFar) =>
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
async function openAll(names: readonly string[], kind: InputKind): Promise<IntakeFile[]> {
  const files = []
  for (const name of names) files.push(await openInput(name, kind))
  return files
}
