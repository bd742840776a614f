import type { ActorId, PlaceId } from '../ids.ts'
import { foldName } from '../record/name-folding.ts'
import type { Name } from '../record/names.ts'
import { slugFrom } from '../story/addresses.ts'
import type { EditionDb } from './edition-db.ts'
import { findBySlug } from './record-lookups.ts'

interface Named {
  readonly place: PlaceId
  readonly actor: ActorId
}

/** How many entries' names are looked through at a time. */
const PAGE = 500

/**
 * The place or actor that somebody calls so, in any script and spelling that one of its names has: by its address first,
 * which is quick, then by all names. Undefined when nobody is called so.
 */
export async function findByName<Type extends keyof Named>(
  db: EditionDb,
  type: Type,
  text: string,
): Promise<Named[Type] | undefined> {
  const bySlug = await findBySlug(db, type, slugFrom(text))
  const standing = bySlug?.kind === 'moved' ? await findBySlug(db, type, bySlug.slug) : bySlug
  if (standing?.kind === 'found') return standing.id
  const wanted = foldName(text)
  if (wanted === '') return undefined
  const table = type === 'place' ? 'places' : 'actors'
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'content'])
      .where('id', '>', after)
      .where('merged_into', 'is', null)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const found = rows.find(({ content }) => isCalled(content, wanted))
    if (found) return found.id as Named[Type]
    if (rows.length < PAGE) return undefined
    after = rows.at(-1)?.id ?? after
  }
}

const isCalled = (content: string, wanted: string): boolean =>
  (JSON.parse(content) as { names: readonly Name[] }).names.some(({ text }) => foldName(text) === wanted)
