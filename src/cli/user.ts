import { Command, Option } from 'commander'
import { OnrecordError } from '../errors.ts'
import type { DeskId } from '../ids.ts'
import { accountCalled } from '../newsroom/entering/find-account.ts'
import { invitationMail } from '../newsroom/entering/invitation-mail.ts'
import { invite, inviteFirstOwner, type NewInvitation, welcomeAddress } from '../newsroom/entering/invite.ts'
import { resetAccount } from '../newsroom/entering/reset-account.ts'
import { restoreAccount, suspendAccount } from '../newsroom/entering/suspend-account.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { type Grant, type Role, ROLES } from '../staff/role.ts'
import { type Account, allAccounts } from '../store/accounts.ts'
import { allDesks } from '../store/desks.ts'
import { readNewspaper } from '../store/house.ts'
import { openInvitations } from '../store/invitations.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, JSON_FLAG, mention, type Printing, strong, tell, tellJson } from './terminal.ts'

interface InviteOptions extends Printing {
  readonly role: Role
  readonly desk?: string
  readonly email?: string
}

/** Who works in the studio: links by which they come in, and taking them back. */
export function userCommand(app: Application): Command {
  const user = new Command('user').description('who works in the studio, and the links by which they come in')
  user
    .command('list')
    .description('everybody, and invitations that are open')
    .option(...JSON_FLAG)
    .action((printing: Printing) => list(app, printing))
  user
    .command('link')
    .description('a new link for the first owner; those before are no longer good')
    .option(...JSON_FLAG)
    .action((printing: Printing) => firstOwnersLink(app, printing))
  user
    .command('invite <name>')
    .description('a link by which somebody makes an account, good once and for a week')
    .addOption(new Option('--role <role>', 'what they are trusted with').choices(ROLES).makeOptionMandatory())
    .option('--desk <desk>', 'for one desk’s stories only: its id or its name')
    .option('--email <address>', 'where to send the link, if a mail server is set')
    .option(...JSON_FLAG)
    .action((name: string, options: InviteOptions) => inviteSomebody(app, name, options))
  user
    .command('suspend <name>')
    .description('let somebody in no more, on any device, at once')
    .option(...JSON_FLAG)
    .action((name: string, printing: Printing) => changeState(app, { name, to: 'suspended' }, printing))
  user
    .command('restore <name>')
    .description('let somebody in again')
    .option(...JSON_FLAG)
    .action((name: string, printing: Printing) => changeState(app, { name, to: 'active' }, printing))
  user
    .command('reset <name>')
    .description('close every way into an account, and make a link to a new one, good for an hour')
    .option(...JSON_FLAG)
    .action((name: string, printing: Printing) => reset(app, name, printing))
  return user
}

async function list(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db, now }) => {
    const accounts = await allAccounts(db)
    const invitations = await openInvitations(db, now())
    for (const account of accounts) tell(printing, ...linesOf(account))
    if (accounts.length === 0)
      tell(printing, 'Nobody has an account yet: ./onrecord user link makes the first owner’s.')
    for (const { name, kind, expiresAt } of invitations) {
      tell(printing, faint(`Open link: ${name ?? 'the first owner'} (${kind}), until ${minuteOf(expiresAt)}`))
    }
    tellJson(printing, { accounts, invitations })
  })
}

const minuteOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`

const linesOf = ({ name, grants, state, seenOn, id }: Account): string[] => [
  `${strong(name)}  ${grants.map(({ role, deskId }) => (deskId ? `${role} (${deskId})` : role)).join(', ')}${state === 'suspended' ? '  suspended' : ''}`,
  faint(`    ${id}, ${seenOn === null ? 'never here yet' : `last here on ${seenOn}`}`),
]

async function firstOwnersLink(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    tellLink(app, await inviteFirstOwner(newsroom), printing)
  })
}

async function inviteSomebody(app: Application, name: string, options: InviteOptions): Promise<void> {
  const { role, desk, email = null, ...printing } = options
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const grants: Grant[] = [{ role, deskId: desk === undefined ? null : await deskCalled(newsroom, desk) }]
    const made = await invite(newsroom, { name, email, grants })
    tellLink(app, made, printing)
    await sendLink(app, newsroom, made)
  })
}

async function reset(app: Application, name: string, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const { id } = await somebody(newsroom, name)
    tell(printing, `Every way into the account of ${name} is closed, and every device signed out.`)
    tellLink(app, await resetAccount(newsroom, id), printing)
  })
}

async function changeState(
  app: Application,
  { name, to }: { readonly name: string; readonly to: Account['state'] },
  printing: Printing,
): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const { id } = await somebody(newsroom, name)
    await (to === 'suspended' ? suspendAccount(newsroom, id) : restoreAccount(newsroom, id))
    tell(printing, to === 'suspended' ? `${name} can no longer come in.` : `${name} can come in again.`)
    tellJson(printing, { id, state: to })
  })
}

async function somebody({ db }: Newsroom, name: string): Promise<Account> {
  const account = await accountCalled(db, name)
  if (account) return account
  throw new OnrecordError('not-found', `Nobody here is called “${name}”.`, {
    remedy: './onrecord user list shows everybody.',
  })
}

async function deskCalled({ db }: Newsroom, text: string): Promise<DeskId> {
  const desk = (await allDesks(db)).find(({ id, names }) => id === text || Object.values(names).includes(text))
  if (desk) return desk.id
  throw new OnrecordError('not-found', `There is no desk “${text}”.`, {
    remedy: 'Desks are made in the studio, under Team.',
  })
}

/** Where the studio is, as far as a command can know without the server. */
function studioAddress(app: Application): string {
  const { studioUrl, siteUrl, port } = app.config()
  return studioUrl ?? siteUrl ?? `http://localhost:${port}`
}

function tellLink(app: Application, { invitation, token }: NewInvitation, printing: Printing): void {
  const link = welcomeAddress(studioAddress(app), token)
  tell(printing, `Good once, until ${minuteOf(invitation.expiresAt)}:`, `  ${strong(link)}`)
  tellJson(printing, { id: invitation.id, link, expiresAt: invitation.expiresAt })
}

/** Sends the link where there is an address and a server for it; it was shown already, in case that fails. */
async function sendLink(app: Application, newsroom: Newsroom, { invitation, token }: NewInvitation): Promise<void> {
  const { mail } = app.config()
  if (invitation.email === null) return
  if (mail === null) {
    mention('No mail server is set (ONRECORD_MAIL_URL): hand the link over yourself.')
    return
  }
  const paper = await readNewspaper(newsroom.db)
  const link = welcomeAddress(studioAddress(app), token)
  const { kind, expiresAt, email } = invitation
  const words = { paper: paper?.name ?? 'Onrecord', link, kind, expiresAt }
  // Loaded by whoever sends: every other command starts without it.
  const { mailer } = await import('../outbound/mail.ts')
  await mailer(mail)({ to: email, ...invitationMail(paper?.defaultLanguage ?? 'en', words) })
  mention(`Sent to ${email}.`)
}
