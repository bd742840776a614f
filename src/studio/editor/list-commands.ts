import { type Node, NodeRange } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { canJoin, canSplit, findWrapping, liftTarget } from 'prosemirror-transform'
import { storySchema } from './schema.ts'

const { list, listItem, paragraph } = storySchema.nodes

/** The items that the selection touches, in the innermost list that holds all of it; null outside lists. */
export const itemRange = ({ selection: { $from, $to } }: EditorState): NodeRange | null =>
  $from.blockRange($to, (node) => node.type === list)

/** The innermost list around the selection. */
const listAround = (state: EditorState): Node | null => itemRange(state)?.parent ?? null

export const isInList = (state: EditorState, ordered: boolean): boolean =>
  listAround(state)?.attrs['ordered'] === ordered

/** Makes a list of the blocks that are selected, changes a list of the other kind, or ends a list of this kind. */
export const toggleList =
  (ordered: boolean): Command =>
  (state, dispatch) => {
    const range = itemRange(state)
    if (!range) return wrapInList(ordered)(state, dispatch)
    if (range.parent.attrs['ordered'] === ordered) return liftOut(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(range.$from.before(range.depth), null, { ordered, start: 1 }))
    return true
  }

/** A list around the blocks, an item for each. What is no paragraph becomes one first. */
export const wrapInList =
  (ordered: boolean, start = 1): Command =>
  (state, dispatch) => {
    const tr = state.tr.setBlockType(state.selection.from, state.selection.to, paragraph)
    const range = tr.selection.$from.blockRange(tr.selection.$to)
    const wrapping = range && findWrapping(range, list, { ordered, start })
    if (!range || !wrapping || !wrapping.some(({ type }) => type === listItem)) return false
    if (!dispatch) return true
    tr.wrap(range, wrapping)
    splitItems(tr, range)
    joinNeighbours(tr, range.start)
    dispatch(tr.scrollIntoView())
    return true
  }

/** Gives each block after the first an item of its own; from the last one on, so that places keep. */
function splitItems(tr: Transaction, range: NodeRange): void {
  let pos = range.end + 2
  for (let index = range.endIndex - 1; index > range.startIndex; index -= 1) {
    pos -= range.parent.child(index).nodeSize
    tr.split(pos)
  }
}

/** A list beside another of its kind is one list. */
function joinNeighbours(tr: Transaction, pos: number): void {
  const made = tr.doc.nodeAt(pos)
  if (!made) return
  for (const edge of [pos + made.nodeSize, pos]) {
    const { nodeBefore, nodeAfter } = tr.doc.resolve(edge)
    const isSame = nodeBefore?.type === list && nodeBefore.attrs['ordered'] === nodeAfter?.attrs['ordered']
    if (isSame && nodeAfter?.type === list && canJoin(tr.doc, edge)) tr.join(edge)
  }
}

/** Sets the items one level deeper, under the item before them. */
export const sinkItem: Command = (state, dispatch) => {
  const range = itemRange(state)
  if (!range || range.startIndex === 0) return false
  if (!dispatch) return true
  const { attrs } = range.parent
  const tr = state.tr.wrap(range, [{ type: listItem }, { type: list, attrs: { ordered: attrs['ordered'], start: 1 } }])
  tr.join(range.start)
  const { nodeBefore, nodeAfter } = tr.doc.resolve(range.start - 1)
  if (nodeBefore?.type === list && nodeAfter?.type === list) tr.join(range.start - 1)
  dispatch(tr.scrollIntoView())
  return true
}

/** Sets the items one level higher; those of an outermost list become paragraphs. */
export const liftItem: Command = (state, dispatch) => {
  const range = itemRange(state)
  if (!range) return false
  const isNested = range.depth > 1 && range.$from.node(range.depth - 1).type === listItem
  if (!isNested) return liftOut(state, dispatch)
  const target = liftTarget(range)
  if (target === null) return false
  if (!dispatch) return true
  const isLast = range.endIndex === range.parent.childCount
  const tr = state.tr.lift(range, target)
  // What followed in the inner list stays under the item that it followed.
  if (!isLast) {
    const after = tr.mapping.map(range.end, -1)
    if (tr.doc.resolve(after).nodeAfter?.type === listItem && canJoin(tr.doc, after)) tr.join(after)
  }
  dispatch(tr.scrollIntoView())
  return true
}

/** Takes the items out of their list, whatever level they stand on. */
const liftOut: Command = (state, dispatch) => {
  const range = itemRange(state)
  if (!range) return false
  const { tr } = state
  let end = range.end
  for (let index = range.endIndex - 1; index >= range.startIndex; index -= 1) {
    const size = range.parent.child(index).nodeSize
    const inside = new NodeRange(tr.doc.resolve(end - size + 1), tr.doc.resolve(end - 1), range.depth + 1)
    const target = liftTarget(inside)
    if (target === null) return false
    tr.lift(inside, target)
    end -= size
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Enter in a list: a new item, or out of it where the item is empty. */
export const splitItem: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  const item = $from.depth > 1 ? $from.node(-1) : null
  if (item?.type !== listItem || !$from.sameParent($to)) return false
  if (empty && $from.parent.content.size === 0 && item.childCount === 1) return liftItem(state, dispatch)
  const tr = state.tr.deleteSelection()
  if (!canSplit(tr.doc, $from.pos, 2)) return false
  dispatch?.(tr.split($from.pos, 2).scrollIntoView())
  return true
}

/** Backspace at the beginning of an item takes its mark away before it joins anything. */
export const unlistAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const isAtStart = empty && $from.parentOffset === 0 && $from.depth > 1
  if (!isAtStart || $from.node(-1).type !== listItem || $from.index(-1) > 0) return false
  return liftItem(state, dispatch)
}
