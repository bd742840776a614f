import type { AppearanceId, ClaimId, DocumentId } from '../ids.ts'
import type { EntryOf } from './entry.ts'
import type { RecordSet } from './record-set.ts'
import { stronglyConnected } from './strongly-connected.ts'

/** Claims and appearances that lead to one another: a single claim in the ordinary way, else a circle. */
export interface StatementPart {
  readonly nodes: readonly string[]
  /** Does it go round in a circle: X cites Y, Y cites X? */
  readonly isCircle: boolean
  /** Where it leads: to parts with lower numbers than its own. */
  readonly leadsTo: readonly number[]
  /** The parts that lead here in one step. */
  readonly takenBy: readonly number[]
  /** The ends of all ways out of it: itself, when it leads nowhere. */
  readonly sinks: readonly number[]
}

/**
 * Who took a statement from whom. Nodes are claims and appearances; an arrow leads from what took to what it took from,
 * so that the ends of all arrows are where statements began. A part's number is its place in `parts`.
 *
 * @see record.md 1.4, Independent origins
 */
export interface StatementGraph {
  readonly parts: readonly StatementPart[]
  readonly partOf: ReadonlyMap<string, number>
  /** The appearances of each claim, first recorded first; those that the newsroom took back are none. */
  readonly appearancesOf: ReadonlyMap<ClaimId, readonly EntryOf<'appearance'>[]>
}

const graphs = new WeakMap<RecordSet, StatementGraph>()

/** The graph of a whole set, built once. */
export function statementGraph(set: RecordSet): StatementGraph {
  const known = graphs.get(set)
  if (known) return known
  const appearancesOf = appearancesByClaim(set)
  const upstream = new Map<string, readonly string[]>()
  const next = (node: string): readonly string[] => {
    const heads = upstream.get(node) ?? upstreamOf(set, appearancesOf, node)
    upstream.set(node, heads)
    return heads
  }
  const found = stronglyConnected(set.claims.keys(), next)
  const partOf = numbered(found)
  const made = { parts: joined(found, partOf, next), partOf, appearancesOf }
  graphs.set(set, made)
  return made
}

type AppearancesOf = StatementGraph['appearancesOf']

/**
 * From whom a node took what it says.
 *
 * A claim took it from the claims it is derived from. Where none are known, it leads nowhere: it is where the statement
 * began; unless it has appearances and not one of them leads back to it. Then all we have is outlets that took it from
 * another claim, or from each other in a circle, and the claim leads to them.
 */
function upstreamOf(set: RecordSet, appearancesOf: AppearancesOf, node: string): readonly string[] {
  const appearance = set.appearances.get(node as AppearanceId)
  if (appearance) return [upstreamOfAppearance(set, appearance)]
  const claim = set.claims.get(node as ClaimId)
  const from = claim ? derivedFrom(set, claim) : []
  if (!claim || from.length > 0) return from
  const appearances = appearancesOf.get(claim.id) ?? []
  const isTraced = appearances.length === 0 || appearances.some((one) => endOf(set, one) === claim.id)
  return isTraced ? [] : appearances.map(({ id }) => id)
}

/** The claims in the set from which a claim was taken. */
export function derivedFrom(set: RecordSet, { id, content }: EntryOf<'claim'>): readonly ClaimId[] {
  if (content.derivedFrom.length === 0) return []
  const from = content.derivedFrom.map(({ claimId }) => claimId)
  return [...new Set(from.filter((claimId) => claimId !== id && set.claims.has(claimId)))]
}

/**
 * From what an appearance was taken: from what it says; where nobody knows, from the dispatch or the original of which
 * its document is a print or a translation, if the claim stood there too; else from the claim itself.
 */
export function upstreamOfAppearance(set: RecordSet, { content }: EntryOf<'appearance'>): AppearanceId | ClaimId {
  const { takenFrom, claimId, documentId } = content
  if (takenFrom.kind === 'appearance' && isHeld(set, takenFrom.id)) return takenFrom.id
  if (takenFrom.kind === 'claim' && set.claims.has(takenFrom.id)) return takenFrom.id
  const document = set.documents.get(documentId)?.content
  const original = document?.wireOf ?? document?.translationOf
  return (original && appearanceIn(set, claimId, original)) || claimId
}

const isHeld = (set: RecordSet, id: AppearanceId): boolean =>
  (set.appearances.get(id)?.status ?? 'withdrawn') !== 'withdrawn'

const appearanceIn = (set: RecordSet, claimId: ClaimId, documentId: DocumentId): AppearanceId | undefined =>
  statedIn(set).get(`${claimId} ${documentId}`)

const stated = new WeakMap<RecordSet, ReadonlyMap<string, AppearanceId>>()

/** The first recorded appearance of each claim in each document. */
function statedIn(set: RecordSet): ReadonlyMap<string, AppearanceId> {
  const known = stated.get(set)
  if (known) return known
  const lastFirst = [...set.appearances.values()].filter(({ id }) => isHeld(set, id)).sort((a, b) => byRecord(b, a))
  const made = new Map(lastFirst.map(({ id, content }) => [`${content.claimId} ${content.documentId}`, id]))
  stated.set(set, made)
  return made
}

/** Where an appearance's trail ends: at a claim; null where it goes round in a circle of outlets. */
function endOf(set: RecordSet, start: EntryOf<'appearance'>): ClaimId | null {
  const passed = new Set<string>()
  for (let appearance = start; !passed.has(appearance.id); ) {
    passed.add(appearance.id)
    const upstream = upstreamOfAppearance(set, appearance)
    const further = set.appearances.get(upstream as AppearanceId)
    if (!further) return upstream as ClaimId
    appearance = further
  }
  return null
}

function appearancesByClaim(set: RecordSet): AppearancesOf {
  const found = new Map<ClaimId, EntryOf<'appearance'>[]>()
  for (const appearance of [...set.appearances.values()].sort(byRecord)) {
    const { claimId } = appearance.content
    if (!isHeld(set, appearance.id)) continue
    const others = found.get(claimId)
    if (others) others.push(appearance)
    else found.set(claimId, [appearance])
  }
  return found
}

const byRecord = (a: EntryOf<'appearance'>, b: EntryOf<'appearance'>): number =>
  a.sequence - b.sequence || (a.id < b.id ? -1 : 1)

/** Gives every part its arrows and its ends; a part leads only to parts that stand before it. */
function joined(
  found: readonly (readonly string[])[],
  numbers: ReadonlyMap<string, number>,
  next: (node: string) => readonly string[],
): StatementPart[] {
  const takenBy: number[][] = found.map(() => [])
  const parts: StatementPart[] = []
  for (const [number, nodes] of found.entries()) {
    const heads = new Set(nodes.flatMap(next).flatMap((node) => numbers.get(node) ?? []))
    const isCircle = heads.delete(number)
    const leadsTo = [...heads]
    for (const head of leadsTo) takenBy[head]?.push(number)
    parts.push({ nodes, isCircle, leadsTo, takenBy: takenBy[number] ?? [], sinks: sinksOf(number, leadsTo, parts) })
  }
  return parts
}

function sinksOf(number: number, leadsTo: readonly number[], parts: readonly StatementPart[]): readonly number[] {
  const [first, ...others] = leadsTo
  if (first === undefined) return [number]
  const sinks = parts[first]?.sinks ?? []
  return others.length === 0 ? sinks : [...new Set([...sinks, ...others.flatMap((head) => parts[head]?.sinks ?? [])])]
}

function numbered(found: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const [number, nodes] of found.entries()) for (const node of nodes) numbers.set(node, number)
  return numbers
}
