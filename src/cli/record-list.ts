import { OnrecordError } from '../errors.ts'
import { searchEntries } from '../newsroom/record/find-entry.ts'
import { ENTRY_TYPES, type Entry, type EntryId, type EntryStatus, type EntryType } from '../record/entry.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { entriesOfType } from '../store/record-listing.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { toldOf, wordsOf } from './entry-words.ts'
import { type Printing, tell, tellJson } from './terminal.ts'

const STATES: readonly EntryStatus[] = ['draft', 'live', 'withdrawn']

/** Types that are found by a name or a title. */
const NAMED: ReadonlySet<EntryType> = new Set<EntryType>(['place', 'actor', 'event', 'source', 'document'])

export interface ListOptions extends Printing {
  readonly type?: string
  readonly state?: string
  readonly named?: string
}

/** Lists the record, type by type; or what bears a name. */
export async function listEntries(app: Application, options: ListOptions): Promise<void> {
  const types = options.type === undefined ? ENTRY_TYPES : [typeFrom(options.type)]
  const status = options.state === undefined ? null : stateFrom(options.state)
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const listed: unknown[] = []
    for (const type of types) {
      for await (const page of pagesOf(db, type, { status, named: options.named })) {
        const told = await toldOf(db, page)
        for (const entry of page) {
          const words = wordsOf(told, entry)
          tell(options, `${entry.id}  ${entry.type.padEnd(12)}  ${entry.status.padEnd(9)}  ${words}`)
          listed.push({ id: entry.id, type: entry.type, status: entry.status, rev: entry.rev, words })
        }
      }
    }
    if (listed.length === 0)
      tell(options, 'The record has nothing of the kind. ./onrecord record --help says how to begin.')
    tellJson(options, listed)
  })
}

/** How many entries are read at a time. */
const PAGE = 200

async function* pagesOf(
  db: NewsroomDb,
  type: EntryType,
  { status, named }: { status: EntryStatus | null; named: string | undefined },
): AsyncGenerator<Entry[]> {
  if (named !== undefined) {
    const found = NAMED.has(type) ? await searchEntries(db, type, { start: named, limit: PAGE }) : []
    yield found.filter((entry) => status === null || entry.status === status)
    return
  }
  for (let after: EntryId | null = null; ; ) {
    const page: Entry[] = await entriesOfType(db, type, { status, after, limit: PAGE })
    yield page
    if (page.length < PAGE) return
    after = page.at(-1)?.id ?? null
  }
}

/** @throws OnrecordError `bad-input` */
export function typeFrom(text: string): EntryType {
  const type = ENTRY_TYPES.find((known) => known === text)
  if (type) return type
  throw new OnrecordError('bad-input', `“${text}” is no type of entry.`, {
    remedy: `One of: ${ENTRY_TYPES.join(', ')}.`,
  })
}

function stateFrom(text: string): EntryStatus {
  const state = STATES.find((known) => known === text)
  if (state) return state
  throw new OnrecordError('bad-input', `“${text}” is no state of an entry.`, {
    remedy: `One of: ${STATES.join(', ')}.`,
  })
}
