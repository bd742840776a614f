import { Command } from 'commander'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import type { RestoreOptions } from './run-restore.ts'
import { JSON_FLAG } from './terminal.ts'

/** Brings a newsroom back from a backup, or rehearses it. */
export function restoreCommand(app: Application, done: ReportExit): Command {
  return new Command('restore')
    .argument('<file>', 'the backup: a file, or s3://bucket/prefix/onrecord-….tar.age')
    .description('bring a newsroom back from a backup, all of it or nothing')
    .requiredOption('--identity <file>', 'the private key that opens it (AGE-SECRET-KEY-1…)')
    .option('--into <folder>', 'the data folder that it becomes; else the one that is set')
    .option('--replace', 'move a newsroom that is there aside; nothing of it is deleted', false)
    .option('--drill', 'only rehearse: restore where nobody sees it, check all of it, and take it away again', false)
    .option(...JSON_FLAG)
    .action(async (file: string, options: RestoreOptions) => {
      // Loaded by those who restore: every other command starts without it.
      const { runRestore } = await import('./run-restore.ts')
      await runRestore(app, file, options, done)
    })
}
