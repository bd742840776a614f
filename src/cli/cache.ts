import { Command } from 'commander'
import { OnrecordError } from '../errors.ts'
import { cachesIn } from '../outbound/purges/all-caches.ts'
import type { PurgedCache } from '../outbound/purges/purge.ts'
import { type CacheState, cacheStates } from '../newsroom/purging/cache-states.ts'
import { purgeByHand, retryCaches } from '../newsroom/purging/purge-by-hand.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_CODE } from './exit-codes.ts'
import { JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

/** The caches in front of the site: how far each has heard of changes, and what they are told by hand. */
export function cacheCommand(app: Application, done: ReportExit): Command {
  const cache = new Command('cache').description('caches in front of the site: what they have heard of, what they drop')
  cache
    .command('list')
    .description('how far each has heard of changes, and what went wrong')
    .option(...JSON_FLAG)
    .action((printing: Printing) => list(app, printing))
  cache
    .command('purge [tags...]')
    .description('have every cache drop what carries these tags (story:sty_…, picture:pic_…), at once')
    .option('--all', 'everything', false)
    .option(...JSON_FLAG)
    .action((tags: string[], options: PurgeOptions) => purge(app, done, { tags, options }))
  cache
    .command('retry')
    .description('have the server tell those again now that it could not tell')
    .option(...JSON_FLAG)
    .action((printing: Printing) => retry(app, printing))
  return cache
}

interface PurgeOptions extends Printing {
  readonly all: boolean
}

async function list(app: Application, printing: Printing): Promise<void> {
  const names = cachesIn(app.config().caches).map(({ name }) => name)
  const states = await app.withNewsroom(commandLineActor(), (newsroom) => cacheStates(newsroom, names))
  for (const state of states) tell(printing, ...linesOf(state))
  if (states.length === 0) tell(printing, 'No caches in front of the site are set: docs/operate/caches.md tells how.')
  tellJson(printing, states)
}

function linesOf({ cache, behind, purgedAt, lastError, failedTimes, againAt }: CacheState): string[] {
  const far = behind === null ? 'has not been told anything yet' : behind === 0 ? 'has heard of every change' : null
  return [
    `${strong(cache)}  ${far ?? `is ${behind} ${behind === 1 ? 'change' : 'changes'} behind`}`,
    `    ${purgedAt === null ? 'has never dropped anything' : `last dropped something ${purgedAt}`}`,
    ...(lastError === null ? [] : [`    failed ${failedTimes} times: ${lastError}`, `    is told again ${againAt}`]),
  ]
}

async function purge(
  app: Application,
  done: ReportExit,
  { tags, options }: { readonly tags: readonly string[]; readonly options: PurgeOptions },
): Promise<void> {
  if (options.all === tags.length > 0) {
    throw new OnrecordError('bad-input', 'Say which tags are to be dropped, or --all for everything.', {
      remedy: 'For example: ./onrecord cache purge story:sty_…',
    })
  }
  const caches = setIn(app)
  const told = await app.withNewsroom(commandLineActor(), (newsroom) =>
    purgeByHand(newsroom, caches, options.all ? null : tags),
  )
  for (const { cache, error } of told) tell(options, `${strong(cache)}  ${error ?? 'has dropped it'}`)
  tellJson(options, told)
  if (told.some(({ isPurged }) => !isPurged)) done(EXIT_CODE['fetch-failed'])
}

async function retry(app: Application, printing: Printing): Promise<void> {
  const names = setIn(app).map(({ name }) => name)
  await app.withNewsroom(commandLineActor(), retryCaches)
  tell(printing, 'Every cache is due now: a running server tells them within a second.')
  tellJson(printing, { caches: names })
}

/** @throws OnrecordError `refused` where none is set */
function setIn(app: Application): PurgedCache[] {
  const caches = cachesIn(app.config().caches)
  if (caches.length > 0) return caches
  throw new OnrecordError('refused', 'No caches in front of the site are set, so there is nobody to tell.', {
    remedy: 'Set ONRECORD_VARNISH_URLS, or Fastly or Cloudflare: docs/operate/caches.md.',
  })
}
