import type { RefObject } from 'react'
import { rowKeys, useKeys } from '../ui/keys.ts'

/** J and K or the arrows go from item to item, D puts the one away that has the focus, / goes to the search. */
export function useIncomingKeys(screen: RefObject<HTMLElement | null>, onDismiss: (id: string) => void): void {
  useKeys((key) => {
    const { at, rows, goTo, step } = rowKeys(screen.current, '.incoming-row', '.incoming-link')
    const id = rows[at]?.dataset['item']
    if (key === '/') return () => screen.current?.querySelector<HTMLElement>('.incoming-words input')?.focus()
    if (key !== 'd' || id === undefined) return step(key)
    return () => {
      // The next one takes its place, and the focus.
      goTo(at + 1 < rows.length ? at + 1 : at - 1)()
      onDismiss(id)
    }
  })
}
