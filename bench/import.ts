import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { madeExport } from './made-stories.ts'
import { quantile, table } from './measures.ts'
import { type NewsroomProcess, startNewsroom } from './newsroom-process.ts'

/** As the launcher starts the command line. */
const FLAGS = ['--max-semi-space-size=16']

/** What an import of a WordPress export costs, and what readers feel of it. */
export interface ImportFigures {
  readonly stories: number
  /** Put before readers at once, or left as drafts. */
  readonly isPublished: boolean
  readonly megabytes: number
  readonly perSecond: number
  /** The importing process at its largest. */
  readonly peakMb: number
  /** A kept page asked for every few milliseconds while the import ran. */
  readonly readersMedianMs: number
  readonly readersP99Ms: number
}

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

/** Imports so many stories of 300 words through the command line, beside a server that answers readers. */
export async function benchImport(stories: number, isPublished: boolean): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const file = join(folder, 'export.xml')
  try {
    await pipeline(Readable.from(madeExport(stories)), createWriteStream(file))
    const server = await startNewsroom(join(folder, 'data'))
    const began = performance.now()
    const child = spawn(
      process.execPath,
      [...FLAGS, MAIN, 'import', 'wxr', file, '--json', ...(isPublished ? ['--publish'] : [])],
      {
        env: { PATH: process.env['PATH'], ONRECORD_DATA: join(folder, 'data') },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const ended = once(child, 'exit')
    const { latencies, peakMb } = await watchImport(server, child, ended)
    const seconds = (performance.now() - began) / 1_000
    await server.stop()
    return {
      stories,
      isPublished,
      megabytes: statSync(file).size / 1e6,
      perSecond: stories / seconds,
      peakMb,
      readersMedianMs: quantile(latencies, 0.5),
      readersP99Ms: quantile(latencies, 0.99),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads a page again and again until the import has ended, and keeps an eye on the importer's memory. */
async function watchImport(server: NewsroomProcess, child: ChildProcess, ended: Promise<unknown>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const latencies: number[] = []
  let peakMb = 0
  while (child.exitCode === null && child.signalCode === null) {
    const began = performance.now()
    const asked = get({ host: '127.0.0.1', port: server.port, path: '/robots.txt', agent })
    const [response] = await once(asked, 'response')
    response.resume()
    await once(response, 'end')
    latencies.push(performance.now() - began)
    peakMb = Math.max(peakMb, peakOf(child.pid))
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5))])
  }
  agent.destroy()
  return { latencies, peakMb }
}

/** The largest a process has been, where the system tells (Linux). */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000
  } catch {
    return 0
  }
}

/** The figures as a table for a terminal. */
export const importTable = (figures: readonly ImportFigures[]): string =>
  table(
    ['stories', '', 'MB', 'stories/s', 'importer peak MB', 'readers median ms', 'readers p99 ms'],
    figures.map((row) => [
      String(row.stories),
      row.isPublished ? 'published' : 'drafts',
      row.megabytes.toFixed(0),
      row.perSecond.toFixed(0),
      row.peakMb.toFixed(0),
      row.readersMedianMs.toFixed(2),
      row.readersP99Ms.toFixed(2),
    ]),
  )

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  const figures = []
  for (const stories of sizes.length > 0 ? sizes : [20_000])
    figures.push(await benchImport(stories, false), await benchImport(stories, true))
  console.log(importTable(figures))
}
