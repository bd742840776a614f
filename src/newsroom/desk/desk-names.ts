import type { KnownName } from '../../desk/desk-text.ts'
import { displayName } from '../../record/display-name.ts'
import type { EntryId } from '../../record/entry.ts'
import type { Name } from '../../record/names.ts'
import type { Place } from '../../record/place.ts'
import { type Nameable, nameableEntries } from '../../store/desk-names.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { entriesById } from '../../store/record-log.ts'
import { newestSequence } from '../../store/record-sequence.ts'

/** The names that a desk knows, as the record had them at a version. */
export interface DeskNames {
  /** The number of the record's newest revision: while it stands, the names do. */
  readonly version: number
  readonly names: readonly KnownName[]
}

/**
 * Names by which the desk recognises actors, places and sources of the record, drafts included. A source that is not named
 * is known by no name, whatever the record may hold of it.
 */
export async function deskNames(
  db: NewsroomDb,
  { language, limit }: { language: string; limit: number },
): Promise<DeskNames> {
  // Read first: what changes meanwhile is asked for again rather than missed.
  const version = await newestSequence(db)
  const entries = (await nameableEntries(db, limit)).filter(isItself)
  const behind = await behindOf(db, entries)
  return { version, names: entries.flatMap((entry) => knownName(entry, behind, language)) }
}

/** One that turned out to be another twice goes by the other's names. */
const isItself = ({ content }: Nameable): boolean => content.mergedInto === undefined

type Behind = ReadonlyMap<EntryId, Nameable>

/** Entries with those that they name, as far as these tell more of them: whom a source speaks for, where a place lies. */
async function behindOf(db: NewsroomDb, entries: readonly Nameable[]): Promise<Behind> {
  const known = new Map<EntryId, Nameable>(entries.map((entry) => [entry.id, entry]))
  for (let fresh = entries; fresh.length > 0; ) {
    const missing = fresh.flatMap((entry) => pointsTo(entry) ?? []).filter((id) => !known.has(id))
    const found = missing.length === 0 ? [] : await entriesById(db, missing)
    fresh = found.filter(
      (entry): entry is Nameable => (entry.type === 'actor' || entry.type === 'place') && !known.has(entry.id),
    )
    for (const entry of fresh) known.set(entry.id, entry)
  }
  return known
}

function pointsTo({ type, content }: Nameable): EntryId | null {
  if (type === 'source') return content.actorId
  return type === 'place' ? content.parentId : null
}

function knownName(entry: Nameable, behind: Behind, language: string): KnownName[] {
  if (entry.type === 'source' && entry.content.anonymity !== 'named') return []
  const names: readonly Name[] = entry.content.names
  const name = displayName(names, language)
  if (name === '') return []
  const aliases = [...new Set(names.map(({ text }) => text))].filter((text) => text !== name)
  const { id: entryId, type: kind } = entry
  return [{ entryId, kind, name, aliases, actorKind: actorKindOf(entry, behind), zone: zoneOf(entry, behind) }]
}

function actorKindOf(entry: Nameable, behind: Behind): string | null {
  if (entry.type === 'actor') return entry.content.kind
  if (entry.type !== 'source' || entry.content.actorId === null) return null
  const actor = behind.get(entry.content.actorId)
  return actor?.type === 'actor' ? actor.content.kind : null
}

/** A place lies in its country's zone, where the country has but one. */
function zoneOf(entry: Nameable, behind: Behind): string | null {
  const country = entry.type === 'place' ? countryOf(entry.content, behind) : null
  if (country === null) return null
  const zones = zonesOf(country)
  return zones.length === 1 ? (zones[0] ?? null) : null
}

/** Places lie in one another no deeper than this. */
const DEEPEST = 10

function countryOf(place: Place, behind: Behind): string | null {
  let here: Place | undefined = place
  for (let depth = 0; here && depth < DEEPEST; depth++) {
    if (here.country !== null) return here.country
    const parent: Nameable | undefined = here.parentId === null ? undefined : behind.get(here.parentId)
    here = parent?.type === 'place' ? parent.content : undefined
  }
  return null
}

/** The zones of a country (ISO 3166-1 alpha-2) by the time zone data that Node brings along. */
function zonesOf(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return []
  // Not in TypeScript's library yet (2026).
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${country}`)
  return locale.getTimeZones?.() ?? []
}
