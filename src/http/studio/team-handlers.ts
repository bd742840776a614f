import { removeDesk, setDesk } from '../../newsroom/change-desk.ts'
import { invitationMail } from '../../newsroom/entering/invitation-mail.ts'
import { invite, type NewInvitation, welcomeAddress, withdrawInvitation } from '../../newsroom/entering/invite.ts'
import { resetAccount } from '../../newsroom/entering/reset-account.ts'
import { changeGrants, restoreAccount, suspendAccount } from '../../newsroom/entering/suspend-account.ts'
import { theNewspaper } from '../../newsroom/story-path.ts'
import { allAccounts } from '../../store/accounts.ts'
import { openInvitations } from '../../store/invitations.ts'
import type { Desk } from '../../store/desks.ts'
import type { TEAM_ENDPOINTS } from '../contract/team.ts'
import type { Handlers } from './answer-endpoint.ts'
import type { Visit } from './visit.ts'

const deskJson = ({ sectionIds, ...desk }: Desk) => ({ ...desk, sectionIds: [...sectionIds] })

/** Who works here, desks and invitations. */
export const teamHandlers: Handlers<typeof TEAM_ENDPOINTS> = {
  'GET /team': async (_, { newsroom, house }) => ({
    accounts: (await allAccounts(newsroom.db)).map((account) => ({ ...account, grants: [...account.grants] })),
    invitations: (await openInvitations(newsroom.db, newsroom.now())).map((one) => ({
      ...one,
      grants: [...one.grants],
    })),
    canMail: Boolean(house.mail),
  }),
  'POST /team/invitations': async ({ body }, visit) => handOver(visit, await invite(visit.newsroom, body)),
  'DELETE /team/invitations/{invitationId}': async ({ params }, { newsroom }) => {
    await withdrawInvitation(newsroom, params.invitationId)
    return {}
  },
  'PUT /team/accounts/{accountId}/grants': async ({ params, body }, { newsroom }) => {
    await changeGrants(newsroom, params.accountId, body.grants)
    return {}
  },
  'POST /team/accounts/{accountId}/suspend': async ({ params }, { newsroom }) => {
    await suspendAccount(newsroom, params.accountId)
    return {}
  },
  'POST /team/accounts/{accountId}/restore': async ({ params }, { newsroom }) => {
    await restoreAccount(newsroom, params.accountId)
    return {}
  },
  'POST /team/accounts/{accountId}/reset': async ({ params }, visit) =>
    handOver(visit, await resetAccount(visit.newsroom, params.accountId)),
  'POST /desks': async ({ body }, { newsroom }) => deskJson(await setDesk(newsroom, null, body)),
  'PUT /desks/{deskId}': async ({ params, body }, { newsroom }) =>
    deskJson(await setDesk(newsroom, params.deskId, body)),
  'DELETE /desks/{deskId}': async ({ params }, { newsroom }) => {
    await removeDesk(newsroom, params.deskId)
    return {}
  },
}

/** The link, to be handed over by whoever asked for it, and by mail where there is a mail server and an address. */
async function handOver({ house, newsroom, origin, visitor }: Visit, { invitation, token }: NewInvitation) {
  const link = welcomeAddress(origin, token)
  const { email, kind, expiresAt } = invitation
  const handed = { link, expiresAt }
  if (!house.mail || email === null) return { ...handed, wasMailed: false }
  const paper = (await theNewspaper(newsroom.db)).name
  const message = invitationMail(visitor?.account.language ?? 'en', { paper, link, kind, expiresAt })
  try {
    await house.mail({ to: email, ...message })
    return { ...handed, wasMailed: true }
  } catch (error) {
    // The link is good all the same, and is on the screen of whoever made it.
    house.onFault(error)
    return { ...handed, wasMailed: false }
  }
}
