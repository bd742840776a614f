import { useCallback, useEffect, useRef, useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMe } from '../api/session.ts'
import { thisWindow } from './device.ts'
import { toTheirs } from './save-to-server.ts'
import type { StorySession } from './story-session.ts'

type Answer = AnswerTo<'POST /stories/{storyId}/presence'>
type Wish = 'look' | 'ask' | 'take' | 'leave'

/** Who is at the story, as far as this window knows. */
export interface Presence {
  /** May this window write: it has the pen, or nobody can be asked. */
  readonly hasPen: boolean
  /** Who else is here, by name. */
  readonly others: readonly string[]
  /** Who has the pen, if it is not this window: a name, or `me` in another window; null when nobody has it. */
  readonly writer: { readonly name: string; readonly isMe: boolean } | null
  /** Who took the pen from this window. */
  readonly takenBy: string | null
  readonly wish: (wish: 'ask' | 'take') => void
}

const EVERY_MS = 10_000

const sayHere = (session: StorySession, pen: Wish) =>
  api('POST /stories/{storyId}/presence', {
    params: { storyId: session.storyId },
    body: { device: thisWindow(), pen },
  })

/** Says every ten seconds that somebody is here, while the page can be seen, and learns who else is. */
export function usePresence(session: StorySession, { mayWrite }: { readonly mayWrite: boolean }): Presence {
  const { accountId } = useMe()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const isFirst = useRef(true)
  const hadPen = useRef(false)
  const beat = useCallback(
    async (wished?: Wish) => {
      const wish = wished ?? (mayWrite && (isFirst.current || hadPen.current) ? 'ask' : 'look')
      isFirst.current = false
      const answered = await sayHere(session, wish).catch(() => null)
      // Without a line, whoever wrote goes on writing: what comes of it is merged.
      if (!answered) return
      hadPen.current = answered.isMine
      setAnswer(answered)
      if (!answered.isMine && answered.version > session.sync.version) await follow(session)
      // A colleague has moved it along the desk meanwhile.
      if (answered.state !== session.shown().story.state) {
        await refresh('GET /stories/{storyId}', 'GET /stories/{storyId}/publishing')
      }
      return answered
    },
    [session, mayWrite],
  )
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && void beat()
    const begin = async () => {
      const answered = await beat()
      // One's own other window gives way to this one, which was opened later.
      if (mayWrite && answered && !answered.isMine && answered.pen?.by === accountId) await beat('take')
    }
    void begin()
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      void sayHere(session, 'leave').catch(() => undefined)
    }
  }, [beat, session, mayWrite, accountId])
  const wish = useCallback((wished: 'ask' | 'take') => void beat(wished), [beat])
  return { ...seen(answer, accountId), wish }
}

function seen(answer: Answer | null, me: string): Omit<Presence, 'wish'> {
  if (!answer) return { hasPen: true, others: [], writer: null, takenBy: null }
  const name = (id: string) => answer.names[id] ?? id
  const others = answer.people.filter(({ by }) => by !== me).map(({ by }) => name(by))
  const { pen, isMine, takenBy } = answer
  return {
    hasPen: isMine,
    others: [...new Set(others)],
    writer: pen && !isMine ? { name: name(pen.by), isMe: pen.by === me } : null,
    takenBy: takenBy && !isMine ? name(takenBy.by) : null,
  }
}

/** Shows what the other has saved, as long as nothing of one's own waits to be sent. */
async function follow(session: StorySession): Promise<void> {
  const story = await api('GET /stories/{storyId}', { params: { storyId: session.storyId } }).catch(() => null)
  if (!story) return
  session.setStory(story)
  session.sync.follow(toTheirs(story.working, story.names))
}
