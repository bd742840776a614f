import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { archiveToMove } from './archive-to-move.ts'
import { openHouse } from './house.ts'

// Run as a process of its own and killed by the test: it moves an archive in, and says a line after each portion.

const [folder = ''] = process.argv.slice(2)
const { newsroom } = await openHouse(folder, () => randomBytes(16))
await importStories(
  newsroom,
  archiveToMove(),
  { source: 'old site', publish: true },
  { onProgress: ({ added }) => void writeSync(1, `${added}\n`) },
)
writeSync(1, 'done\n')
// Killed here too: the end of the process is not the end that is tried.
setInterval(() => undefined, 1_000)
