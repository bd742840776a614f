import { type RefObject, useEffect } from 'react'

/** The desk's parts in the order in which F6 goes round: the text, the panel, the toolbar. */
const PARTS = ['.ProseMirror', '.desk-side', '.desk-tools'] as const

const FOCUSABLE = 'a[href], button:not([disabled]), input, textarea, [tabindex="0"], [contenteditable="true"]'

/** Keys that work wherever one is on the desk: Mod-s saves now, F6 goes round its parts. */
export function useDeskKeys(root: RefObject<HTMLElement | null>, saveNow: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 's') {
        event.preventDefault()
        saveNow()
      }
      if (event.key === 'F6' && root.current) {
        event.preventDefault()
        goRound(root.current, event.shiftKey ? -1 : 1)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [root, saveNow])
}

function goRound(root: HTMLElement, way: 1 | -1): void {
  const parts = PARTS.flatMap((name) => root.querySelector<HTMLElement>(name) ?? [])
  const here = parts.findIndex((part) => part.contains(document.activeElement))
  const next = parts.at((here + way + parts.length) % parts.length)
  const first = next?.matches('[contenteditable="true"]') ? next : next?.querySelector<HTMLElement>(FOCUSABLE)
  first?.focus()
}
