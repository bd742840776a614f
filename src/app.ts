import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { startBackups } from './backups-at-work.ts'
import type { Application, RunningReader, RunningSite, RunningStudio } from './cli/application.ts'
import { EXIT_CODE } from './cli/exit-codes.ts'
import { type Config, loadConfig } from './config/config.ts'
import { prepareDataFolder } from './config/data-folder.ts'
import { releaseName } from './config/release-name.ts'
import { OnrecordError } from './errors.ts'
import { fetchPicture } from './newsroom/import-pictures/fetch-picture.ts'
import type { Actor, Newsroom } from './newsroom/newsroom.ts'
import { readSample } from './newsroom/sample-files.ts'
import { jobHandlers } from './newsroom/run-jobs.ts'
import type { Purging } from './newsroom/purging/start-purging.ts'
import { startWorker, type WorkerOptions } from './newsroom/worker.ts'
import { editionToRead, openHouse, type OpenHouse } from './open-house.ts'
import { guardedFetchIfChanged } from './outbound/guarded-fetch.ts'
import { openOperations } from './operations-at-work.ts'
import { guardedPost } from './outbound/guarded-post.ts'
import { startPurges } from './purges-at-work.ts'
import { shelvesAt } from './press/picture-shelves.ts'
import { claimInbox, inboxIn } from './press/report-inbox.ts'
import type { PressStats } from './press/press.ts'
import type { EditionWatch } from './press/watch-edition.ts'
import type { OpenStudio } from './studio-side.ts'
import { loggedError } from './upkeep/logged-error.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SAMPLE = join(ROOT, 'sample')

// An allow-list: a line says what failed, never who asked or for what.
const log = pino({ base: null, level: 'warn', serializers: { err: loggedError } }, pino.destination(2))

/** Everything joined: what the command line is handed. */
export function application(env: Readonly<Record<string, string | undefined>>): Application {
  const config = () => loadConfig(env, { home: ROOT, workingFolder: process.cwd() })
  return {
    config,
    sampleFolder: SAMPLE,
    migrationsFolder: join(ROOT, 'migrations'),
    verifierFile: join(ROOT, 'docs/formats/verify.py'),
    withNewsroom: async (actor, work) => {
      const open = await openHouse(config(), { actor, log })
      try {
        return await work(open.newsroom, open.addresses)
      } finally {
        await open.close()
      }
    },
    withNewsroomIn: async (place, actor, work) => {
      const open = await openHouse({ ...config(), ...place }, { actor, log })
      try {
        return await work(open.newsroom, open.addresses)
      } finally {
        await open.close()
      }
    },
    release: () => releaseName(ROOT),
    exportSite: async (actor, request) => {
      const house = await openHouse(config(), { actor, log })
      try {
        const { exportStatic } = await import('./public-site.ts')
        const release = await releaseName(ROOT)
        return await exportStatic(config(), house.addresses.edition, { ...request, release })
      } finally {
        await house.close()
      }
    },
    serve: (actor, options) => serve(config(), actor, options),
    serveStudio: (actor) => serveStudio(config(), actor),
    serveReader: () => serveReader(config()),
  }
}

/** What a process that serves is made of, besides its door. */
interface ServingHouse {
  readonly house: OpenHouse
  readonly studio: OpenStudio
  /** To be told when pages that a change touched have been dropped: caches in front hear of it then. */
  readonly onDropped: () => void
}

interface Serving<Site> {
  readonly withSample: boolean
  /** Loads what `open` needs, while the databases are opened by threads of their own. */
  readonly load: () => Promise<unknown>
  readonly open: (parts: ServingHouse) => Promise<Site>
}

/** Joins a server: the newsroom, the studio, the worker, and whatever listens for them. */
async function serving<Site extends ListeningSite>(
  config: Config,
  actor: Actor,
  { withSample, load, open }: Serving<Site>,
): Promise<Served<Site>> {
  log.level = LOG_LEVELS[config.log]
  const watching: { watch?: EditionWatch | null; purging?: Purging } = {}
  const onDropped = () => watching.purging?.wake()
  const onFollowed = async (number: number) => {
    log.debug({ number }, 'a change is live')
    await (watching.watch ? watching.watch.catchUp() : onDropped())
  }
  // A fault in loading it is told by `open`, which loads it too.
  const meanwhile = () => void load().catch(() => undefined)
  const house = await openHouse(config, { actor, log, onFollowed, onUntrusted: leaveAtOnce, meanwhile })
  try {
    const sampleLoaded = withSample && (await loadSampleIfEmpty(house.newsroom, config))
    await claimInbox(inboxIn(config.dataFolder))
    // Pages and their drawing are loaded by those who serve: every other command starts without them.
    const { openStudio } = await import('./studio-side.ts')
    const place = { siteUrl: '' }
    const { newsroom, addresses } = house
    const studio = openStudio(config, { newsroom, address: addresses.edition, log }, () => place.siteUrl)
    const site = await open({ house, studio, onDropped })
    place.siteUrl = site.siteUrl
    watching.watch = site.watch
    const pressFollows = async () => site.watch?.catchUp()
    watching.purging = startPurges(config, newsroom, { log, pressFollows })
    const press = () => site.stats?.() ?? null
    const operations = await openOperations(config, { log, newsroom, press, refusals: studio.refusals })
    const worker = startWorker(newsroom, workerOptions(config, house))
    const backups = await startBackups(config, house, { log, release: await releaseName(ROOT) })
    log.info({ port: site.port }, 'serving')
    const close = async () => {
      log.info('stopping')
      await operations.close()
      await site.close()
      await studio.close()
      await worker.stop()
      await backups.stop()
      await watching.purging?.stop()
      await house.close()
    }
    return { site, house, sampleLoaded, operationsPort: operations.port, close }
  } catch (error) {
    await house.close()
    throw error
  }
}

/** What each setting of ONRECORD_LOG lets through. */
const LOG_LEVELS = { quiet: 'warn', normal: 'info', chatty: 'debug' } as const

/** A server, joined. */
interface Served<Site> {
  readonly site: Site
  readonly house: OpenHouse
  readonly sampleLoaded: boolean
  readonly operationsPort: number | null
  readonly close: () => Promise<void>
}

/** Something that listens; without pages there is nothing to watch the edition for. */
interface ListeningSite {
  readonly port: number
  readonly siteUrl: string
  readonly watch: EditionWatch | null
  stats?(): PressStats
  close(): Promise<void>
}

/** Serves readers and staff until it is stopped. */
async function serve(config: Config, actor: Actor, { withSample }: { withSample: boolean }): Promise<RunningSite> {
  const { site, house, sampleLoaded, operationsPort, close } = await serving(config, actor, {
    withSample,
    load: () => import('./public-site.ts'),
    open: async ({ house, studio, onDropped }) => {
      const { openSite } = await import('./public-site.ts')
      return openSite(config, house.addresses.edition, { log, studio, onDropped })
    },
  })
  const { port, siteUrl } = site
  return { port, siteUrl, sampleLoaded, newsroom: house.newsroom, operationsPort, stats: () => site.stats(), close }
}

/** Serves staff, and does what happens by itself; readers are served elsewhere. */
async function serveStudio(config: Config, actor: Actor): Promise<RunningStudio> {
  const publicUrl = knownAddress(config)
  const { site, house, operationsPort, close } = await serving(config, actor, {
    withSample: false,
    load: () => import('./studio-side.ts'),
    open: async ({ studio }) => {
      const { openStudioDoor } = await import('./studio-side.ts')
      return openStudioDoor(config, { log, studio, siteUrl: publicUrl })
    },
  })
  return { port: site.port, siteUrl: publicUrl, newsroom: house.newsroom, operationsPort, close }
}

/** Serves readers out of the edition and holds nothing else: no newsroom, no secrets. */
async function serveReader(config: Config): Promise<RunningReader> {
  knownAddress(config)
  log.level = LOG_LEVELS[config.log]
  await prepareDataFolder(config.dataFolder)
  const { openSiteWhenReady } = await import('./public-site.ts')
  const migrations = join(ROOT, 'migrations/edition')
  const site = await openSiteWhenReady(config, () => editionToRead(config), { log, migrations })
  const operations = await openOperations(config, { log, newsroom: null, press: () => site.stats() })
  const close = async () => {
    await operations.close()
    await site.close()
  }
  return { ...site, operationsPort: operations.port, close }
}

/** A process that serves half of the house cannot guess where readers find the other half. */
function knownAddress({ siteUrl }: Config): string {
  if (siteUrl !== null) return siteUrl
  throw new OnrecordError('bad-config', 'ONRECORD_SITE_URL is not set, and one half of the house cannot guess it.', {
    remedy: 'Set it to the address at which readers find the site, for this process and for the other one.',
  })
}

const workerOptions = (config: Config, { retryForgetting }: OpenHouse): WorkerOptions => ({
  retryForgetting,
  onFault: (error) => log.error({ err: error }, 'the worker failed; it will try again'),
  onRefused: ({ storyId, reason }) => log.warn({ storyId, reason }, 'a scheduled story may not be published'),
  onOtherSecrets: leaveForOtherSecrets,
  inbox: inboxIn(config.dataFolder),
  fetch: guardedFetchIfChanged,
  pictures: { shelves: shelvesAt(config), fetch: fetchPicture },
  onUnreadable: (names) => log.error({ names }, 'files in the inbox are no reports; they were set aside'),
  jobs: {
    handlers: jobHandlers((target, content) => guardedPost(target, content)),
    by: randomBytes(8).toString('hex'),
    onFailed: ({ kind, id, attempts }, error) => log.warn({ kind, id, attempts, err: error }, 'a job failed'),
  },
})

/**
 * The disk may not have kept what was written. Nothing is finished, and nobody is answered, lest something be acknowledged
 * that is not there; whatever watches over this process starts it anew, and a start recovers what was acknowledged before.
 */
function leaveAtOnce(error: Error): void {
  log.fatal({ err: error }, 'the disk may not have kept what was written: the server ends and has to be started anew')
  process.exit(EXIT_CODE['database-unavailable'])
}

/** What this process sealed from now on, no other could check. */
function leaveForOtherSecrets(): void {
  log.fatal('the newsroom has other secrets now: the server ends and has to be started anew')
  process.exit(EXIT_CODE['bad-config'])
}

async function loadSampleIfEmpty(newsroom: Newsroom, config: Config): Promise<boolean> {
  const { isEmpty, loadSample } = await import('./newsroom/load-sample.ts')
  if (!(await isEmpty(newsroom))) return false
  await loadSample(newsroom, await readSample(SAMPLE), shelvesAt(config))
  return true
}
