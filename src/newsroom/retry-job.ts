import { OnrecordError } from '../errors.ts'
import type { JobId } from '../ids.ts'
import { retryJob } from '../store/jobs.ts'
import { record } from './act.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Has a job tried again now, one that was given up too.
 *
 * @throws OnrecordError `not-found` where there is none, or it is done
 */
export async function retryFailedJob(newsroom: Newsroom, id: JobId): Promise<void> {
  await record(newsroom, 'retry-job', async (tx, now) => {
    if (await retryJob(tx, id, now)) return { result: undefined, subject: id }
    throw new OnrecordError('not-found', `No job ${id} is still to be done.`, {
      remedy: 'List what waits or was given up with `./onrecord job list`.',
    })
  })
}
