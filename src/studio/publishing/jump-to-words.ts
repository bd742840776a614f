import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Selects words in the text and brings them into view: the first place where they stand among what stood around them,
 * else the first place where they stand at all.
 *
 * @returns whether they are in the body
 */
export function jumpToWords(view: EditorView, words: string, around: string | null): boolean {
  const found = placeOf(view, words, around) ?? placeOf(view, words, null)
  if (!found) return false
  const { state } = view
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, found.from, found.to)).scrollIntoView())
  view.focus()
  return true
}

function placeOf({ state: { doc } }: EditorView, words: string, around: string | null) {
  let place: { from: number; to: number } | null = null
  doc.descendants((node, position) => {
    if (place) return false
    if (!node.isTextblock) return true
    // Every leaf counts one, so that places in the text are places in the document.
    const text = node.textBetween(0, node.content.size, '\n', '\ufffc')
    const start = around === null ? 0 : text.replaceAll('\ufffc', ' ').indexOf(around)
    const at = start < 0 ? -1 : text.indexOf(words, start)
    if (at >= 0) place = { from: position + 1 + at, to: position + 1 + at + words.length }
    return false
  })
  return place as { from: number; to: number } | null
}
