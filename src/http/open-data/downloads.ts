import type { ServerResponse } from 'node:http'
import { sendProblem } from './send-problem.ts'

/** Lets a few downloads through at a time, so that they cannot take the site from its readers. */
export interface Downloads {
  /** Does the work, or answers that it is too much just now. */
  take(response: ServerResponse, work: () => Promise<void>): Promise<void>
}

/** @param atOnce how many may be under way; one more is told to come back in some seconds */
export function countDownloads(atOnce: number): Downloads {
  let underWay = 0
  return {
    async take(response, work) {
      if (underWay >= atOnce) {
        sendProblem(response, 503, 'Too many downloads are under way: ask again in some seconds.')
        return
      }
      underWay += 1
      try {
        await work()
      } finally {
        underWay -= 1
      }
    },
  }
}
