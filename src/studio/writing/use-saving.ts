import { useCallback, useEffect, useState } from 'react'
import { isGivingUp } from '../entering/give-up-device.ts'
import type { StorySession } from './story-session.ts'

/** Brings what is written to the server when it matters: on request, on leaving, and when there is a line again. */
export function useSaving(session: StorySession) {
  /** Counts what was asked by hand, so that the state is read out although it may not have changed. */
  const [said, setSaid] = useState(0)
  const saveNow = useCallback(() => {
    void session.sync.saveNow().finally(() => setSaid((count) => count + 1))
  }, [session])
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') session.sync.leaving()
      else session.sync.retry()
    }
    const onLine = () => session.sync.retry()
    const onLeave = (event: BeforeUnloadEvent) => {
      // Only where closing would lose words is anybody held up.
      if (session.sync.isDirty && !session.shown().keeps && !isGivingUp()) event.preventDefault()
    }
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('online', onLine)
    window.addEventListener('beforeunload', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('online', onLine)
      window.removeEventListener('beforeunload', onLeave)
    }
  }, [session])
  return { saveNow, said }
}
