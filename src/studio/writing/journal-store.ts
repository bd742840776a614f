import type { AccountId, StoryId } from '../../ids.ts'

/**
 * What a row holds: `server` what the server has for certain, `sent` what was sent and not answered yet, `text` the text
 * as it stood here, `steps` what was typed after that. Whatever is not `server` is unsent.
 */
export type JournalPart = 'server' | 'sent' | 'text' | 'steps'

/** One row of the journal, sealed. What it says is known only with the account's key. */
export interface SealedRow {
  readonly account: AccountId
  readonly storyId: StoryId
  readonly part: JournalPart
  /** Steps are counted from 1; the other parts are single and have 0. */
  readonly number: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

/** A change of one story's rows that happens wholly or not at all. */
export interface JournalChange {
  readonly account: AccountId
  readonly storyId: StoryId
  readonly put: readonly SealedRow[]
  readonly remove: readonly Exclude<JournalPart, 'steps'>[]
  /** Steps up to this number are part of what is put, and go. */
  readonly stepsUpTo: number
}

/** Where a device keeps its journal. A change that was answered is on the disk. */
export interface JournalStore {
  /** The key of an account on this device, which cannot be read out of it; made when first wanted. */
  keyOf(account: AccountId): Promise<CryptoKey>
  /** A story's rows, steps in their order. */
  rowsOf(account: AccountId, storyId: StoryId): Promise<SealedRow[]>
  /** Everything an account has here, row by row, without what the rows hold. */
  placesOf(account: AccountId): Promise<Pick<SealedRow, 'storyId' | 'part'>[]>
  apply(change: JournalChange): Promise<void>
  /** Every account that has a key here. */
  accounts(): Promise<AccountId[]>
  /** The key first, so that whatever is interrupted leaves nothing that could be read. */
  destroy(account: AccountId): Promise<void>
}

const KEY: AesKeyGenParams = { name: 'AES-GCM', length: 256 }

/** A key that can be used here and taken nowhere. */
export const makeJournalKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(KEY, false, ['encrypt', 'decrypt'])

/** The order of a story's rows, and the place of each. */
export const placeOf = (row: Pick<SealedRow, 'account' | 'storyId' | 'part' | 'number'>) =>
  [row.account, row.storyId, row.part, row.number] as const

/** A journal that lasts as long as the page: the reference for the lasting one. */
export function journalInMemory(): JournalStore {
  const keys = new Map<AccountId, CryptoKey>()
  let rows: SealedRow[] = []
  const without = (gone: (row: SealedRow) => boolean) => rows.filter((row) => !gone(row))
  return {
    keyOf: async (account) => {
      const key = keys.get(account) ?? (await makeJournalKey())
      keys.set(account, key)
      return key
    },
    rowsOf: async (account, storyId) =>
      rows
        .filter((row) => row.account === account && row.storyId === storyId)
        .toSorted((one, other) => one.number - other.number),
    placesOf: async (account) => rows.filter((row) => row.account === account),
    apply: async ({ account, storyId, put, remove, stepsUpTo }) => {
      const gone = (row: SealedRow) =>
        row.account === account &&
        row.storyId === storyId &&
        (row.part === 'steps' ? row.number <= stepsUpTo : remove.includes(row.part))
      const places = new Set(put.map((row) => placeOf(row).join('/')))
      rows = [...without((row) => gone(row) || places.has(placeOf(row).join('/'))), ...put]
    },
    accounts: async () => [...keys.keys()],
    destroy: async (account) => {
      keys.delete(account)
      rows = without((row) => row.account === account)
    },
  }
}
