import type { Command } from 'commander'
import type { Application } from './application.ts'
import type { Reasoned } from './record-change.ts'
import type { EraseOptions } from './record-erase.ts'
import { addRecordClaims } from './record-claims.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

const REASON = ['--reason <words>', 'why, in one sentence; readers see it'] as const

/** Commands that add to the record or change how an entry stands. */
export function addRecordChanges(app: Application, record: Command): void {
  addRecordClaims(app, record)
  record
    .command('amend <id> <file>')
    .description('put right what we got wrong: the fields in the file change, all others stay')
    .requiredOption(...REASON)
    .option(...JSON_FLAG)
    .action(async (id: string, file: string, options: Reasoned) =>
      (await import('./record-change.ts')).amendFromFile(app, { id, file }, options),
    )
  record
    .command('publish <id>')
    .description('put an entry before readers, with what it needs; a withdrawn one comes back so')
    .option(...JSON_FLAG)
    .action(async (id: string, printing: Printing) => (await import('./record-change.ts')).publish(app, id, printing))
  record
    .command('withdraw <id>')
    .description('take an entry back: it no longer counts, and stays in history')
    .requiredOption(...REASON)
    .option(...JSON_FLAG)
    .action(async (id: string, options: Reasoned) => (await import('./record-change.ts')).withdraw(app, id, options))
  record
    .command('taken-down <appearance>')
    .description('note that a publisher took a text down')
    .requiredOption('--on <date>', 'when, in EDTF, as in 2024-07-30')
    .requiredOption(...REASON)
    .option(...JSON_FLAG)
    .action(async (appearance: string, options: Reasoned & { on: string }) =>
      (await import('./record-change.ts')).takenDown(app, appearance, options),
    )
  record
    .command('merge <id> <into>')
    .description('make one of two events, places, actors or sources that are the same')
    .requiredOption(...REASON)
    .option(...JSON_FLAG)
    .action(async (from: string, into: string, options: Reasoned) =>
      (await import('./record-change.ts')).merge(app, { from, into }, options),
    )
  record
    .command('erase <id>')
    .description('take a text out for good: personal data, or what leads to a source in danger')
    .requiredOption('--reason <reason>', 'personal-data, source-in-danger, legal-order or other; readers see it')
    .option('--revisions <numbers>', 'only these earlier revisions, as in 1,2')
    .option('--yes', 'do not ask', false)
    .option(...JSON_FLAG)
    .action(async (id: string, options: EraseOptions) => (await import('./record-erase.ts')).erase(app, id, options))
}
