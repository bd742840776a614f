import type { RefObject } from 'react'
import { rowKeys, useKeys } from '../ui/keys.ts'

interface ListKeys {
  readonly onNew: () => void
  /** The story of the row that has the focus. */
  readonly onChoose: (storyId: string) => void
}

/** J and K or the arrows go from story to story, X chooses one, N begins one, / goes to the search. */
export function useListKeys(screen: RefObject<HTMLElement | null>, { onNew, onChoose }: ListKeys): void {
  useKeys((key) => {
    const { at, rows, step } = rowKeys(screen.current, '.story-rows .story-row', '.story-link')
    const storyId = rows[at]?.dataset['story']
    if (key === 'n') return onNew
    if (key === '/') return () => screen.current?.querySelector<HTMLElement>('.list-words input')?.focus()
    return key === 'x' && storyId !== undefined ? () => onChoose(storyId) : step(key)
  })
}
