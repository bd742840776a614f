import type { ClaimId, EventId } from '../../ids.ts'
import { pathOf } from '../../record/claim-path.ts'
import type { Claim, Proposition } from '../../record/claim.ts'
import { displayName } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import { livenessOf } from '../../record/live-claims.ts'
import { ledgerOf } from '../../record/make-ledger.ts'
import type { Quantity } from '../../record/quantity.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { stanceOf } from '../../record/stance.ts'
import { actorWords, type ExportContext, joined, measureWords, sourceWords } from './row-words.ts'
import type { Row } from './tables.ts'

/** One row for each claim that speaks of an event, in the order in which they were recorded, history included. */
export function claimRows(set: RecordSet, eventId: EventId, context: ExportContext): Row[] {
  const claims = claimsOn(set, eventId)
  const counting = countingAmong(set, eventId, claims)
  return claims.map((claim) => ({
    ...aboutOf(set, claim.content, context),
    ...figureOf(claim.content.figure),
    ...relationsOf(claim.content),
    ...whereFrom(set, claim, context),
    claim_id: claim.id,
    claimant: sourceWords(set, claim.content.claimantId, context),
    claimant_kind: set.sources.get(claim.content.claimantId)?.content.kind ?? null,
    stance: stanceOf(set, claim),
    act: claim.content.act,
    verbatim: claim.content.wording.text,
    lang: claim.content.wording.lang,
    said_edtf: claim.content.saidAt.edtf,
    counting: claim.content.counting.kind,
    as_of: asOf(claim.content),
    basis: claim.content.basis,
    live: counting.has(claim.id),
    recorded_at: claim.recordedAt,
  }))
}

export const claimsOn = (set: RecordSet, eventId: EventId): EntryOf<'claim'>[] =>
  inOrder(set.claims.values()).filter(({ content }) => content.about.eventId === eventId)

/** By the number under which they were recorded: the one order that never changes. */
export const inOrder = <Some extends { readonly sequence: number }>(entries: Iterable<Some>): Some[] =>
  [...entries].sort((one, other) => one.sequence - other.sequence)

/** The claims that count now. One that an origin's later word has taken the place of is told from its figure alone. */
function countingAmong(set: RecordSet, eventId: EventId, claims: readonly EntryOf<'claim'>[]): ReadonlySet<ClaimId> {
  const inCells = new Map(
    ledgerOf(set, eventId)
      .cells.flatMap(({ summary }) => summary.claims)
      .map(({ claimId, notLive }) => [claimId, notLive] as const),
  )
  const liveness = livenessOf(set, claims)
  const counts = ({ id, status }: EntryOf<'claim'>) => status === 'live' && !(inCells.get(id) ?? liveness.get(id))
  return new Set(claims.filter(counts).map(({ id }) => id))
}

function aboutOf(set: RecordSet, { about }: Claim, context: ExportContext): Row {
  return about.kind === 'measure'
    ? { event_id: about.eventId, victim_group_id: about.groupId, measure: measureWords(about) }
    : { event_id: about.eventId, proposition: propositionWords(set, about.proposition, context) }
}

function propositionWords(set: RecordSet, proposition: Proposition, context: ExportContext): string {
  if (proposition.kind === 'occurred') return proposition.kind
  const actor = actorWords(set, proposition.actorId, context) ?? proposition.actorId
  if (proposition.kind !== 'control') return `${proposition.kind}(${actor})`
  const place = set.places.get(proposition.placeId)
  const name = place ? displayName(place.content.names, context.newspaper.defaultLanguage) : proposition.placeId
  return `control(${name}, ${actor})`
}

function figureOf(figure: Quantity | null): Row {
  if (figure === null) return {}
  const kind = { figure_kind: figure.kind }
  if (figure.kind === 'range') return { ...kind, lo: figure.lo, hi: figure.hi }
  if (figure.kind === 'vague') return { ...kind, term: figure.term }
  return 'n' in figure ? { ...kind, n: figure.n } : kind
}

const asOf = ({ counting }: Claim): string | null =>
  counting.kind === 'running' || counting.kind === 'cumulative' ? counting.asOf : null

const relationsOf = ({ revises, retracts, denies, derivedFrom }: Claim): Row => ({
  revises,
  retracts,
  denies,
  derived_from: joined(derivedFrom.map(({ claimId }) => claimId)),
})

/** The shortest way by which a claim reached us, and where it can be read. */
function whereFrom(set: RecordSet, claim: EntryOf<'claim'>, context: ExportContext): Row {
  const [way = []] = pathOf(set, claim.id).ways
  const relays = way.flatMap((step) => (step.kind === 'relay' ? [sourceWords(set, step.sourceId, context)] : []))
  const carried = way.flatMap((step) => (step.kind === 'document' ? (set.documents.get(step.documentId) ?? []) : []))
  const document =
    carried.at(-1) ?? (claim.content.wording.documentId && set.documents.get(claim.content.wording.documentId))
  if (!document) return { via: relays.join(' → ') || null }
  const { url, captures, publisherId } = document.content
  const capture = captures.findLast(({ isPublic }) => isPublic)
  return {
    via: [...relays, sourceWords(set, publisherId, context)].join(' → '),
    document_url: url,
    archive_url: capture?.waybackUrl ?? null,
    sha256: capture?.sha256 ?? null,
  }
}
