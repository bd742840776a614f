import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { OnrecordError } from '../../errors.ts'
import type { PageSettings } from '../load/open-page-source.ts'
import type { ExportedAddress } from './exported-address.ts'
import type { ExportReply, ExportRequest, ExportWork } from './export-worker.ts'
import { type Absent, type FileMaker, makeFile, type Wanted } from './make-file.ts'

/** Makes files of addresses: here, or in threads beside this one. */
export interface FileMakers {
  make(wanted: readonly Wanted[]): Promise<readonly (ExportedAddress | Absent)[]>
  /** How many portions may be under way at once. */
  readonly atOnce: number
  close(): Promise<void>
}

/** In this thread: for the few addresses that one publication touches, threads would cost more than they save. */
export const makersHere = (maker: FileMaker): FileMakers => ({
  atOnce: 1,
  make: async (wanted) => {
    const made = []
    for (const one of wanted) made.push(await makeFile(maker, one))
    return made
  },
  close: async () => undefined,
})

// Pages are JSX, which the runtime reads only once it is built: threads are for the built program.
const WORKER = new URL('./export-worker.js', import.meta.url)

/** May this program make pages in other threads? */
export const hasThreads = (): boolean => import.meta.url.endsWith('.js')

/** Pages are made and forgotten at once: with more room for what is young, less of it is looked through. */
const YOUNG_MB = 64

export interface ThreadSettings {
  readonly edition: DatabaseAddress
  readonly settings: PageSettings
  readonly folder: string
}

/** In so many threads, each with a connection of its own. */
export async function makersInThreads(threads: number, shared: ThreadSettings): Promise<FileMakers> {
  const workers = Array.from({ length: threads }, (_, number) => {
    const workerData: ExportWork = { ...shared, name: `thread-${number}` }
    return new Worker(WORKER, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  })
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const release = (worker: Worker) => {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }
  await Promise.all(workers.map(async (worker) => release(await opened(worker))))
  const take = (): Promise<Worker> | Worker => idle.pop() ?? new Promise((resolve) => waiting.push(resolve))
  return {
    // One portion more than threads: none has to wait for the next.
    atOnce: threads * 2,
    make: async (wanted) => {
      const worker = await take()
      try {
        return await ask(worker, { wanted })
      } finally {
        release(worker)
      }
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

async function opened(worker: Worker): Promise<Worker> {
  await once(worker, 'message')
  return worker
}

async function ask(worker: Worker, request: ExportRequest): Promise<readonly (ExportedAddress | Absent)[]> {
  worker.postMessage(request)
  const [reply] = (await once(worker, 'message')) as [ExportReply]
  if ('made' in reply) return reply.made
  if (reply.code === null) throw new Error(reply.message)
  throw new OnrecordError(reply.code, reply.message)
}
