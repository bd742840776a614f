import type { FindPage } from '../press/load/load-find.ts'
import type { QueryRoute } from './query-route.ts'
import { sendPage } from './send-page.ts'

/** Searches of the record, and later pages of long lists. Rendered for whoever asks, kept for nobody. */
export const findRoute = (find: FindPage): QueryRoute => ({
  isFor: ({ path, query }) =>
    /^(?:\/[a-z-]+)?\/record\/find$/.test(path) ||
    (query.has('after') && /^(?:\/[a-z-]+)?\/record\/source\/[a-z0-9-]+$/.test(path)),
  answer: async ({ path, query }, request, response) => sendPage(await find(path, query), request, response),
})
