import { OnrecordError } from '../../errors.ts'
import { entryTypeOf, mapLinks } from '../../record/entry-links.ts'
import type { Entry, EntryId } from '../../record/entry.ts'
import { canonicalJson } from '../../evidence/canonical-json.ts'
import { sha256Of } from '../../store/record-commitment.ts'
import { hiddenKey, type KeyedEntry, keyedEntries } from '../../store/record-keys.ts'
import { entriesById } from '../../store/record-log.ts'
import { newId } from '../newsroom.ts'
import type { Unchecked } from './check-entries.ts'
import { hasSlug, slugFor, type SlugsTaken } from './entry-slug.ts'
import { findEntryOf } from './find-entry.ts'
import type { RecordDesk } from './record-act.ts'
import type { FileItem, RecordFile } from './record-file.ts'
import { withDefaults } from './record-file-defaults.ts'

/** An entry of the file with its id, beside what an earlier reading left and what the record has of it now. */
export interface KeyedItem {
  readonly item: FileItem
  readonly id: EntryId
  /** What the file says of it, as a hash. */
  readonly fileHash: string
  /** What an earlier reading recorded; undefined for an entry that is new. */
  readonly before: KeyedEntry | undefined
  /** Undefined when it is new, or was erased since. */
  readonly entry: Entry | undefined
}

/** The file's entries with their ids, and the id of every key that the file may use. */
export interface KeyedFile {
  readonly items: readonly KeyedItem[]
  readonly ids: ReadonlyMap<string, EntryId>
}

/**
 * Gives every key of a file its id: the one it had when the file was last read, the one that the file names, or a new one.
 *
 * @throws OnrecordError `not-found` when the file names an entry that the record has not
 */
export async function giveIds({ newsroom, tx }: RecordDesk, { source, items }: RecordFile): Promise<KeyedFile> {
  const known = await keyedEntries(tx, source)
  const knownAs = (key: string) => known.get(key) ?? known.get(hiddenKey(source, key))
  for (const { id, type } of items) if (id !== null) await findEntryOf(tx, type, id as never)
  const idOf = (item: FileItem): EntryId =>
    (item.id as EntryId | null) ?? knownAs(item.key)?.id ?? newId(newsroom, item.type)
  const withIds = items.map((item) => ({ item, id: idOf(item) }))
  const described = withIds.filter(({ item }) => item.id === null)
  const entries = new Map(
    (
      await entriesById(
        tx,
        described.map(({ id }) => id),
      )
    ).map((entry) => [entry.id, entry]),
  )
  return {
    items: described.map(({ item, id }) => ({
      item,
      id,
      fileHash: sha256Of(canonicalJson([item.type, item.fields])),
      before: knownAs(item.key),
      entry: entries.get(id),
    })),
    ids: new Map([
      ...[...known].map(([key, { id }]) => [key, id] as const),
      ...withIds.map((one) => [one.item.key, one.id] as const),
    ]),
  }
}

/**
 * What an entry of the file would say in the record: ids for keys, everything left out filled in, a slug.
 *
 * @throws OnrecordError `bad-input` for a key that the file has not
 */
export async function toUnchecked(
  { tx, newsroom, now }: RecordDesk,
  { item, id, entry }: KeyedItem,
  { ids, taken }: { ids: KeyedFile['ids']; taken: SlugsTaken },
): Promise<Unchecked> {
  const { type, label } = item
  const fields = mapLinks(type, withDefaults(type, item.fields), ({ field, to }) => {
    const found = ids.get(to) ?? (entryTypeOf(to) === undefined ? undefined : to)
    if (found !== undefined) return found
    throw new OnrecordError('bad-input', `${label}: ${field} names “${to}”, and the file has no such key.`, {
      remedy: 'Add an entry with this key, or write the id of one that the record has.',
    })
  })
  if (type === 'assessment') {
    const signed = entry?.type === 'assessment' ? entry.content : { at: now, by: [newsroom.actor.name] }
    return { type, id, label, content: { ...fields, at: signed.at, by: signed.by, signers: 1 } }
  }
  if (!hasSlug(type)) return { type, id, label, content: fields }
  const given = fields['slug'] ?? (entry && 'slug' in entry.content ? entry.content.slug : undefined)
  const slug = await slugFor(tx, { type, id, content: { ...fields, slug: given } }, taken)
  return { type, id, label, content: { ...fields, slug } }
}
