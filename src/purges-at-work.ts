import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { Newsroom } from './newsroom/newsroom.ts'
import { type Purging, startPurging } from './newsroom/purging/start-purging.ts'
import { cachesIn } from './outbound/purges/all-caches.ts'

interface PurgesBeside {
  readonly log: Logger
  /** Drops what changed from the pages of this process. */
  readonly pressFollows: () => Promise<void>
}

/** Tells the caches in front of the site of every change, whichever process made it, until it is stopped. */
export const startPurges = (config: Config, newsroom: Newsroom, { log, pressFollows }: PurgesBeside): Purging =>
  startPurging(newsroom, {
    caches: cachesIn(config.caches),
    pressFollows,
    by: randomBytes(8).toString('hex'),
    onFault: (error) => log.error({ err: error }, 'caches in front could not be told; it will be tried again'),
    onFailed: ({ cache, attempts }, error) => log.warn({ cache, attempts, err: error }, 'a cache could not be told'),
  })
