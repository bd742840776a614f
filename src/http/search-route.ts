import type { SearchPages } from '../press/load/load-search.ts'
import type { QueryRoute } from './query-route.ts'
import { sendPage } from './send-page.ts'
import { takeTurns } from './take-turns.ts'

/** How many questions are answered at a time, and how many more may wait: others are told to come back. */
const TURNS = { atOnce: 4, waiting: 32 }
/** In seconds. */
const COME_BACK_AFTER = '5'

/**
 * The search, where something is asked: `/search?q=…`. Rendered for whoever asks, kept for nobody, noted nowhere. The
 * empty form is a page like any other.
 */
export function searchRoute({ answer, busy }: SearchPages, turns = takeTurns(TURNS)): QueryRoute {
  return {
    isFor: ({ path, query }) => query.has('q') && /^(?:\/[a-z-]+)?\/search$/i.test(path),
    answer: async ({ path, query }, request, response) => {
      const page = await turns.take(async () => (response.destroyed ? 'gone' : answer(path, query)))
      if (page === 'gone') return
      if (page) await sendPage(page, request, response)
      else await sendPage(await busy(path), request, response, ['Retry-After', COME_BACK_AFTER])
    },
  }
}
