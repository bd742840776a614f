import { openedLog } from '../../edition/evidence-openings.ts'
import { publicLogHead } from '../../edition/evidence-log.ts'
import type { OpenedEntry } from '../../evidence/check-log.ts'
import { logLine } from '../../evidence/log-line.ts'
import type { QueryRoute } from '../query-route.ts'
import type { Downloads } from './downloads.ts'
import type { OpenDataSource } from './open-data-source.ts'
import { sendStream } from './send-stream.ts'

const LOG = '/data/evidence.jsonl'
const HEAD = '/data/evidence-head.json'

/**
 * What readers have had, as a chain of hashes: the whole log at `/data/evidence.jsonl`, and its last hash, for whoever wants
 * to note it, at `/data/evidence-head.json`. See docs/formats/evidence.md.
 */
export const evidenceRoute = ({ edition }: OpenDataSource, downloads: Downloads): QueryRoute => ({
  isFor: ({ path }) => path === LOG || path === HEAD,
  answer: async ({ path }, request, response) => {
    const head = await publicLogHead(edition)
    const etag = `W/"${head.hash.slice(0, 32)}"`
    if (path === HEAD) {
      const body = `${JSON.stringify(head)}\n`
      const contentType = 'application/json'
      return sendStream(request, response, {
        contentType,
        etag,
        fileName: null,
        isCompressible: true,
        chunks: () => [body],
      })
    }
    return downloads.take(response, () =>
      sendStream(request, response, {
        contentType: 'application/jsonl; charset=utf-8',
        etag,
        fileName: 'evidence.jsonl',
        isCompressible: true,
        chunks: () => linesOf(openedLog(edition)),
      }),
    )
  },
})

async function* linesOf(entries: AsyncIterable<OpenedEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield logLine(entry)
}
