import { portions } from '../database/portions.ts'
import type { EntryId, EntryType, Revision } from '../record/entry.ts'
import { foldName, nameSkeleton } from '../record/name-folding.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Fewer consonants than this and a skeleton fits too many names: Kati and Kita, Gao and Goa. */
const MIN_SKELETON = 4

/** The names by which an entry is searched: none when it was erased. */
function namesOf({ type, content }: Revision): readonly string[] {
  if (content === null) return []
  if (type === 'place' || type === 'actor' || type === 'source') return content.names.map(({ text }) => text)
  if (type === 'event') return Object.values(content.titles)
  return type === 'document' ? [content.title] : []
}

/** Keeps the names of entries as their newest revisions have them. */
export async function replaceNames(tx: NewsroomTx, revisions: readonly Revision[]): Promise<void> {
  for (const some of portions(revisions)) {
    const ids = some.map(({ id }) => id)
    await tx.deleteFrom('record_names').where('id', 'in', ids).execute()
    const rows = some.flatMap((revision) =>
      namesOf(revision).map((text) => ({
        id: revision.id,
        fold: foldName(text),
        skeleton: nameSkeleton(text),
        type: revision.type,
      })),
    )
    for (const part of portions(rows.filter(({ fold }) => fold !== ''))) {
      await tx
        .insertInto('record_names')
        .values(part)
        .onConflict((conflict) => conflict.columns(['id', 'fold']).doNothing())
        .execute()
    }
  }
}

/**
 * Entries of a type that bear one of these names: the same but for case, accents and hyphens, or, from four consonants
 * on, with the same consonants in Latin or Arabic letters. Withdrawn entries are left out.
 */
export async function idsNamed(db: NewsroomDb, type: EntryType, names: readonly string[]): Promise<EntryId[]> {
  const folds = names.map(foldName).filter((fold) => fold !== '')
  const skeletons = names.map(nameSkeleton).filter((skeleton) => skeleton.length >= MIN_SKELETON)
  if (folds.length === 0) return []
  const rows = await db
    .selectFrom('record_names')
    .innerJoin('record_entries', 'record_entries.id', 'record_names.id')
    .select('record_names.id')
    .distinct()
    .where('record_names.type', '=', type)
    .where('record_entries.status', '!=', 'withdrawn')
    .where((is) =>
      is.or([is('fold', 'in', folds), ...(skeletons.length === 0 ? [] : [is('skeleton', 'in', skeletons)])]),
    )
    .orderBy('record_names.id')
    .execute()
  return rows.map((row) => row.id as EntryId)
}

/** Entries of a type with a name that begins so, by name: what a search box offers while somebody types. */
export async function idsNamedLike(
  db: NewsroomDb,
  type: EntryType,
  { start, limit }: { start: string; limit: number },
): Promise<EntryId[]> {
  const fold = foldName(start)
  if (fold === '') return []
  const rows = await db
    .selectFrom('record_names')
    .innerJoin('record_entries', 'record_entries.id', 'record_names.id')
    .select(['record_names.id', 'fold'])
    .where('record_names.type', '=', type)
    .where('record_entries.status', '!=', 'withdrawn')
    .where('fold', '>=', fold)
    .where('fold', '<', `${fold}\u{10ffff}`)
    .orderBy('fold')
    .orderBy('record_names.id')
    .limit(limit * 4)
    .execute()
  return [...new Set(rows.map((row) => row.id as EntryId))].slice(0, limit)
}
