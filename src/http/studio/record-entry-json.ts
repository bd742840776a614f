import type { Entry, EntryId } from '../../record/entry.ts'
import { namedIn } from '../../record/entry-links.ts'
import { publicRevisions } from '../../record/public-fields.ts'
import { findEntry } from '../../newsroom/record/find-entry.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { accountById } from '../../store/accounts.ts'
import { readNewspaper } from '../../store/house.ts'
import { referringTo } from '../../store/record-links.ts'
import { recordedBy, revisionsOf } from '../../store/record-log.ts'
import { parseId } from '../../ids.ts'
import { pathTo } from '../../story/addresses.ts'
import { claimJson } from './record-claim-json.ts'
import { listedEntry, surroundings } from './record-told.ts'

/** How much of what names an entry is listed: of an army, thousands of claims may speak. */
const MOST_NAMED_BY = 200

/**
 * An entry with its surroundings.
 *
 * @param mayKeep may whoever asks keep the record? Others get what readers may have of it, though it be a draft
 */
export async function entryJson(
  db: NewsroomDb,
  id: EntryId,
  { language, mayKeep }: { language: string; mayKeep: boolean },
) {
  const entry = await findEntry(db, id)
  const naming = (await referringTo(db, id)).slice(0, MOST_NAMED_BY)
  const around = await surroundings(db, [id, ...naming], language)
  const byId = new Map(around.entries.map((one) => [one.id, one]))
  const known = (ids: readonly EntryId[]): Entry[] => ids.flatMap((one) => byId.get(one) ?? [])
  const aboutIt = known(entry.type === 'claim' ? [] : naming)
  const claims = around.entries.filter(
    (one): one is Extract<Entry, { type: 'claim' }> => one.type === 'claim' && speaksOf(one, entry, naming),
  )
  return {
    entry: listedEntry(around.told, entry),
    rev: entry.rev,
    content: { ...(mayKeep ? entry.content : await publicContentOf(db, id)) },
    named: Object.fromEntries(
      known(namedIn(entry.type, entry.content)).map((one) => [one.id, listedEntry(around.told, one)]),
    ),
    history: await historyOf(db, id),
    claims: claims.map((claim) => claimJson(around, claim)),
    namedBy: aboutIt.filter(({ type }) => type !== 'claim').map((one) => listedEntry(around.told, one)),
    assessments: around.entries.flatMap((one) => assessmentJson(one, entry)),
    path: await pathOfEntry(db, entry),
  }
}

const speaksOf = (claim: Extract<Entry, { type: 'claim' }>, entry: Entry, naming: readonly EntryId[]): boolean =>
  claim.id === entry.id || naming.includes(claim.id)

function assessmentJson(one: Entry, { id }: Entry) {
  if (one.type !== 'assessment') return []
  const { subject, verdict, standard, at, by = [] } = one.content
  const isOfIt = subject.kind === 'claim' ? subject.claimId === id : subject.eventId === id
  if (!isOfIt) return []
  const words = standard['en'] ?? Object.values(standard)[0] ?? ''
  return [{ id: one.id, status: one.status, verdict, standard: words, by: [...by], at }]
}

async function publicContentOf(db: NewsroomDb, id: EntryId): Promise<object> {
  const newest = (await revisionsOf(db, [id])).get(id)?.at(-1)
  if (!newest) return {}
  return publicRevisions([{ ...newest, status: 'live' }])[0]?.content ?? {}
}

async function historyOf(db: NewsroomDb, id: EntryId) {
  const revisions = (await revisionsOf(db, [id])).get(id) ?? []
  const keepers = await recordedBy(db, id)
  const names = new Map<string, string>()
  for (const keeper of new Set(keepers)) names.set(keeper, await nameOf(db, keeper))
  return revisions
    .map(({ rev, status, recordedAt, act, reason, erasedAt }, index) => ({
      rev,
      status,
      at: recordedAt,
      by: names.get(keepers[index] ?? '') ?? '',
      act,
      reason,
      isErased: erasedAt !== null,
    }))
    .toReversed()
}

/** Somebody at the studio is known by their account; the command line by the name it gave. */
async function nameOf(db: NewsroomDb, keeper: string): Promise<string> {
  const accountId = parseId('account', keeper)
  return accountId === undefined ? keeper : ((await accountById(db, accountId))?.name ?? keeper)
}

async function pathOfEntry(db: NewsroomDb, entry: Entry): Promise<string | null> {
  const newspaper = await readNewspaper(db)
  if (entry.status !== 'live' || !newspaper) return null
  const language = newspaper.defaultLanguage
  if (entry.type === 'claim') return pathTo({ kind: 'claim', language, id: entry.id }, newspaper)
  return entry.type === 'event' || entry.type === 'actor' || entry.type === 'place' || entry.type === 'source'
    ? pathTo({ kind: entry.type, language, slug: entry.content.slug }, newspaper)
    : null
}
