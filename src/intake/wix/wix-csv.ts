import { type CsvRow, readCsv } from '../csv.ts'
import type { Incoming, IncomingProblem, IncomingSite } from '../incoming.ts'
import type { Reader } from '../intake-file.ts'
import { WixTable } from './wix-table.ts'
import { wixRowStory } from './wix-row.ts'

/** Rows that are looked at before the columns are settled: what a column holds shows in its cells. */
const LOOKED_AT = 20

/**
 * Reads a table that Wix exported: the posts of its blog, or any collection of a site's content manager, with the
 * columns in any order and any number. Each row becomes a story; columns without a place in one are named once.
 */
export const readWixCsvFile: Reader = async function* (file, options) {
  const waiting: CsvRow[] = []
  let table: WixTable | undefined
  let hasRows = false
  for await (const item of readCsv(file)) {
    if ('kind' in item) {
      yield item
      continue
    }
    hasRows = true
    if (table) yield wixRowStory(item, table, options)
    else if (waiting.push(item) >= LOOKED_AT) {
      table = new WixTable(waiting)
      yield* begun(table, waiting)
      for (const row of waiting) yield wixRowStory(row, table, options)
    }
  }
  if (!hasRows) return yield problem('The table holds no rows.', true)
  if (!table) {
    table = new WixTable(waiting)
    yield* begun(table, waiting)
    for (const row of waiting) yield wixRowStory(row, table, options)
  }
}

function* begun(table: WixTable, rows: readonly CsvRow[]): Generator<Incoming> {
  const host = rows.map((row) => URL.parse(table.cell(row, 'address'))?.hostname).find((found) => found !== undefined)
  if (host !== undefined)
    yield { kind: 'site', hosts: [host], title: null, language: null, zone: null } satisfies IncomingSite
  if (table.unplaced.length > 0)
    yield problem(
      `These columns have no place in a story and were not brought over: ${table.unplaced.join(', ')}.`,
      false,
    )
}

const problem = (what: string, fatal: boolean): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where: 'line 1',
  what,
  ...(fatal ? { fatal } : {}),
})
