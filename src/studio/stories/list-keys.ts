import { type RefObject, useEffect, useEffectEvent } from 'react'

interface ListKeys {
  readonly onNew: () => void
  /** The story of the row that has the focus. */
  readonly onChoose: (storyId: string) => void
}

/** What takes letters for itself: nothing that is typed there is a shortcut. */
const TAKES_LETTERS = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=listbox]'

/** J and K or the arrows go from story to story, X chooses one, N begins one, / goes to the search. */
export function useListKeys(screen: RefObject<HTMLElement | null>, { onNew, onChoose }: ListKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as Element
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest(TAKES_LETTERS)) return
    const act = actOf(event.key, screen.current, { onNew, onChoose })
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

function actOf(key: string, screen: HTMLElement | null, { onNew, onChoose }: ListKeys): (() => void) | null {
  if (!screen) return null
  const rows = [...screen.querySelectorAll<HTMLElement>('.story-rows .story-row')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const goTo = (index: number) => () => {
    const link = rows[Math.max(0, Math.min(rows.length - 1, index))]?.querySelector<HTMLElement>('.story-link')
    link?.focus()
  }
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
    case 'x': {
      const storyId = rows[at]?.dataset['story']
      return storyId === undefined ? null : () => onChoose(storyId)
    }
    case 'n':
      return onNew
    case '/':
      return () => screen.querySelector<HTMLElement>('.list-words input')?.focus()
    default:
      return null
  }
}
