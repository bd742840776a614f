import { allDesks } from '../../store/desks.ts'
import { hasOwner } from '../../store/accounts.ts'
import { readNewspaper } from '../../store/house.ts'
import type { SESSION_ENDPOINTS } from '../contract/session.ts'
import type { Handlers } from './answer-endpoint.ts'

/** Who is signed in, and what the studio needs to know of the paper. */
export const sessionHandlers: Handlers<typeof SESSION_ENDPOINTS> = {
  'GET /session': async (_, { visitor, revoked, newsroom, house }) => {
    const base = { hasOwner: await hasOwner(newsroom.db), now: newsroom.now(), revoked }
    if (!visitor) return { ...base, me: null, paper: null, desks: [] }
    const { account, staff } = visitor
    const paper = await readNewspaper(newsroom.db)
    return {
      ...base,
      me: {
        accountId: account.id,
        name: account.name,
        language: account.language,
        grants: [...staff.grants],
        scopes: staff.scopes === null ? null : [...staff.scopes],
      },
      paper: paper ? { ...paper, languages: [...paper.languages], siteUrl: house.siteUrl() } : null,
      desks: (await allDesks(newsroom.db)).map((desk) => ({ ...desk, sectionIds: [...desk.sectionIds] })),
    }
  },
}
