import { Command } from 'commander'
import { rebuildEdition } from '../newsroom/rebuild-edition.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { progressLine } from './progress.ts'
import { type Printing, tell, tellJson } from './terminal.ts'

/** The edition: what readers see, made from the newsroom. */
export function editionCommand(app: Application): Command {
  const edition = new Command('edition').description('the public database')
  edition
    .command('rebuild')
    .description('make the edition again from the newsroom, while readers go on reading')
    .option('--json', 'print the result as JSON', false)
    .action(async (printing: Printing) => {
      const progress = progressLine(printing, 'stories')
      const result = await app.withNewsroom(commandLineActor(), (newsroom) => rebuildEdition(newsroom, progress.at))
      progress.end()
      const strays = result.strays === 0 ? '' : ` ${result.strays} that the newsroom does not know were removed.`
      tell(printing, `The edition is whole: ${result.stories} stories.${strays}`)
      tellJson(printing, result)
    })
  return edition
}
