import type { ServerResponse } from 'node:http'
import { sendProblem } from './send-problem.ts'

/** Lets a few downloads through at a time, so that they cannot take the site from its readers. */
export interface Downloads {
  /** Does the work, or answers that it is too much just now. */
  take(response: ServerResponse, work: () => Promise<void>): Promise<void>
}

/** Below this many bytes a second a download gives way when others wait: slower than the slowest line that is in use. */
const SLOWEST = 2_000

/** For how long it may be slower: lines break off for a while. */
const PATIENCE_MS = 60_000

/** One that is under way, and how far it was when it was last looked at. */
interface UnderWay {
  readonly response: ServerResponse
  at: number
  bytes: number
}

/**
 * @param atOnce how many may be under way; one more is told to come back in some seconds. Whoever takes next to nothing gives
 *   way to those who wait, or a few clients could keep all others from the data for ever
 * @param now milliseconds, only ever growing
 */
export function countDownloads(atOnce: number, now: () => number = () => performance.now()): Downloads {
  const all = new Set<UnderWay>()
  return {
    async take(response, work) {
      if (all.size >= atOnce) {
        endTheSlowest(all, now())
        sendProblem(response, 503, 'Too many downloads are under way: ask again in some seconds.')
        return
      }
      const one: UnderWay = { response, at: now(), bytes: bytesOf(response) }
      all.add(one)
      try {
        await work()
      } finally {
        all.delete(one)
      }
    },
  }
}

const bytesOf = ({ socket }: ServerResponse): number => socket?.bytesWritten ?? 0

function endTheSlowest(all: ReadonlySet<UnderWay>, at: number): void {
  for (const one of all) {
    const elapsed = at - one.at
    if (elapsed < PATIENCE_MS) continue
    const bytes = bytesOf(one.response)
    if ((bytes - one.bytes) / (elapsed / 1_000) < SLOWEST) one.response.destroy()
    one.at = at
    one.bytes = bytes
  }
}
