import { Worker } from 'node:worker_threads'
import { translated } from './database-errors.ts'

// The built program runs .js, the tests run .ts as it stands.
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const WORKER = new URL(`./vacuum-into-worker.${extension}`, import.meta.url)

/**
 * Writes a SQLite database as it stands at one moment into a new file of its own, compact and without any trace of what
 * was deleted. In a thread of its own, on a connection that cannot write: neither readers nor writers wait.
 *
 * @param target must not exist yet
 * @throws OnrecordError `storage-full`, `database-unavailable`
 */
export function vacuumInto(file: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: { file, target } })
    worker.on('error', (error) => reject(translated(error)))
    worker.on('exit', () => resolve())
  })
}
