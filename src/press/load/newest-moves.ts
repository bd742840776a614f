import type { EditionDb } from '../../edition/edition-db.ts'
import { changesOfEvents } from '../../edition/record-changes.ts'
import { setOfIds } from '../../edition/record-sets.ts'
import type { EventId } from '../../ids.ts'
import type { RecordChange } from '../../record/record-change.ts'
import { changeWords } from '../../site/record/change-words.ts'
import type { EventLine } from '../../site/record/event-line.ts'
import type { Language } from '../../story/story.ts'

/** How far back a move is looked for: what came in since is no move. */
const CHANGES = 50

/** The same lines, each with what moved in its event last: a figure revised, a denial, something taken back. */
export async function withNewestMoves(
  edition: EditionDb,
  lines: readonly EventLine[],
  language: Language,
): Promise<EventLine[]> {
  const moves = new Map<EventId, RecordChange>()
  for (const { id } of lines) {
    const changes = await changesOfEvents(edition, [id], CHANGES)
    const move = changes.find(({ kind, after }) => kind !== 'added' && after !== null)
    if (move) moves.set(id, move)
  }
  const ids = [...moves.values()].flatMap(({ id, before }) => (before ? [id, before.id] : [id]))
  const told = { set: await setOfIds(edition, [...new Set(ids)]), language }
  return lines.map((line) => {
    const move = moves.get(line.id)
    return move ? { ...line, moved: changeWords(told, move) } : line
  })
}
