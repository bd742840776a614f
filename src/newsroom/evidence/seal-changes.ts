import { partsOfEntry, partsOfStory, type PublicPart } from '../../evidence/public-parts.ts'
import type { StoryId } from '../../ids.ts'
import type { EntryId } from '../../record/entry.ts'
import { publicRevisions } from '../../record/public-fields.ts'
import { appendLogEntries, type KeptLogEntry, type NewLogEntry, newestLogEntries } from '../../store/evidence-log.ts'
import { readNewspaper } from '../../store/house.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import type { ChangeSubject } from '../../store/outbox.ts'
import { canonicalJson } from '../../evidence/canonical-json.ts'
import { commit, commitmentOf } from '../../store/record-commitment.ts'
import { revisionsOf } from '../../store/record-log.ts'
import { statesOf } from '../../store/record-state.ts'
import { storiesOnFile } from '../../store/stories.ts'
import { project } from '../../story/projection.ts'
import type { Instant } from '../../time.ts'

/**
 * Notes in the log of what readers have had what these changes mean for them: a text that they had not, one that they have
 * no more. It happens in the transaction of the act, so there is nothing public of which the log does not speak.
 *
 * @param change the number of the last of the changes
 * @returns how many lines were added; none where readers have the same as before
 */
export async function sealChanges(
  tx: NewsroomTx,
  changes: readonly ChangeSubject[],
  { change, at }: { readonly change: number; readonly at: Instant },
): Promise<number> {
  const parts = new Map<string, readonly PublicPart[]>([
    ...(await partsOfStories(
      tx,
      changes.flatMap((one) => (one.kind === 'story' ? [one.storyId] : [])),
    )),
    ...(await partsOfEntries(
      tx,
      changes.flatMap((one) => (one.kind === 'record' ? [one.entryId] : [])),
    )),
  ])
  if (parts.size === 0) return 0
  const before = Map.groupBy(await newestLogEntries(tx, [...parts.keys()]), ({ subject }) => subject)
  const entries = [...parts].flatMap(([subject, now]) => entriesFor(subject, now, before.get(subject) ?? []))
  await appendLogEntries(tx, entries, { change, at })
  return entries.length
}

/** What is new to readers, in the order of the parts, then what they have no more. */
function entriesFor(subject: string, parts: readonly PublicPart[], before: readonly KeptLogEntry[]): NewLogEntry[] {
  const known = new Map(before.map((entry) => [entry.key, entry]))
  const isPublic = new Set(parts.map(({ key }) => key))
  const said = parts.flatMap(({ key, content }): NewLogEntry[] =>
    isSaid(known.get(key), content) ? [] : [{ subject, key, committed: commit(content) }],
  )
  const takenBack = before.flatMap(({ key, commitment }): NewLogEntry[] =>
    commitment === null || isPublic.has(key) ? [] : [{ subject, key, committed: null }],
  )
  return [...said, ...takenBack]
}

/** Is the newest line of a part about this very text? */
const isSaid = (entry: KeptLogEntry | undefined, content: unknown): boolean =>
  entry !== undefined && entry.salt !== null && commitmentOf(entry.salt, canonicalJson(content)) === entry.commitment

async function partsOfStories(tx: NewsroomTx, ids: readonly StoryId[]): Promise<Map<string, readonly PublicPart[]>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const newspaper = await readNewspaper(tx)
  const onFile = newspaper ? await storiesOnFile(tx, wanted) : []
  const parts = new Map<string, readonly PublicPart[]>(wanted.map((id) => [id, []]))
  for (const entry of onFile) parts.set(entry.story.id, partsOfStory(project(entry, newspaper?.zone ?? 'UTC')))
  return parts
}

async function partsOfEntries(tx: NewsroomTx, ids: readonly EntryId[]): Promise<Map<string, readonly PublicPart[]>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const revisions = await revisionsOf(tx, wanted)
  // Of the sample edition, taken away, the record keeps numbers: they are no history of anything.
  const known = await statesOf(tx, wanted)
  return new Map(wanted.map((id) => [id, known.has(id) ? partsOfEntry(publicRevisions(revisions.get(id) ?? [])) : []]))
}
