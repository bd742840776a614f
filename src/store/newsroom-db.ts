import type { Kysely, Transaction } from 'kysely'
import { type DatabaseAddress, type DatabaseNews, openDatabase } from '../database/open-database.ts'
import type { NewsroomTables } from './tables.ts'

/** The private database, for reading and for starting a transaction. */
export type NewsroomDb = Kysely<NewsroomTables>

/** What writing queries take: only a transaction will do, so that nothing is half-written. */
export type NewsroomTx = Transaction<NewsroomTables>

/** Opens the newsroom database; always with a write connection, since only staff's side comes here. */
export const openNewsroom = (address: DatabaseAddress, news?: DatabaseNews): NewsroomDb =>
  openDatabase<NewsroomTables>(address, 'write', news)

/**
 * Runs work in one transaction: all of it is kept, or none; and one at a time, whichever process it runs in.
 *
 * SQLite lets one writer in by itself. On PostgreSQL a row that every transaction changes is the door: otherwise two
 * verbs could read the same story, and the one that writes last undo what the other did, a hold for example.
 */
export const inTransaction = <Result>(db: NewsroomDb, work: (tx: NewsroomTx) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (tx) => {
    await tx
      .updateTable('counters')
      .set((set) => ({ value: set.ref('value') }))
      .where('name', '=', 'audit')
      .execute()
    return work(tx)
  })
