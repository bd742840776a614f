import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { OnrecordError } from '../../src/errors.ts'
import { newestChange } from '../../src/store/outbox.ts'
import type { Acknowledged } from './acknowledged.ts'
import { type HouseOptions, openHouse } from './house.ts'
import { darkroom, letterBox, notebook, recordDesk } from './writer-desks.ts'
import { storyDesk } from './writer-stories.ts'

/** What the writer is told on its command line, as JSON. */
export interface WriterOrders extends HouseOptions {
  readonly folder: string
  readonly round: number
}

// Run as a process of its own and killed by the test: it writes as fast as it can, and says on its standard output
// what was done, a line a deed, only after the verb has returned.

const { folder, round, ...options } = JSON.parse(process.argv[2] ?? '{}') as WriterOrders

try {
  const house = await openHouse(folder, () => randomBytes(16), options)
  const { db, auditKey } = house.newsroom
  const acknowledge = async (deed: Omit<Acknowledged, 'number'>): Promise<void> => {
    const line: Acknowledged = { ...deed, number: await newestChange(db) }
    writeSync(1, `${JSON.stringify(line)}\n`)
  }
  await acknowledge({ deed: 'opened', id: 'the house', path: null, words: auditKey, isLive: true })
  const at = { house, round, acknowledge }
  await Promise.all([
    ...['a', 'b', 'c'].map((name) => storyDesk(at, name)),
    notebook(at),
    recordDesk(at),
    darkroom(at),
    letterBox(at),
  ])
} catch (error) {
  // Nobody disturbs the writer but the kill: anything that is thrown is a finding.
  writeSync(2, `${error instanceof OnrecordError ? `${error.code}: ${error.message}` : String(error)}\n`)
  process.exit(1)
}
