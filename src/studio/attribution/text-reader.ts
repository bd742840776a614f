import type { DeskContext, DeskText } from '../../desk/desk-text.ts'
import type { Reader } from '../../desk/read-text.ts'
import type { Reading } from '../../desk/reading.ts'
// Vite makes it: the address of the built worker.
// oxlint-disable-next-line import/default
import addressOfWorker from './reader-worker.ts?worker&url'
import type { FromReader, ReaderInPage, ToReader } from './reader-messages.ts'
import { untilIdle } from '../ui/when-idle.ts'

/** Reads texts one after another. Of those that wait, only the newest is read. */
export interface TextReader {
  /** @returns what was found; null where a newer text was handed in before this one was begun. @throws when it cannot be read */
  read(text: DeskText, context: DeskContext): Promise<Reading | null>
  close(): void
}

/** A reader beside the page; where the browser has no workers, one that reads when nothing else is to be done. */
export const openTextReader = (): TextReader =>
  newestOnly(typeof Worker === 'undefined' ? readInIdleTime() : readInWorker())

interface OneReader {
  readonly readOne: (text: DeskText, context: DeskContext) => Promise<Reading>
  readonly close: () => void
}

interface Waiting {
  readonly text: DeskText
  readonly context: DeskContext
  readonly settle: (reading: Promise<Reading> | null) => void
}

/** One at a time; what comes meanwhile takes the place of what waits. */
function newestOnly({ readOne, close }: OneReader): TextReader {
  let waiting: Waiting | null = null
  let isBusy = false
  const next = async (): Promise<void> => {
    const now = waiting
    waiting = null
    if (!now) return
    isBusy = true
    const reading = readOne(now.text, now.context)
    now.settle(reading)
    await reading.catch(() => null)
    isBusy = false
    await next()
  }
  return {
    read: (text, context) =>
      new Promise((settle) => {
        waiting?.settle(null)
        waiting = { text, context, settle }
        if (!isBusy) void next()
      }),
    close,
  }
}

function readInWorker(): OneReader {
  const worker = new Worker(addressOfWorker, { type: 'module' })
  const tell = (said: ToReader) => worker.postMessage(said)
  let known: DeskContext | null = null
  let number = 0
  let instead: OneReader | null = null
  const readOne = (text: DeskText, context: DeskContext): Promise<Reading> => {
    if (instead) return instead.readOne(text, context)
    if (known !== context) tell({ kind: 'context', context })
    known = context
    number += 1
    tell({ kind: 'text', number, text })
    return answerTo(worker, number)
  }
  return {
    readOne: (text, context) =>
      readOne(text, context).catch((error: unknown) => {
        if (!(error instanceof WorkerGone)) throw error
        worker.terminate()
        instead = readInIdleTime()
        return instead.readOne(text, context)
      }),
    close: () => worker.terminate(),
  }
}

/** The worker did not start, or is no more. */
class WorkerGone extends Error {
  override readonly name = 'WorkerGone'
}

const answerTo = (worker: Worker, number: number): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const listening = new AbortController()
    const { signal } = listening
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FromReader>) => {
        if (data.number !== number) return
        listening.abort()
        if (data.reading) resolve(data.reading)
        else reject(new Error('The text could not be read.'))
      },
      { signal },
    )
    worker.addEventListener(
      'error',
      () => {
        listening.abort()
        reject(new WorkerGone('There is no worker.'))
      },
      { signal },
    )
  })

/** Reads on the page's own time, when it has nothing else to do: with the worker's own file, so that there is one. */
function readInIdleTime(): OneReader {
  const opened = openInPage()
  return {
    readOne: async (text, context) => {
      const reader = await opened
      await untilIdle()
      return reader.read(text, context)
    },
    close: () => undefined,
  }
}

async function openInPage(): Promise<Reader> {
  await import(/* @vite-ignore */ addressOfWorker)
  const reader = (globalThis as ReaderInPage).onrecordReader?.()
  if (!reader) throw new Error('The reader could not be loaded.')
  return reader
}
