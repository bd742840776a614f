import { join, resolve } from 'node:path'
import { Command } from 'commander'
import type { Config } from '../config/config.ts'
import { isInUse } from '../database/is-in-use.ts'
import { preparePostgres } from '../database/postgres-schema.ts'
import { OnrecordError } from '../errors.ts'
import type { Addresses, Moved, MovingStage } from '../upkeep/moving/move-newsroom.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { readGivenText } from './given-file.ts'
import { progressLine } from './progress.ts'
import { faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

interface MoveOptions extends Printing {
  readonly to?: string
  readonly toFile?: string
  readonly folder?: string
}

/** Carries the whole newsroom into another database: from SQLite to PostgreSQL, or back. */
export function moveCommand(app: Application): Command {
  return new Command('move')
    .description(
      'carry the whole newsroom into an empty database of the other kind; the one it comes from stays as it is',
    )
    .option('--to <database>', 'postgres://user:password@host/database, or sqlite')
    .option('--to-file <file>', 'a file that holds the address, so that its password stands in no list of commands')
    .option('--folder <folder>', 'with sqlite: where the two files are made, instead of the data folder')
    .option(...JSON_FLAG)
    .action(async (given: MoveOptions) => {
      const { dataFolder } = app.config()
      const to = await targetOf(given, dataFolder)
      await assertIdle(app.config())
      const moved = await moveTo(app, to, given)
      tell(given, ...movedLines(moved, to.newsroom, dataFolder))
      tellJson(given, { ...moved, to: to.newsroom.kind })
    })
}

async function moveTo(app: Application, to: Addresses, given: MoveOptions): Promise<Moved> {
  const { moveNewsroom } = await import('../upkeep/moving/move-newsroom.ts')
  const stopped = new AbortController()
  const stop = () => stopped.abort(stoppedHere())
  process.once('SIGINT', stop)
  const progress = stageLines(given)
  try {
    return await app.withNewsroom(commandLineActor(), (newsroom, from) =>
      moveNewsroom(newsroom, {
        from,
        to,
        migrations: app.migrationsFolder,
        signal: stopped.signal,
        onProgress: progress.at,
      }),
    )
  } finally {
    progress.end()
    process.off('SIGINT', stop)
  }
}

/** What a server writes after the move has passed it would stay behind, whoever was told that it is kept. */
async function assertIdle({ dataFolder, postgresUrl: url }: Config): Promise<void> {
  const from =
    url === null
      ? ({ kind: 'sqlite', file: join(dataFolder, 'newsroom.db') } as const)
      : ({ kind: 'postgres', url, schema: 'newsroom', readerRole: null } as const)
  if (!(await isInUse(from))) return
  throw new OnrecordError('refused', 'The newsroom is at work: something has its database open.', {
    remedy: 'Stop the server and every other command, then run this again; nothing was changed.',
  })
}

const stoppedHere = () =>
  new OnrecordError('refused', 'Stopped: a part of the newsroom is in the other database.', {
    remedy: 'Run the same command again to go on; the newsroom is where it was.',
  })

/** @throws OnrecordError `bad-input`, `not-found`, `database-unavailable`, `bad-config` */
async function targetOf(given: MoveOptions, dataFolder: string): Promise<Addresses> {
  const to = given.toFile === undefined ? given.to : (await readGivenText(given.toFile)).trim()
  if (to === 'sqlite') {
    const folder = given.folder === undefined ? dataFolder : resolve(given.folder)
    return {
      newsroom: { kind: 'sqlite', file: join(folder, 'newsroom.db') },
      edition: { kind: 'sqlite', file: join(folder, 'edition.db') },
    }
  }
  if (to === undefined || !/^postgres(ql)?:\/\//.test(to)) {
    throw new OnrecordError('bad-input', 'Where the newsroom is to move is no database.', {
      remedy: 'Give --to sqlite, or --to postgres://user:password@host:port/database.',
    })
  }
  const readerRole = await preparePostgres(to)
  return {
    newsroom: { kind: 'postgres', url: to, schema: 'newsroom', readerRole },
    edition: { kind: 'postgres', url: to, schema: 'edition', readerRole },
  }
}

const STAGES: Readonly<Record<MovingStage, string>> = {
  rows: 'rows',
  checking: 'tables looked at again',
  edition: 'stories for readers',
}

/** One line for each stage. */
function stageLines(given: Printing): {
  at: (stage: MovingStage, done: number, of: number | null) => void
  end: () => void
} {
  let current: { stage: MovingStage; line: ReturnType<typeof progressLine> } | null = null
  return {
    at: (stage, done, of) => {
      if (current?.stage !== stage) {
        current?.line.end()
        current = { stage, line: progressLine(given, STAGES[stage]) }
      }
      if (of === null) current.line.at(done)
      else current.line.at(done, done / Math.max(1, of))
    },
    end: () => current?.line.end(),
  }
}

function movedLines({ kind, tables, rows }: Moved, to: Addresses['newsroom'], dataFolder: string): string[] {
  const counts = `${tables} tables, ${rows.toLocaleString('en')} rows`
  return [
    strong(
      kind === 'moved'
        ? `The whole newsroom is there: ${counts}, read back and compared; readers would have the same.`
        : `The whole newsroom was there already: ${counts}.`,
    ),
    ...nextSteps(to, dataFolder),
    faint('What it was moved from is as it was. Remove it once you have seen that all is well: everything is in it.'),
  ]
}

function nextSteps(to: Addresses['newsroom'], dataFolder: string): string[] {
  if (to.kind === 'postgres') {
    const { protocol, host, pathname } = new URL(to.url)
    return ['To work there, set', `  ONRECORD_DATABASE=${protocol}//…@${host}${pathname}`, 'and start the server.']
  }
  const isInPlace = to.file === join(dataFolder, 'newsroom.db')
  return [
    ...(isInPlace ? [] : [`Put ${to.file} and edition.db beside it into ${dataFolder}.`]),
    'To work there, take ONRECORD_DATABASE out of the settings and start the server.',
  ]
}
