import type { AppearanceId, ClaimId, SourceId } from '../ids.ts'
import type { EntryOf } from './entry.ts'
import type { ClaimPath, PathStep } from './ledger.ts'
import type { RecordSet } from './record-set.ts'
import { compare } from './said-order.ts'
import { derivedFrom, statementGraph, upstreamOfAppearance } from './statement-graph.ts'

type Way = readonly PathStep[]

/**
 * Every way on which a claim came to us, the shortest first; of two as short, that of the earlier document.
 *
 * A way begins with the claimant (for a repeat: with the claimant of what it repeats), goes on through those who passed
 * it on, and ends in a document. Where nobody knows from whom a document has it, `unknown` stands in the gap; what a
 * claimant publishes itself has none. Texts that were taken down stay: it was on this way that the claim came.
 *
 * @see record.md 1.1, Appearance
 */
export function pathOf(set: RecordSet, claimId: ClaimId): ClaimPath {
  const claim = set.claims.get(claimId)
  if (!claim) return { claimId, ways: [] }
  const appearances = statementGraph(set).appearancesOf.get(claimId) ?? []
  const ways = appearances.flatMap((appearance) =>
    waysTo(set, appearance, new Set()).map((way) => ended(set, way, appearance)),
  )
  const { documentId } = claim.content.wording
  const isElsewhere = documentId !== null && !appearances.some(({ content }) => content.documentId === documentId)
  const document = documentId === null ? [] : [{ kind: 'document', documentId } as const]
  const worded = isElsewhere ? waysOfClaim(set, claim).map((way) => [...way, ...document]) : []
  return { claimId, ways: [...ways, ...worded].sort((a, b) => a.length - b.length || compareEnds(set, a, b)) }
}

/** How a claim came to be made: by its claimant; a repeat, by the shortest way of each claim that it was taken from. */
function waysOfClaim(set: RecordSet, claim: EntryOf<'claim'>): readonly Way[] {
  const { claimantId } = claim.content
  const from = derivedFrom(set, claim)
  if (from.length === 0) return [[{ kind: 'claimant', sourceId: claimantId }]]
  return from.map((id) => relayed(shortest(set, id), claimantId))
}

/** From the nearest beginning to a claim, claimant by claimant; out of a circle nobody knows a beginning. */
function shortest(set: RecordSet, id: ClaimId): Way {
  const trails: (readonly ClaimId[])[] = [[id]]
  const passed = new Set([id])
  // The list grows while it is walked, nearest first, and is walked to its new end.
  for (const trail of trails) {
    const first = set.claims.get(trail[0] ?? id)
    const further = first ? derivedFrom(set, first) : []
    if (further.length === 0) return throughClaimants(set, trail)
    for (const next of further.filter((one) => !passed.has(one))) {
      passed.add(next)
      trails.push([next, ...trail])
    }
  }
  return [{ kind: 'unknown' }, ...throughClaimants(set, [id]).map(asRelay)]
}

const throughClaimants = (set: RecordSet, trail: readonly ClaimId[]): Way =>
  trail
    .flatMap((id) => set.claims.get(id)?.content.claimantId ?? [])
    .reduce<Way>((way, sourceId) => (way.length === 0 ? [{ kind: 'claimant', sourceId }] : relayed(way, sourceId)), [])

const asRelay = (step: PathStep): PathStep => (step.kind === 'claimant' ? { ...step, kind: 'relay' } : step)

/** How an appearance has it, as far as the last relay before its own document. */
function waysTo(set: RecordSet, appearance: EntryOf<'appearance'>, passed: ReadonlySet<string>): readonly Way[] {
  const claim = set.claims.get(appearance.content.claimId)
  if (!claim) return []
  const upstream = upstreamOfAppearance(set, appearance)
  const here = new Set([...passed, appearance.id])
  const before = set.appearances.get(upstream as AppearanceId)
  const ways = before ? throughAppearance(set, claim, before, here) : throughClaim(set, appearance, upstream as ClaimId)
  return ways.map((way) => throughRelays(way, appearance.content.via))
}

function throughAppearance(
  set: RecordSet,
  claim: EntryOf<'claim'>,
  before: EntryOf<'appearance'>,
  passed: ReadonlySet<string>,
): readonly Way[] {
  const publisher = publisherOf(set, before)
  if (passed.has(before.id)) return [[{ kind: 'claimant', sourceId: claim.content.claimantId }, { kind: 'unknown' }]]
  return waysTo(set, before, passed).map((way) => (publisher ? relayed(way, publisher) : way))
}

/** The ways of the claim from which an appearance was taken: its own in the ordinary case. */
function throughClaim(set: RecordSet, appearance: EntryOf<'appearance'>, upstream: ClaimId): readonly Way[] {
  const { claimId, takenFrom, via } = appearance.content
  const claim = set.claims.get(upstream)
  if (!claim) return []
  const own = set.claims.get(claimId)?.content.claimantId
  const ways = waysOfClaim(set, claim)
  if (upstream !== claimId && own) return ways.map((way) => relayed(way, own))
  const isKnown = takenFrom.kind === 'claim' || via.length > 0 || publisherOf(set, appearance) === own
  return isKnown ? ways : ways.map((way) => [...way, { kind: 'unknown' }])
}

/** The same way with one more relay; who stands on it already stands there once. */
const relayed = (way: Way, sourceId: SourceId): Way =>
  placeOn(way, sourceId) < 0 ? [...way, { kind: 'relay', sourceId }] : way

/**
 * The way through the relays that a text names. It may name the last one or the whole chain, so that those on the way
 * already are the same ones; a new one stands right before the one that the text names after it.
 */
function throughRelays(way: Way, via: readonly SourceId[]): Way {
  const steps = [...way]
  let before = steps.length
  for (const sourceId of via.toReversed()) {
    const known = placeOn(steps, sourceId)
    // Nobody stands before whoever said it.
    if (known < 0) steps.splice(Math.max(before, 1), 0, { kind: 'relay', sourceId })
    else before = Math.min(before, known)
  }
  return steps
}

const placeOn = (way: Way, sourceId: SourceId): number =>
  way.findIndex((step) => 'sourceId' in step && step.sourceId === sourceId)

/** The document at the end says itself who published it: the publisher is no relay before it. */
function ended(set: RecordSet, way: Way, appearance: EntryOf<'appearance'>): Way {
  const publisher = publisherOf(set, appearance)
  const before = way.filter((step) => step.kind !== 'relay' || step.sourceId !== publisher)
  return [...before, { kind: 'document', documentId: appearance.content.documentId }]
}

const publisherOf = (set: RecordSet, { content }: EntryOf<'appearance'>): SourceId | undefined =>
  set.documents.get(content.documentId)?.content.publisherId

function compareEnds(set: RecordSet, a: Way, b: Way): number {
  const [one, other] = [endOf(a), endOf(b)]
  return compare(publishedOf(set, one), publishedOf(set, other)) || compare(one, other)
}

const endOf = (way: Way): string => {
  const last = way.at(-1)
  return last?.kind === 'document' ? last.documentId : ''
}

/** Undated documents come last. */
function publishedOf(set: RecordSet, documentId: string): string {
  const document = set.documents.get(documentId as EntryOf<'document'>['id'])?.content
  return document?.publishedAt ?? document?.publishedOn ?? '9999'
}
