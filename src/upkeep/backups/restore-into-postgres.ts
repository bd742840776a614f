import { join } from 'node:path'
import { isInUse } from '../../database/is-in-use.ts'
import { preparePostgres } from '../../database/postgres-schema.ts'
import { bringSchemasBack, hasNewsroomOn, setSchemasAside } from '../../database/schemas-aside.ts'
import { OnrecordError } from '../../errors.ts'
import type { Instant } from '../../time.ts'
import { copyNewsroom } from '../moving/copy-newsroom.ts'
import { NEWSROOM } from './archive-names.ts'
import { compact } from './backup-name.ts'
import { migrateNewsroom } from './release-schema.ts'

/** A PostgreSQL server that holds a restored newsroom, and what it held before under other names. */
export interface PreparedServer {
  readonly url: string
  readonly aside: readonly string[]
}

/**
 * @throws OnrecordError `refused` where a newsroom is on the server and may not be set aside, or something else is
 *   connected to that database
 */
export async function assertServerIsFree(url: string, replace: boolean): Promise<void> {
  if (!(await hasNewsroomOn(url))) return
  if (!replace) {
    throw new OnrecordError('refused', 'There is a newsroom on the PostgreSQL server already.', {
      remedy: 'Name another database, or add --replace, which gives its schemas other names and deletes nothing.',
    })
  }
  if (await isInUse({ kind: 'postgres', url, schema: 'newsroom', readerRole: null })) {
    throw new OnrecordError('refused', 'Something else is connected to the database on the PostgreSQL server.', {
      remedy: 'Stop the server, every other command, and whatever looks into that database.',
    })
  }
}

/**
 * Copies an unpacked newsroom onto a PostgreSQL server, into new schemas of this release. What fails leaves the server as
 * it was.
 */
export async function prepareServer({
  url,
  folder,
  now,
}: {
  readonly url: string
  /** Holds the unpacked newsroom as a SQLite file. */
  readonly folder: string
  readonly now: () => Instant
}): Promise<PreparedServer> {
  const from = { kind: 'sqlite', file: join(folder, NEWSROOM) } as const
  await migrateNewsroom(from, now())
  const aside = await setSchemasAside(url, `before_restore_${compact(now()).toLowerCase()}`)
  const server = { url, aside }
  try {
    const to = { kind: 'postgres', url, schema: 'newsroom', readerRole: await preparePostgres(url) } as const
    await migrateNewsroom(to, now())
    await copyNewsroom({ from, to })
    return server
  } catch (error) {
    await takeBack(server)
    throw error
  }
}

/** Leaves the server as it was before. */
export const takeBack = ({ url, aside }: PreparedServer): Promise<void> => bringSchemasBack(url, aside)
