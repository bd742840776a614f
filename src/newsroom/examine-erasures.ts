import type { DatabaseAddress } from '../database/open-database.ts'
import { textOnDisk } from '../store/text-on-disk.ts'
import type { Finding } from './finding.ts'
import type { Newsroom } from './newsroom.ts'

/** Acts after which a text must be nowhere any more, or nowhere that readers' data lies. */
const TAKING_OUT = [
  'erase-entry',
  'kill-story',
  'undo-publication',
  'withhold-versions',
  'seal-source',
  'seal-byline',
  'close-report',
  'remove-sample',
] as const

/**
 * Is what was erased or withdrawn off the disk? SQLite overwrites it in the moment; PostgreSQL leaves it in its files until
 * the tables are written anew, and in its write-ahead log until that is done with, and does neither by itself.
 */
export async function examineErasures({ db }: Newsroom, kind: DatabaseAddress['kind']): Promise<Finding[]> {
  if (kind === 'sqlite') return []
  const left = await textOnDisk(db, TAKING_OUT)
  if (left === null) return []
  const day = left.takenOutAt.slice(0, 10)
  const count = left.tables.length
  if (count === 0) {
    return [{ level: 'ok', what: `PostgreSQL has written every table anew since text was last taken out (${day}).` }]
  }
  const tables = count === 1 ? 'one table has' : `${count} tables have`
  return [
    {
      level: 'note',
      what: `Text was taken out on ${day}, and ${tables} not been written anew since: PostgreSQL may still have it in its files.`,
      remedy:
        'In a quiet hour: VACUUM (FULL, ANALYZE), then the log; see “Deleted text” in docs/operate/postgresql.md.',
    },
  ]
}
