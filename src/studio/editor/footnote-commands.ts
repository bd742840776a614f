import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { storySchema } from './schema.ts'

const { footnote, footnoteReference } = storySchema.nodes

/** Where a footnote stands in the body; null for one that is not there. */
function placeOfNote(doc: Node, id: string): number | null {
  let found: number | null = null
  doc.forEach((block, pos) => {
    if (found === null && block.type === footnote && block.attrs['id'] === id) found = pos
  })
  return found
}

/** Where a footnote is first referred to; null where nothing does. */
export function placeOfReference(doc: Node, id: string): number | null {
  let found: number | null = null
  doc.descendants((node, pos) => {
    if (found === null && node.type === footnoteReference && node.attrs['id'] === id) found = pos
    return found === null && node.type !== footnote
  })
  return found
}

/** An id that no footnote of the document has. */
export function newNoteId(doc: Node): string {
  const id = `n${crypto.randomUUID().slice(0, 8)}`
  return placeOfNote(doc, id) === null ? id : newNoteId(doc)
}

/** Goes to the note behind the mark that is selected, or from a note back to its mark. */
export const jumpFootnote: Command = (state, dispatch) => {
  const target = jumpTarget(state)
  if (target === null) return false
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(target), 1)).scrollIntoView())
  return true
}

function jumpTarget({ selection, doc }: EditorState): number | null {
  if (selection instanceof NodeSelection && selection.node.type === footnoteReference) {
    const place = placeOfNote(doc, selection.node.attrs['id'])
    return place === null ? null : place + 1
  }
  const { parent } = selection.$from
  if (parent.type !== footnote) return null
  const place = placeOfReference(doc, parent.attrs['id'])
  return place === null ? null : place + 1
}

/** A mark at the end of what is selected and a note at the end of the body, where the cursor goes. */
const insertFootnote: Command = (state, dispatch) => {
  const { $to } = state.selection
  if (!$to.parent.inlineContent || $to.parent.type === footnote) return false
  const id = newNoteId(state.doc)
  const tr = state.tr.insert($to.pos, footnoteReference.create({ id }))
  const end = tr.doc.content.size
  tr.insert(end, footnote.create({ id }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
  return true
}

/** A new footnote; on the mark of one, or in its text, the way between the two. */
export const footnoteOrJump: Command = (state, dispatch) =>
  jumpFootnote(state, dispatch) || insertFootnote(state, dispatch)

/** Enter at the end of a footnote goes back to where it is referred to; within it, it breaks the line. */
export const enterInFootnote: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  if ($from.parent.type !== footnote || !$from.sameParent($to)) return false
  if (empty && $from.parentOffset === $from.parent.content.size && jumpFootnote(state, dispatch)) return true
  dispatch?.(state.tr.replaceSelectionWith(storySchema.nodes.hardBreak.create(), false).scrollIntoView())
  return true
}

/** Takes a footnote away, and every mark that leads to it. */
export const removeFootnote =
  (id: string): Command =>
  (state, dispatch) => {
    const place = placeOfNote(state.doc, id)
    if (place === null) return false
    const { tr } = state
    state.doc.descendants((node, pos) => {
      const isMark = node.type === footnoteReference && node.attrs['id'] === id
      if (isMark || pos === place) tr.delete(tr.mapping.map(pos), tr.mapping.map(pos + node.nodeSize))
      return pos !== place
    })
    dispatch?.(tr)
    return true
  }
