import { startTransition, useEffect, useState } from 'react'
import type { SessionView, StorySession } from './story-session.ts'

/**
 * What the screen shows of a story at work.
 *
 * What somebody types into a field stands there at once. What follows the body (its length, its figures, what is saved)
 * is drawn when there is time, a little at a time: no letter waits for it.
 */
export function useShown(session: StorySession): SessionView {
  const [shown, setShown] = useState(session.shown)
  useEffect(() => {
    const follow = (isAtOnce: boolean) => {
      if (isAtOnce) setShown(session.shown())
      else startTransition(() => setShown(session.shown()))
    }
    follow(true)
    return session.subscribe(follow)
  }, [session])
  return shown
}
