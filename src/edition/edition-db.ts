import type { Kysely, Transaction } from 'kysely'
import { type DatabaseAddress, type DatabaseNews, openDatabase } from '../database/open-database.ts'
import type { EditionTables } from './tables.ts'

/** The public database. */
export type EditionDb = Kysely<EditionTables>

/** What writing takes: only a transaction will do. */
export type EditionTx = Transaction<EditionTables>

/** Opens the edition for the public side: this connection cannot write, and on PostgreSQL sees no other schema. */
export const openEditionToRead = (address: DatabaseAddress, onLost?: (error: Error) => void): EditionDb =>
  openDatabase<EditionTables>(address, 'read', { onLostConnection: onLost })

/** Opens the edition for following the newsroom. */
export const openEditionToWrite = (address: DatabaseAddress, news?: DatabaseNews): EditionDb =>
  openDatabase<EditionTables>(address, 'write', news)
