import { createWriteStream } from 'node:fs'
import { chmod, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { RECORD, SITE } from '../../edition/tags.ts'
import { formatsOf, TABLE_NAMES } from '../../site/open-data/tables.ts'
import { chunksOf, piecesOf } from '../open-data/data-chunks.ts'
import { readDataRequest } from '../open-data/data-request.ts'
import { DRAFTS, makeFolder } from './export-files.ts'
import type { Run } from './run.ts'

/** A table of the open data as one whole file. */
export interface DataTable {
  readonly path: string
}

/**
 * The tables that stand in one file: CSV, GeoJSON and JSON-LD. JSON comes in pages that lead from one to the next by a
 * question, which only a server answers.
 */
export const dataTables = (): DataTable[] =>
  TABLE_NAMES.flatMap((table) =>
    formatsOf(table)
      .filter((format) => format !== 'json')
      .map((format) => ({ path: `/data/${table}.${format}` })),
  )

/** Writes tables, each in the memory of one stretch of rows, and notes what touches them. */
export async function writeDataTables(run: Run, tables: readonly DataTable[]): Promise<void> {
  for (const { path } of tables) {
    const file = path.slice(1)
    makeFolder(run.request.folder, dirname(file))
    await writeTable(run, path, file, undefined)
    await writeTable(run, path, `${file}.br`, brotli)
    await writeTable(run, path, `${file}.gz`, () => createGzip({ level: 6 }))
    const common = { status: 200, staleAtMs: null, media: [], policy: '', location: null } as const
    run.state.note([{ ...common, path, file, hash: '', tags: [SITE, RECORD] }], run.number)
  }
}

const brotli = () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })

async function writeTable(
  { request, site, number }: Run,
  path: string,
  file: string,
  compress: (() => NodeJS.ReadWriteStream) | undefined,
): Promise<void> {
  const asked = readDataRequest(path, new URLSearchParams())
  if (!asked || 'faults' in asked) return
  const { edition, siteUrl, newspaper } = site
  const chunks = chunksOf(asked, piecesOf({ edition, siteUrl, newspaper }, asked), {
    edition: number,
    urlAfter: (cursor) => `${siteUrl}${path}?after=${cursor}`,
  })
  const draft = join(request.folder, DRAFTS, 'table')
  const out = createWriteStream(draft)
  const text = Readable.from(chunks)
  await (compress ? pipeline(text, compress(), out) : pipeline(text, out))
  await chmod(draft, 0o644)
  await rename(draft, join(request.folder, file))
}
