import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import type { DatabaseAddress } from './open-database.ts'

/** Says that the edition has changed, and nothing else: what changed is read by number. */
const CHANNEL = 'onrecord_edition'

/** A connection that hears nothing of what it says itself within so long is none. */
const ANSWER_MS = 5_000

/** How often it says something, so that a line which broke without a word is found out. */
const HEARTBEAT_MS = 15_000

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5_000

/** Tells every process that follows the edition that there is something new. On SQLite nobody can be told. */
export async function giveNotice<Tables>(db: Kysely<Tables>, kind: DatabaseAddress['kind']): Promise<void> {
  if (kind === 'postgres') await sql`select pg_notify(${CHANNEL}, '')`.execute(db)
}

export interface Notices {
  /** Would a notice be heard just now? Else whoever waits for one must look by themselves. */
  isHeard(): boolean
  close(): Promise<void>
}

/**
 * Hears of changes of the edition on a connection of its own, and takes up another when that is lost, for as long as it
 * takes. A server or a pool in front of one that lets nobody listen is found out: then nothing is ever heard.
 *
 * @param onNotice told of each notice, and each time a connection is taken up: what was said in between was missed
 */
export function hearNotices(url: string, onNotice: () => void): Notices {
  const ended = new AbortController()
  let isHeard = false
  const hear = async () => {
    for (let waitMs = FIRST_WAIT_MS; !ended.signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      await hearOnce(url, {
        onNotice,
        signal: ended.signal,
        onHeard: () => {
          isHeard = true
          waitMs = FIRST_WAIT_MS
        },
      }).catch(() => undefined)
      isHeard = false
      await pause(waitMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined)
    }
  }
  const hearing = hear()
  return {
    isHeard: () => isHeard,
    close: async () => {
      ended.abort()
      await hearing
    },
  }
}

interface Hearing {
  readonly onNotice: () => void
  readonly onHeard: () => void
  readonly signal: AbortSignal
}

/** Listens until the connection is lost or nobody wants to hear any more. */
async function hearOnce(url: string, { onNotice, onHeard, signal }: Hearing): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  })
  const own = randomBytes(8).toString('hex')
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => undefined)
  let heardItself = Promise.withResolvers<void>()
  client.on('error', (error) => lost.reject(error))
  client.on('end', () => lost.reject(new Error('the connection ended')))
  client.on('notification', ({ payload }) => (payload === own ? heardItself.resolve() : onNotice()))
  const leave = () => lost.reject(new Error('no longer wanted'))
  signal.addEventListener('abort', leave)
  try {
    await Promise.race([client.connect(), lost.promise])
    await client.query(`listen ${CHANNEL}`)
    for (let isFirst = true; ; isFirst = false) {
      await client.query('select pg_notify($1, $2)', [CHANNEL, own])
      await Promise.race([heardItself.promise, lost.promise, tooLate()])
      heardItself = Promise.withResolvers()
      if (isFirst) {
        onHeard()
        onNotice()
      }
      await Promise.race([pause(HEARTBEAT_MS, undefined, { signal, ref: false }), lost.promise])
    }
  } finally {
    signal.removeEventListener('abort', leave)
    await Promise.race([client.end(), pause(1_000, undefined, { ref: false })]).catch(() => undefined)
  }
}

async function tooLate(): Promise<never> {
  await pause(ANSWER_MS, undefined, { ref: false })
  throw new Error('a notice did not arrive')
}
