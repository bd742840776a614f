import { Command, InvalidArgumentError } from 'commander'
import type { Application } from './application.ts'
import type { AddOptions, ChangeOptions } from './ingest-sources.ts'
import type { ItemsOptions } from './ingest-items.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

const sources = () => import('./ingest-sources.ts')
const items = () => import('./ingest-items.ts')

/** Feeds and folders that are watched for the desk, and what has come from them. */
export function ingestCommand(app: Application): Command {
  const ingest = new Command('ingest').description('feeds and folders that are watched for the desk, and what came')
  addSources(app, ingest)
  addItems(app, ingest)
  return ingest
}

function addSources(app: Application, ingest: Command): void {
  ingest
    .command('add <address>')
    .description('watch a feed by its address, or a folder of this machine into which items are dropped')
    .requiredOption('--name <name>', 'what the desk calls it')
    .option('--source <id>', 'the source of the record that it stands for; without it, a new one is made')
    .option('--lang <tag>', 'the language of items that do not say theirs')
    .option('--every <minutes>', 'how often it is looked at', minutes)
    .option('--keep <days>', 'how long copy is kept that nobody takes up', days)
    .option(...JSON_FLAG)
    .action(async (address: string, options: AddOptions) => (await sources()).add(app, address, options))
  ingest
    .command('list')
    .description('what is watched, and how it is')
    .option(...JSON_FLAG)
    .action(async (printing: Printing) => (await sources()).list(app, printing))
  ingest
    .command('change <name>')
    .description('change how a source is watched')
    .option('--rename <name>', 'what the desk calls it from now on')
    .option('--lang <tag>', 'the language of items that do not say theirs')
    .option('--every <minutes>', 'how often it is looked at', minutes)
    .option('--keep <days>', 'how long copy is kept that nobody takes up', days)
    .option('--pause', 'look at it no more until --resume', false)
    .option('--resume', 'look at it again', false)
    .option(...JSON_FLAG)
    .action(async (name: string, options: ChangeOptions) => (await sources()).change(app, name, options))
  ingest
    .command('now [name]')
    .description('look at one source, or at all that are on, at once')
    .option(...JSON_FLAG)
    .action(async (name: string | undefined, printing: Printing) => (await sources()).now(app, name, printing))
  ingest
    .command('remove <name>')
    .description('watch a source no longer, and take away what came from it; stories begun from it stay')
    .option(...JSON_FLAG)
    .action(async (name: string, printing: Printing) => (await sources()).remove(app, name, printing))
}

function addItems(app: Application, ingest: Command): void {
  ingest
    .command('items')
    .description('what has come, the newest first')
    .option('--waiting', 'only what nobody has taken up or put away', false)
    .option('--source <name>', 'only from one source')
    .option('--named <words>', 'only items in which these words stand')
    .option('--limit <number>', 'how many', count)
    .option(...JSON_FLAG)
    .action(async (options: ItemsOptions) => (await items()).list(app, options))
  ingest
    .command('show <id>')
    .description('one item, whole, and what it shares its words with')
    .option(...JSON_FLAG)
    .action(async (id: string, printing: Printing) => (await items()).show(app, id, printing))
  ingest
    .command('take <id>')
    .description('begin a draft from an item, with its credit')
    .option(...JSON_FLAG)
    .action(async (id: string, printing: Printing) => (await items()).take(app, id, printing))
  ingest
    .command('dismiss <id>')
    .description('put an item away')
    .option('--undo', 'bring it back', false)
    .option(...JSON_FLAG)
    .action(async (id: string, options: Printing & { undo: boolean }) => (await items()).dismiss(app, id, options))
}

const between = (least: number, most: number) => (text: string) => {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`)
}

const minutes = between(1, 10_080)
const days = between(1, 3_650)
const count = between(1, 1_000)
