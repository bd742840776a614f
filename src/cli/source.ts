import { Command } from 'commander'
import type { Application } from './application.ts'
import type { MakeOptions } from './source-keys.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

/** Who stands behind unnamed sources: sealed to its owners' keys. */
export function sourceCommand(app: Application): Command {
  const source = new Command('source').description('seal who stands behind an unnamed source')
  source
    .command('seal <id>')
    .description('seal an identity, read from the standard input, to the keys of all owners')
    .option('--keep-earlier', 'keep what was sealed before beside it', false)
    .option(...JSON_FLAG)
    .action(async (id: string, options: Printing & { keepEarlier: boolean }) =>
      (await import('./source-seal.ts')).seal(app, id, options),
    )
  source
    .command('open <id>')
    .description('show what is sealed; the attempt stands in the audit')
    .requiredOption('--key-file <file>', 'the file with your private key; - is the standard input')
    .option(...JSON_FLAG)
    .action(async (id: string, options: Printing & { keyFile: string }) =>
      (await import('./source-seal.ts')).open(app, id, options),
    )
  addKeys(app, source.command('key').description('the keys that identities are sealed to'))
  return source
}

function addKeys(app: Application, key: Command): void {
  key
    .command('list')
    .description('the public halves of all owners’ keys')
    .option(...JSON_FLAG)
    .action(async (printing: Printing) => (await import('./source-keys.ts')).listKeys(app, printing))
  key
    .command('add <recipient>')
    .description('add the public half of an owner’s key, age1…')
    .requiredOption('--label <words>', 'whose key it is')
    .option(...JSON_FLAG)
    .action(async (recipient: string, options: Printing & { label: string }) =>
      (await import('./source-keys.ts')).addKey(app, recipient, options),
    )
  key
    .command('make')
    .description('make a key and show it once; only its public half is kept, and only when you say so')
    .option('--label <words>', 'whose key it is; without it nothing is kept')
    .option('--yes', 'keep the public half without asking', false)
    .option(...JSON_FLAG)
    .action(async (options: MakeOptions) => (await import('./source-keys.ts')).makeKey(app, options))
}
