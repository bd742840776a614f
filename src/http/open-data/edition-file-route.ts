import type { OpenEditionFile } from '../../edition/edition-file.ts'
import type { QueryRoute } from '../query-route.ts'
import type { Downloads } from './downloads.ts'
import { sendStream } from './send-stream.ts'

/** Everything public as one SQLite file, at `/data/edition.db`. */
export const editionFileRoute = (files: { open(): Promise<OpenEditionFile> }, downloads: Downloads): QueryRoute => ({
  isFor: ({ path }) => path === '/data/edition.db',
  answer: (_question, request, response) =>
    downloads.take(response, async () => {
      const { handle, number, bytes } = await files.open()
      try {
        await sendStream(request, response, {
          contentType: 'application/vnd.sqlite3',
          etag: `"edition-${number}-${bytes}"`,
          fileName: `edition-${number}.db`,
          // Whoever unpacks a database of a gigabyte wants to know how much is still to come.
          isCompressible: false,
          bytes,
          chunks: () => handle.createReadStream({ autoClose: false, start: 0 }),
        })
      } finally {
        await handle.close()
      }
    }),
})
