import { placeOf, type SealedRow } from './journal-store.ts'

/** Where a row belongs. It is sealed with the row, so that no row passes for one of another story. */
export type RowPlace = Pick<SealedRow, 'account' | 'storyId' | 'part' | 'number'>

const AES = 'AES-GCM'
/** 96 bits, as NIST SP 800-38D advises, fresh for every row. */
const IV_BYTES = 12

const bound = (place: RowPlace): Uint8Array<ArrayBuffer> => new TextEncoder().encode(placeOf(place).join('/'))

/** Seals what a row holds. */
export async function sealRow(key: CryptoKey, place: RowPlace, held: unknown): Promise<SealedRow> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const plain = new TextEncoder().encode(JSON.stringify(held))
  const sealed = await crypto.subtle.encrypt({ name: AES, iv, additionalData: bound(place) }, key, plain)
  return { ...place, iv, sealed }
}

/** What a row holds; undefined where the key does not open it, or it was moved or changed. */
export async function openRow(key: CryptoKey, row: SealedRow): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt({ name: AES, iv: row.iv, additionalData: bound(row) }, key, row.sealed)
    return JSON.parse(new TextDecoder().decode(plain)) as unknown
  } catch {
    return undefined
  }
}
