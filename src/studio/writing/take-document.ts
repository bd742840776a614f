import type { Fragment, Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'

/** Blocks of one text that others stand in place of: `from` to `to` of the old, `with` to `until` of the new. */
interface Hunk {
  readonly from: number
  readonly to: number
  readonly with: number
  readonly until: number
}

/** Beyond so many comparisons a whole stretch counts as changed. */
const MOST_COMPARISONS = 250_000

/**
 * Turns the text into another with as little change as can be: words that both have stay untouched, and with them the
 * caret, comments and what can be undone.
 */
export function takeDocument<Change extends Transform>(tr: Change, wanted: Node): Change {
  const { doc } = tr
  for (const hunk of hunksBetween(doc, wanted).toReversed()) replaceHunk(tr, doc, wanted, hunk)
  if (!tr.doc.eq(wanted)) tr.replaceWith(0, tr.doc.content.size, wanted.content)
  return tr
}

function replaceHunk(tr: Transform, doc: Node, wanted: Node, hunk: Hunk): void {
  const [oldAt, oldEnd] = [sizeBefore(doc, hunk.from), sizeBefore(doc, hunk.to)]
  const [newAt, newEnd] = [sizeBefore(wanted, hunk.with), sizeBefore(wanted, hunk.until)]
  const range = differing(doc.content.cut(oldAt, oldEnd), wanted.content.cut(newAt, newEnd))
  if (range) {
    const slice = wanted.slice(newAt + range.start, newAt + range.newEnd)
    tr.replace(oldAt + range.start, oldAt + range.oldEnd, slice)
  }
}

function differing(old: Fragment, wanted: Fragment) {
  const start = old.findDiffStart(wanted)
  const ends = old.findDiffEnd(wanted)
  if (start === null || ends === null) return null
  // Where letters repeat, both ends may claim the same ones.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  return { start, oldEnd: ends.a + overlap, newEnd: ends.b + overlap }
}

const sizeBefore = (doc: Node, index: number): number =>
  doc.children.slice(0, index).reduce((size, child) => size + child.nodeSize, 0)

function hunksBetween(doc: Node, wanted: Node): Hunk[] {
  const [old, next] = [doc.children, wanted.children]
  let start = 0
  while (start < old.length && start < next.length && same(old, start, next, start)) start += 1
  let [oldEnd, newEnd] = [old.length, next.length]
  while (oldEnd > start && newEnd > start && same(old, oldEnd - 1, next, newEnd - 1)) {
    oldEnd -= 1
    newEnd -= 1
  }
  if (start === oldEnd && start === newEnd) return []
  const kept =
    (oldEnd - start) * (newEnd - start) > MOST_COMPARISONS ? [] : keptBlocks(old, next, { start, oldEnd, newEnd })
  return between(kept, { start, oldEnd, newEnd })
}

interface Stretch {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

const same = (old: readonly Node[], at: number, next: readonly Node[], index: number): boolean => {
  const [one, other] = [old[at], next[index]]
  return one !== undefined && other !== undefined && one.eq(other)
}

/** Pairs of blocks that stay as they are: the longest common row of them. */
function keptBlocks(old: readonly Node[], next: readonly Node[], { start, oldEnd, newEnd }: Stretch) {
  const width = newEnd - start + 1
  const lengths = new Uint16Array((oldEnd - start + 1) * width)
  const cell = (one: number, other: number) => (one - start) * width + (other - start)
  for (let one = oldEnd - 1; one >= start; one -= 1) {
    for (let other = newEnd - 1; other >= start; other -= 1) {
      lengths[cell(one, other)] = same(old, one, next, other)
        ? (lengths[cell(one + 1, other + 1)] ?? 0) + 1
        : Math.max(lengths[cell(one + 1, other)] ?? 0, lengths[cell(one, other + 1)] ?? 0)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [one, other] = [start, start]
  while (one < oldEnd && other < newEnd) {
    if (same(old, one, next, other)) pairs.push([one++, other++])
    else if ((lengths[cell(one + 1, other)] ?? 0) >= (lengths[cell(one, other + 1)] ?? 0)) one += 1
    else other += 1
  }
  return pairs
}

function between(kept: readonly (readonly [number, number])[], { start, oldEnd, newEnd }: Stretch): Hunk[] {
  const hunks: Hunk[] = []
  let [from, at] = [start, start]
  for (const [one, other] of [...kept, [oldEnd, newEnd] as const]) {
    if (one > from || other > at) hunks.push({ from, to: one, with: at, until: other })
    ;[from, at] = [one + 1, other + 1]
  }
  return hunks
}
