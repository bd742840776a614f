import { type RefObject, useEffect, useEffectEvent } from 'react'

/** What takes letters for itself: nothing that is typed there is a shortcut. */
const TAKES_LETTERS = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=listbox]'

/** Single keys of a screen: each does its one thing, unless somebody is typing or holds another key. */
export function useKeys(actOf: (key: string) => (() => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as Element
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest(TAKES_LETTERS)) return
    const act = actOf(event.key)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

/** J and K or the arrows go from item to item, D puts the one away that has the focus, / goes to the search. */
export function useIncomingKeys(screen: RefObject<HTMLElement | null>, onDismiss: (id: string) => void): void {
  useKeys((key) => {
    const rows = [...(screen.current?.querySelectorAll<HTMLElement>('.incoming-row') ?? [])]
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    const goTo = (index: number) => () =>
      rows[Math.max(0, Math.min(rows.length - 1, index))]?.querySelector<HTMLElement>('.incoming-link')?.focus()
    switch (key) {
      case 'j':
        return goTo(at + 1)
      case 'k':
        return goTo(at - 1)
      // Elsewhere on the page the arrows scroll.
      case 'ArrowDown':
        return at < 0 ? null : goTo(at + 1)
      case 'ArrowUp':
        return at < 0 ? null : goTo(at - 1)
      case 'd': {
        const id = rows[at]?.dataset['item']
        if (id === undefined) return null
        return () => {
          // The next one takes its place, and the focus.
          goTo(at + 1 < rows.length ? at + 1 : at - 1)()
          onDismiss(id)
        }
      }
      case '/':
        return () => screen.current?.querySelector<HTMLElement>('.incoming-words input')?.focus()
      default:
        return null
    }
  })
}
