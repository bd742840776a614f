import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { accountCalled } from '../newsroom/entering/find-account.ts'
import { endSessions } from '../newsroom/end-sessions.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { allAccounts } from '../store/accounts.ts'
import { sessionsOf } from '../store/sessions.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

/** Who is signed in on which device, and signing them out. */
export function sessionsCommand(app: Application): Command {
  const sessions = new Command('sessions').description('who is signed in, and signing them out')
  sessions
    .command('list')
    .description('everybody who is signed in, with their devices')
    .option(...JSON_FLAG)
    .action((printing: Printing) => list(app, printing))
  sessions
    .command('revoke [name]')
    .description('sign somebody out on every device, at once; they may sign in again')
    .option('--all', 'everybody', false)
    .option(...JSON_FLAG)
    .action((name: string | undefined, options: Printing & { readonly all: boolean }) => revoke(app, name, options))
  return sessions
}

async function list(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db, now }) => {
    const found = []
    for (const { id, name } of await allAccounts(db)) {
      for (const { device, beganAt, seenAt } of await sessionsOf(db, id, now())) {
        found.push({ name, device, beganAt, seenAt })
        tell(
          printing,
          `${strong(name)}  ${device}`,
          faint(`    since ${beganAt.slice(0, 10)}, last on ${seenAt.slice(0, 10)}`),
        )
      }
    }
    if (found.length === 0) tell(printing, 'Nobody is signed in.')
    tellJson(printing, found)
  })
}

async function revoke(
  app: Application,
  name: string | undefined,
  { all, ...printing }: Printing & { readonly all: boolean },
): Promise<void> {
  if ((name === undefined) === !all) {
    throw new OnrecordError('bad-input', 'Say who is to be signed out: a name, or --all.')
  }
  const ended = await app.withNewsroom(commandLineActor(), async (newsroom) =>
    endSessions(newsroom, name === undefined ? null : await idOf(newsroom, name)),
  )
  tell(printing, `${ended} ${ended === 1 ? 'device is' : 'devices are'} signed out.`)
  tellJson(printing, { ended })
}

async function idOf({ db }: Newsroom, name: string) {
  const account = await accountCalled(db, name)
  if (account) return account.id
  throw new OnrecordError('not-found', `Nobody here is called “${name}”.`, {
    remedy: './onrecord user list shows everybody.',
  })
}
