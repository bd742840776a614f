import type { ClaimId } from '../../ids.ts'
import { cellKey, claimIndex, propositionKey, standingCell } from '../../record/cells-of.ts'
import type { EntryOf, Revision } from '../../record/entry.ts'
import { recordSet, type RecordSet } from '../../record/record-set.ts'
import { entriesAround } from '../../store/record-family.ts'
import { storiesStating } from '../../store/figure-uses.ts'
import { type NewTask, openTasks } from '../../store/story-tasks.ts'
import { newId } from '../newsroom.ts'
import type { RecordDesk } from './record-act.ts'

/**
 * Hands live stories to their desks where a figure has moved under them: each story that states a claim of the same
 * figure (event, group of people, what happened to them) as a claim that was just recorded, revised, taken back or
 * withdrawn. The stories' words stay as they are.
 *
 * @returns how many figures in stories are concerned
 */
export async function flagStories({ newsroom, tx, now }: RecordDesk, revisions: readonly Revision[]): Promise<number> {
  const moved = revisions.filter((one) => one.type === 'claim').filter(({ status }) => status !== 'draft')
  if (moved.length === 0) return 0
  const events = moved.flatMap(({ content }) => (content === null ? [] : [content.about.eventId]))
  const set = recordSet(await entriesAround(tx, [...moved.map(({ id }) => id), ...events], { drafts: false }))
  const tasks: NewTask[] = []
  for (const { id, sequence } of moved) {
    const claim = set.claims.get(id)
    if (!claim) continue
    for (const stating of await storiesStating(tx, sameFigure(set, claim))) {
      tasks.push({ ...stating, id: newId(newsroom, 'task'), movedBy: claim.id, sequence, at: now })
    }
  }
  await openTasks(tx, tasks)
  return tasks.length
}

/** Every claim on the figure or proposition that a claim is about, itself included. */
function sameFigure(set: RecordSet, { id, content: { about } }: EntryOf<'claim'>): ClaimId[] {
  const index = claimIndex(set)
  const found =
    about.kind === 'measure'
      ? index.cells.get(cellKey(standingCell(set, about)))
      : index.propositions.get(propositionKey(about.eventId, about.proposition))
  return found ? found.claims.map((claim) => claim.id) : [id]
}
