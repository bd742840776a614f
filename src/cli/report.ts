import { Command, Option } from 'commander'
import { closeReport, findReport } from '../newsroom/close-report.ts'
import { type Closing, CLOSINGS, type DeskReport, readerReports } from '../store/reader-reports.ts'
import type { ReportKind } from '../story/reader-report.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { idFrom } from './entry-id.ts'
import { faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

/** More than a desk reads in a day. */
const MOST = 500

/** What readers have reported to the corrections desk. */
export function reportCommand(app: Application): Command {
  const report = new Command('report').description('what readers have reported to the corrections desk')
  report
    .command('list')
    .description('what is open, the oldest first')
    .option('--all', 'those that are closed too', false)
    .option(...JSON_FLAG)
    .action((options: Printing & { all: boolean }) => list(app, options))
  report
    .command('show <id>')
    .description('one report, whole')
    .option(...JSON_FLAG)
    .action((id: string, printing: Printing) => show(app, id, printing))
  report
    .command('close <id> [note]')
    .description('note that it was dealt with; the way to reach the reader is deleted')
    .addOption(new Option('--as <how>', 'what became of it').choices(CLOSINGS).makeOptionMandatory())
    .option(...JSON_FLAG)
    .action((id: string, note: string | undefined, options: Printing & { as: Closing }) =>
      close(app, { id, note }, options),
    )
  return report
}

const KIND_WORDS: Readonly<Record<ReportKind, string>> = {
  fact: 'a fact',
  figure: 'a figure',
  name: 'a name or a place',
  broken: 'something that does not work',
  other: 'something else',
}

async function list(app: Application, options: Printing & { readonly all: boolean }): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const reports = await readerReports(db, { onlyOpen: !options.all, limit: MOST })
    for (const report of reports) tell(options, ...lineOf(report))
    if (reports.length === 0) tell(options, 'No report of a reader is open.')
    if (reports.length === MOST) tell(options, faint(`The oldest ${MOST} are shown.`))
    tellJson(options, reports)
  })
}

const lineOf = (report: DeskReport): string[] => [
  `${strong(report.about)}  ${KIND_WORDS[report.kind]}${report.state === 'new' ? '' : `, ${report.state}`}`,
  `    ${beginningOf(report.text)}`,
  faint(`    ${minuteOf(report)}, ${report.id}${report.contact === null ? '' : ', asks for an answer'}`),
]

function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`
}

const minuteOf = ({ receivedAt }: DeskReport): string => `${receivedAt.slice(0, 16).replace('T', ' ')} UTC`

async function show(app: Application, id: string, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const report = await findReport(db, idFrom('report', id))
    tell(
      printing,
      strong(report.about),
      `What is wrong: ${KIND_WORDS[report.kind]}`,
      `Received:      ${minuteOf(report)}, by the form in “${report.language}”`,
      ...(report.contact === null ? [] : [`Contact:       ${report.contact}`]),
      ...(report.storyId === null ? [] : [`Story:         ${report.storyId}`]),
      '',
      report.text,
      ...(report.state === 'new' ? [] : ['', `${report.state} on ${report.closedAt} by ${report.closedBy}`]),
      ...(report.note === null ? [] : [report.note]),
    )
    tellJson(printing, report)
  })
}

async function close(
  app: Application,
  { id, note }: { id: string; note: string | undefined },
  options: Printing & { readonly as: Closing },
): Promise<void> {
  const reportId = idFrom('report', id)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    await closeReport(newsroom, { reportId, as: options.as, note: note?.trim() || null })
    tell(options, `Closed: ${reportId}, ${options.as}.`)
    tellJson(options, { id: reportId, state: options.as })
  })
}
