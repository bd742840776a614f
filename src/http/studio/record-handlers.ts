import type { ClaimId, EventId } from '../../ids.ts'
import { addActor } from '../../newsroom/record/add-actor.ts'
import { addDocument } from '../../newsroom/record/add-document.ts'
import { addPlace } from '../../newsroom/record/add-place.ts'
import { addSource } from '../../newsroom/record/add-source.ts'
import { addVictimGroup } from '../../newsroom/record/add-victim-group.ts'
import { amendEntry } from '../../newsroom/record/amend-entry.ts'
import { assessClaim } from '../../newsroom/record/assess-claim.ts'
import { denyClaim } from '../../newsroom/record/deny-claim.ts'
import { findEntryOf } from '../../newsroom/record/find-entry.ts'
import { publishClaims } from '../../newsroom/record/publish-claims.ts'
import { publishEntry } from '../../newsroom/record/publish-entry.ts'
import { recordClaim } from '../../newsroom/record/record-claim.ts'
import { recordEvent } from '../../newsroom/record/record-event.ts'
import { retractClaim } from '../../newsroom/record/retract-claim.ts'
import { reviseClaim } from '../../newsroom/record/revise-claim.ts'
import { withdrawEntry } from '../../newsroom/record/withdraw-entry.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import { familyOf } from '../../record/event-family.ts'
import { can } from '../../staff/can.ts'
import { entriesById } from '../../store/record-log.ts'
import type { RECORD_ENDPOINTS } from '../contract/record.ts'
import type { Handlers } from './answer-endpoint.ts'
import { addedJson, citationFrom, judgementFrom, recordedJson } from './record-bodies.ts'
import { claimJson } from './record-claim-json.ts'
import { entryJson } from './record-entry-json.ts'
import { ledgerPage } from './record-ledger-page.ts'
import { listJson, searchJson } from './record-search-json.ts'
import { listedEntry, surroundings } from './record-told.ts'
import type { Visit } from './visit.ts'

/** The record beside the text. */
export const recordHandlers: Handlers<typeof RECORD_ENDPOINTS> = {
  'GET /record/search': ({ query }, { newsroom }) => searchJson(newsroom, query),
  'GET /record/entries': ({ query }, { newsroom }) => listJson(newsroom, query),
  'GET /record/entries/{entryId}': ({ params, query }, { newsroom, visitor }) =>
    entryJson(newsroom.db, params.entryId, {
      language: query.language,
      mayKeep: visitor !== null && can(visitor.staff, 'record-claim', null),
    }),
  'GET /record/events/{eventId}/claims': ({ params, query }, visit) => claimsOf(visit, params.eventId, query.language),
  'GET /record/claims': async ({ query }, { newsroom }) => {
    const ids = query.ids.split(',').filter((id): id is ClaimId => id.startsWith('clm_'))
    if (ids.length === 0) return { claims: [] }
    const around = await surroundings(newsroom.db, ids, query.language)
    return {
      claims: claimsAmong(around.entries, (claim) => ids.includes(claim.id)).map((one) => claimJson(around, one)),
    }
  },
  'GET /record/events/{eventId}/ledger': ({ params, query }, visit) =>
    ledgerPage(visit, params.eventId, query.language),
  'POST /record/claims': async ({ query, body }, { newsroom }) =>
    recordedJson(newsroom, await recordClaim(newsroom, citationFrom(body)), query.language),
  'POST /record/claims/{claimId}/revise': async ({ params, query, body }, { newsroom }) =>
    recordedJson(
      newsroom,
      await reviseClaim(newsroom, await answering(newsroom.db, params.claimId, body)),
      query.language,
    ),
  'POST /record/claims/{claimId}/retract': async ({ params, query, body }, { newsroom }) =>
    recordedJson(
      newsroom,
      await retractClaim(newsroom, await answering(newsroom.db, params.claimId, body)),
      query.language,
    ),
  'POST /record/claims/{claimId}/deny': async ({ params, query, body }, { newsroom }) =>
    recordedJson(
      newsroom,
      await denyClaim(newsroom, await answering(newsroom.db, params.claimId, body)),
      query.language,
    ),
  'POST /record/events': async ({ body }, { newsroom }) =>
    addedJson(newsroom, await recordEvent(newsroom, unread(body))),
  'POST /record/actors': async ({ body }, { newsroom }) =>
    addedJson(newsroom, await addActor(newsroom, unread(body), body)),
  'POST /record/places': async ({ body }, { newsroom }) =>
    addedJson(newsroom, await addPlace(newsroom, unread(body), body)),
  'POST /record/sources': async ({ body }, { newsroom }) =>
    addedJson(newsroom, await addSource(newsroom, unread(body), body)),
  'POST /record/documents': async ({ body }, { newsroom }) =>
    addedJson(newsroom, await addDocument(newsroom, unread(body))),
  'POST /record/victim-groups': async ({ body }, { newsroom }) =>
    addedJson(newsroom, await addVictimGroup(newsroom, unread(body))),
  'POST /record/entries/{entryId}/publish': async ({ params }, { newsroom }) => {
    const { result, isLive } = await publishEntry(newsroom, params.entryId)
    return { isLive, alongside: result.alongside.length }
  },
  'POST /record/publish': async ({ body }, { newsroom }) => {
    const { published, isLive } = await publishClaims(newsroom, body.claimIds)
    return { isLive, published: [...published] }
  },
  'POST /record/entries/{entryId}/withdraw': async ({ params, body }, { newsroom }) => {
    const { isLive } = await withdrawEntry(newsroom, { id: params.entryId, reason: body.reason })
    return { isLive }
  },
  'POST /record/entries/{entryId}/amend': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await amendEntry(newsroom, { id: params.entryId, ...body })
    return { isLive, rev: result.rev }
  },
  'POST /record/claims/{claimId}/assess': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await assessClaim(newsroom, judgementFrom(params.claimId, body))
    return { isLive, awaitsSecond: result.status === 'draft' && result.content.signers < 2 }
  },
}

/** A content as it was sent: the verb reads it, and says in the record's own words what is wrong with it. */
const unread = ({ content }: { readonly content: Readonly<Record<string, unknown>> }) => content as never

const claimsAmong = (entries: readonly Entry[], fits: (claim: EntryOf<'claim'>) => boolean): EntryOf<'claim'>[] =>
  entries.filter((one): one is Extract<Entry, { type: 'claim' }> => one.type === 'claim').filter(fits)

async function claimsOf({ newsroom }: Visit, eventId: EventId, language: string) {
  const event = await findEntryOf(newsroom.db, 'event', eventId)
  const around = await surroundings(newsroom.db, [eventId], language)
  const { told, entries } = around
  const ofIt = claimsAmong(entries, ({ content }) => content.about.eventId === eventId)
  // The people of the whole are the people of its part: they are not told anew for each.
  const here = new Set([eventId, ...familyOf(told.set, eventId).wholes])
  const groups = entries.filter((one) => one.type === 'victim-group' && here.has(one.content.eventId))
  const { edtf } = event.content.when
  return {
    event: { ...listedEntry(told, event), id: eventId, when: edtf, whenWords: edtfWords(edtf, language) },
    groups: groups.map((one) => ({ id: one.id as never, label: listedEntry(told, one).label })),
    claims: ofIt.toSorted((one, other) => other.sequence - one.sequence).map((claim) => claimJson(around, claim)),
  }
}

/** What a claimant says of an earlier claim: a draft where that is one, since readers know of neither. */
async function answering(db: Visit['newsroom']['db'], claimId: ClaimId, body: Parameters<typeof citationFrom>[0]) {
  const [earlier] = await entriesById(db, [claimId])
  const { claim, ...more } = citationFrom(body, { isWhole: false })
  return { claimId, claim, ...more, asDraft: more.asDraft || earlier?.status === 'draft' }
}
