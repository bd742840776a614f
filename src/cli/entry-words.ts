import type { Entry, EntryId } from '../record/entry.ts'
import { recordSet } from '../record/record-set.ts'
import { entryWords } from '../site/record/change-words.ts'
import { claimSentence } from '../site/record/claim-sentence.tsx'
import type { Told } from '../site/record/record-names.ts'
import { pathTo } from '../story/addresses.ts'
import type { Newspaper } from '../story/section.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { naming } from '../store/record-links.ts'
import { entriesById } from '../store/record-log.ts'

/** The command line speaks English. */
export const LANGUAGE = 'en'

/** For staff, drafts count as if they were live: a set holds none. */
export const asLive = (entry: Entry): Entry => (entry.status === 'draft' ? { ...entry, status: 'live' } : entry)

/** Entries and all that they name, however far that leads: enough to say each in a sentence. */
export async function toldOf(db: NewsroomDb, entries: readonly Entry[]): Promise<Told> {
  const seen = new Set<EntryId>(entries.map(({ id }) => id))
  const all = [...entries]
  for (let fresh = [...seen]; fresh.length > 0; ) {
    fresh = (await naming(db, fresh)).filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    all.push(...(await entriesById(db, fresh)))
  }
  return { set: recordSet(all.map(asLive)), language: LANGUAGE }
}

/** An entry in a few words: its name or title; a claim as a sentence. */
export const wordsOf = (told: Told, entry: Entry): string =>
  entry.type === 'claim' ? claimSentence(told, entry) : entryWords(told, entry)

/** Where readers find an entry; null while they do not, or where it has no page of its own. */
export function pathOfEntry(entry: Entry, newspaper: Newspaper | undefined): string | null {
  if (entry.status !== 'live' || !newspaper) return null
  const language = newspaper.defaultLanguage
  if (entry.type === 'claim') return pathTo({ kind: 'claim', language, id: entry.id }, newspaper)
  return 'slug' in entry.content &&
    (entry.type === 'event' || entry.type === 'actor' || entry.type === 'place' || entry.type === 'source')
    ? pathTo({ kind: entry.type, language, slug: entry.content.slug }, newspaper)
    : null
}
