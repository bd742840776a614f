import { Worker } from 'node:worker_threads'
import { OnrecordError } from '../errors.ts'
import type { CutPicture } from './cut-picture.ts'
import { assertFileSize, tooSlowPicture } from './picture-limits.ts'
import { pictureKind } from './picture-kind.ts'
import type { PictureReply } from './picture-worker.ts'

// The built program runs .js, the tests run .ts as it stands.
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const WORKER = new URL(`./picture-worker.${extension}`, import.meta.url)

/** How long one picture may take altogether. A photograph of 24 megapixels takes some five seconds. */
const TIME_LIMIT_MS = 90_000

let before: Promise<unknown> = Promise.resolve()

/**
 * Takes a picture in: looks at its bytes, refuses what is no picture or too much of one, and cuts the rest into what
 * readers get. In a thread of its own, one picture at a time, so that a hostile file costs no reader anything.
 *
 * @throws OnrecordError `bad-input`, saying what is wrong with the file; nothing of it is kept then
 */
export function takeInPicture(bytes: Uint8Array, timeLimitMs = TIME_LIMIT_MS): Promise<CutPicture> {
  const taken = before.then(() => {
    // What is plainly none needs no thread.
    assertFileSize(bytes.length)
    pictureKind(bytes)
    return cutInThread(bytes, timeLimitMs)
  })
  before = taken.catch(() => undefined)
  return taken
}

function cutInThread(bytes: Uint8Array, timeLimitMs: number): Promise<CutPicture> {
  const worker = new Worker(WORKER, { workerData: { bytes } })
  return new Promise<CutPicture>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlowPicture()), timeLimitMs)
    worker.on('message', (reply: PictureReply) => {
      if (reply.kind === 'cut') resolve(reply.picture)
      else
        reject(new OnrecordError(reply.code, reply.message, reply.remedy === undefined ? {} : { remedy: reply.remedy }))
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      clearTimeout(timer)
      reject(new Error('The thread that cuts pictures ended without an answer.'))
    })
  }).finally(() => void worker.terminate())
}
