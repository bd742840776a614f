import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { madeExport } from './made-stories.ts'
import { table } from './measures.ts'

// node bench/backup.ts [stories] [megabytes of pictures]: what a backup, a rehearsal and a restore take, each as a
// process of its own. Pictures are random bytes: nothing can be saved on them.

const [stories = 10_000, megabytes = 1_000] = process.argv.slice(2).map(Number)
const MAIN = process.env['TRIED_PROGRAM'] ?? fileURLToPath(new URL('../dist/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
const data = join(folder, 'data')
const env = { PATH: process.env['PATH'], ONRECORD_DATA: data }
const rows: string[][] = []

/** Runs a command to its end, and keeps an eye on its memory. */
async function measured(name: string, ...words: string[]): Promise<void> {
  const began = performance.now()
  const child = spawn(process.execPath, [MAIN, ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  let peakMb = 0
  let cpuSeconds = 0
  while (child.exitCode === null && child.signalCode === null) {
    peakMb = Math.max(peakMb, peakOf(child.pid))
    cpuSeconds = Math.max(cpuSeconds, cpuOf(child.pid))
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20))])
  }
  if (child.exitCode !== 0) throw new Error(`${name} left ${child.exitCode}`)
  const seconds = (performance.now() - began) / 1_000
  rows.push([name, seconds.toFixed(1), cpuSeconds.toFixed(1), peakMb.toFixed(0)])
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000
  } catch {
    return 0
  }
}

/** Seconds of a processor so far, all threads together: what a busy machine does not change. */
function cpuOf(pid: number | undefined): number {
  try {
    const [, , , , , , , , , , , , , user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(' ')
      .map(Number)
    return (user + system) / 100
  } catch {
    return 0
  }
}

const PICTURE_BYTES = 250_000

function makePictures(): void {
  mkdirSync(join(data, 'media'))
  for (let made = 0; made < megabytes * 1_000_000; made += PICTURE_BYTES) {
    const bytes = randomBytes(PICTURE_BYTES)
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
    writeFileSync(join(data, 'media', `${name}.avif`), bytes)
  }
}

try {
  const file = join(folder, 'export.xml')
  await pipeline(Readable.from(madeExport(stories)), createWriteStream(file))
  execFileSync(process.execPath, [MAIN, 'import', 'wxr', file, '--publish', '--json'], { env, stdio: 'ignore' })
  makePictures()
  const key = join(folder, 'key.txt')
  const made = execFileSync(process.execPath, [MAIN, 'backup', 'key', key, '--json'], { env, encoding: 'utf8' })
  const { recipient } = JSON.parse(made) as { recipient: string }
  const shelf = join(folder, 'shelf')
  await measured('backup', 'backup', '--to', shelf, '--recipient', recipient)
  const backup = join(shelf, readdirSync(shelf)[0] ?? '')
  await measured('restore', 'restore', backup, '--identity', key, '--into', join(folder, 'elsewhere'))
  await measured('rehearsal', 'restore', backup, '--identity', key, '--drill')
  const [database, size] = [join(data, 'newsroom.db'), backup].map((path) => (statSync(path).size / 1e6).toFixed(0))
  console.log(`${stories} stories, newsroom.db ${database} MB, backup ${size} MB, load ${loadavg()[0]?.toFixed(1)}`)
  console.log(table(['', 'seconds', 'of them CPU', 'peak MB'], rows))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
