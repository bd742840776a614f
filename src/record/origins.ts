import type { ClaimId, SourceId } from '../ids.ts'
import type { OriginCount } from './cell-summary.ts'
import type { EntryOf } from './entry.ts'
import { aboutKey } from './origins-about.ts'
import { claimantLine, isNamed, sourceNow } from './origins-claimant.ts'
import { merging } from './origins-merge.ts'
import { ownStatementOf, statementOf, unnamedOrigin } from './origins-unnamed.ts'
import type { RecordSet } from './record-set.ts'
import type { SOURCE_CATEGORIES } from './source.ts'
import { derivedFrom, statementGraph } from './statement-graph.ts'

/** Where a statement began. Origins with one key are one origin. */
type Origin =
  | { readonly kind: 'named'; readonly key: string }
  | { readonly kind: 'unnamed'; readonly key: string; readonly category: (typeof SOURCE_CATEGORIES)[number] }
  /** A circle of outlets, or a claim that nobody stands behind ("reports say"). */
  | { readonly kind: 'untraced'; readonly key: string }

/**
 * How many independent origins stand behind these claims, at least and at most, and how many appearances carry them.
 *
 * Every named origin counts. Unnamed claimants count at least once for each category and at most once for each outlet,
 * description and statement. What cannot be traced may be one of the others, so it counts for the maximum only.
 * Origins say nothing about truth or neutrality: two allied parties are two origins.
 *
 * Appearances are those of these claims and of every repeat of them on the same matter, without those that their
 * publisher took down. Repeats change nothing else here.
 *
 * @see record.md 1.4, Independent origins
 */
export function originsOf(set: RecordSet, claimIds: Iterable<ClaimId>): OriginCount {
  const claims = claimsOf(set, claimIds)
  const origins = new Map<string, Origin>()
  for (const sinks of originsByClaim(set, claims).values()) for (const origin of sinks) origins.set(origin.key, origin)
  const all = [...origins.values()]
  const unnamed = all.flatMap((origin) => (origin.kind === 'unnamed' ? origin.category : []))
  const named = all.filter(({ kind }) => kind === 'named').length
  const untraced = all.filter(({ kind }) => kind === 'untraced').length
  const anonMin = new Set(unnamed).size
  const anonMax = unnamed.length
  const [min, max] = [named + anonMin, named + anonMax + untraced]
  return { named, anonMin, anonMax, untraced, min, max, ...carriage(set, claims) }
}

/**
 * A key for the origin of each claim. Claims of one origin share it; a repeat carries the key of what it repeats; one
 * that draws on several origins has a key of its own.
 *
 * Keys hold within one answer only: whether two origins are one may depend on the other claims asked for.
 */
export function originKeys(set: RecordSet, claimIds: Iterable<ClaimId>): ReadonlyMap<ClaimId, string> {
  const origins = originsByClaim(set, claimsOf(set, claimIds))
  return new Map([...origins].map(([id, sinks]) => [id, [...new Set(sinks.map(({ key }) => key))].sort().join(' + ')]))
}

const claimsOf = (set: RecordSet, claimIds: Iterable<ClaimId>): readonly EntryOf<'claim'>[] =>
  [...new Set(claimIds)].flatMap((id) => set.claims.get(id) ?? [])

function originsByClaim(set: RecordSet, claims: readonly EntryOf<'claim'>[]): ReadonlyMap<ClaimId, readonly Origin[]> {
  const { parts, partOf } = statementGraph(set)
  const ends = (id: ClaimId) => parts[partOf.get(id) ?? -1]?.sinks ?? []
  const sinks = new Set(claims.flatMap(({ id }) => ends(id)))
  const origins = originsOfSinks(set, sinks)
  return new Map(claims.map(({ id }) => [id, ends(id).flatMap((sink) => origins.get(sink) ?? [])]))
}

/** The origin at each sink, once the named ones that are one and the same are merged. */
function originsOfSinks(set: RecordSet, sinks: Iterable<number>): ReadonlyMap<number, Origin> {
  const origins = new Map<number, Origin>()
  const speakers = new Map<number, EntryOf<'claim'>>()
  for (const sink of sinks) {
    const origin = originWithoutName(set, sink)
    if ('kind' in origin) origins.set(sink, origin)
    else speakers.set(sink, origin.speaker)
  }
  for (const [sink, key] of namedKeys(set, speakers)) origins.set(sink, { kind: 'named', key })
  return origins
}

/** What an unnamed or untraced sink is; or the claim of the named claimant that stands there. */
function originWithoutName(set: RecordSet, sink: number): Origin | { readonly speaker: EntryOf<'claim'> } {
  const part = statementGraph(set).parts[sink]
  const nodes = part?.nodes.toSorted() ?? []
  const claim = set.claims.get(nodes[0] as ClaimId)
  if (!claim || part?.isCircle) return { kind: 'untraced', key: `circle ${nodes[0]}` }
  const untraced = { kind: 'untraced', key: `untraced ${ownStatementOf(set, claim)}` } as const
  if (isCutOff(set, claim)) return untraced
  if (isNamed(set, claim.content.claimantId)) return { speaker: claim }
  const unnamed = unnamedOrigin(set, claim)
  return unnamed ? { kind: 'unnamed', key: `unnamed ${unnamed.key}`, category: unnamed.category } : untraced
}

/** Does it say that it was taken from elsewhere, while we hold nothing of that? */
const isCutOff = (set: RecordSet, claim: EntryOf<'claim'>): boolean =>
  claim.content.derivedFrom.length > 0 && derivedFrom(set, claim).length === 0

/**
 * The keys of named origins. Two are one when one source, office or actor speaks in both, at whatever remove (parent and
 * branch), or when they made one statement together. Shared evidence does not merge them.
 *
 * @see record.md 1.4, Independent origins, steps 4 and 7
 */
function namedKeys(set: RecordSet, speakers: ReadonlyMap<number, EntryOf<'claim'>>): ReadonlyMap<number, string> {
  const { join, groupOf } = merging()
  for (const claim of speakers.values()) {
    for (const voice of claimantLine(set, claim)) join(claim.id, voice)
    join(claim.id, `statement ${statementOf(set, claim)}`)
  }
  const keys = new Map<string, string>()
  for (const claim of speakers.values()) {
    if (keys.has(claim.id)) continue
    const group = groupOf(claim.id)
    for (const member of group) keys.set(member, `named ${group[0]}`)
  }
  return new Map([...speakers].map(([sink, { id }]) => [sink, keys.get(id) ?? id]))
}

function carriage(
  set: RecordSet,
  claims: readonly EntryOf<'claim'>[],
): Pick<OriginCount, 'appearances' | 'publishers'> {
  const { appearancesOf } = statementGraph(set)
  const carrying = [...withRepeats(set, claims)].flatMap((id) => appearancesOf.get(id) ?? [])
  const standing = carrying.filter(({ content }) => content.withdrawnOn === null)
  const publishers = standing.flatMap(({ content }) => set.documents.get(content.documentId)?.content.publisherId ?? [])
  return {
    appearances: standing.length,
    publishers: new Set<SourceId>(publishers.map((id) => sourceNow(set, id))).size,
  }
}

/** These claims and all that were taken from them, at whatever remove, and speak of the same thing. */
function withRepeats(set: RecordSet, claims: readonly EntryOf<'claim'>[]): ReadonlySet<ClaimId> {
  const { parts, partOf } = statementGraph(set)
  const matters = new Set(claims.map(({ content }) => aboutKey(set, content.about)))
  const reached = new Set(claims.flatMap(({ id }) => partOf.get(id) ?? []))
  // A set grows while it is walked, and is walked to its new end.
  for (const part of reached) for (const repeat of parts[part]?.takenBy ?? []) reached.add(repeat)
  const repeats = [...reached]
    .flatMap((part) => parts[part]?.nodes ?? [])
    .flatMap((node) => set.claims.get(node as ClaimId) ?? [])
  const same = repeats.filter(({ status, content }) => status === 'live' && matters.has(aboutKey(set, content.about)))
  return new Set([...claims.map(({ id }) => id), ...same.map(({ id }) => id)])
}
