import { Command } from 'commander'
import { retryFailedJob } from '../newsroom/retry-job.ts'
import { type Job, type JobKind, unfinishedJobs } from '../store/jobs.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { idFrom } from './entry-id.ts'
import { faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

const MOST = 500

/** Work that a running server does by itself: what waits, and what it has given up. */
export function jobCommand(app: Application): Command {
  const job = new Command('job').description('work that is done in the background: what waits, what was given up')
  job
    .command('list')
    .description('what is not done, the first due first')
    .option(...JSON_FLAG)
    .action((printing: Printing) => list(app, printing))
  job
    .command('retry <id>')
    .description('try it again now')
    .option(...JSON_FLAG)
    .action((id: string, printing: Printing) => retry(app, id, printing))
  return job
}

async function list(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const jobs = await unfinishedJobs(db, MOST)
    for (const job of jobs) tell(printing, ...lineOf(job))
    if (jobs.length === 0) tell(printing, 'Nothing waits, and nothing was given up.')
    tellJson(printing, jobs)
  })
}

const WORK: Readonly<Record<JobKind, string>> = {
  ping: 'tell others of a story',
  'read-story': 'read an imported story for the desk',
}

const lineOf = (job: Job): string[] => [
  `${strong(job.key)}  ${WORK[job.kind]}, ${job.givenUpAt === null ? `due ${job.dueAt}` : `given up ${job.givenUpAt}`}`,
  ...(job.lastError === null ? [] : [`    ${job.lastError}`]),
  faint(`    ${job.id}, begun ${job.attempts} ${job.attempts === 1 ? 'time' : 'times'}`),
]

async function retry(app: Application, text: string, printing: Printing): Promise<void> {
  const id = idFrom('job', text)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    await retryFailedJob(newsroom, id)
    tell(printing, `${id} is due now: a running server does it within a second.`)
    tellJson(printing, { id })
  })
}
