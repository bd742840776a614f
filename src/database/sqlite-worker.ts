import { parentPort, workerData } from 'node:worker_threads'
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

const port = parentPort
if (!port) throw new Error('This module runs as a worker thread only.')

const { file } = workerData as { readonly file: string }
const database = new SqliteFile(file, { readOnly: false })

port.on('message', (request: WriterRequest | 'close') => {
  if (request === 'close') {
    database.close()
    port.close()
    return
  }
  port.postMessage(answer(request))
})
port.postMessage('open')

function answer({ id, sql, parameters }: WriterRequest): WriterReply {
  try {
    return { id, result: database.run(sql, parameters) }
  } catch (error) {
    const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined
    return { id, message: error instanceof Error ? error.message : String(error), errcode }
  }
}
