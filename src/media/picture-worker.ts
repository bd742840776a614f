import { parentPort, workerData } from 'node:worker_threads'
import { type ErrorCode, OnrecordError } from '../errors.ts'
import { type CutPicture, cutPicture } from './cut-picture.ts'

/** What the thread answers: the picture, or why it was refused. An error class does not survive the way between threads. */
export type PictureReply =
  | { readonly kind: 'cut'; readonly picture: CutPicture }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly message: string
      readonly remedy: string | undefined
    }

const { bytes } = workerData as { readonly bytes: Uint8Array }

async function reply(): Promise<PictureReply> {
  try {
    return { kind: 'cut', picture: await cutPicture(bytes) }
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error
    return { kind: 'refused', code: error.code, message: error.message, remedy: error.remedy }
  }
}

parentPort?.postMessage(await reply())
