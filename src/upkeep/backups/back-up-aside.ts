import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { OnrecordError } from '../../errors.ts'
import type { BackupJob, BackupMade, BackupProgress } from './make-backup.ts'
import type { BackupReply } from './make-backup-worker.ts'
import { removeAbandonedDrafts } from './folder-shelf.ts'
import { workFolder } from './work-folder.ts'

// The built program runs .js, the tests run .ts as it stands.
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const WORKER = new URL(`./make-backup-worker.${extension}`, import.meta.url)

/**
 * Makes a backup in a thread of its own: encrypting takes a processor's whole time, and readers wait for no backup.
 *
 * @param signal calls it off; nothing is left of it then
 * @throws what `makeBackup` throws; OnrecordError `refused` when it was called off
 */
export async function backUpAside(
  job: BackupJob,
  { onProgress = () => undefined, signal }: { onProgress?: BackupProgress; signal?: AbortSignal } = {},
): Promise<BackupMade> {
  const worker = new Worker(WORKER, { workerData: job })
  const callOff = () => void worker.terminate()
  signal?.addEventListener('abort', callOff, { once: true })
  if (signal?.aborted) callOff()
  try {
    return await replyOf(worker, onProgress)
  } catch (error) {
    if (!signal?.aborted) throw error
    // The thread had no time to tidy up.
    await rm(workFolder(job.dataFolder, 'backing-up'), { recursive: true, force: true })
    if (typeof job.place === 'string') await removeAbandonedDrafts(job.place)
    throw new OnrecordError('refused', 'The backup was called off.')
  } finally {
    signal?.removeEventListener('abort', callOff)
  }
}

const replyOf = (worker: Worker, onProgress: BackupProgress): Promise<BackupMade> =>
  new Promise((resolve, reject) => {
    worker.on('message', (reply: BackupReply) => {
      if (reply.kind === 'progress') onProgress(reply.doneBytes, reply.ofBytes)
      else if (reply.kind === 'made') resolve(reply.made)
      else
        reject(new OnrecordError(reply.code, reply.message, reply.remedy === undefined ? {} : { remedy: reply.remedy }))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The thread that makes backups ended without an answer.')))
  })
