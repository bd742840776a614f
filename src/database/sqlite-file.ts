import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** What a statement may carry: our tables hold text, numbers, nulls and captured files; booleans are 0 and 1. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** What a statement gave back. */
export interface SqlResult {
  readonly rows: Record<string, unknown>[]
  readonly changes: number
}

/**
 * The pragmas of every connection, and the value each must report.
 *
 * FULL makes a commit survive a power cut; `secure_delete` overwrites what was deleted;
 * `trusted_schema` off keeps a tampered file from calling functions. Asserted on opening, since a reopened
 * WAL database silently runs with a weaker `synchronous` in some drivers.
 */
export const CONNECTION_PRAGMAS: Readonly<Record<string, string | number>> = {
  busy_timeout: 10_000,
  foreign_keys: 1,
  journal_mode: 'wal',
  secure_delete: 1,
  synchronous: 2,
  trusted_schema: 0,
}

/**
 * How much of the file a connection that writes keeps in memory, in KiB. Ids are random, so every batch of an import
 * touches pages all over the file; SQLite's own 2 MB are soon too few, and an import may not take more than 300 MB in all.
 */
const WRITER_CACHE_KIB = 8_000

/** Begins a transaction that means to write: its turn is waited for here, and not in the middle of it. */
export const BEGIN = 'begin immediate'

interface Prepared {
  readonly statement: StatementSync
  readonly givesRows: boolean
}

/** How many prepared statements one connection keeps. Our queries are a few dozen shapes. */
const MAX_STATEMENTS = 500

/** One open SQLite file: statements are prepared once and kept. Everything here is synchronous. */
export class SqliteFile {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, Prepared>()

  /** @throws Error when the file cannot be opened or a pragma does not take */
  constructor(file: string, options: { readonly readOnly: boolean }) {
    this.#database = new DatabaseSync(file, { readOnly: options.readOnly })
    try {
      applyPragmas(this.#database, options.readOnly, file === ':memory:')
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  /** Runs one statement. */
  run(sql: string, parameters: readonly SqlValue[]): SqlResult {
    if (sql === BEGIN) return this.#begin()
    const { statement, givesRows } = this.#prepared(sql)
    if (givesRows) {
      const rows = statement.all(...parameters)
      return { rows, changes: rows.length }
    }
    return { rows: [], changes: Number(statement.run(...parameters).changes) }
  }

  /**
   * Waits for its turn to write as long as `busy_timeout` says, and looks often. SQLite itself looks ten times a second in the
   * end: beside another process that writes one transaction after the other (an import) it would find the file locked for
   * all of those ten seconds.
   */
  #begin(): SqlResult {
    const patienceMs = Number(Object.values(this.#database.prepare('pragma busy_timeout').get() ?? {})[0])
    this.#database.exec('pragma busy_timeout = 0')
    try {
      patiently(() => this.#database.exec(BEGIN), { patienceMs, pauseMs: 1 })
    } finally {
      this.#database.exec(`pragma busy_timeout = ${patienceMs}`)
    }
    return { rows: [], changes: 0 }
  }

  /** Has a transaction been begun, and not ended? */
  get isInTransaction(): boolean {
    return this.#database.isTransaction
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepared(sql: string): Prepared {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const made = { statement, givesRows: statement.columns().length > 0 }
    if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear()
    this.#statements.set(sql, made)
    return made
  }
}

function applyPragmas(database: DatabaseSync, readOnly: boolean, inMemory: boolean): void {
  for (const [name, value] of Object.entries(CONNECTION_PRAGMAS)) {
    if (name === 'journal_mode' && (readOnly || inMemory)) continue
    patiently(() => database.exec(`pragma ${name} = ${value}`), { patienceMs: 10_000, pauseMs: 20 })
    const reported = Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]
    if (reported !== value) throw new Error(`SQLite pragma ${name} is ${String(reported)} instead of ${value}`)
  }
  if (!readOnly) database.exec(`pragma cache_size = -${WRITER_CACHE_KIB}`)
}

const BUSY = 5

/**
 * Two processes that start together both turn a new file to WAL, and SQLite does not wait for that lock by itself.
 * Waiting here blocks the thread: that of a writer, which has nothing else to do yet.
 */
function patiently(work: () => void, { patienceMs, pauseMs }: { patienceMs: number; pauseMs: number }): void {
  const began = performance.now()
  for (;;) {
    try {
      work()
      return
    } catch (error) {
      const isBusy = error instanceof Error && 'errcode' in error && error.errcode === BUSY
      if (!isBusy || performance.now() - began >= patienceMs) throw error
      Atomics.wait(PAUSE, 0, 0, pauseMs)
    }
  }
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4))
