import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import { OnrecordError } from '../errors.ts'
import { INPUT_KINDS, type InputKind } from '../intake/input-kinds.ts'
import { isZone } from '../story/wall-clock.ts'
import { type LocalDate, parseLocalDate } from '../time.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import type { ImportOptions } from './import-options.ts'

const DESCRIPTION = `bring stories in from files, folders or ZIP archives; what each file is shows in its content

They arrive as drafts unless --publish is given. --dry-run says what would be done and changes nothing.
A kind may stand before the files to say how they are to be read: ${INPUT_KINDS.join(', ')}.`

/** Brings stories in from elsewhere: one command for every kind of file. */
export function importCommand(app: Application, done: ReportExit): Command {
  const command = new Command('import')
    .summary('bring stories in from another system; they arrive as drafts unless --publish is given')
    .description(DESCRIPTION)
    .argument('<file...>', 'what to read: files, folders, ZIP archives')
  for (const option of options()) command.addOption(option)
  return command.action(async (words: string[], given: ImportOptions) => {
    // The readers and their parsers are loaded by those who import: every other command starts without them.
    const { runImport } = await import('./run-import.ts')
    await runImport(app, done, { ...kindAndFiles(words), given })
  })
}

/** "wxr export.xml" names a kind first, unless a file of that name lies here and nothing follows. */
function kindAndFiles(words: readonly string[]): { kind: InputKind | null; files: readonly string[] } {
  const [first, ...rest] = words
  const kind = INPUT_KINDS.find((one) => one === first)
  if (kind === undefined || (rest.length === 0 && existsSync(kind))) return { kind: null, files: words }
  if (rest.length === 0) {
    throw new OnrecordError('bad-input', `No file was named after “${kind}”.`, {
      remedy: `Name it: ./onrecord import ${kind} FILE`,
    })
  }
  return { kind, files: rest }
}

const options = (): Option[] => [
  new Option('--publish', 'put what was public at its source before readers at once').default(false),
  new Option('--dry-run', 'say what would be done, with the first ten stories; change nothing').default(false),
  new Option('--all', 'with --dry-run: show every story, not only the first ten').default(false),
  new Option('--source <name>', 'a name for where it comes from; the same source and story are never added twice'),
  new Option(
    '--mapping <file>',
    'new names for sections, tags and authors; --dry-run writes the file if it is not there',
  ),
  new Option('--pictures <where...>', 'after the stories, bring their pictures: fetch, or folders and ZIP archives'),
  new Option('--zone <name>', 'the zone of times without one, such as Africa/Bamako').argParser(zoneFrom),
  new Option('--read-on <date>', 'the day the page was read, for dates such as “2 days ago”').argParser(dateFrom),
  new Option('--report <file>', 'write the report to a file, as JSON'),
  new Option('--json', 'print the result as JSON').default(false),
]

function dateFrom(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date) return date
  throw new OnrecordError('bad-input', `“${text}” is no date.`, { remedy: 'Write it as 2024-07-31.' })
}

function zoneFrom(text: string): string {
  if (isZone(text)) return text
  throw new OnrecordError('bad-input', `“${text}” is no time zone.`, {
    remedy: 'Name it as the tz database does: Africa/Bamako, Europe/Paris.',
  })
}
