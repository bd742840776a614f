import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { Application, RunningSite } from './cli/application.ts'
import { type Config, loadConfig } from './config/config.ts'
import { prepareDataFolder, readSecrets } from './config/data-folder.ts'
import { releaseName } from './config/release-name.ts'
import { forgetDeleted } from './database/forget-deleted.ts'
import { migrate } from './database/migrate.ts'
import type { DatabaseAddress } from './database/open-database.ts'
import { preparePostgres } from './database/postgres-schema.ts'
import { editionNumber } from './edition/changes.ts'
import { type EditionDb, openEditionToWrite } from './edition/edition-db.ts'
import { pictureShelves } from './media/disk-media-store.ts'
import { followChanges, isEditionAhead, isEditionBehind } from './newsroom/follow-changes.ts'
import { fetchPicture } from './newsroom/import-pictures/fetch-picture.ts'
import type { Actor, Newsroom, PingSettings } from './newsroom/newsroom.ts'
import { rebuildEdition } from './newsroom/rebuild-edition.ts'
import { readSample } from './newsroom/sample-files.ts'
import { jobHandlers } from './newsroom/run-jobs.ts'
import { startWorker } from './newsroom/worker.ts'
import { guardedFetchIfChanged } from './outbound/guarded-fetch.ts'
import { guardedPost } from './outbound/guarded-post.ts'
import { inboxIn } from './press/report-inbox.ts'
import type { EditionWatch } from './press/watch-edition.ts'
import { type NewsroomDb, openNewsroom } from './store/newsroom-db.ts'
import { instantOf } from './time.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SAMPLE = join(ROOT, 'sample')

// An allow-list: a line says what failed, never who asked or for what.
const log = pino({ base: null, level: 'warn', serializers: { err: pino.stdSerializers.err } }, pino.destination(2))

/** Everything joined: what the command line is handed. */
export function application(env: Readonly<Record<string, string | undefined>>): Application {
  const config = () => loadConfig(env, { home: ROOT, workingFolder: process.cwd() })
  return {
    config,
    sampleFolder: SAMPLE,
    withNewsroom: async (actor, work) => {
      const open = await openHouse(config(), actor)
      try {
        return await work(open.newsroom, open.addresses)
      } finally {
        await open.close()
      }
    },
    exportSite: async (actor, request) => {
      const house = await openHouse(config(), actor)
      try {
        const { exportStatic } = await import('./public-site.ts')
        const release = await releaseName(ROOT)
        return await exportStatic(config(), house.addresses.edition, { ...request, release })
      } finally {
        await house.close()
      }
    },
    serve: (actor, options) => serve(config(), actor, options),
  }
}

interface OpenHouse {
  readonly newsroom: Newsroom
  readonly addresses: Addresses
  readonly retryForgetting: () => Promise<void>
  close(): Promise<void>
}

interface Addresses {
  readonly newsroom: DatabaseAddress
  readonly edition: DatabaseAddress
}

/** Opens both databases, brings their schemas up to this release, and lets the edition catch up. */
async function openHouse(
  config: Config,
  actor: Actor,
  onFollowed = async (): Promise<void> => undefined,
): Promise<OpenHouse> {
  await prepareDataFolder(config.dataFolder)
  const { auditKey } = await readSecrets(config.dataFolder)
  const addresses = await addressesFor(config)
  const db = openNewsroom(addresses.newsroom, onLostConnection)
  const edition = openEditionToWrite(addresses.edition, onLostConnection)
  const forgetting = forgettingIn({ db, edition }, addresses.edition.kind)
  const newsroom: Newsroom = {
    db,
    edition,
    now,
    randomBytes: () => randomBytes(16),
    auditKey,
    actor,
    onFollowed,
    forget: forgetting.now,
    onLagging: (error) => log.error({ err: error }, 'the edition could not follow; it will be tried again'),
    pings: pingSettings(config),
  }
  const close = async () => {
    await db.destroy()
    await edition.destroy()
  }
  try {
    const { kind } = addresses.newsroom
    await migrate(db, { kind, folder: join(ROOT, 'migrations/newsroom'), now: now() })
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

const now = () => instantOf(new Date())

const onLostConnection = (error: Error) => log.warn({ err: error }, 'a database connection was lost')

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

/** Serves readers until it is stopped. */
async function serve(config: Config, actor: Actor, options: { withSample: boolean }): Promise<RunningSite> {
  const watching: { watch?: EditionWatch } = {}
  const house = await openHouse(config, actor, async () => watching.watch?.catchUp())
  try {
    const sampleLoaded = options.withSample && (await loadSampleIfEmpty(house.newsroom, config.dataFolder))
    // Pages and their drawing are loaded by those who serve: every other command starts without them.
    const { openSite } = await import('./public-site.ts')
    const { openStudio } = await import('./studio-side.ts')
    const place = { siteUrl: '' }
    const studio = openStudio(
      config,
      { newsroom: house.newsroom, address: house.addresses.edition, log },
      () => place.siteUrl,
    )
    const site = await openSite(config, house.addresses.edition, { log, studio })
    place.siteUrl = site.siteUrl
    watching.watch = site.watch
    const worker = startWorker(house.newsroom, {
      retryForgetting: house.retryForgetting,
      onFault: (error) => log.error({ err: error }, 'the worker failed; it will try again'),
      onRefused: ({ storyId, reason }) => log.warn({ storyId, reason }, 'a scheduled story may not be published'),
      inbox: inboxIn(config.dataFolder),
      fetch: guardedFetchIfChanged,
      pictures: { shelves: pictureShelves(config.dataFolder), fetch: fetchPicture },
      onUnreadable: (names) => log.error({ names }, 'files in the inbox are no reports; they were set aside'),
      jobs: {
        handlers: jobHandlers((target, content) => guardedPost(target, content)),
        by: randomBytes(8).toString('hex'),
        onFailed: ({ kind, id, attempts }, error) => log.warn({ kind, id, attempts, err: error }, 'a job failed'),
      },
    })
    return {
      port: site.port,
      siteUrl: site.siteUrl,
      sampleLoaded,
      newsroom: house.newsroom,
      stats: () => site.stats(),
      close: async () => {
        await site.close()
        await studio.close()
        await worker.stop()
        await house.close()
      },
    }
  } catch (error) {
    await house.close()
    throw error
  }
}

async function loadSampleIfEmpty(newsroom: Newsroom, dataFolder: string): Promise<boolean> {
  const { isEmpty, loadSample } = await import('./newsroom/load-sample.ts')
  if (!(await isEmpty(newsroom))) return false
  await loadSample(newsroom, await readSample(SAMPLE), pictureShelves(dataFolder))
  return true
}
