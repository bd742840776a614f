import { openGazetteer } from '../../newsroom/gazetteer.ts'
import { type PlacesFound, searchPlaces } from '../../newsroom/record/search-places.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { EntryId, EntryStatus, EntryType } from '../../record/entry.ts'
import { countEntries, entriesByRecency, idsWithin } from '../../store/record-finding.ts'
import { entriesById } from '../../store/record-log.ts'
import { idsNamed } from '../../store/record-names.ts'
import { listedEntry, toldOf } from './record-told.ts'

/** How many are offered while somebody types. */
const OFFERED = 12
const PAGE = 50

interface Sought {
  readonly type: EntryType
  readonly q: string
  readonly language: string
}

/** Entries of a type by name: the very name in any spelling first; the newest where no name is given. */
export async function searchJson(newsroom: Newsroom, { type, q, language }: Sought) {
  const places = type === 'place' && q !== '' ? await placesNamed(newsroom, q) : null
  const ids = q === '' ? await newest(newsroom, type) : await named(newsroom, type, q)
  return {
    hits: await listed(newsroom, [...new Set(ids)].slice(0, OFFERED), language),
    gazetteer: (places?.hits ?? []).flatMap((hit) =>
      hit.source === 'geonames'
        ? [
            {
              geonamesId: hit.geonamesId,
              names: hit.names.slice(0, 5),
              country: hit.country,
              lat: hit.point.lat,
              lon: hit.point.lon,
            },
          ]
        : [],
    ),
    credit: places?.credit ?? null,
  }
}

async function placesNamed(newsroom: Newsroom, text: string): Promise<PlacesFound> {
  const gazetteer = await openGazetteer()
  try {
    return await searchPlaces(newsroom, { text, limit: 6 }, gazetteer)
  } finally {
    await gazetteer?.close()
  }
}

const newest = async ({ db }: Newsroom, type: EntryType): Promise<EntryId[]> =>
  (await entriesByRecency(db, { type, status: null }, { before: null, limit: OFFERED })).map(({ id }) => id)

const named = async ({ db }: Newsroom, type: EntryType, q: string): Promise<EntryId[]> => [
  ...(await idsNamed(db, type, [q])),
  ...(await idsWithin(db, type, { text: q, limit: OFFERED })),
]

async function listed({ db }: Newsroom, ids: readonly EntryId[], language: string) {
  const entries = new Map((await entriesById(db, ids)).map((entry) => [entry.id, entry]))
  const inOrder = ids.flatMap((id) => entries.get(id) ?? [])
  const standing = inOrder.filter((entry) => !('mergedInto' in entry.content && entry.content.mergedInto !== undefined))
  const told = await toldOf(db, standing, language)
  return standing.map((entry) => listedEntry(told, entry))
}

interface Listed {
  readonly type?: EntryType | undefined
  readonly status?: EntryStatus | undefined
  readonly q: string
  readonly before?: number | undefined
  readonly language: string
}

/** Types that are found by a name or a title. */
const NAMED: readonly EntryType[] = ['event', 'actor', 'place', 'source', 'document']

/** A page of the record, what changed last first; with a name, whatever bears it. */
export async function listJson(newsroom: Newsroom, { type, status, q, before, language }: Listed) {
  const counts = await countEntries(newsroom.db)
  if (q !== '') {
    const types = type === undefined ? NAMED : NAMED.filter((one) => one === type)
    const ids: EntryId[] = []
    for (const one of types) ids.push(...(await named(newsroom, one, q)))
    const entries = await listed(newsroom, [...new Set(ids)].slice(0, PAGE), language)
    return { entries: entries.filter((entry) => status === undefined || entry.status === status), next: null, counts }
  }
  const filter = { type: type ?? null, status: status ?? null }
  const rows = await entriesByRecency(newsroom.db, filter, { before: before ?? null, limit: PAGE })
  const ids = rows.map(({ id }) => id)
  const next = rows.length < PAGE ? null : (rows.at(-1)?.number ?? null)
  return { entries: await listed(newsroom, ids, language), next, counts }
}
