import { Plugin, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Margin } from '../../story/margin.ts'
import { beginDraft, goInMargin, inTextOrder, type MarginCommand } from './margin-commands.ts'
import { firstMarginState, marginKey, marginOf, marginStateOf, nextMarginState, withMargin } from './margin-state.ts'
import { pressSuggesting, typeSuggestion } from './suggest-input.ts'
import { isSuggesting } from './suggest-mode.ts'
import './margin.css'

export { marginOf } from './margin-state.ts'

interface Options {
  /** A comment or a suggestion was begun, or gone to, by the keyboard: its panel has to be in view. */
  readonly onAsk?: () => void
  /** The margin has changed: by somebody's hand, or since its words moved. */
  readonly onMargin?: (margin: Margin) => void
}

/** The margin of somebody else's save, in place of the one that stands; in the transaction that brings their text. */
export const takeMargin = (tr: Transaction, margin: Margin): Transaction => withMargin(tr, { margin })

/**
 * Keeps comments and suggestions at their words while the text changes, and shows them in it.
 *
 * Nothing of it is in the document. Mod-Alt-M comments on the selected words, Mod-Alt-U suggests others;
 * Mod-Alt-PageDown and PageUp go from one to the next.
 */
export const marginPlugin = (initial: Margin, { onAsk, onMargin }: Options = {}): Plugin =>
  new Plugin({
    key: marginKey,
    state: { init: (_config, { doc }) => firstMarginState(initial, doc), apply: nextMarginState },
    props: {
      decorations: (state) => marginStateOf(state).marks,
      handleDOMEvents: {
        beforeinput: typeSuggestion,
        compositionstart(view) {
          // Letters that are put together on the way are written in the panel's field, which a redraw does not disturb.
          if (isSuggesting(view.state) && beginDraft('suggestion')(view.state, view.dispatch)) onAsk?.()
          return false
        },
      },
      handleKeyDown(view, event) {
        if (pressSuggesting(view, event)) return true
        const command = commandFor(event)
        if (!command?.(view.state, view.dispatch)) return false
        onAsk?.()
        event.preventDefault()
        return true
      },
      handleClick: (view, pos) => {
        lookAt(view, pos)
        return false
      },
    },
    view: () => ({
      update(view, before) {
        const margin = marginOf(view.state)
        if (marginKey.getState(before) && margin !== marginOf(before)) onMargin?.(margin)
      },
    }),
  })

function commandFor(event: KeyboardEvent): MarginCommand | undefined {
  const isOurs = (event.ctrlKey || event.metaKey) && event.altKey && !event.getModifierState('AltGraph')
  if (!isOurs) return undefined
  if (event.key === 'PageDown') return goInMargin(1)
  if (event.key === 'PageUp') return goInMargin(-1)
  // With Alt, a Mac types another sign than the key's letter.
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace('Key', '').toLowerCase()
  if (letter === 'm') return beginDraft('comment')
  return letter === 'u' ? beginDraft('suggestion') : undefined
}

/** A click on words that something hangs at shows it in the panel. */
function lookAt(view: EditorView, pos: number): void {
  const { margin, active } = marginStateOf(view.state)
  const found = inTextOrder(margin).findLast(({ from, to }) => from <= pos && pos <= to)
  const id = found?.id ?? null
  if (id !== active) view.dispatch(withMargin(view.state.tr, { active: id }))
}
