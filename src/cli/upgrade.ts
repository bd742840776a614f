import { dirname, resolve } from 'node:path'
import { Command } from 'commander'
import type { Config } from '../config/config.ts'
import { OnrecordError } from '../errors.ts'
import { noteUpkeep } from '../store/upkeep.ts'
import { backUpAside } from '../upkeep/backups/back-up-aside.ts'
import { noteBackup } from '../upkeep/backups/nightly.ts'
import { type Upgraded, type UpgradeStep, upgrade } from '../upkeep/upgrading/upgrade.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { byteProgress } from './byte-progress.ts'
import { faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

interface UpgradeOptions extends Printing {
  readonly signers?: string
  readonly backup: boolean
}

/** Puts a newer release in the place of the one in use. */
export function upgradeCommand(app: Application): Command {
  return new Command('upgrade')
    .argument('<archive>', 'the archive of a release: onrecord-VERSION-linux-x64.tar.gz')
    .description('back up, try a newer release on a copy, and switch to it')
    .option(
      '--signers <file>',
      'who may sign releases, as ssh-keygen reads it; else the file signers beside the releases',
    )
    .option('--no-backup', 'make no backup first: where you have just made one yourself')
    .option(...JSON_FLAG)
    .action((archive: string, options: UpgradeOptions) => run(app, archive, options))
}

async function run(app: Application, archive: string, options: UpgradeOptions): Promise<void> {
  const config = app.config()
  if (options.backup && config.backups === null) throw nowhereToBackUp()
  const addresses = await app.withNewsroom(commandLineActor(), (_newsroom, open) => Promise.resolve(open))
  const done = await upgrade({
    archive: resolve(archive),
    root: dirname(app.migrationsFolder),
    signers: options.signers === undefined ? null : resolve(options.signers),
    dataFolder: config.dataFolder,
    addresses,
    backUp: options.backup ? () => backUpFirst(app, config, options) : null,
    onStep: (step, about) => tell(options, `${strong(WORDS[step])} ${about}`.trimEnd()),
  })
  if (done.isSwitched) await note(app, done)
  tell(options, ...lastWords(done))
  const { installation, ...told } = done
  tellJson(options, { ...told, current: installation.current })
}

const WORDS: Readonly<Record<UpgradeStep, string>> = {
  unpack: 'Unpacking, and comparing every file with its sum:',
  'back-up': 'Backing up.',
  try: 'Letting it take over a copy of this newsroom:',
  switch: 'Switching:',
}

const nowhereToBackUp = () =>
  new OnrecordError('refused', 'An upgrade begins with a backup, and nobody has said where backups go.', {
    remedy: 'Set ONRECORD_BACKUP_TO and ONRECORD_BACKUP_RECIPIENTS, or make one yourself and give --no-backup.',
  })

async function backUpFirst(app: Application, config: Config, options: Printing): Promise<string> {
  const { dataFolder, backups, s3, mediaBucket } = config
  if (backups === null) throw nowhereToBackUp()
  const { to: place, recipients, keep } = backups
  const release = await app.release()
  return app.withNewsroom(commandLineActor(), async ({ db, now }, { newsroom }) => {
    const progress = byteProgress(options)
    try {
      const picturesElsewhere = mediaBucket !== null
      const job = { dataFolder, newsroom, place, s3, recipients, keep, release, picturesElsewhere }
      const made = await backUpAside(job, { onProgress: progress.at })
      await noteBackup(db, made, now())
      return made.name
    } finally {
      progress.end()
    }
  })
}

const note = (app: Application, { from, to, backup }: Upgraded): Promise<void> =>
  app.withNewsroom(commandLineActor(), ({ db, now }) =>
    noteUpkeep(db, { kind: 'upgrade', at: now(), isDone: true, detail: { from, to, backup } }),
  )

const RESTART = '  sudo systemctl restart onrecord'

function lastWords({ from, to, isSwitched, isMigrating, backup, signedBy, hadSum, installation }: Upgraded): string[] {
  if (!isSwitched) return [`${to} is in use already. If the server still runs an earlier one, start it again:`, RESTART]
  const { current, folder } = installation
  const back = isMigrating
    ? [
        `The next start changes the schema. The way back from there is the backup: lead ${current} back to releases/${from},`,
        `and restore ${backup ?? 'the one you made'} with --replace (./onrecord restore --help).`,
      ]
    : [`The schema stays as it is. The way back: ln -sfn releases/${from} ${folder}/current, and a restart.`]
  return [
    '',
    strong(`${to} is in the place of ${from}. Start the server again now:`),
    RESTART,
    '',
    ...(signedBy === null ? [] : [faint(`The release was signed by ${signedBy}.`)]),
    ...(hadSum || signedBy !== null
      ? []
      : [faint('There was no sum beside the archive: only that it is whole was seen, not where it comes from.')]),
    ...back.map((line) => faint(line)),
  ]
}
