import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { LibraryPicture } from './use-sending.ts'

/**
 * Puts a picture into the text as a figure with the library's words, which the story may then change: behind the block
 * that `at` stands in, or in place of an empty paragraph there.
 *
 * @param at a place in the document; the caret's where it is left out
 */
export function insertPicture(state: EditorState, picture: LibraryPicture, at = state.selection.from): Transaction {
  const { figure, paragraph } = state.schema.nodes
  if (!figure || !paragraph) throw new TypeError('The schema of a story has figures.')
  const { id, alt, decorative, caption, credit, licence } = picture
  const node = figure.create(
    { picture: { kind: 'photo', pictureId: id, cover: null }, alt, decorative, credit, licence },
    caption ? state.schema.text(caption) : null,
  )
  const place = state.doc.resolve(Math.min(at, state.doc.content.size))
  const after = place.depth === 0 ? place.pos : place.after(1)
  const before = state.doc.resolve(after).nodeBefore
  const from = before && isEmptyParagraph(before) ? after - before.nodeSize : after
  // There is always somewhere to write on below a picture.
  const isLast = after === state.doc.content.size
  return state.tr.replaceWith(from, after, isLast ? [node, paragraph.create()] : [node]).scrollIntoView()
}

const isEmptyParagraph = (node: Node): boolean => node.type.name === 'paragraph' && node.content.size === 0
