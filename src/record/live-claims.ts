import type { ClaimId, DocumentId } from '../ids.ts'
import type { NotLive } from './cell-summary.ts'
import type { EntryOf } from './entry.ts'
import { provisionalFigures, readsAsFigure } from './live-claims-translation.ts'
import { aboutKey } from './origins-about.ts'
import { isSameClaimant } from './origins-claimant.ts'
import type { RecordSet } from './record-set.ts'
import { bySaid } from './said-order.ts'
import { statementGraph } from './statement-graph.ts'

/**
 * Which claims do not count now, and why; null for those that do. Give all claims of a cell or of a proposition, and of
 * as many as you like. Nothing vanishes: what does not count stays in history.
 *
 * In this order, the first that holds is given: its claimant retracted it; its claimant revised it; its every appearance
 * was taken down (or the newsroom withdrew it); it is known from a machine's translation only; it repeats another of the
 * claims on its cell, which stands for it; it adds up what others said. Which claim speaks for an origin that made several is decided after this.
 *
 * @see record.md 1.3, Cell and summary, steps 2 and 3
 */
export function livenessOf(set: RecordSet, claims: Iterable<EntryOf<'claim'>>): ReadonlyMap<ClaimId, NotLive | null> {
  const list = [...claims]
  const cells = Map.groupBy(list, ({ content }) => aboutKey(set, content.about))
  const repeated = new Map([...cells.values()].flatMap((cell) => [...repeatsAmong(set, cell)]))
  return new Map(
    list.map((claim) => {
      const from = repeated.get(claim.id) ?? addedUpFrom(set, claim)
      const reason = takenBack(set, claim) ?? unknown(set, claim) ?? (from ? { kind: 'derived' as const, from } : null)
      return [claim.id, reason]
    }),
  )
}

/** Withdrawn or provisional: nobody can know whether, or what, the claimant said. */
function unknown(set: RecordSet, claim: EntryOf<'claim'>): NotLive | null {
  if (isWithdrawn(set, claim)) return { kind: 'withdrawn' }
  const figures = provisionalFigures(claim)
  return figures && { kind: 'provisional', figures }
}

/**
 * Has every publisher taken it down, while we hold no capture of it? Or did the newsroom withdraw its own entry? A claim
 * for which no appearance was ever recorded was not taken down.
 */
function isWithdrawn(set: RecordSet, claim: EntryOf<'claim'>): boolean {
  if (claim.status === 'withdrawn') return true
  const appearances = statementGraph(set).appearancesOf.get(claim.id) ?? []
  if (appearances.length === 0 || appearances.some(({ content }) => content.withdrawnOn === null)) return false
  const documents = [claim.content.wording.documentId, ...appearances.map(({ content }) => content.documentId)]
  return documents.every((id) => id === null || !isCaptured(set, id))
}

/**
 * The claimant's own later word that takes a claim back: a retraction before a revision, the latest of each.
 *
 * Retracting a revision does not revive what it revised, unless the retraction restates that figure. A later word that
 * is itself withdrawn or provisional takes nothing back; one that was in its turn revised or retracted still does.
 */
function takenBack(set: RecordSet, claim: EntryOf<'claim'>): NotLive | null {
  const later = (laterWords(set).get(claim.id) ?? []).filter((word) => mayTakeBack(set, word, claim))
  const retraction = later.findLast(({ content }) => content.retracts === claim.id)
  if (retraction) return { kind: 'retracted', by: retraction.id }
  const revision = later.findLast((word) => !isRestated(set, claim, word))
  return revision ? { kind: 'revised', by: revision.id } : null
}

/** Is it the same claimant's word on the same cell, and do we know it for sure? */
const mayTakeBack = (set: RecordSet, word: EntryOf<'claim'>, claim: EntryOf<'claim'>): boolean =>
  aboutKey(set, word.content.about) === aboutKey(set, claim.content.about) &&
  isSameClaimant(set, word, claim) &&
  unknown(set, word) === null

/** Did a retraction of the revision say the earlier figure again, without making a claim of its own? */
function isRestated(set: RecordSet, claim: EntryOf<'claim'>, revision: EntryOf<'claim'>): boolean {
  const { figure } = claim.content
  return (laterWords(set).get(revision.id) ?? []).some(
    (word) =>
      word.content.act === 'retract' &&
      word.content.retracts === revision.id &&
      word.content.figure !== null &&
      figure !== null &&
      readsAsFigure(word.content.figure, figure) &&
      mayTakeBack(set, word, revision),
  )
}

const laterWordsOfSet = new WeakMap<RecordSet, ReadonlyMap<ClaimId, readonly EntryOf<'claim'>[]>>()

/** The claims that revise or retract each claim, in the order in which they were said. */
function laterWords(set: RecordSet): ReadonlyMap<ClaimId, readonly EntryOf<'claim'>[]> {
  const known = laterWordsOfSet.get(set)
  if (known) return known
  const found = new Map<ClaimId, EntryOf<'claim'>[]>()
  const later = [...set.claims.values()].filter(({ content }) => content.revises !== null || content.retracts !== null)
  for (const word of later.sort(bySaid)) {
    for (const id of new Set([word.content.revises, word.content.retracts])) {
      if (id !== null && id !== word.id) found.set(id, [...(found.get(id) ?? []), word])
    }
  }
  laterWordsOfSet.set(set, found)
  return found
}

/**
 * For each claim of one cell that repeats others of it: those at the beginning of its trail, which stand for it.
 *
 * In a circle nobody repeats anybody: its claims are one origin, and the latest will speak for it. What was taken only
 * from claims on another cell stands for itself. An entry that the newsroom withdrew stands for nobody.
 */
function repeatsAmong(set: RecordSet, claims: readonly EntryOf<'claim'>[]): ReadonlyMap<ClaimId, readonly ClaimId[]> {
  const { parts, partOf } = statementGraph(set)
  const own = new Map<number, ClaimId[]>()
  for (const { id, status } of claims) {
    const part = partOf.get(id) ?? -1
    if (status !== 'withdrawn') own.set(part, [...(own.get(part) ?? []), id])
  }
  const standing = new Map<number, { readonly upstream: readonly ClaimId[]; readonly all: readonly ClaimId[] }>()
  // A part leads only to parts with lower numbers, so that those are always done first.
  for (const number of reachable(set, claims).sort((a, b) => a - b)) {
    const upstream = [...new Set((parts[number]?.leadsTo ?? []).flatMap((head) => standing.get(head)?.all ?? []))]
    standing.set(number, { upstream, all: upstream.length > 0 ? upstream : (own.get(number) ?? []) })
  }
  const sequences = new Map(claims.map(({ id, sequence }) => [id, sequence] as const))
  const recordedFirst = (a: ClaimId, b: ClaimId) => (sequences.get(a) ?? 0) - (sequences.get(b) ?? 0)
  const upstreamOf = (id: ClaimId) => standing.get(partOf.get(id) ?? -1)?.upstream ?? []
  const repeats = claims.filter(({ id }) => upstreamOf(id).length > 0)
  return new Map(repeats.map(({ id }) => [id, upstreamOf(id).toSorted(recordedFirst)]))
}

/**
 * The claims that somebody made one figure of: newspapers that turn 2,000 buried and 900 in morgues into "nearly 3,000
 * killed" have counted nobody, whichever cell those claims are on. Null where it rests on anything else, or on a claim
 * that is not known.
 */
function addedUpFrom(set: RecordSet, { content: { derivedFrom } }: EntryOf<'claim'>): readonly ClaimId[] | null {
  const isSum =
    derivedFrom.length > 0 && derivedFrom.every(({ how, claimId }) => how === 'aggregates' && set.claims.has(claimId))
  return isSum ? derivedFrom.map(({ claimId }) => claimId) : null
}

/** The numbers of the parts of the graph in which these claims stand, and of all those they lead to. */
function reachable(set: RecordSet, claims: readonly EntryOf<'claim'>[]): number[] {
  const { parts, partOf } = statementGraph(set)
  const reached = new Set(claims.flatMap(({ id }) => partOf.get(id) ?? []))
  // A set grows while it is walked, and is walked to its new end.
  for (const part of reached) for (const head of parts[part]?.leadsTo ?? []) reached.add(head)
  return [...reached]
}

/** Do we hold what the document said, whether readers may see it or not? */
function isCaptured(set: RecordSet, id: DocumentId): boolean {
  const document = set.documents.get(id)?.content
  return document !== undefined && (document.captures.length > 0 || document.isHeld === true)
}
