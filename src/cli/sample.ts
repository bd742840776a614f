import { Command } from 'commander'
import { shelvesAt } from '../press/picture-shelves.ts'
import { readSample } from '../newsroom/sample-files.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { type Printing, tell, tellJson } from './terminal.ts'

/** The sample edition: what a new newsroom shows before it has anything of its own. */
export function sampleCommand(app: Application): Command {
  const sample = new Command('sample').description('the sample edition')
  sample
    .command('load')
    .description('fill an empty newsroom with the sample edition')
    .option('--json', 'print the result as JSON', false)
    .action(async (printing: Printing) => {
      const { loadSample } = await import('../newsroom/load-sample.ts')
      const edition = await readSample(app.sampleFolder)
      const stories = await app.withNewsroom(commandLineActor(), (newsroom) =>
        loadSample(newsroom, edition, shelvesAt(app.config())),
      )
      tell(printing, `The sample edition is loaded: ${stories} stories.`)
      tellJson(printing, { loaded: stories })
    })
  sample
    .command('remove')
    .description('take the sample edition away; stories of your own stay')
    .option('--json', 'print the result as JSON', false)
    .action(async (printing: Printing) => {
      const { removeSample } = await import('../newsroom/remove-sample.ts')
      const result = await app.withNewsroom(commandLineActor(), (newsroom) =>
        removeSample(newsroom, shelvesAt(app.config())),
      )
      const own = result.kept === 0 ? '' : ` ${result.kept} of your own stories stay.`
      tell(printing, `The sample edition is gone: ${result.removed} stories removed.${own}`)
      tell(printing, 'Next: ./onrecord init names your own paper.')
      tellJson(printing, result)
    })
  return sample
}
