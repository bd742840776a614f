import { hkdfSync } from 'node:crypto'

/** What a key is for: each has its own, so that none opens what another has closed. */
type Purpose = 'second factors' | 'recovery codes' | 'tries'

/** A key of 32 bytes from the newsroom's secret, which lies in the data folder and in no database (HKDF, RFC 5869). */
export const derivedKey = (secret: string, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `onrecord ${purpose}`, 32))
