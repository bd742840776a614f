import { bestPairs } from './best-pairs.ts'
import { isOfAKind, type Node, wordsOf } from './merge-nodes.ts'
import { canonical } from './merge-three.ts'
import { commonPairs, type Pair } from './word-diff-common.ts'

/** Beyond this many pairs of blocks none is looked for: the passage was written anew. */
const MAX_PAIRS = 10_000

/** How much two blocks must have in common to be one that was rewritten: twice the shared words over all words. */
const LIKE = 0.4

/** Which blocks of one text are which of another: equal ones first, then, between those, the ones most alike. */
export function alignBlocks(before: readonly Node[], after: readonly Node[]): Pair[] {
  const pairs: Pair[] = []
  let [atLeft, atRight] = [0, 0]
  const upTo = (left: number, right: number) => {
    for (const [one, other] of alike(before.slice(atLeft, left), after.slice(atRight, right))) {
      pairs.push([one + atLeft, other + atRight])
    }
  }
  for (const [left, right] of commonPairs(before.map(canonical), after.map(canonical))) {
    upTo(left, right)
    pairs.push([left, right])
    atLeft = left + 1
    atRight = right + 1
  }
  upTo(before.length, after.length)
  return pairs
}

function alike(before: readonly Node[], after: readonly Node[]): Pair[] {
  if (before.length * after.length === 0 || before.length * after.length > MAX_PAIRS) return []
  const left = before.map(countsOf)
  const right = after.map(countsOf)
  return bestPairs(before.length, after.length, (row, column) => {
    const [one, other] = [left[row], right[column]]
    return one && other ? likeness(one, other) : 0
  })
}

interface Counts {
  readonly node: Node
  readonly words: ReadonlyMap<string, number>
  readonly total: number
}

function countsOf(node: Node): Counts {
  const words = new Map<string, number>()
  const all =
    wordsOf(node)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { node, words, total: all.length }
}

/** From 0 to 1; less than {@link LIKE} is 0. A footnote is itself whatever it says. */
function likeness(one: Counts, other: Counts): number {
  if (!isOfAKind(one.node, other.node)) return 0
  if (one.node.type === 'footnote') return 1
  if (one.total + other.total === 0) return LIKE
  let shared = 0
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0)
  const ratio = (2 * shared) / (one.total + other.total)
  return ratio < LIKE ? 0 : ratio
}
