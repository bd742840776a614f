import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../../src/database/migrate.ts'
import { type EditionDb, openEditionToRead, openEditionToWrite } from '../../src/edition/edition-db.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { openNewsroom } from '../../src/store/newsroom-db.ts'
import { instantOf } from '../../src/time.ts'

/** One thing that the writer was told is done. */
export interface Acknowledged {
  readonly deed: 'published' | 'moved' | 'corrected' | 'killed'
  readonly id: string
  readonly path: string | null
  /** The headline, the note or the notice, as readers must have it. */
  readonly words: string
  readonly isLive: boolean
  /** The number of the newest change when it was acknowledged. */
  readonly number: number
}

export interface House {
  readonly newsroom: Newsroom
  readonly reader: EditionDb
  readonly close: () => Promise<void>
}

const now = () => instantOf(new Date())

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Opens a newsroom on SQLite as the server does on starting: schemas first, then what the edition has missed. */
export async function openHouse(
  folder: string,
  randomBytes: Newsroom['randomBytes'],
  editionName = 'edition.db',
): Promise<House> {
  const file = join(folder, editionName)
  const db = openNewsroom({ kind: 'sqlite', file: join(folder, 'newsroom.db') })
  const edition = openEditionToWrite({ kind: 'sqlite', file })
  await migrate(db, { kind: 'sqlite', folder: join(MIGRATIONS, 'newsroom'), now: now() })
  await migrate(edition, { kind: 'sqlite', folder: join(MIGRATIONS, 'edition'), now: now() })
  const newsroom: Newsroom = {
    db,
    edition,
    now,
    randomBytes,
    auditKey: 'a key for tests that is long enough',
    actor: { name: 'writer', via: 'server' },
    onFollowed: async () => undefined,
    forget: async () => undefined,
    onLagging: (error) => {
      throw error
    },
  }
  await setUpUntitled(newsroom, 'Africa/Bamako')
  await followChanges(newsroom)
  const reader = openEditionToRead({ kind: 'sqlite', file })
  const close = async () => {
    for (const open of [db, edition, reader]) await open.destroy()
  }
  return { newsroom, reader, close }
}
