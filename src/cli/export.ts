import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { Command } from 'commander'
import { exportLines } from '../newsroom/export-newsroom.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { mention } from './terminal.ts'

/** Everything the newsroom has, in an open format. */
export function exportCommand(app: Application): Command {
  return new Command('export')
    .description('write the paper, its sections, bylines and stories as JSON Lines: one object a line')
    .argument('[file]', 'where to; without it, to the screen')
    .option('--public', 'only what readers have: no drafts, no working copies', false)
    .action(async (file: string | undefined, options: { public: boolean }) => {
      const out: Writable = file === undefined ? process.stdout : createWriteStream(file, { mode: 0o600 })
      const stories = await app.withNewsroom(commandLineActor(), async (newsroom) => {
        let written = 0
        for await (const line of exportLines(newsroom, { publicOnly: options.public })) {
          if (line.kind === 'story') written += 1
          if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
        }
        return written
      })
      if (file === undefined) return
      out.end()
      await finished(out)
      mention(`${stories} stories written to ${file}.`)
      if (!options.public) mention('The file holds drafts too: keep it as you keep the data folder.')
    })
}
