import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { errcodeOf, translated } from './database-errors.ts'
import { DiskTrust } from './disk-trust.ts'
import { BEGIN, SqliteFile, type SqlResult, type SqlValue } from './sqlite-file.ts'
import { SqliteWriter } from './sqlite-writer.ts'

/** Where statements go: a thread of their own for writing, this thread for reading. */
interface Statements {
  run(sql: string, parameters: readonly SqlValue[]): SqlResult | Promise<SqlResult>
  close(): void | Promise<void>
}

/** SQLite behind Kysely: one connection, handed to one caller at a time. */
export class SqliteDialect implements Dialect {
  readonly #open: () => Promise<Statements>
  readonly #onUntrusted: (error: Error) => void

  /** @param options.onUntrusted told once, when nobody can know any more whether what is written is on the disk */
  constructor(file: string, options: { readonly readOnly: boolean; readonly onUntrusted?: (error: Error) => void }) {
    this.#onUntrusted = options.onUntrusted ?? (() => undefined)
    this.#open = async () =>
      options.readOnly ? new SqliteFile(file, { readOnly: true }) : await SqliteWriter.open(file)
  }

  createDriver = (): Driver => new SqliteDriver(this.#open, new DiskTrust(this.#onUntrusted))
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new SqliteAdapter()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}

class SqliteDriver implements Driver {
  readonly #open: () => Promise<Statements>
  readonly #trust: DiskTrust
  #connection: SqliteConnection | undefined
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(open: () => Promise<Statements>, trust: DiskTrust) {
    this.#open = open
    this.#trust = trust
  }

  async init(): Promise<void> {
    try {
      this.#connection = new SqliteConnection(await this.#open(), this.#trust)
    } catch (error) {
      throw translated(error)
    }
  }

  /** Waits for its turn: a transaction holds the connection until it ends. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    const turn = Promise.withResolvers<void>()
    this.#free = turn.promise
    await before
    this.#release = turn.resolve
    if (!this.#connection) throw new Error('The database is not open.')
    return this.#connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(BEGIN))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
    this.#trust.kept()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'))
    } catch (error) {
      // A full disk makes SQLite roll back by itself; then the failure that did it is what the caller must hear of.
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) {
        this.#trust.rollbackFailed(error)
        throw error
      }
    }
  }

  async releaseConnection(): Promise<void> {
    await this.#connection?.lookAfterFailure()
    this.#release()
  }

  async destroy(): Promise<void> {
    await this.#connection?.close()
    this.#connection = undefined
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #statements: Statements
  readonly #trust: DiskTrust

  constructor(statements: Statements, trust: DiskTrust) {
    this.#statements = statements
    this.#trust = trust
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    this.#trust.assert()
    try {
      const { rows, changes } = await this.#statements.run(sql, parameters as readonly SqlValue[])
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
    } catch (error) {
      this.#trust.failed(errcodeOf(error), error)
      throw translated(error)
    }
  }

  lookAfterFailure = () => this.#trust.check(this.#statements)

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read by keyset pages, not by a stream.')
  }

  close = () => this.#statements.close()
}
