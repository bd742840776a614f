import { OnrecordError } from '../../errors.ts'
import { comparedText } from '../../intake/text-overlap.ts'
import { acceptCarried, reconsiderCarried, refuseCarried } from '../../newsroom/ingest/answer-carried.ts'
import { findIncoming } from '../../newsroom/ingest/find-incoming.ts'
import { documentOf } from '../../newsroom/ingest/incoming-document.ts'
import { dismissIncoming, openIncoming, restoreIncoming } from '../../newsroom/ingest/settle-incoming.ts'
import { takeIncoming } from '../../newsroom/ingest/take-incoming.ts'
import { changeWatched, lookNow, removeWatched, watchSource } from '../../newsroom/ingest/watch-source.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { copyLanguages, countUnopened, listCopy, movedAt } from '../../store/incoming-copy.ts'
import { type WatchedSource, watchedSources } from '../../store/watched-sources.ts'
import type { INGEST_ENDPOINTS } from '../contract/ingest.ts'
import type { Handlers } from './answer-endpoint.ts'
import { copyLine, sourceLine, watchedJson, wholeCopy } from './ingest-json.ts'
import { cursorFrom, cursorOf } from './keyset.ts'

/** What comes from watched feeds and folders. */
export const ingestHandlers: Handlers<typeof INGEST_ENDPOINTS> = {
  'GET /incoming': async ({ query }, { newsroom }) => {
    const { q, state, source, language, limit } = query
    const words = q === undefined ? [] : comparedText(q).words
    const filter = { state, watchedId: source, language, words }
    const before = cursorFrom('incoming-copy', query.before)
    const found = await listCopy(newsroom.db, filter, { before, limit })
    const sources = await watchedSources(newsroom.db)
    const byId = new Map(sources.map((one) => [one.id, one]))
    const last = found.length === limit ? found.at(-1) : undefined
    return {
      items: found.flatMap((copy) => {
        const from = byId.get(copy.watchedId)
        return from ? [copyLine(copy, from)] : []
      }),
      before: cursorOf(last && { at: movedAt(last), id: last.id }),
      unopened: await countUnopened(newsroom.db),
      sources: sources.map(sourceLine),
      languages: await copyLanguages(newsroom.db),
    }
  },
  'GET /incoming/{incomingId}': async ({ params }, { newsroom }) =>
    wholeCopy(newsroom, await findIncoming(newsroom.db, params.incomingId)),
  'POST /incoming/{incomingId}/opened': async ({ params }, { newsroom }) => {
    await openIncoming(newsroom, params.incomingId)
    return {}
  },
  'POST /incoming/{incomingId}/take': async ({ params }, { newsroom }) => ({
    storyId: await takeIncoming(newsroom, params.incomingId),
  }),
  'POST /incoming/{incomingId}/dismiss': async ({ params }, { newsroom }) => {
    await dismissIncoming(newsroom, params.incomingId)
    return {}
  },
  'POST /incoming/{incomingId}/restore': async ({ params }, { newsroom }) => {
    await restoreIncoming(newsroom, params.incomingId)
    return {}
  },
  'POST /incoming/{incomingId}/document': async ({ params }, { newsroom }) => ({
    documentId: await documentOf(newsroom, await findIncoming(newsroom.db, params.incomingId)),
  }),
  'POST /incoming/{incomingId}/carried/accept': async ({ params, body }, { newsroom }) => ({
    documentId: await acceptCarried(newsroom, { id: params.incomingId, ofId: body.ofId }),
  }),
  'POST /incoming/{incomingId}/carried/refuse': async ({ params, body }, { newsroom }) => {
    await refuseCarried(newsroom, { id: params.incomingId, ofId: body.ofId })
    return {}
  },
  'POST /incoming/{incomingId}/carried/reconsider': async ({ params, body }, { newsroom }) => {
    await reconsiderCarried(newsroom, { id: params.incomingId, ofId: body.ofId })
    return {}
  },
  'GET /watched': async (_, { newsroom }) => ({
    sources: await watchedJson(newsroom, await watchedSources(newsroom.db)),
  }),
  'POST /watched': async ({ body }, { newsroom }) =>
    oneWatched(newsroom, await watchSource(newsroom, { ...body, kind: 'feed' })),
  'PATCH /watched/{watchedId}': async ({ params, body }, { newsroom }) =>
    oneWatched(newsroom, await changeWatched(newsroom, params.watchedId, body)),
  'POST /watched/{watchedId}/look': async ({ params }, { newsroom }) => {
    await lookNow(newsroom, params.watchedId)
    return {}
  },
  'DELETE /watched/{watchedId}': async ({ params }, { newsroom }) => {
    await removeWatched(newsroom, params.watchedId)
    return {}
  },
}

async function oneWatched(newsroom: Newsroom, watched: WatchedSource) {
  const [one] = await watchedJson(newsroom, [watched])
  if (one) return one
  throw new OnrecordError('not-found', 'The source is not watched any more.')
}
