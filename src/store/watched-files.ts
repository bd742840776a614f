import { portions } from '../database/portions.ts'
import type { WatchedSourceId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A file of a watched folder as it was seen last. */
export interface WatchedFile {
  readonly name: string
  readonly bytes: number
  readonly modifiedAt: Instant
  /** SHA-256 of what was read; null as long as it was only seen. */
  readonly sha256: string | null
  /** When it was first seen like this. */
  readonly notedAt: Instant
  /** Why nothing could be read from it; null when something was. */
  readonly problem: string | null
}

/** The files of a folder that are remembered, by name. */
export async function watchedFiles(db: NewsroomDb, id: WatchedSourceId): Promise<Map<string, WatchedFile>> {
  const rows = await db.selectFrom('watched_files').selectAll().where('watched_id', '=', id).execute()
  return new Map(
    rows.map((row) => [
      row.name,
      {
        name: row.name,
        bytes: row.bytes,
        modifiedAt: row.modified_at as Instant,
        sha256: row.sha256,
        notedAt: row.noted_at as Instant,
        problem: row.problem,
      },
    ]),
  )
}

/** Remembers files as they are now. */
export async function keepWatchedFiles(
  tx: NewsroomTx,
  id: WatchedSourceId,
  files: readonly WatchedFile[],
): Promise<void> {
  for (const some of portions(files)) {
    const rows = some.map(({ name, bytes, modifiedAt, sha256, notedAt, problem }) => ({
      watched_id: id,
      name,
      bytes,
      modified_at: modifiedAt,
      sha256,
      noted_at: notedAt,
      problem,
    }))
    await tx
      .insertInto('watched_files')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['watched_id', 'name']).doUpdateSet((set) => ({
          bytes: set.ref('excluded.bytes'),
          modified_at: set.ref('excluded.modified_at'),
          sha256: set.ref('excluded.sha256'),
          noted_at: set.ref('excluded.noted_at'),
          problem: set.ref('excluded.problem'),
        })),
      )
      .execute()
  }
}

/** Forgets files that are not in the folder any more. */
export async function forgetWatchedFiles(tx: NewsroomTx, id: WatchedSourceId, names: readonly string[]): Promise<void> {
  for (const some of portions(names)) {
    await tx.deleteFrom('watched_files').where('watched_id', '=', id).where('name', 'in', some).execute()
  }
}
