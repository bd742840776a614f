import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Encoding } from '../../press/kept-page.ts'
import { preferredEncoding } from '../accept-encoding.ts'

/** A file of the studio, in the encoding that the browser likes best of those the build has made. */
export interface StudioFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encoding: Encoding
  /** Weak: the same for every encoding. */
  readonly etag: string
}

const ENDINGS = { br: '.br', gzip: '.gz' } as const

/**
 * Reads a file of the studio, or what the build has packed of it (`NAME.br`, `NAME.gz`).
 *
 * @param accepted the request's `Accept-Encoding`
 * @returns undefined where there is no such file
 */
export async function studioFile(path: string, accepted: string | undefined): Promise<StudioFile | undefined> {
  const plain = await read(path)
  if (!plain) return undefined
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const encoding = preferredEncoding(accepted)
  const packed = encoding === 'identity' ? undefined : await read(path + ENDINGS[encoding])
  return packed ? { bytes: packed, encoding, etag } : { bytes: plain, encoding: 'identity', etag }
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    return undefined
  }
}
