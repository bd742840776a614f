import type { Command } from 'commander'
import type { Application } from './application.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

/** Commands that record something new: an entry, what a claimant said later, a judgement, a capture. */
export function addRecordClaims(app: Application, record: Command): void {
  record
    .command('add <type> <file>')
    .description('record one entry from JSON: place, actor, event, victim-group, source, document, claim, …')
    .option('--despite', 'it is another place, actor or source than those of the same name', false)
    .option(...JSON_FLAG)
    .action(async (typeName: string, file: string, options: Printing & { despite: boolean }) =>
      (await import('./record-add.ts')).addFromFile(app, { typeName, file }, options),
    )
  const answer = (how: 'revise' | 'retract' | 'deny', description: string) =>
    record
      .command(`${how} <claim> <file>`)
      .description(description)
      .option(...JSON_FLAG)
      .action(async (claim: string, file: string, printing: Printing) =>
        (await import('./record-add.ts')).answerClaim(app, how, { claim, file, ...printing }),
      )
  answer('revise', 'the claimant says something else now; the earlier claim stays in history')
  answer('retract', 'the claimant took it back; the earlier claim stays in history')
  answer('deny', 'somebody denies it; the denied claim stays, disputed')
  record
    .command('assess <file>')
    .description('sign what the newsroom holds of a claim or a figure; “verified” takes two people')
    .option(...JSON_FLAG)
    .action(async (file: string, printing: Printing) =>
      (await import('./record-add.ts')).assessFromFile(app, file, printing),
    )
  record
    .command('capture <document> <from>')
    .description('keep what a document says now: from a file, or from its address on the web')
    .option(...JSON_FLAG)
    .action(async (document: string, from: string, printing: Printing) =>
      (await import('./record-capture.ts')).capture(app, document, from, printing),
    )
}
