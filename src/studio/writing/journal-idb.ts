import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { AccountId } from '../../ids.ts'
import { type JournalStore, makeJournalKey, type SealedRow } from './journal-store.ts'

interface JournalSchema extends DBSchema {
  keys: { key: string; value: CryptoKey }
  rows: { key: [string, string, string, number]; value: SealedRow }
}

const NAME = 'onrecord-journal'

/** On the disk before it is answered: a crash of the whole device loses nothing that was answered. */
const STRICT: IDBTransactionOptions = { durability: 'strict' }

let opened: Promise<IDBPDatabase<JournalSchema>> | null = null

/** The device's database. One that closed under us (the browser may) is opened again. */
function database(): Promise<IDBPDatabase<JournalSchema>> {
  const forget = () => {
    opened = null
  }
  opened ??= openDB<JournalSchema>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore('keys')
      db.createObjectStore('rows', { keyPath: ['account', 'storyId', 'part', 'number'] })
    },
    // Somebody deletes it, here or in another tab: nothing holds it against them.
    blocking: (_current, _wanted, event) => {
      forget()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget()
    throw error
  })
  return opened
}

/** Accounts of which this page keeps nothing any more. */
const closed = new Set<AccountId>()

/** Lets this page write nothing more for an account, before its journal is destroyed under an open story. */
export const closeJournal = (account: AccountId): void => void closed.add(account)

function assertOpen(account: AccountId): void {
  if (closed.has(account)) throw new Error('The journal of this account is closed.')
}

const everythingUnder = (...prefix: readonly string[]) => IDBKeyRange.bound([...prefix], [...prefix, []])

/** The journal on the device's disk. Throws what IndexedDB throws: none in some private windows, no room. */
export const journalOnDisk: JournalStore = {
  keyOf: async (account) => {
    assertOpen(account)
    const db = await database()
    const known = await db.get('keys', account)
    if (known) return known
    const made = await makeJournalKey()
    const tx = db.transaction('keys', 'readwrite', STRICT)
    // Another tab may have made one in between: the first stays.
    const first = await tx.store.get(account)
    if (!first) await tx.store.put(made, account)
    await tx.done
    return first ?? made
  },
  rowsOf: async (account, storyId) => (await database()).getAll('rows', everythingUnder(account, storyId)),
  placesOf: async (account) => {
    const keys = await (await database()).getAllKeys('rows', everythingUnder(account))
    return keys.map(([, storyId, part]) => ({ storyId, part }) as Pick<SealedRow, 'storyId' | 'part'>)
  },
  apply: async ({ account, storyId, put, remove, stepsUpTo }) => {
    const db = await database()
    assertOpen(account)
    const tx = db.transaction('rows', 'readwrite', STRICT)
    const steps = IDBKeyRange.bound([account, storyId, 'steps', 0], [account, storyId, 'steps', stepsUpTo])
    await Promise.all([
      ...(stepsUpTo > 0 ? [tx.store.delete(steps)] : []),
      ...remove.map((part) => tx.store.delete([account, storyId, part, 0])),
      ...put.map((row) => tx.store.put(row)),
      tx.done,
    ])
  },
  accounts: async () => (await (await database()).getAllKeys('keys')) as AccountId[],
  destroy: async (account) => {
    const db = await database()
    const keys = db.transaction('keys', 'readwrite', STRICT)
    await Promise.all([keys.store.delete(account), keys.done])
    const rows = db.transaction('rows', 'readwrite', STRICT)
    await Promise.all([rows.store.delete(everythingUnder(account)), rows.done])
  },
}
