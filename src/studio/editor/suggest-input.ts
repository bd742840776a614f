import type { EditorView } from 'prosemirror-view'
import { dropOwnSuggestion, isSuggesting, shortenSuggestion, wordsToTake } from './suggest-mode.ts'

/**
 * Types into the margin without touching the page: a browser that is left to itself would type into words that are only
 * drawn there. @returns whether the letter was taken
 */
export function typeSuggestion(view: EditorView, event: InputEvent): boolean {
  const { data } = event
  if (!isSuggesting(view.state) || event.inputType !== 'insertText' || event.isComposing || !data) return false
  event.preventDefault()
  const { from, to } = view.state.selection
  const plain = () => view.state.tr.insertText(data, from, to)
  const isTaken = view.someProp('handleTextInput', (handle) => handle(view, from, to, data, plain))
  if (isTaken !== true) view.dispatch(plain())
  return true
}

/** Backspace, Delete, Enter and undo while somebody suggests. @returns whether the key was one of them */
export function pressSuggesting(view: EditorView, event: KeyboardEvent): boolean {
  if (!isSuggesting(view.state) || event.isComposing) return false
  const isMod = event.ctrlKey || event.metaKey
  if (event.key === 'Backspace' || event.key === 'Delete') {
    takeOut(view, event.key === 'Backspace' ? -1 : 1, isMod || event.altKey ? 'word' : 'letter')
    return true
  }
  // Blocks are not cut in two by a suggestion.
  if (event.key === 'Enter' && !isMod) return true
  if (event.key.toLowerCase() !== 'z' || !isMod || event.shiftKey) return false
  const tr = dropOwnSuggestion(view.state)
  if (tr) view.dispatch(tr)
  return tr !== null
}

function takeOut(view: EditorView, side: -1 | 1, unit: 'letter' | 'word'): void {
  const shorter = side === -1 ? shortenSuggestion(view.state, unit) : null
  if (shorter) return view.dispatch(shorter)
  const { from, to } = wordsToTake(view.state, side, unit)
  if (from < to) view.dispatch(view.state.tr.delete(from, to))
}
