import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A captured file: kept once for its content, never overwritten. */
export interface CaptureFile {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly at: Instant
}

/** Keeps a file; one with the same content that is kept already stays as it is. */
export async function keepCaptureFile(tx: NewsroomTx, { sha256, mediaType, bytes, at }: CaptureFile): Promise<void> {
  await tx
    .insertInto('capture_files')
    .values({ sha256, media_type: mediaType, bytes: bytes.length, content: bytes, at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** A captured file by its hash; undefined when there is none, or when it was erased. */
export async function captureFile(db: NewsroomDb, sha256: string): Promise<CaptureFile | undefined> {
  const row = await db.selectFrom('capture_files').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  return row && { sha256, mediaType: row.media_type, bytes: row.content, at: row.at as Instant }
}
