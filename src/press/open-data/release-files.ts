import { codebookJson, codebookMarkdown } from '../../site/open-data/codebook-text.ts'
import { csvLine } from '../../site/open-data/csv.ts'
import {
  releaseChangelog,
  releaseLicence,
  releaseReadme,
  type ReleaseTold,
} from '../../site/open-data/release-texts.ts'
import { TABLE_NAMES, type TableName } from '../../site/open-data/tables.ts'
import { chunksOf, type Piece, piecesOf } from './data-chunks.ts'
import type { DataRequest } from './data-request.ts'
import type { DataSource } from './data-rows.ts'
import { type DeletedEntry, historyAfter, releaseHistory } from './release-changes.ts'

/** One file of a release, written as it is read. `rows` is known once it was written; null for texts. */
export interface FileToWrite {
  readonly name: string
  readonly chunks: AsyncIterable<string> | Iterable<string>
  readonly rows: () => number | null
}

/** The tables of a release, then its maps and graphs: every row there is. */
export function* dataFiles(
  source: DataSource,
  edition: number,
): Generator<FileToWrite & { readonly table: TableName }> {
  for (const table of TABLE_NAMES) yield dataFile(source, edition, { name: `${table}.csv`, table, format: 'csv' })
  yield dataFile(source, edition, { name: 'cells.hxl.csv', table: 'cells', format: 'csv', withHxl: true })
  yield dataFile(source, edition, { name: 'events.geojson', table: 'events', format: 'geojson' })
  yield dataFile(source, edition, { name: 'events.jsonld', table: 'events', format: 'jsonld' })
}

function dataFile(
  source: DataSource,
  edition: number,
  { name, table, format, withHxl = false }: Pick<DataRequest, 'table' | 'format'> & { name: string; withHxl?: boolean },
): FileToWrite & { readonly table: TableName } {
  const request: DataRequest = { table, format, filter: NO_FILTER, asOf: null, limit: null, after: null, withHxl }
  let rows = 0
  const counted = counting(piecesOf(source, request), (more) => {
    rows += more
  })
  return { name, table, chunks: chunksOf(request, counted, { edition, urlAfter: () => '' }), rows: () => rows }
}

const NO_FILTER: DataRequest['filter'] = {
  eventId: null,
  from: null,
  to: null,
  place: null,
  actor: null,
  country: null,
  type: null,
  disputed: null,
  updatedSince: null,
}

async function* counting(pieces: AsyncIterable<Piece>, count: (more: number) => void): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    count(piece.parts.length)
    yield piece
  }
}

/** What is written about the data. @param since the number of the newest revision in the release before */
export async function textFiles(source: DataSource, told: ReleaseTold, since: number): Promise<FileToWrite[]> {
  const { deleted, ...history } = await releaseHistory(source, since)
  return [
    text('deleted.csv', deletedCsv(deleted), deleted.length),
    { name: 'changelog.json', chunks: changelogJson(source, told, since), rows: () => null },
    text('CHANGELOG.md', releaseChangelog(told, history)),
    text('codebook.md', codebookMarkdown()),
    text('codebook.json', `${JSON.stringify(codebookJson(), null, 2)}\n`),
    text('README.md', releaseReadme(told)),
    text('LICENSE.txt', releaseLicence(told)),
  ]
}

const text = (name: string, content: string, rows: number | null = null): FileToWrite => ({
  name,
  chunks: [content],
  rows: () => rows,
})

const deletedCsv = (deleted: readonly DeletedEntry[]): string =>
  csvLine(['entry_type', 'entry_id', 'event_id', 'at', 'how', 'merged_into', 'reason']) +
  deleted
    .map(({ type, id, eventId, at, how, mergedInto, reason }) =>
      csvLine([type, id, eventId, at, how, mergedInto, reason]),
    )
    .join('')

async function* changelogJson(source: DataSource, { version, previous }: ReleaseTold, since: number) {
  yield `{"version":${JSON.stringify(version)},"since":${JSON.stringify(previous)},"changes":[`
  let isFirst = true
  for await (const changes of historyAfter(source, since)) {
    const lines = changes.map(({ sequence, at, kind, type, id, eventId, reason }) =>
      JSON.stringify({ sequence, at, change: kind, entry_type: type, entry_id: id, event_id: eventId, reason }),
    )
    yield `${isFirst ? '' : ','}\n${lines.join(',\n')}`
    isFirst = false
  }
  yield ']}\n'
}
