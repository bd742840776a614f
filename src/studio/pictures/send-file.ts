import type { UploadId } from '../../ids.ts'
import { api, NoConnection } from '../api/api.ts'

/** How far a file has come. */
export interface Sending {
  readonly sent: number
  readonly total: number
  /** Is the line broken just now? Sending goes on by itself when it is back. */
  readonly isWaiting: boolean
}

/** What sending needs of the world: the API, and patience. */
export interface SendingMeans {
  readonly ask: typeof api
  /** Resolves when it is worth trying again, after so many tries that failed in a row. */
  readonly patience: (failures: number, signal: AbortSignal) => Promise<void>
}

/**
 * Sends a file in pieces, and goes on where it was when the line comes back: a picture on a bad line costs one piece
 * again, never the whole.
 *
 * @throws ApiProblem when the server refuses, and whatever `signal` was aborted with
 */
export async function sendFile(
  file: Blob,
  name: string,
  { onProgress, signal }: { readonly onProgress: (sending: Sending) => void; readonly signal: AbortSignal },
  means: SendingMeans = { ask: api, patience },
): Promise<UploadId> {
  const total = file.size
  const tell = (sent: number, isWaiting: boolean) => onProgress({ sent, total, isWaiting })
  const trying = tryingAgain(means, signal)
  tell(0, false)
  const { uploadId, pieceBytes } = await trying(
    () => means.ask('POST /uploads', { body: { name, bytes: total } }, signal),
    () => tell(0, true),
  )
  const params = { uploadId }
  let offset = 0
  while (offset < total) {
    const from = offset
    const answer = await trying(
      () => {
        const body = file.slice(from, from + pieceBytes)
        return means.ask('PUT /uploads/{uploadId}', { params, query: { offset: from }, body }, signal)
      },
      () => tell(from, true),
    )
    offset = answer.received
    tell(offset, false)
  }
  return uploadId
}

/** Does something until it is answered: a line that is gone is waited for, a refusal is not. */
const tryingAgain =
  ({ patience }: SendingMeans, signal: AbortSignal) =>
  async <Result>(attempt: () => Promise<Result>, onWait: () => void): Promise<Result> => {
    for (let failures = 0; ; failures += 1) {
      signal.throwIfAborted()
      try {
        return await attempt()
      } catch (error) {
        if (!(error instanceof NoConnection)) throw error
        onWait()
        await patience(failures, signal)
      }
    }
  }

/** A second, then two, then four, at most half a minute; at once when the browser says that the line is back. */
const patience = (failures: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, Math.min(30_000, 1_000 * 2 ** failures))
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
