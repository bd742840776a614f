import { Command } from 'commander'
import type { Application } from './application.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

/** Places: looked up before one is recorded twice. */
export function placeCommand(app: Application): Command {
  const place = new Command('place').description('look places up')
  place
    .command('search <words...>')
    .description('places by a name in any spelling: our own first, then GeoNames')
    .option(...JSON_FLAG)
    .action(async (words: string[], printing: Printing) =>
      (await import('./place-search.ts')).findPlaces(app, words.join(' '), printing),
    )
  return place
}
