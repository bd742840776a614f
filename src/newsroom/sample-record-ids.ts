import type { EntryId } from '../record/entry.ts'

/** Where a story's document names entries of the record. */
const NAMING: ReadonlySet<string> = new Set(['claimId', 'eventId', 'eventIds'])

/** A document of the sample edition with ids where its file has keys; a key that nobody has stays, and is refused. */
export function withRecordIds(json: unknown, ids: ReadonlyMap<string, EntryId>): unknown {
  if (Array.isArray(json)) return json.map((member: unknown) => withRecordIds(member, ids))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([name, value]: [string, unknown]) => [
      name,
      NAMING.has(name) ? idsFor(value, ids) : withRecordIds(value, ids),
    ]),
  )
}

function idsFor(value: unknown, ids: ReadonlyMap<string, EntryId>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => idsFor(one, ids))
  return typeof value === 'string' ? (ids.get(value) ?? value) : value
}
