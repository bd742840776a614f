import { parentPort, workerData } from 'node:worker_threads'
import { type ErrorCode, OnrecordError } from '../../errors.ts'
import { type BackupJob, type BackupMade, makeBackup } from './make-backup.ts'

/** What the thread that makes a backup says: how far it is, and at last what came of it. */
export type BackupReply =
  | { readonly kind: 'progress'; readonly doneBytes: number; readonly ofBytes: number }
  | { readonly kind: 'made'; readonly made: BackupMade }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly remedy: string | undefined }

const say = (reply: BackupReply) => parentPort?.postMessage(reply)

/** A message each time that so much more is done. */
const EVERY_BYTES = 4_000_000

let saidBytes = 0

try {
  const made = await makeBackup(workerData as BackupJob, (doneBytes, ofBytes) => {
    if (doneBytes - saidBytes < EVERY_BYTES) return
    saidBytes = doneBytes
    say({ kind: 'progress', doneBytes, ofBytes })
  })
  say({ kind: 'made', made })
} catch (error) {
  // Anything else is a fault of ours: the thread ends with it, and whoever waits is told.
  if (!(error instanceof OnrecordError)) throw error
  say({ kind: 'failed', code: error.code, message: error.message, remedy: error.remedy })
}
