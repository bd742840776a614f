import type { ResolvedPos } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { smartText } from './smart-quote-marks.ts'

/** What was just made of a typed sign: where it stands, and what was there before it and typed. */
interface JustMade {
  readonly from: number
  readonly to: number
  readonly typed: string
}

const key = new PluginKey<JustMade | null>('smart-quotes')

/**
 * Sets the quotation marks, apostrophes, dashes and spaces of the language that is written in, while it is typed.
 *
 * Never in links and addresses. Backspace right after gives back what was typed.
 *
 * @param language the story's; words marked as another language get that one's signs
 */
export const smartQuotes = (language: string): Plugin =>
  new Plugin<JustMade | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, made) => {
        const now = tr.getMeta(key) as JustMade | null | undefined
        if (now !== undefined) return now
        return tr.docChanged || tr.selectionSet ? null : made
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        if (view.composing) return false
        const tr = smartInput(view.state, { from, to, text }, language)
        if (tr) view.dispatch(tr)
        return tr !== null
      },
      handleKeyDown(view, event) {
        if (event.key !== 'Backspace' || event.ctrlKey || event.metaKey || event.altKey) return false
        const tr = takeBack(view.state)
        if (tr) view.dispatch(tr)
        return tr !== null
      },
    },
  })

/** What typing a sign does; null where it is set as it was typed. */
export function smartInput(
  state: EditorState,
  { from, to, text }: { readonly from: number; readonly to: number; readonly text: string },
  language: string,
): Transaction | null {
  const $from = state.doc.resolve(from)
  if (text.length !== 1 || !$from.parent.inlineContent || isInLink($from)) return null
  const before = wordsBefore($from)
  const made = smartText(text, before, languageAt(state, $from) ?? language)
  if (!made || (made.takenBack === 0 && made.text === text)) return null
  const start = from - made.takenBack
  const taken = before.slice(before.length - made.takenBack)
  const tr = state.tr.insertText(made.text, start, to)
  const just: JustMade = { from: start, to: start + made.text.length, typed: taken + text }
  return tr.setSelection(TextSelection.create(tr.doc, just.to)).setMeta(key, just).scrollIntoView()
}

/** Gives back what was typed, while nothing else has been done; null otherwise. */
export function takeBack(state: EditorState): Transaction | null {
  const made = key.getState(state)
  if (!made || !state.selection.empty || state.selection.from !== made.to) return null
  const tr = state.tr.insertText(made.typed, made.from, made.to)
  return tr.setSelection(TextSelection.create(tr.doc, made.from + made.typed.length)).setMeta(key, null)
}

/** The words of the block up to a place, what is no text as one sign; as many as any rule looks at. */
const wordsBefore = ($from: ResolvedPos): string =>
  $from.parent.textBetween(Math.max(0, $from.parentOffset - 300), $from.parentOffset, null, '\uFFFC')

const isInLink = ($from: ResolvedPos): boolean => $from.marks().some(({ type }) => type.name === 'link')

function languageAt(state: EditorState, $from: ResolvedPos): string | null {
  const marks = state.storedMarks ?? $from.marks()
  const mark = marks.find(({ type }) => type.name === 'language')
  return mark ? String(mark.attrs['language']) : null
}
