import { type RefObject, useEffect, useRef } from 'react'

/**
 * Where the card that has the focus goes away (it was put aside, or its words were put right), the one that comes into its
 * place takes the focus, so that nobody who works by the keyboard begins anew at the top of the page.
 */
export function useFocusKept(): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null)
  const place = useRef(-1)
  useEffect(() => {
    const cards = [...(list.current?.children ?? [])]
    const focused = document.activeElement
    const isLost = focused === null || focused === document.body
    if (isLost && place.current >= 0) {
      cards[Math.min(place.current, cards.length - 1)]?.querySelector<HTMLElement>('button')?.focus()
    }
    place.current = cards.findIndex((card) => card.contains(document.activeElement))
  })
  useEffect(() => {
    const note = () => {
      place.current = [...(list.current?.children ?? [])].findIndex((card) => card.contains(document.activeElement))
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  return list
}
