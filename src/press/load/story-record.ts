import { changesOfEvents } from '../../edition/record-changes.ts'
import { claimsEvent } from '../../edition/record-lookups.ts'
import { around } from '../../edition/record-sets.ts'
import { presentShelf } from '../../edition/record-shelf.ts'
import { recordTag, type Tag } from '../../edition/tags.ts'
import type { ClaimId, EventId } from '../../ids.ts'
import { cellKey, propositionKey } from '../../record/cells-of.ts'
import type { Claim } from '../../record/claim.ts'
import { ledgerOf } from '../../record/make-ledger.ts'
import { newestIn } from '../../record/newest-in.ts'
import type { RecordChange } from '../../record/record-change.ts'
import { recordSet, type RecordSet } from '../../record/record-set.ts'
import type { StoryRecord } from '../../site/record/story-record.ts'
import { eventsIn } from '../../story/figures.ts'
import type { PublicStory } from '../../story/public-story.ts'
import { familyIds } from './load-event.ts'
import type { PublicSite } from './page-source.ts'

/** How many changes are looked through for those that concern a story's figures. */
const CHANGES = 500

/** What a story shows of the record, with the tags of the events that it shows; null for a story that shows nothing. */
export async function storyRecord(
  { edition }: PublicSite,
  story: PublicStory,
): Promise<{ record: StoryRecord; shows: readonly Tag[] } | null> {
  const drawn = eventsIn(story.body)
  const claimIds = [...new Set(story.figures.map(({ claimId }) => claimId))]
  const events = new Set<EventId>(drawn)
  for (const claimId of claimIds) {
    const eventId = await claimsEvent(edition, claimId)
    if (eventId) events.add(eventId)
  }
  if (events.size === 0) return null
  const set = recordSet(await around(presentShelf(edition), [...events]))
  const known = drawn.filter((id) => set.events.has(id))
  const family = [...new Set([...events].flatMap((id) => familyIds(set, id)))]
  return {
    record: {
      set,
      ledgers: new Map(known.map((id) => [id, ledgerOf(set, id)])),
      asOf: newestIn(set),
      changesSince: changesSince(await changesOfEvents(edition, family, CHANGES), story, set),
    },
    shows: family.map((id) => recordTag('event', id)),
  }
}

/**
 * What moved behind a story's figures after its live revision went out: changes of claims on the same figure, oldest
 * first. Where a claim first appears on a figure that the story states, that is news to the story too.
 */
function changesSince(changes: readonly RecordChange[], { figures }: PublicStory, set: RecordSet): RecordChange[] {
  const since = new Map<string, number>()
  for (const { claimId, sequence } of figures) {
    const key = subjectOf(set, claimId)
    if (key !== null) since.set(key, Math.min(since.get(key) ?? sequence, sequence))
  }
  return changes
    .filter((change) => change.type === 'claim' && isLater(change, since))
    .toSorted((one, other) => one.sequence - other.sequence)
}

const subjectOf = (set: RecordSet, claimId: ClaimId): string | null => {
  const claim = set.claims.get(claimId)
  return claim ? keyOf(claim.content) : null
}

const keyOf = ({ about }: Claim): string =>
  about.kind === 'measure' ? cellKey(about) : propositionKey(about.eventId, about.proposition)

function isLater({ sequence, after, before }: RecordChange, since: ReadonlyMap<string, number>): boolean {
  const entry = after ?? before
  if (entry?.type !== 'claim') return false
  const from = since.get(keyOf(entry.content))
  return from !== undefined && sequence > from
}
