import type { FormerPage } from '../press/load/load-former.ts'
import { formerAddressesOf } from '../story/former-address.ts'
import type { QueryRoute } from './query-route.ts'
import { sendPage } from './send-page.ts'

/**
 * Old addresses that are told apart by their query: `/?p=12` leads to the story, whatever else stands in the query. Where
 * it names no story of old, the page of the path is answered, as if nothing had been asked.
 */
export const formerAddressRoute = (former: FormerPage): QueryRoute => ({
  isFor: ({ path, query }) => query.size > 0 && formerAddressesOf(path, query).length > 0,
  answer: async ({ path, query }, request, response) => {
    const page = await former(path, query)
    if (!page) return 'pass'
    await sendPage(page, request, response)
    return 'done'
  },
})
