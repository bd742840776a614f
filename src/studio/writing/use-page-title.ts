import { useEffect } from 'react'
import { usePaper } from '../api/session.ts'

/** Gives the tab the story's headline, so that it is found among others. */
export function usePageTitle(title: string): void {
  const { name } = usePaper()
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
}
