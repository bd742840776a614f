import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { migrate } from '../../database/migrate.ts'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { inSnapshot } from '../../database/snapshot.ts'
import { editionNumber } from '../../edition/changes.ts'
import { type EditionDb, openEditionToWrite } from '../../edition/edition-db.ts'
import { OnrecordError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { rebuildEdition } from '../../newsroom/rebuild-edition.ts'
import { sumOfTable } from '../../store/copy-tables.ts'
import { endMoving, movingNotes } from '../../store/moving-notes.ts'
import { type NewsroomDb, openNewsroom } from '../../store/newsroom-db.ts'
import { tableShapes } from '../../store/table-shapes.ts'
import type { NewsroomTables } from '../../store/tables.ts'
import { allUpkeep, noteUpkeep } from '../../store/upkeep.ts'
import { differingInEdition } from './compare-editions.ts'
import { type CopiedTables, copyInto, markOf } from './copy-newsroom.ts'
import { isSame } from './copy-table.ts'

/** Where the two databases of a newsroom are. */
export interface Addresses {
  readonly newsroom: DatabaseAddress
  readonly edition: DatabaseAddress
}

/** What a move is doing: rows are copied, read once more where they came from, then readers' edition is made of them. */
export type MovingStage = 'rows' | 'checking' | 'edition'

export interface MoveRequest {
  readonly from: Addresses
  readonly to: Addresses
  /** The folder of both schemas' steps. */
  readonly migrations: string
  readonly signal?: AbortSignal
  /** Told how many rows, tables or stories are done, and of how many where that is known. */
  readonly onProgress?: (stage: MovingStage, done: number, of: number | null) => void
}

/** What came of it. */
export interface Moved {
  /** Already: all of it had been moved there before, and nothing has changed since. */
  readonly kind: 'moved' | 'already'
  readonly tables: number
  readonly rows: number
}

/**
 * Carries a whole newsroom into an empty database of the other kind, way in and secrets included, since it stays the same
 * installation; reads all of it back, and makes the edition there. What it is carried from stays as it is, and so do the
 * settings. Stopped or killed at any point, it goes on when it is run again.
 *
 * @param newsroom as it is open where it comes from
 * @throws OnrecordError `refused` for a target that holds something else, or when somebody wrote meanwhile; `damaged`
 *   when what is read back is not what was written; `storage-full`, `database-unavailable`
 */
export async function moveNewsroom(newsroom: Newsroom, request: MoveRequest): Promise<Moved> {
  const { from, to } = request
  if (sameDatabase(from.newsroom, to.newsroom)) throw whereItIs()
  if (to.newsroom.kind === 'sqlite') await mkdir(dirname(to.newsroom.file), { recursive: true, mode: 0o700 })
  const db = openNewsroom(to.newsroom)
  const edition = openEditionToWrite(to.edition)
  try {
    await migrateTarget({ db, edition }, request, newsroom.now())
    return (
      (await movedBefore(newsroom.db, { db, from: from.newsroom })) ?? (await move(newsroom, { db, edition }, request))
    )
  } finally {
    await db.destroy()
    await edition.destroy()
  }
}

interface Target {
  readonly db: NewsroomDb
  readonly edition: EditionDb
}

async function migrateTarget({ db, edition }: Target, { to, migrations }: MoveRequest, now: string): Promise<void> {
  const { kind } = to.newsroom
  await migrate(db, { kind, folder: join(migrations, 'newsroom'), now, mayBeMoving: true })
  await migrate(edition, { kind, folder: join(migrations, 'edition'), now })
  // Readers may have an edition without its newsroom in the same place: it is not ours to overwrite.
  if ((await movingNotes(db)) === null && (await markOf(db)) === NEW && (await editionNumber(edition)) > 0) {
    throw new OnrecordError('refused', 'The edition of another newsroom is in the database to move into.', {
      remedy: 'Name an empty database.',
    })
  }
}

const NEW = 'no audit'

/** @throws OnrecordError `refused` when this newsroom is there already, and one of the two has gone on since */
async function movedBefore(
  source: NewsroomDb,
  { db, from }: { readonly db: NewsroomDb; readonly from: DatabaseAddress },
): Promise<Moved | null> {
  const mark = await markOf(source)
  if ((await movingNotes(db)) !== null || mark === NEW || (await markOf(db)) !== mark) return null
  const move = (await allUpkeep(db)).find(({ kind }) => kind === 'move')
  const sums = await sumsOf(from)
  if (move?.detail['state'] === stateOf(sums)) return { kind: 'already', ...countsOf(sums) }
  const on = move?.doneAt ? ` since ${move.doneAt.slice(0, 10)}` : ''
  throw new OnrecordError('refused', `This newsroom is in that database${on}, and the two are not the same any more.`, {
    remedy: 'Work with the one you moved into; to move once more, make that database empty first.',
  })
}

async function move(newsroom: Newsroom, { db, edition }: Target, request: MoveRequest): Promise<Moved> {
  const { from, to, signal, onProgress = () => undefined } = request
  const copied = await copyInto(
    db,
    { from: from.newsroom, kind: to.newsroom.kind },
    { ...(signal ? { signal } : {}), onProgress: (rows, of) => onProgress('rows', rows, of) },
  )
  assertStill(copied, await sumsOf(from.newsroom, (tables) => onProgress('checking', tables, copied.size)))
  const there: Newsroom = { ...newsroom, db, edition, pings: null, onFollowed: nobody, forget: nobody }
  await rebuildEdition(there, (stories) => onProgress('edition', stories, null))
  signal?.throwIfAborted()
  const differing = await differingInEdition(
    { db: newsroom.edition, kind: from.edition.kind },
    { db: edition, kind: to.edition.kind },
  )
  if (differing.length > 0) throw editionsDiffer(differing)
  const detail = { from: from.newsroom.kind, to: to.newsroom.kind, ...countsOf(copied), state: stateOf(copied) }
  await noteUpkeep(db, { kind: 'move', at: newsroom.now(), isDone: true, detail })
  await endMoving(db)
  return { kind: 'moved', ...countsOf(copied) }
}

const nobody = async (): Promise<void> => undefined

/** What every table holds now. */
const sumsOf = (address: DatabaseAddress, onTable: (tables: number) => void = () => undefined): Promise<CopiedTables> =>
  inSnapshot<NewsroomTables, CopiedTables>(address, async (db) => {
    const sums = new Map()
    for (const table of await tableShapes(db, address.kind)) {
      sums.set(table.name, await sumOfTable(db, table))
      onTable(sums.size)
    }
    return sums
  })

/** @throws OnrecordError `refused` when somebody wrote into the source after it was read */
function assertStill(copied: CopiedTables, now: CopiedTables): void {
  const moved = [...now].filter(([name, sum]) => {
    const then = copied.get(name)
    return then === undefined || !isSame(then, sum)
  })
  if (moved.length === 0) return
  const tables = moved.map(([name]) => name).join(', ')
  throw new OnrecordError('refused', `Somebody went on working while the newsroom was moved (${tables}).`, {
    remedy: 'Stop the server and every import, then run the same command again: it copies only what differs.',
  })
}

const stateOf = (sums: CopiedTables): string =>
  createHash('sha256')
    .update(JSON.stringify([...sums].toSorted(([one], [other]) => (one < other ? -1 : 1))))
    .digest('hex')

const countsOf = (sums: CopiedTables): Pick<Moved, 'tables' | 'rows'> => ({
  tables: sums.size,
  rows: [...sums.values()].reduce((all, { rows }) => all + rows, 0),
})

const sameDatabase = (one: DatabaseAddress, other: DatabaseAddress): boolean =>
  one.kind === 'sqlite'
    ? other.kind === 'sqlite' && one.file === other.file
    : other.kind === 'postgres' && one.url === other.url

const whereItIs = () =>
  new OnrecordError('bad-input', 'That is where the newsroom is already.', { remedy: 'Name another database.' })

const editionsDiffer = (tables: readonly string[]) =>
  new OnrecordError('damaged', `Readers would not have the same there, in ${tables.join(', ')}.`, {
    remedy: 'Make readers’ side anew with `./onrecord edition rebuild`, then run the same command again.',
  })
