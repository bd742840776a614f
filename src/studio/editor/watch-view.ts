import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useSyncExternalStore } from 'react'

type Listener = () => void

interface Listeners {
  /** Told in the same moment: what opens under somebody's fingers. */
  readonly now: Set<Listener>
  /** Told when the letter is on the screen. */
  readonly later: Set<Listener>
}

const LISTENERS = new WeakMap<EditorView, Listeners>()

function listenersOf(view: EditorView): Listeners {
  const known = LISTENERS.get(view)
  if (known) return known
  const made = { now: new Set<Listener>(), later: new Set<Listener>() }
  LISTENERS.set(view, made)
  return made
}

const tell = (listeners: ReadonlySet<Listener>): void => {
  for (const listener of listeners) listener()
}

/** Tells whoever watches a view that it has another state. */
export const watchPlugin = (): Plugin =>
  new Plugin({
    view: (view) => {
      let frame = 0
      const afterPaint = () => {
        frame = requestAnimationFrame(() => {
          frame = 0
          tell(listenersOf(view).later)
        })
      }
      return {
        update: (_view, before) => {
          if (before === view.state) return
          tell(listenersOf(view).now)
          if (frame === 0) frame = requestAnimationFrame(afterPaint)
        },
        destroy: () => cancelAnimationFrame(frame),
      }
    },
  })

/** Has a listener told of each new state, until what is returned is called. */
export function watchView(view: EditorView, listener: Listener, when: keyof Listeners = 'later'): () => void {
  const listeners = listenersOf(view)[when]
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Something of a view's state, kept up with as it changes.
 *
 * @param read gives a value that is equal (`===`) as long as there is nothing new to show
 * @param when `later` waits until the change is on the screen; `now` is on the typing path and reads next to nothing
 */
export function useWatched<Value extends string | number | boolean | null>(
  view: EditorView,
  read: (view: EditorView) => Value,
  when: keyof Listeners = 'later',
): Value {
  return useSyncExternalStore(
    (listener) => watchView(view, listener, when),
    () => read(view),
  )
}
