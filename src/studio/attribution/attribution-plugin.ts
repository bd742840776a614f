import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import {
  attributionKey,
  type AttributionState,
  attributionOf,
  nextAttribution,
  NOTHING_READ,
  itemAt,
  withAttribution,
} from './attribution-state.ts'

/**
 * Underlines what the desk found, and keeps it at its words while they move. It reads nothing itself: what was found comes
 * in from beside the text, a moment after somebody has stopped typing.
 */
export const attributionPlugin = (): Plugin<AttributionState> =>
  new Plugin<AttributionState>({
    key: attributionKey,
    state: { init: () => NOTHING_READ, apply: nextAttribution },
    props: {
      decorations: (state) => attributionOf(state).marks,
      handleClick: (view, position) => {
        lookAt(view, position)
        return false
      },
    },
  })

/** A click on underlined words shows in the panel what is said of them. */
function lookAt(view: EditorView, position: number): void {
  const active = itemAt(view.state, { from: position, to: position })?.id ?? null
  if (active !== attributionOf(view.state).active) view.dispatch(withAttribution(view.state.tr, { active }))
}
