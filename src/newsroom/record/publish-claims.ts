import type { ClaimId } from '../../ids.ts'
import type { EntryId } from '../../record/entry.ts'
import { entriesById } from '../../store/record-log.ts'
import type { Newsroom } from '../newsroom.ts'
import { findEntryOf } from './find-entry.ts'
import { publishEntry } from './publish-entry.ts'

/** What went before readers, in order, and whether they have all of it now. */
export interface PublishedClaims {
  readonly published: readonly EntryId[]
  readonly isLive: boolean
}

/**
 * Puts the claims of a story before readers, so that its figures lead somewhere: first each event that is a draft, with
 * all its claims; then the claims that were kept from readers for the story. What is live already stays as it is. Each
 * is an act of its own, and what was done stands when a later one is refused: asked again, it goes on from there.
 *
 * To be done just before the story is published: figures remember what the record said when their story went live.
 *
 * @throws OnrecordError `not-found`; `refused` with the rule, such as that a claim was withdrawn
 */
export async function publishClaims(newsroom: Newsroom, claimIds: readonly ClaimId[]): Promise<PublishedClaims> {
  const published: EntryId[] = []
  let isLive = true
  const publish = async (id: EntryId) => {
    const outcome = await publishEntry(newsroom, id)
    published.push(id)
    isLive &&= outcome.isLive
  }
  for (const claimId of new Set(claimIds)) {
    const claim = await findEntryOf(newsroom.db, 'claim', claimId)
    if (claim.status === 'live') continue
    const [event] = await entriesById(newsroom.db, [claim.content.about.eventId])
    if (event?.status === 'draft') await publish(event.id)
    const { status } = await findEntryOf(newsroom.db, 'claim', claimId)
    if (status !== 'live') await publish(claimId)
  }
  return { published, isLive }
}
