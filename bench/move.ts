import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importStories } from '../src/newsroom/importing/import-stories.ts'
import { indexStories } from '../src/newsroom/index-stories.ts'
import { moveNewsroom, type MovingStage } from '../src/upkeep/moving/move-newsroom.ts'
import { placesOf } from '../test/promises/house-to-move.ts'
import { type House, openHouse } from '../test/promises/house.ts'
import { aMadeStory } from './made-stories.ts'
import { table } from './measures.ts'

// node bench/move.ts postgres://onrecord@127.0.0.1:5432/an_empty_database [stories]
// How long a newsroom takes from SQLite to PostgreSQL and back, by what is done.

const [to = '', count = '10000'] = process.argv.slice(2)
const stories = Number(count)
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-move-'))
const migrations = fileURLToPath(new URL('../migrations', import.meta.url))
const chance = () => randomBytes(16)

/** Moves it, and notes when each stage was last heard of. */
async function moved(house: House, from: string | null, into: string | null): Promise<string[]> {
  const began = performance.now()
  const heard: Partial<Record<MovingStage, number>> = {}
  const places = await placesOf({ dataFolder: folder, from, to: into, folder: join(folder, 'back') })
  const onProgress = (stage: MovingStage) => void (heard[stage] = performance.now() - began)
  const { rows } = await moveNewsroom(house.newsroom, { ...places, migrations, onProgress })
  const { rows: copied = 0, checking = 0, edition = 0 } = heard
  const all = performance.now() - began
  return [
    into === null ? 'PostgreSQL to SQLite' : 'SQLite to PostgreSQL',
    String(rows),
    ...[copied, checking - copied, edition - checking, all - edition, all].map((ms) => (ms / 1000).toFixed(1)),
    Math.round(rows / (copied / 1000)).toLocaleString('en'),
  ]
}

const house = await openHouse(folder, chance)
await importStories(
  house.newsroom,
  Array.from({ length: stories }, (_, number) => aMadeStory(number, stories)),
  { source: 'bench', publish: true },
)
await indexStories(house.newsroom)
const there = await moved(house, null, to)
await house.close()
const onServer = await openHouse(folder, chance, { postgresUrl: to })
const back = await moved(onServer, to, null)
await onServer.close()
rmSync(folder, { recursive: true })
const HEADINGS = [
  '',
  'rows',
  'copied s',
  'looked at again s',
  'edition s',
  'compared s',
  'all s',
  'rows copied a second',
]
console.log(`${stories} stories\n${table(HEADINGS, [there, back])}`)
