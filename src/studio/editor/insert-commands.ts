import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, Selection, type Transaction } from 'prosemirror-state'
import { storySchema } from './schema.ts'
import type { ChosenPicture } from './surroundings.ts'

const { paragraph, rule, figure, embed, eventMap } = storySchema.nodes

/** Where a block may be put now: in place of an empty paragraph of the body, or after the block the cursor is in. */
function placeFor({ selection }: EditorState): { from: number; to: number } {
  const { $from, $to } = selection
  if ($to.depth === 0) return { from: selection.to, to: selection.to }
  const isEmptyParagraph = $from.depth === 1 && $from.parent.type === paragraph && $from.parent.content.size === 0
  return isEmptyParagraph ? { from: $from.before(1), to: $from.after(1) } : { from: $to.after(1), to: $to.after(1) }
}

/** Puts a block into the body, with a paragraph after it where nothing else would follow; the cursor goes into it or on. */
export function insertBlock(state: EditorState, block: Node): Transaction {
  const { from, to } = placeFor(state)
  const isLast = to === state.doc.content.size
  const tr = state.tr.replaceWith(from, to, isLast ? [block, paragraph.create()] : [block])
  const goesInside = block.type.isTextblock || block.type.spec['tableRole'] === 'table'
  const target = goesInside ? from + 1 : from + block.nodeSize
  return tr.setSelection(Selection.near(tr.doc.resolve(target), 1)).scrollIntoView()
}

export const insertRule: Command = (state, dispatch) => {
  dispatch?.(insertBlock(state, rule.create()))
  return true
}

/** A film or a post elsewhere, by its address. Its words stay empty until somebody gives it some. */
export const insertEmbed =
  (url: string, title: string): Command =>
  (state, dispatch) => {
    dispatch?.(insertBlock(state, embed.create({ url, title, provider: null })))
    return true
  }

/** A figure with a picture and the words it came with; the cursor goes to its caption. */
export const insertFigure =
  ({ caption, ...attrs }: ChosenPicture): Command =>
  (state, dispatch) => {
    dispatch?.(insertBlock(state, figure.create(attrs, caption ? storySchema.text(caption) : null)))
    return true
  }

/** A box that draws one event, or a map of some. */
export const insertOfEvents =
  (kind: 'ledger' | 'timeline' | 'eventMap', eventIds: readonly string[]): Command =>
  (state, dispatch) => {
    const [eventId] = eventIds
    if (eventId === undefined) return false
    const attrs = kind === 'eventMap' ? { eventIds } : { eventId }
    dispatch?.(insertBlock(state, storySchema.nodes[kind].create(attrs)))
    return true
  }

/** Enter in a caption, or at the end of an enlarged quote, goes on below it; inside a quote or a cell it breaks the line. */
export const leaveTextblock: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  const { type } = $from.parent
  if (!$from.sameParent($to)) return false
  if (type === figure || type === eventMap) return goBelow(state, dispatch)
  if (type !== storySchema.nodes.pullQuote) return false
  return empty && $from.parentOffset === $from.parent.content.size
    ? goBelow(state, dispatch)
    : breakLine(state, dispatch)
}

const goBelow: Command = (state, dispatch) => {
  const after = state.selection.$to.after()
  const tr = state.tr.insert(after, paragraph.create())
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(after + 1), 1)).scrollIntoView())
  return true
}

/** A new line within the block. */
export const breakLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(storySchema.nodes.hardBreak.create(), false).scrollIntoView())
  return true
}

/** Backspace in an empty caption selects what it belongs to, so that a second one takes it away. */
export const selectFromCaption: Command = ({ selection, doc, tr }, dispatch) => {
  const { $from, empty } = selection
  const isCaption = $from.parent.type === figure || $from.parent.type === eventMap
  if (!empty || !isCaption || $from.parent.content.size > 0) return false
  dispatch?.(tr.setSelection(NodeSelection.create(doc, $from.before())))
  return true
}
