import { createHash } from 'node:crypto'
import { publicNewspaper } from '../../edition/house.ts'
import { UNNAMED } from '../../press/load/page-source.ts'
import type { QueryRoute } from '../query-route.ts'
import type { OpenDataSource } from './open-data-source.ts'
import { openApi } from './openapi.ts'
import { sendStream } from './send-stream.ts'

/** The description of the open data for programs, at `/data/openapi.json`. */
export const openApiRoute = ({ edition, siteUrl }: OpenDataSource): QueryRoute => ({
  isFor: ({ path }) => path === '/data/openapi.json',
  answer: async (_question, request, response) => {
    const { name } = (await publicNewspaper(edition)) ?? UNNAMED
    const body = `${JSON.stringify(openApi({ name, siteUrl: siteUrl() }), null, 2)}\n`
    await sendStream(request, response, {
      contentType: 'application/json',
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
      fileName: null,
      isCompressible: true,
      chunks: () => [body],
    })
  },
})
