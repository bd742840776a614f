import { type DatabaseConnection, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely'
import pg from 'pg'
import { translated } from './database-errors.ts'

/** The schema and the rights one pool of connections has. */
export interface PostgresAccess {
  readonly url: string
  readonly schema: 'newsroom' | 'edition'
  /** A read-only pool can neither write nor, with `role`, see any other schema. */
  readonly readOnly: boolean
  /** The role to work as, when the server lets us make one. */
  readonly role: string | null
  /** Told of a lost connection; the pool opens another by itself. */
  readonly onLostConnection: (error: Error) => void
}

const INT8 = 20

const CONNECTING_MS = 9_000

/** Counts and numbers fit a double: they come as numbers, not as text. */
const numbersAsNumbers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
}

/** PostgreSQL behind Kysely. */
export function postgresDialect(access: PostgresAccess): PostgresDialect {
  const settings = [`search_path=${access.schema}`, ...(access.readOnly ? ['default_transaction_read_only=on'] : [])]
  const pool = new pg.Pool({
    connectionString: access.url,
    max: 10,
    // Whoever waits for a server that is away, or for their turn, hears that it is away.
    connectionTimeoutMillis: CONNECTING_MS,
    keepAlive: true,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: numbersAsNumbers,
    onConnect: async (client: pg.ClientBase) => {
      if (access.role) await client.query(`set role ${pg.escapeIdentifier(access.role)}`)
    },
  })
  // Without listeners, a lost connection would end the process: the pool hears of idle ones only, a client of its own.
  pool.on('connect', (client) => client.on('error', access.onLostConnection))
  pool.on('error', () => undefined)
  return new TranslatingDialect({ pool })
}

/** Kysely's own dialect, whose failures come in our terms. */
class TranslatingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new TranslatingDriver(this.#config)
  }
}

class TranslatingDriver extends PostgresDriver {
  readonly #translating = new WeakSet<DatabaseConnection>()

  override async acquireConnection(
    ...options: Parameters<PostgresDriver['acquireConnection']>
  ): Promise<DatabaseConnection> {
    const connection = await inOurTerms(() => super.acquireConnection(...options))
    if (!this.#translating.has(connection)) {
      const execute = connection.executeQuery.bind(connection)
      connection.executeQuery = (query) => inOurTerms(() => execute(query))
      this.#translating.add(connection)
    }
    return connection
  }
}

async function inOurTerms<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw translated(error)
  }
}
