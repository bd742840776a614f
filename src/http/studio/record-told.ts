import type { EventId } from '../../ids.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { Entry, EntryId } from '../../record/entry.ts'
import { recordSet } from '../../record/record-set.ts'
import { entryWords } from '../../site/record/change-words.ts'
import { claimSentence } from '../../site/record/claim-words.ts'
import { type Told, placeNameOf, sourceNameOf, actorNameOf, eventTitleOf } from '../../site/record/record-names.ts'
import { actorKindWords, placeKindWords, typeWords } from '../../site/record/vocabulary.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { entriesAround } from '../../store/record-family.ts'
import { naming } from '../../store/record-links.ts'
import { entriesById } from '../../store/record-log.ts'

/** For staff, drafts count as if they were live: a set holds none. */
const asLive = (entry: Entry): Entry => (entry.status === 'draft' ? { ...entry, status: 'live' } : entry)

/** Entries with all that they name, however far that leads: enough to say each in a sentence. */
export async function toldOf(db: NewsroomDb, entries: readonly Entry[], language: string): Promise<Told> {
  const seen = new Set<EntryId>(entries.map(({ id }) => id))
  const all = [...entries]
  for (let fresh = [...seen]; fresh.length > 0; ) {
    fresh = (await naming(db, fresh)).filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    all.push(...(await entriesById(db, fresh)))
  }
  return { set: recordSet(all.map(asLive)), language }
}

/** What surrounds some entries, each in its true state, and the same as a set in which drafts count. */
export interface Surroundings {
  readonly told: Told
  readonly entries: readonly Entry[]
}

/** Events with all that the arithmetic of their figures looks at, and whatever else is asked for. */
export async function surroundings(db: NewsroomDb, ids: readonly EntryId[], language: string): Promise<Surroundings> {
  const asked = await entriesById(db, ids)
  const events = asked.flatMap((entry): EventId[] => (entry.type === 'claim' ? [entry.content.about.eventId] : []))
  const entries = await entriesAround(db, [...new Set<EntryId>([...ids, ...events])], { drafts: false })
  return { entries, told: { set: recordSet(entries.map(asLive)), language } }
}

/** An entry as a line of a list. */
export const listedEntry = (told: Told, entry: Entry) => ({
  id: entry.id,
  type: entry.type,
  status: entry.status,
  label: (entry.type === 'claim' ? claimSentence(told, entry) : entryWords(told, entry)) || entry.id,
  detail: detailOf(told, entry),
})

/** What tells an entry from another of the same name. */
function detailOf(told: Told, entry: Entry): string {
  const { language } = told
  const parts = (): (string | null | undefined)[] => {
    switch (entry.type) {
      case 'event': {
        const { type, when, where } = entry.content
        return [typeWords(type, language), edtfWords(when.edtf, language), placeNameOf(told, where.placeId)]
      }
      case 'actor':
        return [actorKindWords(entry.content.kind, language), entry.content.country]
      case 'place':
        return [placeKindWords(entry.content.kind, language), parentOf(told, entry), entry.content.country]
      case 'source':
        return [entry.content.actorId === null ? null : actorNameOf(told, entry.content.actorId)]
      case 'document':
        return [sourceNameOf(told, entry.content.publisherId), dayOf(entry, language)]
      case 'victim-group':
        return [eventTitleOf(told, entry.content.eventId)]
      case 'claim':
        return [eventTitleOf(told, entry.content.about.eventId), edtfWords(entry.content.saidAt.edtf, language)]
      case 'appearance':
      case 'evidence':
      case 'assessment':
        return []
    }
  }
  return parts().filter(Boolean).join(', ')
}

const parentOf = (told: Told, { content }: Extract<Entry, { type: 'place' }>): string | null =>
  content.parentId === null ? null : placeNameOf(told, content.parentId)

function dayOf({ content }: Extract<Entry, { type: 'document' }>, language: string): string | null {
  const day = content.publishedAt?.slice(0, 10) ?? content.publishedOn
  return day === null ? null : edtfWords(day as Parameters<typeof edtfWords>[0], language)
}
