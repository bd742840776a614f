import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { moveNewsroom } from '../../src/upkeep/moving/move-newsroom.ts'
import { type MoveOrders, placesOf } from './house-to-move.ts'
import { openHouse } from './house.ts'

// Run as a process of its own and killed by the test: it moves a newsroom, and says a line at each step.

const orders = JSON.parse(process.argv[2] ?? '{}') as MoveOrders
const { newsroom, close } = await openHouse(orders.dataFolder, () => randomBytes(16), { postgresUrl: orders.from })
await moveNewsroom(newsroom, {
  ...(await placesOf(orders)),
  migrations: fileURLToPath(new URL('../../migrations', import.meta.url)),
  onProgress: (stage, done) => void writeSync(1, `${stage} ${done}\n`),
})
await close()
