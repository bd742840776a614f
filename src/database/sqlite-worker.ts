import { availableParallelism } from 'node:os'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { SqliteFile, type SqlResult, type SqlValue } from './sqlite-file.ts'

/** What the owner asks of the thread that holds a write connection. */
export interface WriterRequest {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly SqlValue[]
}

/** Its answer: a result, or what SQLite said. */
export type WriterReply =
  | { readonly id: number; readonly result: SqlResult }
  | { readonly id: number; readonly message: string; readonly errcode: number | undefined }

if (!parentPort) throw new Error('This module runs as a worker thread only.')
const port: MessagePort = parentPort

const { file } = workerData as { readonly file: string }
const database = new SqliteFile(file, { readOnly: false })

/**
 * So long, in milliseconds, the thread stays awake for the next statement of a transaction: to be woken for it takes five times
 * as long as most statements do. Where there is one processor, whoever writes the next statement needs it.
 */
const AWAKE_MS = availableParallelism() > 1 ? 0.3 : 0

port.on('message', (request: WriterRequest | 'close') => {
  let next: WriterRequest | 'close' | undefined = request
  while (next !== undefined) {
    if (next === 'close') {
      database.close()
      port.close()
      return
    }
    port.postMessage(answer(next))
    next = database.isInTransaction ? nextWithin(AWAKE_MS) : undefined
  }
})
port.postMessage('open')

/** What is asked next, if it is asked so soon. */
function nextWithin(milliseconds: number): WriterRequest | 'close' | undefined {
  const until = performance.now() + milliseconds
  for (;;) {
    const received: { message: WriterRequest | 'close' } | undefined = receiveMessageOnPort(port)
    if (received) return received.message
    if (performance.now() >= until) return undefined
  }
}

function answer({ id, sql, parameters }: WriterRequest): WriterReply {
  try {
    return { id, result: database.run(sql, parameters) }
  } catch (error) {
    const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined
    return { id, message: error instanceof Error ? error.message : String(error), errcode }
  }
}
