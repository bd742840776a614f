import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'
import { fsyncMs, quantile, table } from './measures.ts'
import { type NewsroomProcess, startNewsroom } from './newsroom-process.ts'

/** What a publication costs with so many stories in the archive. */
export interface PublishFigures {
  readonly stories: number
  readonly fillPerSecond: number
  /** Publish call sent to all pages new, in milliseconds. */
  readonly medianMs: number
  readonly p99Ms: number
  /** One fsync on this disk; a publication waits for two, one a database. */
  readonly fsyncMs: number
  readonly pagesDropped: number
  readonly coldRenderCpuMs: number
  readonly startMs: number
  readonly idleMb: number
  readonly busyMb: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

async function fetchPage(port: number, path: string): Promise<string> {
  const asked = get({ host: '127.0.0.1', port, path, agent, headers: { 'accept-encoding': 'br' } })
  const [response] = await once(asked, 'response')
  const bytes = await buffer(response)
  return response.headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes).toString() : bytes.toString()
}

/** The pages that a publication of now changes; the record's event page joins them when there is one. */
const pagesOf = (path: string): string[] => {
  const [year, month] = path.split('/').slice(1)
  return [path, '/', '/mali', '/feeds/rss.xml', `/sitemaps/${year}-${month}.xml`, '/africa']
}

/** Publishes again and again, and times each from the call to six new pages. */
async function publishRounds(
  newsroom: NewsroomProcess,
  rounds: number,
): Promise<{ times: number[]; dropped: number[] }> {
  const times: number[] = []
  const dropped: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const headline = `Round ${round} of ${rounds} at ${newsroom.port}`
    const id = await newsroom.draft(headline)
    const before = (await newsroom.numbers()).press.dropped
    const began = performance.now()
    const path = await newsroom.publish(id)
    const pages = await Promise.all(pagesOf(path).map((page) => fetchPage(newsroom.port, page)))
    times.push(performance.now() - began)
    const old = pages.filter((page) => !page.includes(headline) && !page.includes(path))
    if (old.length > 0) throw new Error(`${old.length} pages were still old after publication`)
    dropped.push((await newsroom.numbers()).press.dropped - before)
  }
  return { times, dropped }
}

/** What it takes to render story pages that nobody has asked for yet: processor time of the server alone. */
async function coldRenderCpuMs(newsroom: NewsroomProcess, stories: number): Promise<number> {
  const paths = [...(await fetchPage(newsroom.port, '/sitemap.xml')).matchAll(/sitemaps\/(\d{4}-\d{2})/g)]
  const storyPaths: string[] = []
  for (const [, month] of paths.slice(10, 16)) {
    const sitemap = await fetchPage(newsroom.port, `/sitemaps/${month}.xml`)
    storyPaths.push(...[...sitemap.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]+)/g)].flatMap(([, path]) => path ?? []))
  }
  const asked = storyPaths.slice(0, Math.min(300, stories / 4))
  const before = (await newsroom.numbers()).cpuMicros
  for (const path of asked) await fetchPage(newsroom.port, path)
  return ((await newsroom.numbers()).cpuMicros - before) / 1_000 / asked.length
}

/** Fills a newsroom with so many stories and measures what a publication costs there. */
export async function benchPublishing(stories: number, rounds: number): Promise<PublishFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const filling = await startNewsroom(folder)
    const began = performance.now()
    await filling.fill(stories)
    const fillPerSecond = stories / ((performance.now() - began) / 1_000)
    await filling.stop()
    const launched = performance.now()
    const newsroom = await startNewsroom(folder)
    await fetchPage(newsroom.port, '/')
    const startMs = performance.now() - launched
    const idleMb = (await newsroom.numbers()).rssBytes / 1e6
    const coldMs = await coldRenderCpuMs(newsroom, stories)
    await publishRounds(newsroom, 5)
    const { times, dropped } = await publishRounds(newsroom, rounds)
    const busyMb = (await newsroom.numbers()).rssBytes / 1e6
    await newsroom.stop()
    return {
      stories,
      fillPerSecond,
      medianMs: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
      fsyncMs: fsyncMs(folder),
      pagesDropped: Math.max(...dropped),
      coldRenderCpuMs: coldMs,
      startMs,
      idleMb,
      busyMb,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The figures as a table for a terminal. */
export const publishTable = (figures: readonly PublishFigures[]): string =>
  table(
    [
      'stories',
      'filled /s',
      'live, median ms',
      'p99 ms',
      'fsync ms (×2 of it)',
      'pages dropped',
      'cold page CPU ms',
      'start ms',
      'idle MB',
      'after MB',
    ],
    figures.map((row) => [
      String(row.stories),
      row.fillPerSecond.toFixed(0),
      row.medianMs.toFixed(1),
      row.p99Ms.toFixed(1),
      row.fsyncMs.toFixed(2),
      String(row.pagesDropped),
      row.coldRenderCpuMs.toFixed(2),
      row.startMs.toFixed(0),
      row.idleMb.toFixed(0),
      row.busyMb.toFixed(0),
    ]),
  )

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  const figures = []
  for (const stories of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000])
    figures.push(await benchPublishing(stories, 60))
  console.log(publishTable(figures))
  agent.destroy()
}
