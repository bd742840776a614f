import { Fragment, Slice } from 'prosemirror-model'
import { type Command, NodeSelection, type Selection, TextSelection } from 'prosemirror-state'
import { ReplaceAroundStep } from 'prosemirror-transform'
import { storySchema } from './schema.ts'

/** How deep the thing stands that is moved: the item in a list, else the block of the body. Null where nothing is. */
function movedDepth({ $from }: Selection): number | null {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    if ($from.node(depth).type === storySchema.nodes.listItem) return depth
  }
  return $from.depth > 0 ? 1 : null
}

/** Moves a block of the body, or an item within its list, past its neighbour. */
export const moveBlock =
  (direction: -1 | 1): Command =>
  (state, dispatch) => {
    const { selection } = state
    const isBlock = selection instanceof NodeSelection && selection.$from.depth === 0
    const depth = isBlock ? 0 : movedDepth(selection)
    if (depth === null) return false
    const { $from } = selection
    const start = isBlock ? selection.from : $from.before(depth)
    const end = isBlock ? selection.to : $from.after(depth)
    const edge = state.doc.resolve(direction < 0 ? start : end)
    const neighbour = direction < 0 ? edge.nodeBefore : edge.nodeAfter
    if (!neighbour || selection.to > end) return false
    if (!dispatch) return true
    const size = neighbour.nodeSize
    const slice = new Slice(Fragment.from(neighbour), 0, 0)
    // The block itself stays a gap in the step, so that what hangs on its words stays on them.
    const step =
      direction < 0
        ? new ReplaceAroundStep(start - size, end, start, end, slice, 0)
        : new ReplaceAroundStep(start, end + size, start, end, slice, size)
    const tr = state.tr.step(step)
    const by = direction * size
    const moved =
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + by)
        : TextSelection.between(tr.doc.resolve(selection.anchor + by), tr.doc.resolve(selection.head + by))
    dispatch(tr.setSelection(moved).scrollIntoView())
    return true
  }
