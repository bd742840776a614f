import { setBlockType, wrapIn } from 'prosemirror-commands'
import { NodeRange, type NodeType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { liftTarget } from 'prosemirror-transform'
import { storySchema } from './schema.ts'

const { paragraph, heading, blockquote, pullQuote, aside } = storySchema.nodes

/** How deep the innermost block of this type around the selection stands; null where it stands in none. */
function depthOf({ selection }: EditorState, type: NodeType): number | null {
  const { $from, to } = selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type === type && to <= $from.end(depth)) return depth
  }
  return null
}

export const isIn = (state: EditorState, type: NodeType): boolean => depthOf(state, type) !== null

export const isHeading = ({ selection: { $from } }: EditorState, level: number): boolean =>
  $from.parent.type === heading && $from.parent.attrs['level'] === level

export const isParagraph = ({ selection: { $from } }: EditorState): boolean => $from.parent.type === paragraph

export const toParagraph: Command = setBlockType(paragraph)

/** Makes a heading of this level; asked again, a paragraph. */
export const toggleHeading =
  (level: 2 | 3 | 4): Command =>
  (state, dispatch) =>
    (isHeading(state, level) ? toParagraph : setBlockType(heading, { level }))(state, dispatch)

export const togglePullQuote: Command = (state, dispatch) =>
  (isIn(state, pullQuote) ? toParagraph : setBlockType(pullQuote))(state, dispatch)

export const toggleQuote: Command = (state, dispatch) => toggleAround(blockquote)(state, dispatch)

export const toggleBox: Command = (state, dispatch) => toggleAround(aside)(state, dispatch)

/** Sets blocks in a frame, or takes the frame away and leaves what is in it. */
const toggleAround =
  (frame: NodeType): Command =>
  (state, dispatch) => {
    const depth = depthOf(state, frame)
    return depth === null ? wrapIn(frame)(state, dispatch) : takeAway(depth)(state, dispatch)
  }

const takeAway =
  (depth: number): Command =>
  ({ selection, doc, tr }, dispatch) => {
    const { $from } = selection
    const range = new NodeRange(doc.resolve($from.start(depth)), doc.resolve($from.end(depth)), depth)
    const target = liftTarget(range)
    if (target === null) return false
    dispatch?.(tr.lift(range, target))
    return true
  }
