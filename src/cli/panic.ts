import { Command } from 'commander'
import { panic, unlockStudio } from '../newsroom/panic.ts'
import { studioLock } from '../store/studio-lock.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

interface PanicOptions extends Printing {
  readonly reason: string
  readonly suspend: readonly string[]
}

/** For the hour in which somebody may have got in. */
export function panicCommand(app: Application): Command {
  const command = new Command('panic')
    .description('somebody may have got in: end every session, key, preview link and invitation, and lock the studio')
    .option('--reason <words>', 'why, for the audit', '')
    .option('--suspend <name...>', 'who is to come in no more, whatever ways in they have', [])
    .option(...JSON_FLAG)
    .action((options: PanicOptions) => closeAll(app, options))
  command
    .command('end')
    .description('unlock the studio: staff sign in anew and work again')
    .option(...JSON_FLAG)
    .action((printing: Printing) => unlock(app, printing))
  command
    .command('status')
    .description('is the studio locked?')
    .option(...JSON_FLAG)
    .action((printing: Printing) => status(app, printing))
  return command
}

async function closeAll(app: Application, { reason, suspend, ...printing }: PanicOptions): Promise<void> {
  const closed = await app.withNewsroom(commandLineActor(), (newsroom) => panic(newsroom, { reason, suspend }))
  const { sessions, keys, previews, invitations, suspended } = closed
  tell(
    printing,
    strong('The studio is locked, and every way in is closed.'),
    `Ended: ${sessions} sessions, ${keys} keys, ${previews} preview links, ${invitations} invitations.`,
    ...(suspended.length > 0 ? [`Suspended: ${suspended.join(', ')}.`] : []),
    '',
    'Readers have what they had. Nothing can be changed in the studio, and nothing scheduled goes out.',
    'What to do now:',
    '  ./onrecord user suspend NAME    whoever may have been taken: their ways in still exist',
    '  ./onrecord verify               was anything changed that readers had?',
    '  ./onrecord keys rotate          if somebody may have read the data folder',
    '  ./onrecord panic end            let staff work again',
    faint('docs/operate/when-something-happens.md goes through it.'),
  )
  tellJson(printing, closed)
}

async function unlock(app: Application, printing: Printing): Promise<void> {
  const wasLocked = await app.withNewsroom(commandLineActor(), unlockStudio)
  tell(
    printing,
    wasLocked
      ? 'The studio is open again. Everybody signs in anew; keys and links have to be made again.'
      : 'The studio was not locked.',
  )
  tellJson(printing, { wasLocked })
}

async function status(app: Application, printing: Printing): Promise<void> {
  const lock = await app.withNewsroom(commandLineActor(), ({ db }) => studioLock(db))
  tell(
    printing,
    lock === null ? 'The studio is open.' : `The studio is locked since ${lock.since}. ${lock.reason}`.trim(),
  )
  tellJson(printing, lock)
}
