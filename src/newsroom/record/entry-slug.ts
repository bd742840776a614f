import type { Entry, EntryId, EntryType, EntryTypes } from '../../record/entry.ts'
import type { Name } from '../../record/names.ts'
import { displayName } from '../../record/display-name.ts'
import { edtfBounds, parseEdtf } from '../../record/edtf.ts'
import { slugFrom } from '../../story/addresses.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { slugsLike } from '../../store/record-state.ts'

/** Entries that have an address of their own. */
export type SluggedType = Extract<EntryType, 'place' | 'actor' | 'event' | 'source'>

/** A content as somebody gives it: its slug may be left to us. */
export type Draft<Type extends SluggedType> = Omit<EntryTypes[Type]['content'], 'slug' | 'mergedInto'> & {
  readonly slug?: string | null
}

export const hasSlug = (type: EntryType): type is SluggedType =>
  type === 'place' || type === 'actor' || type === 'event' || type === 'source'

/** Words that begin other addresses below `/record`: `parseContent` refuses them, so none is made. */
const RESERVED: ReadonlySet<string> = new Set(['actor', 'place', 'source', 'claim', 'find', 'months'])

/** Slugs that were given out in this act and are not in the database yet. */
export type SlugsTaken = Map<SluggedType, Set<string>>

/**
 * The slug of an entry: the one that was given; else made from the name it is known by and, for an event, the year; else
 * from its id. Where another entry has or had it, a number follows.
 */
export async function slugFor(
  db: NewsroomDb,
  { type, id, content }: { type: SluggedType; id: EntryId; content: unknown },
  taken: SlugsTaken = new Map(),
): Promise<string> {
  const { slug } = content as { slug?: unknown }
  // A slug that was given is not ours to change: whether it is one, and free, is said to whoever gave it.
  if (typeof slug === 'string' && slug !== '') return remembered(taken, type, slug)
  const start = slugFrom(nameIn(type, content)) || id.replace('_', '-')
  const known = await slugsLike(db, type, start)
  const isTaken = (one: string) =>
    (known.get(one) ?? id) !== id || taken.get(type)?.has(one) === true || (type === 'event' && isReserved(one))
  let free = start
  for (let number = 2; isTaken(free); number += 1) free = `${start}-${number}`
  return remembered(taken, type, free)
}

/** Would an event at this slug stand where a list or another page stands? */
const isReserved = (slug: string): boolean => RESERVED.has(slug) || /^\d+$/.test(slug)

function remembered(taken: SlugsTaken, type: SluggedType, slug: string): string {
  taken.set(type, (taken.get(type) ?? new Set()).add(slug))
  return slug
}

/** The name to make a slug from. The content is not checked yet: whatever is missing is missing here too. */
function nameIn(type: SluggedType, content: unknown): string {
  const { names, titles, when, description } = content as {
    names?: readonly Name[]
    titles?: Readonly<Record<string, unknown>>
    when?: { edtf?: unknown }
    description?: { text?: unknown } | null
  }
  if (type !== 'event') {
    const wellFormed = (names ?? []).filter(({ text, lang }) => typeof text === 'string' && typeof lang === 'string')
    return (
      displayName(
        wellFormed.filter(({ text }) => slugFrom(text) !== ''),
        'en',
      ) || textOf(description?.text)
    )
  }
  const title = textOf(titles?.['en'] ?? Object.values(titles ?? {})[0])
  const year = yearOf(textOf(when?.edtf))
  return year === '' || title.includes(year) ? title : `${title} ${year}`
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function yearOf(text: string): string {
  const edtf = parseEdtf(text)
  if (!edtf) return ''
  const { earliest, latest } = edtfBounds(edtf)
  return (earliest ?? latest ?? '').slice(0, 4)
}

/** The slug that another entry of the type has or had; undefined when this one may have it. */
export async function slugOwner(
  db: NewsroomDb,
  { type, id, content }: Pick<Entry, 'type' | 'id' | 'content'>,
): Promise<EntryId | undefined> {
  if (!hasSlug(type) || !('slug' in content)) return undefined
  const owner = (await slugsLike(db, type, content.slug)).get(content.slug)
  return owner === id ? undefined : owner
}
