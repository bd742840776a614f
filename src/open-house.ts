import { randomBytes } from 'node:crypto'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { prepareDataFolder, readSecrets } from './config/data-folder.ts'
import { putNextSecretsInPlace, readNextSecrets } from './config/next-secrets.ts'
import { forgetDeleted } from './database/forget-deleted.ts'
import { migrate } from './database/migrate.ts'
import type { DatabaseAddress, DatabaseNews } from './database/open-database.ts'
import { giveNotice } from './database/postgres-notices.ts'
import { preparePostgres, readersRole } from './database/postgres-schema.ts'
import { editionNumber } from './edition/changes.ts'
import { type EditionDb, openEditionToWrite } from './edition/edition-db.ts'
import { sealEverything } from './newsroom/evidence/seal-everything.ts'
import { followChanges, isEditionAhead, isEditionBehind } from './newsroom/follow-changes.ts'
import type { Actor, Newsroom, PingSettings } from './newsroom/newsroom.ts'
import { rebuildEdition } from './newsroom/rebuild-edition.ts'
import { assertSameSecrets, markOf } from './newsroom/same-secrets.ts'
import { type NewsroomDb, openNewsroom } from './store/newsroom-db.ts'
import { secretsMark } from './store/secrets-mark.ts'
import { steadyClock } from './steady-clock.ts'

/** The release: above `src/` and `dist/` alike. */
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The newsroom, open, and the edition beside it. */
export interface OpenHouse {
  readonly newsroom: Newsroom
  readonly addresses: Addresses
  readonly retryForgetting: () => Promise<void>
  close(): Promise<void>
}

/** Where the two databases are. */
export interface Addresses {
  readonly newsroom: DatabaseAddress
  readonly edition: DatabaseAddress
}

interface Opening {
  readonly actor: Actor
  readonly log: Logger
  /** Told when the edition has followed. */
  readonly onFollowed?: Newsroom['onFollowed']
  /** Told when a database may not have kept what was written. */
  readonly onUntrusted?: DatabaseNews['onUntrusted']
  /** What can be done while the databases' threads begin. */
  readonly meanwhile?: () => void
}

/** Opens both databases, brings their schemas up to this release, and lets the edition catch up. */
export async function openHouse(
  config: Config,
  { actor, log, onFollowed, onUntrusted, meanwhile }: Opening,
): Promise<OpenHouse> {
  const onLostConnection = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
  await prepareDataFolder(config.dataFolder)
  // Made, or refused, before anything is opened.
  await readSecrets(config.dataFolder)
  const addresses = await addressesFor(config)
  const now = clockOf(log)
  const db = openNewsroom(addresses.newsroom, { onLostConnection, onUntrusted })
  const edition = openEditionToWrite(addresses.edition, { onLostConnection, onUntrusted })
  const forgetting = forgettingIn({ db, edition }, addresses.edition.kind)
  const close = async () => {
    await db.destroy()
    await edition.destroy()
  }
  try {
    const { kind } = addresses.newsroom
    const connecting = Promise.all([connected(db), connected(edition)])
    meanwhile?.()
    await connecting
    await migrate(db, { kind, folder: join(ROOT, 'migrations/newsroom'), now: now() })
    const auditKey = await ownSecrets(db, config.dataFolder)
    const newsroom: Newsroom = {
      db,
      edition,
      now,
      randomBytes: () => randomBytes(16),
      auditKey,
      actor,
      onFollowed: async (number) => {
        await Promise.all([onFollowed?.(number), tellOthers(edition, addresses.edition.kind, log)])
      },
      forget: forgetting.now,
      onLagging: (error) => log.error({ err: error }, 'the edition could not follow; it will be tried again'),
      pings: pingSettings(config),
    }
    // What readers had before there was a log of it is noted once, before the edition follows.
    await sealEverything(newsroom)
    const steps = await migrate(edition, { kind, folder: join(ROOT, 'migrations/edition'), now: now() })
    // A new schema has room for what only the newsroom can say of the stories that are out already.
    const isOutgrown = steps.length > 0 && (await editionNumber(edition)) > 0
    if (isOutgrown || (await isEditionAhead(newsroom))) await rebuildEdition(newsroom)
    else if (await isEditionBehind(newsroom)) await followChanges(newsroom)
    return { newsroom, addresses, retryForgetting: forgetting.retry, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A database is opened when somebody first asks it something: this asks for nothing. */
const connected = (db: NewsroomDb | EditionDb): Promise<void> => db.connection().execute(async () => undefined)

/** The secrets that this newsroom works with: those in the folder, or those that a change of them left beside it half-way. */
async function ownSecrets(db: NewsroomDb, folder: string): Promise<string> {
  const noted = await secretsMark(db)
  const next = await readNextSecrets(folder)
  if (next && noted === markOf(next.auditKey)) await putNextSecretsInPlace(folder)
  const { auditKey } = await readSecrets(folder)
  await assertSameSecrets(db, auditKey)
  return auditKey
}

/** Who is told of a change. Nobody is, as long as the site has no address that others could ask. */
function pingSettings({ siteUrl, webSubHub: hub, indexNowKey: key }: Config): PingSettings | null {
  if (siteUrl === null || (hub === null && key === null)) return null
  return { siteUrl, hub, indexNow: key === null ? null : { endpoint: INDEXNOW, key } }
}

/** One engine that takes part hands it on to all others. */
const INDEXNOW = 'https://api.indexnow.org/indexnow'

/** Emptying a log fails while a reader holds it; then it is tried again until it has worked. */
function forgettingIn({ db, edition }: { db: NewsroomDb; edition: EditionDb }, kind: DatabaseAddress['kind']) {
  let isPending = false
  const now = async () => {
    const isForgotten = [await forgetDeleted(db, kind), await forgetDeleted(edition, kind)]
    isPending = isForgotten.includes(false)
  }
  return { now, retry: async () => (isPending ? now() : undefined) }
}

/** The machine's clock, unless somebody sets it by more than a clock is put right. */
const clockOf = (log: Logger) =>
  steadyClock({
    wall: Date.now,
    uptime: () => uptime() * 1_000,
    onSet: (byMs) =>
      log.error(
        { hours: Math.round(byMs / 3_600_000) },
        'the clock of this machine was set: Onrecord counts on from before; if the clock is right now, start it anew',
      ),
  })

/** Whoever misses the notice looks by themselves a moment later. */
const tellOthers = (edition: EditionDb, kind: DatabaseAddress['kind'], log: Logger): Promise<void> =>
  giveNotice(edition, kind).catch((error: unknown) => log.warn({ err: error }, 'other processes could not be told'))

async function addressesFor({ postgresUrl: url, dataFolder }: Config): Promise<Addresses> {
  if (url === null) {
    return {
      newsroom: { kind: 'sqlite', file: join(dataFolder, 'newsroom.db') },
      edition: { kind: 'sqlite', file: join(dataFolder, 'edition.db') },
    }
  }
  const readerRole = await preparePostgres(url)
  return {
    newsroom: { kind: 'postgres', url, schema: 'newsroom', readerRole },
    edition: { kind: 'postgres', url, schema: 'edition', readerRole },
  }
}

/** Where a process finds the edition that reads nothing else. It makes no schema, no role and no file. */
export async function editionToRead({ postgresUrl: url, dataFolder }: Config): Promise<DatabaseAddress> {
  if (url === null) return { kind: 'sqlite', file: join(dataFolder, 'edition.db') }
  return { kind: 'postgres', url, schema: 'edition', readerRole: await readersRole(url) }
}
