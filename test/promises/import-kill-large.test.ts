import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeExport } from '../../bench/made-stories.ts'
import { openHouse } from './house.ts'
import { differences, everythingSaid } from './said-of-import.ts'
import { MAIN, settingsOf } from './served.ts'

/** Megabytes of WordPress export: the long form alone, since a large archive takes its time. */
const MEGABYTES = Number(process.env['ONRECORD_IMPORT_MEGABYTES'] ?? 0)
const KILLS = 10
/** What a story of 300 words takes up in an export, in bytes. */
const STORY_BYTES = 2_440
const STORIES = Math.round((MEGABYTES * 1e6) / STORY_BYTES)

async function saidIn(data: string): Promise<readonly string[]> {
  const house = await openHouse(data, () => randomBytes(16))
  const said = await everythingSaid(house)
  await house.close()
  return said
}

describe.skipIf(MEGABYTES === 0)(`an export of ${MEGABYTES} MB, whose import is killed ${KILLS} times`, () => {
  let home: string
  let file: string
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'onrecord-import-large-'))
    file = join(home, 'export.xml')
    await pipeline(Readable.from(madeExport(STORIES)), createWriteStream(file))
  }, 600_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const importing = (data: string) =>
    spawn(process.execPath, [MAIN, 'import', 'wxr', file, '--publish', '--json'], {
      env: settingsOf(data),
      stdio: ['ignore', 'ignore', 'pipe'],
    })

  async function importWhole(data: string): Promise<void> {
    const child = importing(data)
    const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    if (code !== 0) throw new Error(`The import ended with ${code}: ${complaint}`)
  }

  /** Kills the import as soon as so many stories are in. @returns how many were */
  async function importUntil(data: string, stories: number): Promise<number> {
    const house = await openHouse(data, () => randomBytes(16))
    const child = importing(data)
    const exited = once(child, 'exit')
    const isIn = async () => {
      const { db } = house.newsroom
      const { count } = await db
        .selectFrom('imported_stories')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    }
    let count = 0
    while (child.exitCode === null && (count = await isIn()) < stories) {
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 20))])
    }
    child.kill('SIGKILL')
    const [, signal] = await exited
    await house.close()
    if (signal !== 'SIGKILL') throw new Error('The import ended by itself.')
    return count
  }

  it('ends as if nothing had happened', async () => {
    const [unbroken, broken] = [join(home, 'unbroken'), join(home, 'broken')]
    // One paper, with one name and one zone, for both.
    for (const data of [unbroken, broken]) await (await openHouse(data, () => randomBytes(16))).close()
    const began = Date.now()
    await importWhole(unbroken)
    const wholeMs = Date.now() - began
    const at: number[] = []
    for (let kill = 1; kill <= KILLS; kill += 1) {
      at.push(await importUntil(broken, Math.round((STORIES * kill) / (KILLS + 1))))
    }
    await importWhole(broken)
    const seconds = Math.round(wholeMs / 1000)
    process.stdout.write(`${STORIES} stories; unbroken ${seconds} s; killed when ${at.join(', ')} were in\n`)
    expect(differences(await saidIn(broken), await saidIn(unbroken))).toEqual([])
  }, 3_600_000)
})
