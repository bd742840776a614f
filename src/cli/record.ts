import { Command } from 'commander'
import type { Application } from './application.ts'
import { addRecordChanges } from './record-changing.ts'
import type { ListOptions } from './record-list.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

const EXAMPLES = `
A record from nothing:
  ./onrecord record add place place.json          what happened where, …
  ./onrecord record add event event.json
  ./onrecord record add victim-group group.json   … to whom
  ./onrecord record add source source.json        and who says so:
  ./onrecord record add claim claim.json
  ./onrecord record publish evt_…
  ./onrecord record show evt_…

Files hold one entry as JSON; what goes without saying may be left out: docs/formats/record-file.md.
A walk-through: docs/operate/keeping-a-record.md.`

/** The record: read in, looked up, shown, and kept. What each command does is loaded when it runs. */
export function recordCommand(app: Application): Command {
  const record = new Command('record')
    .description('keep the record: what happened, who says what of it, and where it stood')
    .addHelpText('after', EXAMPLES)
  addReading(app, record)
  addRecordChanges(app, record)
  return record
}

function addReading(app: Application, record: Command): void {
  record
    .command('import <file>')
    .description('read a record file, all of it or nothing; - is the standard input')
    .option('--publish', 'put all of it before readers', false)
    .option(...JSON_FLAG)
    .action(async (file: string, options: Printing & { publish: boolean }) =>
      (await import('./record-import.ts')).importRecord(app, file, options),
    )
  record
    .command('list')
    .description('the entries of the record and their states')
    .option('--type <type>', 'only events, claims, …: event, claim, source, actor, place and so on')
    .option('--state <state>', 'only those that are draft, live or withdrawn')
    .option('--named <words>', 'only those with a name or title that begins so, case and accents aside')
    .option(...JSON_FLAG)
    .action(async (options: ListOptions) => (await import('./record-list.ts')).listEntries(app, options))
  record
    .command('show <id>')
    .description('an entry as the newsroom has it, by its id or slug; of an event, who says what')
    .option(...JSON_FLAG)
    .action(async (id: string, printing: Printing) => (await import('./record-show.ts')).showEntry(app, id, printing))
  record
    .command('history <id>')
    .description('every revision of an entry, and of an event also those of its claims')
    .option(...JSON_FLAG)
    .action(async (id: string, printing: Printing) =>
      (await import('./record-history.ts')).tellHistory(app, id, printing),
    )
}
