import { Command } from 'commander'
import type { Application } from './application.ts'
import type { BackupOptions, ListOptions } from './run-backup.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

// What does the work is loaded by those who ask for it: every other command starts without it.
const running = () => import('./run-backup.ts')

/** Backups: made, listed, and the key that opens them. */
export function backupCommand(app: Application): Command {
  const backup = new Command('backup')
    .description('make an encrypted backup of the whole newsroom, while it goes on working')
    .option('--to <place>', 'a folder, or s3://bucket/prefix; else ONRECORD_BACKUP_TO')
    .option('--recipient <key...>', 'a public key (age1…) that can open it; else ONRECORD_BACKUP_RECIPIENTS')
    .option(...JSON_FLAG)
    .action(async (options: BackupOptions) => (await running()).backUp(app, options))
  backup
    .command('list')
    .description('the backups that are there, oldest first')
    .option('--from <place>', 'a folder, or s3://bucket/prefix; else ONRECORD_BACKUP_TO')
    .option(...JSON_FLAG)
    .action(async (_: unknown, command: Command) =>
      (await running()).listBackups(app, command.optsWithGlobals<ListOptions>()),
    )
  backup
    .command('key')
    .argument('[file]', 'where the private half is written', 'onrecord-backup-key.txt')
    .description('make the pair of keys that backups are encrypted to and opened with')
    .option(...JSON_FLAG)
    .action(async (file: string, _: unknown, command: Command) =>
      (await running()).makeKey(file, command.optsWithGlobals<Printing>()),
    )
  return backup
}
