import { useState } from 'react'
import { api, NoConnection } from '../api/api.ts'
import { useMe } from '../api/session.ts'
import { Panic } from '../entering/panic.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

type Way = 'POST /entering/leave' | 'POST /account/leave-everywhere'

/** The way out. What it destroys on this device is said before it happens. */
export function Leaving() {
  const { account: words, ui } = useMessages()
  const { accountId } = useMe()
  const [asked, setAsked] = useState<{ readonly way: Way; readonly unsent: number } | null>(null)
  const [isOffline, setIsOffline] = useState(false)
  const begin = async (way: Way) => {
    const { unsentStories } = await import('../writing/journal.ts')
    const unsent = (await unsentStories(accountId)).length
    if (unsent > 0) setAsked({ way, unsent })
    else await leave(way)
  }
  const leave = async (way: Way) => {
    setIsOffline(false)
    try {
      await api(way, {})
    } catch (error) {
      // A session that has ended already is left as well.
      if (error instanceof NoConnection) return setIsOffline(true)
    }
    const { destroyJournal } = await import('../writing/journal.ts')
    await destroyJournal(accountId)
    // A page of its own, so that nothing stays in memory.
    location.assign('/studio/enter')
  }
  return (
    <section>
      <h2>{words.signOut}</h2>
      <p className="about">{words.signOutAbout}</p>
      {isOffline && (
        <Notice kind="problem">
          <p>{words.signOutOffline}</p>
        </Notice>
      )}
      {asked ? (
        <Notice kind="problem" title={words.unsent(asked.unsent)}>
          <div className="actions">
            <Button kind="grave" onPress={() => void leave(asked.way)}>
              {words.signOutAnyway}
            </Button>
            <Button onPress={() => setAsked(null)}>{ui.cancel}</Button>
          </div>
        </Notice>
      ) : (
        <div className="actions">
          <Button kind="main" onPress={() => void begin('POST /entering/leave')}>
            {words.signOut}
          </Button>
          <Button onPress={() => void begin('POST /account/leave-everywhere')}>{words.everywhere}</Button>
        </div>
      )}
      <h3>{words.panic}</h3>
      <Panic />
    </section>
  )
}
