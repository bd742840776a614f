import { editionNumber } from '../../edition/changes.ts'
import { EDITION, SITE } from '../../edition/tags.ts'
import { UNNAMED } from '../../press/load/page-source.ts'
import { publicNewspaper } from '../../edition/house.ts'
import { chunksOf, type Piece, piecesOf } from '../../press/open-data/data-chunks.ts'
import { type DataRequest, etagOf, MAX_LIMIT, readDataRequest } from '../../press/open-data/data-request.ts'
import { NOTHING_SHARED } from '../../press/shared-caching.ts'
import type { QueryRoute, Question } from '../query-route.ts'
import type { Downloads } from './downloads.ts'
import type { OpenDataSource } from './open-data-source.ts'
import { sendProblem } from './send-problem.ts'
import { sendStream, sendUnchanged, type StreamedAnswer } from './send-stream.ts'

/**
 * Tables of the record as files: `/data/cells.csv`, `/data/events.geojson?country=ML`, `/data/claims?as_of=…`.
 *
 * Never kept: each answer is read from the edition while it is sent, in the memory of one page of rows.
 */
export function dataRoute(source: OpenDataSource, downloads: Downloads): QueryRoute {
  return {
    isFor: ({ path }) => readDataRequest(path, new URLSearchParams()) !== undefined,
    answer: async (question, request, response) => {
      const read = readDataRequest(question.path, question.query)
      if (read === undefined) return sendProblem(response, 404, 'There is no such table.')
      if ('faults' in read) return sendProblem(response, 422, read.faults.join(' '))
      const headersFor = (source.caching ?? NOTHING_SHARED).begin()
      const edition = await editionNumber(source.edition)
      const asked = { ...read, limit: read.limit ?? (read.format === 'json' ? MAX_LIMIT : null) }
      // Without a limit there is no saying how large it gets.
      const shared = () => (asked.limit === null ? [] : headersFor([EDITION, SITE]))
      if (sendUnchanged(request, response, { etag: etagOf(asked, edition), shared: shared() })) return
      await downloads.take(response, async () => {
        const answer = await answerTo(source, { asked, edition, question })
        await sendStream(request, response, { ...answer, shared: shared() })
      })
    },
  }
}

interface Asked {
  readonly asked: DataRequest
  /** The number that the edition had reached before anything was read. */
  readonly edition: number
  readonly question: Question
}

async function answerTo(source: OpenDataSource, { asked, edition, question }: Asked): Promise<StreamedAnswer> {
  const siteUrl = source.siteUrl()
  const newspaper = (await publicNewspaper(source.edition)) ?? UNNAMED
  const urlAfter = (cursor: string) => siteUrl + withCursor(question, cursor)
  const { pieces, next } = await readAhead(asked, piecesOf({ edition: source.edition, siteUrl, newspaper }, asked))
  return {
    contentType: CONTENT_TYPES[asked.format],
    etag: etagOf(asked, edition),
    fileName: asked.format === 'json' ? null : `${asked.table}.${asked.format}`,
    isCompressible: true,
    headers: next === null ? [] : ['Link', `<${urlAfter(next)}>; rel="next"`],
    chunks: () => chunksOf(asked, pieces, { edition, urlAfter }),
  }
}

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
} as const satisfies Record<DataRequest['format'], string>

/** With a limit, all of it at once, since the head of the answer says where it goes on; without, one after another. */
async function readAhead(
  { limit }: DataRequest,
  pieces: AsyncIterable<Piece>,
): Promise<{ pieces: AsyncIterable<Piece> | Iterable<Piece>; next: string | null }> {
  if (limit === null) return { pieces, next: null }
  const read: Piece[] = []
  for await (const piece of pieces) read.push(piece)
  return { pieces: read, next: read.at(-1)?.next ?? null }
}

function withCursor({ path, query }: Question, cursor: string): string {
  const next = new URLSearchParams(query)
  next.set('after', cursor)
  return `${path}?${next.toString()}`
}
