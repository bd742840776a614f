import { PostgresDialect } from 'kysely'
import pg from 'pg'

/** The schema and the rights one pool of connections has. */
export interface PostgresAccess {
  readonly url: string
  readonly schema: 'newsroom' | 'edition'
  /** A read-only pool can neither write nor, with `role`, see any other schema. */
  readonly readOnly: boolean
  /** The role to work as, when the server lets us make one. */
  readonly role: string | null
  /** Told of a lost idle connection; the pool opens another by itself. */
  readonly onLostConnection: (error: Error) => void
}

const INT8 = 20

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
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: numbersAsNumbers,
    onConnect: async (client: pg.ClientBase) => {
      if (access.role) await client.query(`set role ${pg.escapeIdentifier(access.role)}`)
    },
  })
  // Without a listener, a connection lost while idle would end the process.
  pool.on('error', access.onLostConnection)
  return new PostgresDialect({ pool })
}
