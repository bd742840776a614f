import { OnrecordError } from '../errors.ts'

// Result codes: https://www.sqlite.org/rescode.html (read November 2026).
const SQLITE = { busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notDatabase: 26 }
const SQLITE_UNIQUE = new Set([2067, 1555])

// SQLSTATE: https://www.postgresql.org/docs/18/errcodes-appendix.html
const POSTGRES_UNIQUE = '23505'
const POSTGRES_FULL = '53100'

const OPERATORS_REMEDY = 'Run `./onrecord doctor` to see what is wrong with the database.'

/** Did a row with this key exist already? */
export const isUniqueViolation = (error: unknown): boolean =>
  SQLITE_UNIQUE.has(errcodeOf(error) ?? 0) || stateOf(error) === POSTGRES_UNIQUE

/** A failure of the database in our own terms where a caller can act on it; anything else as it came. */
export function translated(error: unknown): unknown {
  return sqliteFailure(error) ?? postgresFailure(error) ?? error
}

function sqliteFailure(error: unknown): OnrecordError | undefined {
  const errcode = errcodeOf(error)
  if (errcode === undefined) return undefined
  switch (errcode & 255) {
    case SQLITE.full:
      return full(error)
    case SQLITE.ioError:
      return errcode === 778 || errcode === 4874
        ? full(error)
        : unavailable('The database file cannot be read or written', error)
    case SQLITE.busy:
    case SQLITE.locked:
      return unavailable('The database is busy with another writer', error)
    case SQLITE.readOnly:
      return unavailable('The database file is read-only', error)
    case SQLITE.cannotOpen:
      return unavailable('The database file cannot be opened', error)
    case SQLITE.corrupt:
    case SQLITE.notDatabase:
      return unavailable('The database file is damaged', error)
    default:
      return undefined
  }
}

function postgresFailure(error: unknown): OnrecordError | undefined {
  const state = stateOf(error)
  if (state === POSTGRES_FULL) return full(error)
  // Class 08 is a lost connection, 57P a server going down, 53 a server out of resources, 28 and 3D a refused log-in.
  const isAway = /^(08|57P|53|28|3D)/.test(state ?? '') || /^E(CONN|PIPE)/.test(state ?? '') || isLostConnection(error)
  return isAway ? unavailable('PostgreSQL does not answer as configured', error) : undefined
}

/** What the system says of the network or a name has a `syscall`; what pg says of a connection that broke, only words. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  ('syscall' in error ||
    /^(Connection terminated|Client has encountered a connection error|timeout e(?:xceeded|xpired))/i.test(
      error.message,
    ))

const full = (cause: unknown) =>
  new OnrecordError('storage-full', 'The disk is full, so nothing was saved.', {
    remedy: 'Free some space on the disk that holds the data folder, then try again.',
    cause,
  })

const unavailable = (what: string, cause: unknown) =>
  new OnrecordError('database-unavailable', `${what}.`, { remedy: OPERATORS_REMEDY, cause })

/** SQLite's extended result code, where the error is SQLite's. */
export const errcodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined

const stateOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
