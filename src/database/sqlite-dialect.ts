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
import { translated } from './database-errors.ts'
import { SqliteFile, type SqlResult, type SqlValue } from './sqlite-file.ts'
import { SqliteWriter } from './sqlite-writer.ts'

/** Where statements go: a thread of their own for writing, this thread for reading. */
interface Statements {
  run(sql: string, parameters: readonly SqlValue[]): SqlResult | Promise<SqlResult>
  close(): void | Promise<void>
}

/** SQLite behind Kysely: one connection, handed to one caller at a time. */
export class SqliteDialect implements Dialect {
  readonly #open: () => Promise<Statements>

  constructor(file: string, options: { readonly readOnly: boolean }) {
    this.#open = async () =>
      options.readOnly ? new SqliteFile(file, { readOnly: true }) : await SqliteWriter.open(file)
  }

  createDriver = (): Driver => new SqliteDriver(this.#open)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new SqliteAdapter()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}

class SqliteDriver implements Driver {
  readonly #open: () => Promise<Statements>
  #connection: SqliteConnection | undefined
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(open: () => Promise<Statements>) {
    this.#open = open
  }

  async init(): Promise<void> {
    try {
      this.#connection = new SqliteConnection(await this.#open())
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
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'))
    } catch (error) {
      // A full disk makes SQLite roll back by itself; then the failure that did it is what the caller must hear of.
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error
    }
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  async destroy(): Promise<void> {
    await this.#connection?.close()
    this.#connection = undefined
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #statements: Statements

  constructor(statements: Statements) {
    this.#statements = statements
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const { rows, changes } = await this.#statements.run(sql, parameters as readonly SqlValue[])
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
    } catch (error) {
      throw translated(error)
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read by keyset pages, not by a stream.')
  }

  close = () => this.#statements.close()
}
