import { Command } from 'commander'
import { rotateKeys } from '../upkeep/rotate-keys.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, JSON_FLAG, type Printing, tell, tellJson } from './terminal.ts'

/** The newsroom's own secrets. Keys of programs are made and revoked in the studio, identities are sealed to owners' keys. */
export function keysCommand(app: Application): Command {
  const keys = new Command('keys').description('the newsroom’s own secrets')
  keys
    .command('rotate')
    .description('make new secrets: for the day on which somebody may have read the data folder')
    .option(...JSON_FLAG)
    .action((printing: Printing) => rotate(app, printing))
  return keys
}

async function rotate(app: Application, printing: Printing): Promise<void> {
  const rotated = await app.withNewsroom(commandLineActor(), (newsroom) =>
    rotateKeys(newsroom, app.config().dataFolder),
  )
  const { auditLines, factors, sessions, withoutCodes } = rotated
  tell(
    printing,
    'The newsroom has new secrets.',
    `Sealed anew: ${auditLines} lines of the audit, ${factors} second factors. Signed out: ${sessions} devices.`,
    ...(withoutCodes.length > 0
      ? [`Recovery codes ended; these people need new ones: ${withoutCodes.join(', ')}.`]
      : []),
    '',
    'A running server ends by itself within seconds and has to be started again, if nothing does that for you.',
    'Other hosts of this newsroom need the new secrets.json before they start.',
    'The next backup holds the new secrets; older ones open only with the old ones, which they hold.',
    faint(
      'Sealed identities rest on the owners’ own keys, backups on yours: see docs/operate/when-something-happens.md.',
    ),
  )
  tellJson(printing, rotated)
}
