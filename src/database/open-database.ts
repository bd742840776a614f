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
  news: DatabaseNews = {},
): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: dialectFor(address, access, news) })
}

/** What whoever opened a database is told of it, whoever is using it then. */
export interface DatabaseNews {
  /** PostgreSQL: a connection that nobody was using broke; the next is another one. */
  readonly onLostConnection?: ((error: Error) => void) | undefined
  /**
   * SQLite: the disk may not have kept what was written, so nothing more can be acknowledged. Told once; every statement
   * fails from then on. PostgreSQL stops by itself in such a case, and recovers.
   */
  readonly onUntrusted?: ((error: Error) => void) | undefined
}

function dialectFor(address: DatabaseAddress, access: Access, news: DatabaseNews): Dialect {
  const { onLostConnection = () => undefined, onUntrusted = () => undefined } = news
  const readOnly = access === 'read'
  if (address.kind === 'sqlite') return new SqliteDialect(address.file, { readOnly, onUntrusted })
  const { url, schema, readerRole } = address
  return postgresDialect({ url, schema, readOnly, role: readOnly ? readerRole : null, onLostConnection })
}
