import { useEffect, useEffectEvent } from 'react'

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

/** The rows of a list as the keys see them. */
export interface RowKeys {
  /** Which row has the focus; -1 when none has. */
  readonly at: number
  readonly rows: readonly HTMLElement[]
  /** Gives a row's link the focus: the nearest there is. */
  readonly goTo: (index: number) => () => void
  /** What J, K and the arrows do; null for every other key. */
  readonly step: (key: string) => (() => void) | null
}

/** J and K go from row to row; the arrows too, once a row has the focus: elsewhere on the page they scroll. */
export function rowKeys(screen: HTMLElement | null, row: string, link: string): RowKeys {
  const rows = [...(screen?.querySelectorAll<HTMLElement>(row) ?? [])]
  const at = rows.findIndex((one) => one.contains(document.activeElement))
  const goTo = (index: number) => () =>
    rows[Math.max(0, Math.min(rows.length - 1, index))]?.querySelector<HTMLElement>(link)?.focus()
  const step = (key: string) => {
    if (key === 'j' || (key === 'ArrowDown' && at >= 0)) return goTo(at + 1)
    return key === 'k' || (key === 'ArrowUp' && at >= 0) ? goTo(at - 1) : null
  }
  return { at, rows, goTo, step }
}
