import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SqlResult, SqlValue } from './sqlite-file.ts'
import type { WriterReply, WriterRequest } from './sqlite-worker.ts'

/** What SQLite refused, with its extended result code. */
class SqliteError extends Error {
  override readonly name = 'SqliteError'
  readonly errcode: number | undefined

  constructor(message: string, errcode: number | undefined) {
    super(message)
    this.errcode = errcode
  }
}

interface Waiting {
  readonly resolve: (result: SqlResult) => void
  readonly reject: (error: Error) => void
}

// The built program runs .js, the tests run .ts as it stands.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './sqlite-worker.ts' : './sqlite-worker.js', import.meta.url)

/**
 * A write connection in a thread of its own: a busy lock or a slow fsync stops that thread, never a reader.
 */
export class SqliteWriter {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #failure: Error | undefined

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (reply: WriterReply) => this.#settle(reply))
    worker.on('error', (error) => this.#fail(error as Error))
    worker.on('exit', () => this.#fail(new SqliteError('the database connection is closed', undefined)))
  }

  /** Starts the thread and opens the file in it. @throws when the file cannot be opened */
  static async open(file: string): Promise<SqliteWriter> {
    const worker = new Worker(WORKER, { workerData: { file } })
    await once(worker, 'message')
    worker.removeAllListeners('message')
    return new SqliteWriter(worker)
  }

  run(sql: string, parameters: readonly SqlValue[]): Promise<SqlResult> {
    if (this.#failure) return Promise.reject(this.#failure)
    this.#lastId += 1
    const request: WriterRequest = { id: this.#lastId, sql, parameters }
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject })
      this.#worker.postMessage(request)
    })
  }

  async close(): Promise<void> {
    if (this.#failure) return
    const exited = once(this.#worker, 'exit')
    this.#worker.postMessage('close')
    await exited
  }

  #settle(reply: WriterReply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if ('result' in reply) waiting?.resolve(reply.result)
    else waiting?.reject(new SqliteError(reply.message, reply.errcode))
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
