import type { ClaimId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { claimRows, claimsOn, inOrder } from './claim-rows.ts'
import { appearanceRow, assessmentRow, victimGroupRow } from './entry-rows.ts'
import { actorWords, type ExportContext, joined, pageUrl, titleOf } from './row-words.ts'
import type { Row } from './tables.ts'

/** Tables whose rows belong to one event each. */
export type EventTable = 'events' | 'claims' | 'appearances' | 'victim_groups' | 'assessments'

/**
 * An event's rows of one table: its own, and none of its parts or wholes.
 *
 * @param whenAndWhere the event's date and place in the columns that all tables of events share
 */
export function rowsOfEvent(
  table: EventTable,
  { set, event, whenAndWhere }: { set: RecordSet; event: EntryOf<'event'>; whenAndWhere: Row },
  context: ExportContext,
): Row[] {
  switch (table) {
    case 'events':
      return [{ ...whenAndWhere, ...eventRow(set, event, context) }]
    case 'claims':
      return claimRows(set, event.id, context)
    case 'appearances': {
      const claims = new Set<ClaimId>(claimsOn(set, event.id).map(({ id }) => id))
      return inOrder(set.appearances.values())
        .filter(({ content }) => claims.has(content.claimId))
        .map((appearance) => appearanceRow(set, appearance, context))
    }
    case 'victim_groups':
      return inOrder(set.groups.values())
        .filter(({ content }) => content.eventId === event.id)
        .map((group) => victimGroupRow(set, group, context))
    case 'assessments':
      return inOrder(set.assessments.values())
        .map((assessment) => assessmentRow(set, assessment, context))
        .filter((row) => row['event_id'] === event.id)
  }
}

function eventRow(set: RecordSet, event: EntryOf<'event'>, context: ExportContext): Row {
  const { content } = event
  const actors = new Set([
    ...content.sides.flatMap(({ actorIds }) => actorIds),
    ...content.participation.map(({ actorId }) => actorId),
  ])
  return {
    event_id: event.id,
    event_title: titleOf(event, context),
    event_type: content.type,
    where_precision: content.where.precision,
    part_of: joined(content.partOf),
    actors: joined([...actors].map((id) => actorWords(set, id, context) ?? id)),
    actor_ids: joined([...actors]),
    claims: claimsOn(set, event.id).length,
    status: content.mergedInto === undefined ? event.status : 'merged',
    merged_into: content.mergedInto ?? null,
    version: event.rev,
    recorded_at: event.recordedAt,
    event_url: pageUrl('event', content.slug, context),
  }
}
