import { allDesks } from '../../store/desks.ts'
import { hasOwner } from '../../store/accounts.ts'
import { readNewspaper } from '../../store/house.ts'
import { studioLock } from '../../store/studio-lock.ts'
import type { SESSION_ENDPOINTS } from '../contract/session.ts'
import type { Handlers } from './answer-endpoint.ts'
import { requestCookie, requestTokenIn, SESSION_COOKIE_SECONDS } from './session-cookie.ts'
import type { Visit } from './visit.ts'

/** Every page of the studio begins with this question: from then on it can show that its changes are its own. */
function handRequestToken({ requestToken, request, origin, headers }: Visit): void {
  const isOurs = (request.headers.get('origin') ?? origin) === origin
  if (requestToken === null || !isOurs || requestTokenIn(request, origin) === requestToken) return
  headers.append('set-cookie', requestCookie(origin, requestToken, SESSION_COOKIE_SECONDS))
}

/** Who is signed in, and what the studio needs to know of the paper. */
export const sessionHandlers: Handlers<typeof SESSION_ENDPOINTS> = {
  'GET /session': async (_, visit) => {
    const { visitor, revoked, newsroom, house } = visit
    handRequestToken(visit)
    const base = { hasOwner: await hasOwner(newsroom.db), now: newsroom.now(), revoked }
    if (!visitor) return { ...base, me: null, paper: null, desks: [], lockedSince: null }
    const { account, staff } = visitor
    const paper = await readNewspaper(newsroom.db)
    return {
      ...base,
      lockedSince: (await studioLock(newsroom.db))?.since ?? null,
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
