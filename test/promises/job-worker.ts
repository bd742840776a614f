import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { runJobs } from '../../src/newsroom/run-jobs.ts'
import { openHouse } from './house.ts'

// Run as a process of its own, several at a time, and killed by the test: it does jobs until it is ended, and says on its
// standard output which one it begins.

const [folder = '', postgresUrl = '', name = ''] = process.argv.slice(2)
const { newsroom } = await openHouse(folder, () => randomBytes(16), { postgresUrl })

const begin = async (_: unknown, { storyId }: { readonly storyId?: string }) => {
  writeSync(1, `${storyId}\n`)
  await pause(2)
}
const handlers = new Proxy({} as Parameters<typeof runJobs>[1]['handlers'], { get: () => begin })

for (;;) {
  await runJobs(newsroom, {
    handlers,
    by: name,
    isStopping: () => false,
    onFailed: (_, error) => {
      throw error
    },
  })
  await pause(20)
}
