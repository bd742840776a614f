import { OnrecordError } from '../../errors.ts'
import type { Entry, EntryType } from '../../record/entry.ts'
import type { Name } from '../../record/names.ts'
import type { Place } from '../../record/place.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { entriesById } from '../../store/record-log.ts'
import { idsNamed } from '../../store/record-names.ts'
import { inWords } from './find-entry.ts'
import { titleOf } from './going-live.ts'
import type { Proposal } from './record-act.ts'

/** Types of which one thing is easily recorded twice under two spellings. */
export type NamedType = Extract<EntryType, 'place' | 'actor' | 'source'>

/**
 * Entries that may be the same thing: one of the names is the same but for case, accents and hyphens, or has the same
 * consonants, in Latin or Arabic letters. Drafts are among them, withdrawn entries are not.
 */
export const findDuplicates = async (db: NewsroomDb, type: NamedType, names: readonly Name[]): Promise<Entry[]> =>
  entriesById(
    db,
    await idsNamed(
      db,
      type,
      names.map(({ text }) => text),
    ),
  )

/** @throws OnrecordError `refused`, naming the entries that it may be, so that nothing is recorded twice unseen */
export async function assertNoDuplicate(db: NewsroomDb, proposal: Proposal): Promise<void> {
  const { type, id, content } = proposal
  if (type !== 'place' && type !== 'actor' && type !== 'source') return
  const found = await findDuplicates(db, type, content.names)
  const candidates = found.filter((other) => other.id !== id && mayBeTheSame(proposal, other))
  if (candidates.length === 0) return
  throw new OnrecordError('refused', `The record may have it already: ${candidates.map(titleOf).join('; ')}.`, {
    remedy: `Use that one and add the new name to it; or say that this ${inWords(type)} is another one (“despite”).`,
  })
}

/** A town and its region share a name rightly, and so do towns of two countries. */
function mayBeTheSame(proposal: Proposal, other: Entry): boolean {
  if (proposal.type !== 'place' || other.type !== 'place') return true
  const [one, two]: Place[] = [proposal.content, other.content]
  const isSameCountry = one?.country === two?.country || one?.country === null || two?.country === null
  return one?.kind === two?.kind && isSameCountry
}
