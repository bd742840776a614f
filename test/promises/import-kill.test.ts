import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aNewspaper } from '../builders.ts'
import { archiveToMove } from './archive-to-move.ts'
import { type House, openHouse } from './house.ts'
import { differences, everythingSaid } from './said-of-import.ts'

const MOVER = fileURLToPath(new URL('./mover.ts', import.meta.url))

/** After how many portions the process is killed: of stories (five of them), then of links that are settled at the end. */
const POINTS = process.env['ONRECORD_IMPORT_KILLS'] === 'all' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [2, 7]

const PUBLISH = { source: 'old site', publish: true }

async function openEmpty(folder: string): Promise<House> {
  const house = await openHouse(folder, () => randomBytes(16))
  await setUpNewspaper(house.newsroom, { newspaper: aNewspaper(), sections: [] })
  return house
}

/** Starts to move in, and kills the process a moment after it has said so many lines. */
async function moveUntilKilled(folder: string, lines: number): Promise<void> {
  const mover = spawn(process.execPath, [MOVER, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  mover.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const closed = once(mover, 'close')
  const enough = Promise.withResolvers<void>()
  let said = 0
  createInterface({ input: mover.stdout }).on('line', (line) => {
    said += 1
    if (said >= lines || line === 'done') enough.resolve()
  })
  if (lines === 0) enough.resolve()
  await Promise.race([enough.promise, closed])
  // Somewhere in the middle of what it does next.
  await new Promise((resolve) => setTimeout(resolve, lines === 0 ? 400 : 3 + (lines % 4) * 4))
  mover.kill('SIGKILL')
  const [, signal] = await closed
  if (signal !== 'SIGKILL') throw new Error(`The mover ended by itself: ${complaint}`)
}

describe('an archive that is moved in by a process that is killed', () => {
  const folders: string[] = []
  const aFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-import-kill-'))
    folders.push(folder)
    return folder
  }
  let unbroken: readonly string[]
  let duplicates = 0
  beforeAll(async () => {
    const house = await openEmpty(aFolder())
    duplicates = (await importStories(house.newsroom, archiveToMove(), PUBLISH)).duplicates
    unbroken = await everythingSaid(house)
    await house.close()
  })
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

  it.each(POINTS)('after %d portions ends, run again, as if nothing had happened', async (point) => {
    const folder = aFolder()
    await (await openEmpty(folder)).close()
    await moveUntilKilled(folder, point)
    const house = await openHouse(folder, () => randomBytes(16))
    await importStories(house.newsroom, archiveToMove(), PUBLISH)
    expect(differences(await everythingSaid(house), unbroken)).toEqual([])
    const again = await importStories(house.newsroom, archiveToMove(), PUBLISH)
    expect(again).toMatchObject({ added: 0, changed: 0, published: 0, duplicates })
    await rebuildEdition(house.newsroom)
    expect(differences(await everythingSaid(house), unbroken)).toEqual([])
    await house.close()
  })
})
