import type { Inline } from './document.ts'
import { alignBlocks } from './align-blocks.ts'
import { holdsBlocks, holdsWords, type Node, stringsIn, wordsOf } from './merge-nodes.ts'
import { type Conflicts, each, isSame, sideOf, type Three } from './merge-three.ts'
import { mergeInlines } from './merge-words.ts'

type Path = readonly (string | number)[]

/**
 * Merges blocks: those that both left stand, what either put in is put in, what either took out is out. What one took out
 * and the other went on writing stands, and is a conflict: words are sooner cut than found again.
 */
export function mergeBlocks(three: Three<readonly Node[]>, path: Path, conflicts: Conflicts): readonly Node[] {
  const side = sideOf(three)
  if (side) return three[side]
  const mine = partnersOf(three.base, three.mine)
  const theirs = partnersOf(three.base, three.theirs)
  const merged: Node[] = []
  const putIn = (index: number) => {
    const [ours, others] = [mine.putInAfter(index), theirs.putInAfter(index)]
    merged.push(...others, ...ours.filter((one) => !others.some((other) => isSame(one, other))))
  }
  putIn(-1)
  three.base.forEach((base, index) => {
    const here = [...path, merged.length]
    const node = mergeMaybe({ base, mine: mine.of(index), theirs: theirs.of(index) }, here, conflicts)
    if (node) merged.push(node)
    putIn(index)
  })
  return merged
}

interface Partners {
  /** What became of a block of the base; undefined where it was taken out. */
  of(index: number): Node | undefined
  /** What was put in behind a block of the base, or with -1 before all. */
  putInAfter(index: number): readonly Node[]
}

function partnersOf(base: readonly Node[], other: readonly Node[]): Partners {
  const pairs = alignBlocks(base, other)
  const partner = new Map(pairs)
  const baseOf = new Map(pairs.map(([left, right]) => [right, left]))
  const putIn = new Map<number, Node[]>()
  let behind = -1
  other.forEach((node, index) => {
    const known = baseOf.get(index)
    if (known === undefined) putIn.set(behind, [...(putIn.get(behind) ?? []), node])
    else behind = known
  })
  return {
    of: (index) => {
      const at = partner.get(index)
      return at === undefined ? undefined : other[at]
    },
    putInAfter: (index) => putIn.get(index) ?? [],
  }
}

interface Maybe {
  readonly base: Node
  readonly mine: Node | undefined
  readonly theirs: Node | undefined
}

function mergeMaybe({ base, mine, theirs }: Maybe, path: Path, conflicts: Conflicts): Node | undefined {
  if (mine && theirs) return mergeNode({ base, mine, theirs }, path, conflicts)
  const left = mine ?? theirs
  if (!left || isSame(left, base)) return undefined
  const writer = mine ? 'mine' : 'theirs'
  const words = { base: wordsOf(base), mine: mine ? wordsOf(mine) : '', theirs: theirs ? wordsOf(theirs) : '' }
  return conflicts.settle({ path, ...words }, writer) === writer ? left : undefined
}

function mergeNode(three: Three<Node>, path: Path, conflicts: Conflicts): Node | undefined {
  const side = sideOf(three)
  if (side) return three[side]
  const { type, attrs } = mergeShell(three, path, conflicts)
  const shell = attrs === undefined ? { type } : { type, attrs }
  const contents = each(three, ({ content = [] }) => content)
  if (holdsWords(three.base)) {
    const words = mergeInlines(each(contents, asInlines), path, conflicts)
    return { ...shell, content: words }
  }
  if (holdsBlocks(three.base)) return filled(shell, mergeBlocks(contents, path, conflicts))
  if (type === 'table') return mergeTable(three, shell, { path, conflicts })
  if (type === 'tableRow') return { ...shell, content: mergeCells(contents, path, conflicts) }
  return shell
}

const asInlines = (content: readonly Node[]): readonly Inline[] => content as readonly Inline[]

/** A list of which each took out what the other had left is gone. */
const filled = (shell: Node, content: readonly Node[]): Node | undefined =>
  content.length === 0 ? undefined : { ...shell, content }

/** What a block is besides its words. What a picture's attributes say belongs together: they are taken whole. */
function mergeShell(three: Three<Node>, path: Path, conflicts: Conflicts): Node {
  const shells = each(three, ({ type, attrs }): Node => (attrs === undefined ? { type } : { type, attrs }))
  const side = sideOf(shells)
  if (side) return shells[side]
  const words = each(shells, ({ type, attrs }) => stringsIn(attrs ?? {}).join(' · ') || type)
  return shells[conflicts.settle({ path, ...words })]
}

/** Row by row where nobody touched the columns; otherwise a table is one thing. */
function mergeTable(
  three: Three<Node>,
  shell: Node,
  { path, conflicts }: { path: Path; conflicts: Conflicts },
): Node | undefined {
  const widths = [three.base, three.mine, three.theirs].map(widthOf)
  const contents = each(three, ({ content = [] }) => content)
  if (widths[0] !== null && widths.every((width) => width === widths[0])) {
    return { ...shell, content: mergeBlocks(contents, path, conflicts) }
  }
  const side = sideOf(contents) ?? conflicts.settle({ path, ...each(three, wordsOf) })
  return { ...shell, content: contents[side] }
}

/** How many columns a table has; null where its rows differ or cells reach over others. */
function widthOf({ content: rows = [] }: Node): number | null {
  const cells = rows.map(({ content = [] }) => content)
  const isPlain = cells.flat().every(({ attrs }) => attrs?.['colspan'] === 1 && attrs['rowspan'] === 1)
  const width = cells[0]?.length ?? 0
  return isPlain && cells.every(({ length }) => length === width) ? width : null
}

const mergeCells = (rows: Three<readonly Node[]>, path: Path, conflicts: Conflicts): Node[] =>
  rows.base.flatMap((base, column) => {
    const [mine, theirs] = [rows.mine[column], rows.theirs[column]]
    return mine && theirs ? (mergeNode({ base, mine, theirs }, [...path, column], conflicts) ?? []) : []
  })
