import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { goToItem, itemBeside, itemHere } from './attribution-commands.ts'
import { openIn } from './attribution-state.ts'
import { type ItemActions, useItemActions } from './use-item-actions.ts'

/**
 * Keys that work wherever one is on the desk: F8 goes to the next thing that was found and Shift-F8 to the one before,
 * Alt-Enter takes it (a claim into the record's form, a fix into the text), Alt-Shift-Enter puts it aside.
 *
 * @returns what the last key has done, in words
 */
export function useAttributionKeys(view: EditorView): string {
  const { showPanel } = useDesk()
  const { attribution: m } = useMessages()
  const actions = useItemActions(view)
  const [said, setSaid] = useState('')
  const latest = useRef({ actions, m, showPanel })
  latest.current = { actions, m, showPanel }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wish = wishOf(event)
      if (!wish || !isOnDesk(view, event.target)) return
      event.preventDefault()
      const { actions, m, showPanel } = latest.current
      if (wish === 'next' || wish === 'previous') {
        showPanel('attribution')
        setSaid(go(view, wish === 'next' ? 1 : -1, m))
      } else setSaid(act(view, wish, actions))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [view])
  return said
}

type Wish = 'next' | 'previous' | 'take' | 'put-aside'

function wishOf({ key, altKey, shiftKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): Wish | null {
  if (ctrlKey || metaKey || isComposing) return null
  if (key === 'F8' && !altKey) return shiftKey ? 'previous' : 'next'
  if (key === 'Enter' && altKey) return shiftKey ? 'put-aside' : 'take'
  return null
}

/** A form that is being filled in keeps its keys. */
const isOnDesk = (view: EditorView, target: EventTarget | null): boolean =>
  target instanceof Element && view.dom.closest('.desk')?.contains(target) === true && !target.closest('form')

type Words = ReturnType<typeof useMessages>['attribution']

function go(view: EditorView, step: 1 | -1, m: Words): string {
  const items = openIn(view.state)
  const next = itemBeside(view.state, step)
  if (!next) return m.nothing
  goToItem(view, next)
  return m.at(items.findIndex(({ id }) => id === next.id) + 1, items.length, next.title)
}

function act(view: EditorView, wish: 'take' | 'put-aside', { take, dismiss }: ItemActions): string {
  const item = itemHere(view.state)
  if (!item) return ''
  return wish === 'take' ? take(item) : dismiss(item)
}
