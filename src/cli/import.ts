import { Command, Option } from 'commander'
import { OnrecordError } from '../errors.ts'
import { type LocalDate, parseLocalDate } from '../time.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import type { ImportOptions } from './import-options.ts'
import { INPUT_KINDS, type InputKind } from '../intake/input-kinds.ts'

const DESCRIPTION: Readonly<Record<InputKind, string>> = {
  'page-text': 'the text of an article page, as a browser copies it',
  wxr: 'a WordPress export (WXR), of any size',
  feed: 'a feed: RSS, Atom or JSON Feed',
}

/** Brings stories in from elsewhere. */
export function importCommand(app: Application, done: ReportExit): Command {
  const all = new Command('import').description('bring stories in; they arrive as drafts unless --publish is given')
  for (const kind of INPUT_KINDS) {
    const command = all.command(`${kind} <file...>`).description(DESCRIPTION[kind])
    for (const option of options()) command.addOption(option)
    command.action(async (files: string[], given: ImportOptions) => {
      // The readers and their parsers are loaded by those who import: every other command starts without them.
      const { runImport } = await import('./run-import.ts')
      await runImport(app, done, { kind, files, given })
    })
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
