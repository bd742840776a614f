import { Command } from 'commander'
import type { Application } from './application.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

const verbs = () => import('./mirror-list.ts')

/** Other addresses of the paper, for readers whose network blocks this one. */
export function mirrorCommand(app: Application): Command {
  const mirror = new Command('mirror').description('other addresses of the paper, in a list that is signed')
  mirror
    .command('add <address>')
    .description('put an address on the list, and sign the list')
    .option(...JSON_FLAG)
    .action(async (address: string, printing: Printing) => (await verbs()).add(app, address, printing))
  mirror
    .command('remove <address>')
    .description('take an address off the list, and sign the list')
    .option(...JSON_FLAG)
    .action(async (address: string, printing: Printing) => (await verbs()).remove(app, address, printing))
  mirror
    .command('list')
    .description('the addresses, when the list was signed, and with which key')
    .option(...JSON_FLAG)
    .action(async (printing: Printing) => (await verbs()).list(app, printing))
  mirror
    .command('sign')
    .description('sign the list with the date of today')
    .option(...JSON_FLAG)
    .action(async (printing: Printing) => (await verbs()).sign(app, printing))
  return mirror
}
