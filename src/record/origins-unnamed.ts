import type { ClaimId, SourceId } from '../ids.ts'
import type { EntryOf } from './entry.ts'
import { isNamed, sourceNow } from './origins-claimant.ts'
import { merging } from './origins-merge.ts'
import type { RecordSet } from './record-set.ts'
import type { SOURCE_CATEGORIES } from './source.ts'
import { statementGraph, upstreamOfAppearance } from './statement-graph.ts'

/** Claimants whom nobody names: a key for each that may be another person, and the category that tells them apart. */
export interface UnnamedOrigin {
  readonly key: string
  readonly category: (typeof SOURCE_CATEGORIES)[number]
}

/**
 * The origin of a claim by a described but unnamed claimant who spoke to an outlet that is named; null for a claimant
 * who is named, or not described, or whom no named outlet has met.
 *
 * At most, everybody is somebody else whose outlet, description or statement differs. At least, there are as many as
 * there are categories, since the security official of one agency may be the military source of the next.
 *
 * @see record.md 1.4, Independent origins, step 5
 */
export function unnamedOrigin(set: RecordSet, claim: EntryOf<'claim'>): UnnamedOrigin | null {
  const source = set.sources.get(sourceNow(set, claim.content.claimantId))
  const outlet = outletMet(set, claim)
  if (source?.content.anonymity !== 'described' || outlet === null) return null
  const category = source.content.category ?? 'other'
  const description = source.content.description?.text.trim().toLowerCase() ?? source.id
  return { key: JSON.stringify([outlet, category, description, ownStatementOf(set, claim)]), category }
}

/**
 * The named outlet to which an unnamed claimant spoke: the relay that an appearance names next to the claimant, else
 * its publisher. Only appearances count that took it from nobody else; without any, the document that holds the wording.
 */
function outletMet(set: RecordSet, claim: EntryOf<'claim'>): SourceId | null {
  const appearances = statementGraph(set).appearancesOf.get(claim.id) ?? []
  const direct = appearances.filter((appearance) => upstreamOfAppearance(set, appearance) === claim.id)
  const publisherOf = (documentId: EntryOf<'document'>['id'] | null) =>
    documentId && set.documents.get(documentId)?.content.publisherId
  const outlets = direct.map(({ content }) => content.via[0] ?? publisherOf(content.documentId))
  if (appearances.length === 0) outlets.push(publisherOf(claim.content.wording.documentId))
  const named = outlets.find((outlet) => outlet && isNamed(set, outlet))
  return named ? sourceNow(set, named) : null
}

const ownStatements = new WeakMap<RecordSet, ReadonlyMap<ClaimId, string>>()

/**
 * One key for what somebody unnamed said on one matter: the claims of one statement, and the same source's revisions
 * and retractions of them.
 */
export function ownStatementOf(set: RecordSet, { id }: EntryOf<'claim'>): string {
  const known = ownStatements.get(set) ?? statements(set, true)
  ownStatements.set(set, known)
  return known.get(id) ?? id
}

const sharedStatements = new WeakMap<RecordSet, ReadonlyMap<ClaimId, string>>()

/** One key for all claims of one statement, whoever made it. */
export function statementOf(set: RecordSet, { id }: EntryOf<'claim'>): string {
  const known = sharedStatements.get(set) ?? statements(set, false)
  sharedStatements.set(set, known)
  return known.get(id) ?? id
}

function statements(set: RecordSet, withLaterWords: boolean): ReadonlyMap<ClaimId, string> {
  const { join, groupOf } = merging()
  const linked = new Set<ClaimId>()
  for (const claim of set.claims.values()) {
    for (const other of [claim.content.sameStatementAs, ...(withLaterWords ? ownEarlier(set, claim) : [])]) {
      if (other === null) continue
      join(claim.id, other)
      linked.add(claim.id).add(other)
    }
  }
  return new Map([...linked].map((id) => [id, groupOf(id)[0] ?? id] as const))
}

const ownEarlier = (set: RecordSet, { content }: EntryOf<'claim'>): (ClaimId | null)[] =>
  [content.revises, content.retracts].filter(
    (id) => id !== null && set.claims.get(id)?.content.claimantId === content.claimantId,
  )
