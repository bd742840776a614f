import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react'
import { usePaper } from '../api/session.ts'
import { type Messages, useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import type { SaveState } from './save-state.ts'
import type { SessionView, StorySession } from './story-session.ts'

const SignIn = lazy(async () => ({ default: (await import('../entering/sign-in-inline.tsx')).SignInInline }))

interface Props {
  readonly shown: SessionView
  readonly session: StorySession
  readonly said: number
}

/** What is saved and where, and what to do where it is not. */
export function SaveLine({ shown, session, said }: Props) {
  const { writing } = useMessages()
  const time = useTime()
  const { keeps } = shown
  // "Saved" goes with the first letter, before anything else follows it.
  const save = useSyncExternalStore(session.subscribe, () => session.sync.state)
  return (
    <div className="desk-save" data-kind={save.kind}>
      <span role="status" key={said}>
        {inWords(save, keeps, writing.save, time)}
      </span>
      {save.kind === 'refused' && (
        <Button kind="quiet" onPress={() => session.sync.retry()}>
          {writing.save.refusedTry}
        </Button>
      )}
      {save.kind === 'local' && save.why === 'signed-out' && (
        <Suspense fallback={null}>
          <SignIn onDone={() => session.sync.retry()} />
        </Suspense>
      )}
    </div>
  )
}

function inWords(
  save: SaveState,
  keeps: boolean,
  words: Messages['writing']['save'],
  time: (at: string) => string,
): string {
  switch (save.kind) {
    case 'saved':
      if (save.at === null) return words.savedBefore
      if (save.mergedWith === null) return words.saved(time(save.at))
      return words.merged(save.mergedWith && words.ofWhom(save.mergedWith), time(save.at))
    case 'waiting':
      return keeps ? words.waiting : words.waitingNotKept
    case 'saving':
      return words.saving
    case 'local':
      if (!keeps) return words.notKept(time(save.since))
      if (save.why === 'offline') return words.offline(time(save.since))
      return save.why === 'server' ? words.server(time(save.since)) : words.signedOut(time(save.since))
    case 'refused':
      return words.refused(save.problem)
    case 'conflict':
      return words.conflict
  }
}

/** The hour and minute in the newsroom's zone. */
function useTime(): (at: string) => string {
  const { language } = useStudioLanguage()
  const { zone } = usePaper()
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language
    const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone })
    return (at) => format.format(new Date(at))
  }, [language, zone])
}
