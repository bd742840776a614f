import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExportResult } from '../src/press/static-export/export-request.ts'
import { table } from './measures.ts'
import { startNewsroom } from './newsroom-process.ts'

/** What exports of a whole site cost, each a run of the command from its start to its end. */
export interface StaticExportFigures {
  readonly stories: number
  readonly pages: number
  /** Pages, feeds, sitemaps and files for machines. */
  readonly firstMs: number
  /** Text versions, one-file editions and ninjs besides. */
  readonly formsMs: number
  /** The next export after one publication, all forms included… */
  readonly nextMs: number
  readonly nextRendered: number
  /** …and one after nothing has changed. */
  readonly idleMs: number
}

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

interface Run {
  readonly ms: number
  readonly result: ExportResult
}

/** One run of the command, in a process of its own. */
function exported(data: string, folder: string, ...options: readonly string[]): Run {
  const began = performance.now()
  const words = ['export', '--static', folder, '--site-url', 'https://bench.example', '--json', ...options]
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    env: { ...process.env, ONRECORD_DATA: data },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(stderr)
  return { ms: performance.now() - began, result: JSON.parse(stdout) as ExportResult }
}

/** Fills a newsroom with so many stories, writes its site as files, publishes one more, and writes them again. */
export async function benchStaticExport(stories: number): Promise<StaticExportFigures> {
  const data = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const folder = join(data, 'static')
  try {
    const newsroom = await startNewsroom(data)
    await newsroom.fill(stories)
    // The first story of a month changes the way from every month to the next; most publications are not that.
    await newsroom.publish(await newsroom.draft('The first story of this month'))
    const site = exported(data, folder, '--no-text', '--no-offline')
    const whole = exported(data, folder)
    await newsroom.publish(await newsroom.draft('One more account of the shelling'))
    const next = exported(data, folder)
    const idle = exported(data, folder)
    await newsroom.stop()
    return {
      stories,
      pages: site.result.site.addresses,
      firstMs: site.ms,
      formsMs: whole.ms,
      nextMs: next.ms,
      nextRendered: next.result.site.rendered + next.result.forms.rendered,
      idleMs: idle.ms,
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** The figures as a table for a terminal. */
export const staticExportTable = (figures: readonly StaticExportFigures[]): string =>
  table(
    ['stories', 'addresses', 'export s', 'text and one-file s', 'next export ms', 'pages in it', 'nothing new ms'],
    figures.map((row) => [
      String(row.stories),
      String(row.pages),
      (row.firstMs / 1_000).toFixed(1),
      (row.formsMs / 1_000).toFixed(1),
      row.nextMs.toFixed(0),
      String(row.nextRendered),
      row.idleMs.toFixed(0),
    ]),
  )

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  const figures = []
  for (const stories of sizes.length > 0 ? sizes : [1_000, 10_000]) figures.push(await benchStaticExport(stories))
  console.log(staticExportTable(figures))
}
