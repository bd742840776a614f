import { OnrecordError } from '../errors.ts'
import { parseId } from '../ids.ts'
import type { EntryId, EntryType, EntryTypes } from '../record/entry.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import { idBySlug } from '../store/record-state.ts'

/** Types of entries that have a slug of their own. */
const SLUGGED: readonly EntryType[] = ['event', 'place', 'actor', 'source']

/**
 * The id of the entry that somebody names on the command line: by its id, or by its slug.
 *
 * @throws OnrecordError `not-found` when nothing has this slug, `bad-input` when several have it
 */
export async function entryIdFrom(db: NewsroomDb, text: string): Promise<EntryId> {
  if (entryTypeOf(text) !== undefined) return text as EntryId
  const found: { type: EntryType; id: EntryId }[] = []
  for (const type of SLUGGED) {
    const id = await idBySlug(db, type, text)
    if (id !== undefined) found.push({ type, id })
  }
  const [only, ...others] = found
  if (!only) {
    throw new OnrecordError('not-found', `The record has no entry “${text}”.`, {
      remedy: '`./onrecord record list --named …` finds entries by their names, and shows ids.',
    })
  }
  if (others.length === 0) return only.id
  throw new OnrecordError('bad-input', `“${text}” is the slug of several entries.`, {
    remedy: `Say which by its id: ${found.map(({ type, id }) => `${id} (${type})`).join(', ')}.`,
  })
}

/** The same where an entry of one type is meant. @throws OnrecordError `bad-input` for anything else, `not-found` */
export async function idOfType<Type extends EntryType>(
  db: NewsroomDb,
  type: Type,
  text: string,
): Promise<EntryTypes[Type]['id']> {
  const known = entryTypeOf(text)
  if (known === type) return text as EntryTypes[Type]['id']
  const id = known === undefined && SLUGGED.includes(type) ? await idBySlug(db, type, text) : undefined
  if (id !== undefined) return id
  const what = type.replace('-', ' ')
  if (known === undefined && SLUGGED.includes(type)) {
    throw new OnrecordError('not-found', `The record has no ${what} “${text}”.`, { remedy: lookUp(type) })
  }
  throw new OnrecordError('bad-input', `“${text}” is no id of a ${what}.`, { remedy: lookUp(type) })
}

const lookUp = (type: EntryType) => `\`./onrecord record list --type ${type}\` shows ids.`

/** An id of a kind that has no slug. @throws OnrecordError `bad-input` */
export function idFrom<Kind extends 'task' | 'story' | 'report' | 'job'>(kind: Kind, text: string) {
  const id = parseId(kind, text)
  if (id) return id
  throw new OnrecordError('bad-input', `“${text}” is no id of a ${kind}.`, {
    remedy: `\`./onrecord ${kind} list\` shows ids.`,
  })
}
