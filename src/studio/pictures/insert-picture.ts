import type { EditorState, Transaction } from 'prosemirror-state'
import type { LibraryPicture } from './use-sending.ts'

/**
 * Puts a picture into the text as a figure with the library's words, which the story may then change: behind the block
 * that `at` stands in, or in place of an empty paragraph there.
 *
 * @param at a place in the document; the caret's where it is left out
 */
export function insertPicture(state: EditorState, picture: LibraryPicture, at = state.selection.from): Transaction {
  const { figure } = state.schema.nodes
  if (!figure) throw new TypeError('The schema of a story has figures.')
  const { id, alt, decorative, caption, credit, licence } = picture
  const node = figure.create(
    { picture: { kind: 'photo', pictureId: id, cover: null }, alt, decorative, credit, licence },
    caption ? state.schema.text(caption) : null,
  )
  const place = state.doc.resolve(Math.min(at, state.doc.content.size))
  if (place.depth === 0) return state.tr.insert(place.pos, node).scrollIntoView()
  const block = place.node(1)
  const isEmpty = block.type.name === 'paragraph' && block.content.size === 0
  const [from, to] = isEmpty ? [place.before(1), place.after(1)] : [place.after(1), place.after(1)]
  return state.tr.replaceWith(from, to, node).scrollIntoView()
}
