import { createHmac } from 'node:crypto'
import { OnrecordError } from '../../errors.ts'
import { countTry, forgetTries, uncountTry } from '../../store/failed-tries.ts'
import { inTransaction, type NewsroomTx } from '../../store/newsroom-db.ts'
import { type Instant, instantOf } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import { derivedKey } from './derived-key.ts'

const WINDOW_MS = 15 * 60 * 1000

/** How often one may be wrong in a quarter of an hour: for one name, from one network, and all of them together. */
const WRONG = { who: 8, network: 30, all: 300 } as const

/** How often a passkey may be asked for: each asks the database to remember something. */
const ASKED = { network: 120, all: 1200 } as const

/** A try that counts as wrong until it turns out to be right. */
export interface Try {
  /** It was right: it counts no more. */
  forgive(tx: NewsroomTx): Promise<void>
}

/**
 * Counts a try before it is looked at, so that many at once are counted too.
 *
 * @param who the name as it was typed, whether or not there is such an account: the answer tells nobody
 * @throws OnrecordError `too-many-tries`, which says when to come back
 */
export function countedTry(newsroom: Newsroom, { who, network }: { who: string; network: string }): Promise<Try> {
  return counted(newsroom, [
    [`who ${who.normalize('NFKC').trim().toLowerCase()}`, WRONG.who],
    [`network ${network}`, WRONG.network],
    ['all', WRONG.all],
  ])
}

/** Counts that a challenge was asked for. @throws OnrecordError `too-many-tries` */
export async function countedQuestion(newsroom: Newsroom, network: string): Promise<void> {
  await counted(newsroom, [
    [`asked by ${network}`, ASKED.network],
    ['asked by all', ASKED.all],
  ])
}

async function counted(newsroom: Newsroom, limits: readonly (readonly [string, number])[]): Promise<Try> {
  const windowStart = windowOf(newsroom.now())
  const secret = derivedKey(newsroom.auditKey, 'tries')
  const keys = limits.map(([what, limit]) => ({
    key: createHmac('sha256', secret).update(what).digest('base64url'),
    limit,
  }))
  await inTransaction(newsroom.db, async (tx) => {
    await forgetTries(tx, windowStart)
    for (const { key, limit } of keys) {
      if ((await countTry(tx, { key, windowStart })) > limit) throw tooMany(windowStart)
    }
  })
  return {
    forgive: async (tx) => {
      for (const { key } of keys) await uncountTry(tx, { key, windowStart })
    },
  }
}

const windowOf = (now: Instant): Instant => instantOf(new Date(Math.floor(Date.parse(now) / WINDOW_MS) * WINDOW_MS))

function tooMany(windowStart: Instant): OnrecordError {
  const until = instantOf(new Date(Date.parse(windowStart) + WINDOW_MS))
  return new OnrecordError('too-many-tries', `There were too many wrong tries. The next is taken at ${until}.`, {
    remedy: 'Wait until then, or come in with a passkey.',
  })
}
