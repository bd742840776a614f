import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { NewsroomDb } from '../../src/store/newsroom-db.ts'
import { aNewspaper } from '../builders.ts'
import { archiveToMove } from './archive-to-move.ts'
import { type House, openHouse } from './house.ts'

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

/** What every id of the newsroom stands for, by names that are the same in every newsroom of this archive. */
async function namesOfIds(db: NewsroomDb): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { id, slug } of await db.selectFrom('sections').select(['id', 'slug']).execute()) names.set(id, slug)
  for (const { id, slug } of await db.selectFrom('personas').select(['id', 'slug']).execute()) names.set(id, slug)
  const rows = await db
    .selectFrom('imported_stories')
    .innerJoin('stories', 'stories.id', 'imported_stories.story_id')
    .select(['stories.id', 'stories.group_id', 'foreign_id'])
    .where('is_duplicate', '=', 0)
    .orderBy('foreign_id', 'desc')
    .execute()
  for (const { id, group_id, foreign_id } of rows) names.set(id, foreign_id).set(group_id, `group of ${foreign_id}`)
  return names
}

const TABLES = [
  'stories',
  'story_revisions',
  'story_publications',
  'redirects',
  'imported_stories',
  'import_links',
] as const

/** Columns that say when a row was written, and by which of many equal ways it was found: not what it says. */
const OF_THE_RUN = new Set(['created_at', 'imported_at'])

/** Newsroom and edition as one text in which the same things have the same names. */
async function everythingSaid({ newsroom, reader }: House): Promise<readonly string[]> {
  const names = await namesOfIds(newsroom.db)
  const lines: string[] = []
  for (const table of TABLES) {
    const rows = await newsroom.db.selectFrom(table).selectAll().execute()
    for (const row of rows) {
      const said = Object.entries(row).filter(([column]) => !OF_THE_RUN.has(column))
      lines.push(
        `${table} ${JSON.stringify(Object.fromEntries(said.toSorted(([one], [other]) => (one < other ? -1 : 1))))}`,
      )
    }
  }
  lines.push(...(await canonicalDump(reader)).split('\n'))
  return lines
    .map((line) => line.replaceAll(/(?:sty|sec|per|grp)_[0-9a-z]{16}/g, (id) => names.get(id) ?? id))
    .toSorted((one, other) => (one < other ? -1 : 1))
}

/** What the one says and the other does not, some lines of it. */
function differences(one: readonly string[], other: readonly string[]): string[] {
  const [ofOne, ofOther] = [new Set(one), new Set(other)]
  return [...one.filter((line) => !ofOther.has(line)), ...other.filter((line) => !ofOne.has(line))].slice(0, 8)
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
