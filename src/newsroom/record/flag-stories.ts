import type { ClaimId } from '../../ids.ts'
import type { Claim } from '../../record/claim.ts'
import { cellKey, claimIndex, propositionKey, standingCell } from '../../record/cells-of.ts'
import type { Entry, Revision } from '../../record/entry.ts'
import { standingEvent } from '../../record/event-family.ts'
import { recordSet, type RecordSet } from '../../record/record-set.ts'
import { entryOf } from '../../record/replay.ts'
import { entriesAround } from '../../store/record-family.ts'
import { hasFigureUses, storiesStating } from '../../store/figure-uses.ts'
import { type NewTask, openTasks } from '../../store/story-tasks.ts'
import { newId } from '../newsroom.ts'
import type { RecordDesk } from './record-act.ts'

/** A claim that was recorded, revised, taken back, withdrawn or erased, and what it is about, as far as that is known. */
interface Moved {
  readonly id: ClaimId
  readonly sequence: number
  readonly about: Claim['about'] | undefined
}

/**
 * Hands live stories to their desks where a figure has moved under them: each story that states a claim of the same
 * figure (event, group of people, what happened to them) as a claim that was just recorded, revised, taken back,
 * withdrawn or erased. The stories' words stay as they are.
 *
 * @param erased what was erased, as it stood before
 * @returns how many figures in stories are concerned
 */
export async function flagStories(
  { newsroom, tx, now }: RecordDesk,
  revisions: readonly Revision[],
  erased: readonly Entry[],
): Promise<number> {
  const moved = movedIn(revisions, erased)
  if (moved.length === 0 || !(await hasFigureUses(tx))) return 0
  const events = moved.flatMap(({ about }) => about?.eventId ?? [])
  const set = recordSet(await entriesAround(tx, [...moved.map(({ id }) => id), ...events], { drafts: false }))
  const concerned = moved.map((one) => ({ ...one, claimIds: sameFigure(set, one) }))
  const stating = Map.groupBy(
    await storiesStating(tx, [...new Set(concerned.flatMap(({ claimIds }) => claimIds))]),
    ({ claimId }) => claimId,
  )
  const tasks = concerned.flatMap(({ id: movedBy, sequence, claimIds }) =>
    claimIds
      .flatMap((claimId) => stating.get(claimId) ?? [])
      .map((story): NewTask => ({ ...story, id: newId(newsroom, 'task'), movedBy, sequence, at: now })),
  )
  await openTasks(tx, tasks)
  return tasks.length
}

function movedIn(revisions: readonly Revision[], erased: readonly Entry[]): Moved[] {
  const before = new Map<string, Entry>(erased.map((entry) => [entry.id, entry]))
  return revisions.flatMap((revision) => {
    if (revision.type !== 'claim' || revision.status === 'draft' || isMark(revision)) return []
    const { id, sequence } = revision
    const entry = entryOf(revision) ?? before.get(id)
    return [{ id, sequence, about: entry?.type === 'claim' ? entry.content.about : undefined }]
  })
}

/** The mark that earlier texts of an entry are gone moves no figure: the entry says what it said. */
const isMark = ({ act, content }: Revision): boolean => act === 'erase' && content !== null

/** Every claim on the figure or proposition that a claim is about, itself included. */
function sameFigure(set: RecordSet, { id, about }: Moved): ClaimId[] {
  const { cells, propositions } = claimIndex(set)
  if (about === undefined) return [id]
  const found =
    about.kind === 'measure'
      ? cells.get(cellKey(standingCell(set, about)))
      : propositions.get(propositionKey(standingEvent(set, about.eventId), about.proposition))
  return [...new Set([id, ...(found?.claims ?? []).map((claim) => claim.id)])]
}
