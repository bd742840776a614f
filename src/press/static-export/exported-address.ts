import { createHash } from 'node:crypto'
import type { Tag } from '../../edition/tags.ts'

/** What an export knows of one address that it has written. */
export interface ExportedAddress {
  readonly path: string
  readonly status: 200 | 301 | 308 | 410
  /** Below the folder of the export; null where no file may have the address's name, and only lists tell of it. */
  readonly file: string | null
  /** Of the text before compression. */
  readonly hash: string
  /** What it shows: a change that touches one of these makes it anew. */
  readonly tags: readonly Tag[]
  /** When it stops being true by itself, in milliseconds of the epoch. */
  readonly staleAtMs: number | null
  /** Files under `/media/` that it shows or names. */
  readonly media: readonly string[]
  /** Its content policy. */
  readonly policy: string
  /** Where a former address leads. */
  readonly location: string | null
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
