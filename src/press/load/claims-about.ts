import type { ListedEvent } from '../../edition/record-lists.ts'
import { eventFamilySet } from '../../edition/record-sets.ts'
import type { ActorId, ClaimId, SourceId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { PublicSite } from './page-source.ts'

interface Asked {
  readonly actorId: ActorId
  /** Those who speak for it: what they say is not said about it by others. */
  readonly sourceIds: readonly SourceId[]
  /** Its newest events. */
  readonly events: readonly ListedEvent[]
  readonly limit: number
}

/** How many of an actor's newest events are looked through for what was said of it. */
const EVENTS = 5

/** What others said last of an actor or of its people: in its newest events, the latest recorded first. */
export async function claimsAbout({ edition }: PublicSite, asked: Asked): Promise<ClaimId[]> {
  const claims = new Map<ClaimId, EntryOf<'claim'>>()
  for (const { event } of asked.events.slice(0, EVENTS)) {
    const set = await eventFamilySet(edition, event.id)
    for (const claim of set.claims.values()) if (isAbout(set, claim, asked)) claims.set(claim.id, claim)
  }
  return [...claims.values()]
    .sort((one, other) => other.sequence - one.sequence)
    .slice(0, asked.limit)
    .map(({ id }) => id)
}

function isAbout(set: RecordSet, { status, content }: EntryOf<'claim'>, { actorId, sourceIds }: Asked): boolean {
  if (status !== 'live' || sourceIds.includes(content.claimantId)) return false
  const { about } = content
  if (about.kind === 'measure') return set.groups.get(about.groupId)?.content.affiliation === actorId
  return 'actorId' in about.proposition && about.proposition.actorId === actorId
}
