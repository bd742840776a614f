import type { KnownFigure } from '../../desk/desk-text.ts'
import type { EventId } from '../../ids.ts'
import type { Claim } from '../../record/claim.ts'
import { inLanguage } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import { livenessOf } from '../../record/live-claims.ts'
import { type RecordSet, recordSet } from '../../record/record-set.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { entriesAround } from '../../store/record-family.ts'

/** Acts that put a figure forward; a denial or a retraction names one to take it away. */
const STATING: ReadonlySet<Claim['act']> = new Set(['assert', 'estimate', 'admit', 'accuse', 'revise'])

/** The figures that count now for these events, as readers have them: drafts, and what was taken back, are left out. */
export async function deskFigures(
  db: NewsroomDb,
  { eventIds, language }: { eventIds: readonly EventId[]; language: string },
): Promise<KnownFigure[]> {
  if (eventIds.length === 0) return []
  const set = recordSet(await entriesAround(db, eventIds, { drafts: false }))
  const liveness = livenessOf(set, set.claims.values())
  const asked = new Set(eventIds)
  return [...set.claims.values()]
    .filter(({ id, content }) => asked.has(content.about.eventId) && liveness.get(id) === null)
    .flatMap((claim) => knownFigure(set, claim, language))
}

function knownFigure(set: RecordSet, { id, content }: EntryOf<'claim'>, language: string): KnownFigure[] {
  const { about, figure, claimantId, act } = content
  if (about.kind !== 'measure' || about.measure === 'equipment-lost' || figure === null || !STATING.has(act)) return []
  const event = set.events.get(about.eventId)
  if (event?.status !== 'live') return []
  return [
    {
      claimId: id,
      claimantId,
      eventTitle: inLanguage(event.content.titles, language),
      eventDate: event.content.when.edtf,
      measure: about.measure,
      group: inLanguage(set.groups.get(about.groupId)?.content.labels ?? {}, language),
      figure,
    },
  ]
}
