import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { aPostgresServer } from '../test/contract/postgres.ts'
import { openHouse } from '../test/promises/house.ts'
import { aNode, type ClusterNode } from '../test/promises/node-in-cluster.ts'
import { letOut } from '../test/promises/what-they-saw.ts'
import { signedIn } from '../test/signed-in.ts'

// Two nodes on one PostgreSQL: how long after a publication on one the other shows it, and what an idle reader takes.
// TRIED_PROGRAM names another build than dist/.

const TIMES = 50

const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-nodes-'))
const postgres = await aPostgresServer({ isDurable: true })
const nodes: ClusterNode[] = []
try {
  const house = await openHouse(join(folder, 'a'), () => randomBytes(16), { postgresUrl: postgres.url })
  const grants = (['editor', 'reporter'] as const).map((role) => ({ role, deskId: null }))
  const { token } = await signedIn(house.newsroom.db, 'Ana', grants)
  await house.close()
  await mkdir(join(folder, 'b'), { mode: 0o700 })
  await cp(join(folder, 'a', 'secrets.json'), join(folder, 'b', 'secrets.json'))
  const env = { ONRECORD_DATABASE: postgres.url, ONRECORD_SITE_URL: 'https://paper.example' }
  const a = await aNode({ name: 'a', data: join(folder, 'a'), env })
  const b = await aNode({ name: 'b', data: join(folder, 'b'), env })
  const reader = await aNode({ name: 'reader', data: join(folder, 'reader'), env, words: ['reader'] })
  nodes.push(a, b, reader)
  for (const node of nodes) await node.start()
  while ((await reader.served().get('/')).status !== 200) await pause(50)
  // What was loaded for the first page has been let go.
  await pause(5_000)
  console.log(`idle reader: ${await megabytesOf(reader.served().pid)}`)
  console.log(`idle node, studio and all: ${await megabytesOf(b.served().pid)}`)
  const answered: number[] = []
  const shown: number[] = []
  for (let turn = 0; turn < TIMES; turn += 1) {
    const headline = `Story ${turn} of two nodes`
    const id = String((await a.at(token).begin()).json()['id'])
    await a.at(token).save(id, 0, headline)
    await b.served().get('/')
    const began = performance.now()
    const publishing = letOut(a, token, id).then(({ status }) => {
      if (status !== 200) throw new Error(`publishing answered ${status}`)
      answered.push(performance.now() - began)
      return performance.now()
    })
    const seeing = (async () => {
      while (!(await b.served().get('/')).text.includes(headline)) await pause(1)
      return performance.now()
    })()
    const [done, seen] = await Promise.all([publishing, seeing])
    shown.push(seen - done)
  }
  console.log(`published and answered on a: ${told(answered)}`)
  console.log(`new front page on b, after that answer: ${told(shown)}`)
} finally {
  for (const node of nodes) await node.stop()
  await postgres.remove()
  await rm(folder, { recursive: true, force: true })
}

function told(all: readonly number[]): string {
  const sorted = all.toSorted((one, other) => one - other)
  const at = (share: number) =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`
  return `median ${at(0.5)}, p99 ${at(0.99)} of ${all.length}`
}

/** Resident, and of that what belongs to this process alone. */
async function megabytesOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
  return `${Math.round(kilobytes('VmRSS') / 1024)} MB resident, ${Math.round(kilobytes('RssAnon') / 1024)} MB its own`
}
