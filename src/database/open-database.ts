import { type Dialect, Kysely } from 'kysely'
import { postgresDialect } from './postgres-dialect.ts'
import { SqliteDialect } from './sqlite-dialect.ts'

/** Where one of the two databases lives: a file, or a schema on a PostgreSQL server. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'postgres'
      readonly url: string
      readonly schema: 'newsroom' | 'edition'
      /** The role that read-only connections take on; null where the server does not let us make one. */
      readonly readerRole: string | null
    }

export type Access = 'read' | 'write'

/**
 * Opens a database. Nothing is created but an empty SQLite file when opened for writing.
 *
 * Reading from SQLite happens in the calling thread (microseconds, no lock waited for);
 * writing happens in a thread of its own.
 */
export function openDatabase<Tables>(
  address: DatabaseAddress,
  access: Access,
  onLostConnection: (error: Error) => void = () => undefined,
): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: dialectFor(address, access, onLostConnection) })
}

function dialectFor(address: DatabaseAddress, access: Access, onLostConnection: (error: Error) => void): Dialect {
  const readOnly = access === 'read'
  if (address.kind === 'sqlite') return new SqliteDialect(address.file, { readOnly })
  const { url, schema, readerRole } = address
  return postgresDialect({ url, schema, readOnly, role: readOnly ? readerRole : null, onLostConnection })
}
