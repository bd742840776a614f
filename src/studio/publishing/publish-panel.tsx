import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { type CheckFacts, checklist } from '../../story/checklist.ts'
import type { Story, StoryContent } from '../../story/story.ts'
import { usePaper } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Notice } from '../ui/notice.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { When } from '../ui/when.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { Checks } from './checks.tsx'
import { Languages } from './languages.tsx'
import { LinksOutside } from './links-outside.tsx'
import { Moves } from './moves.tsx'
import { Notes } from './notes.tsx'
import { saysTheSame } from './says-the-same.ts'
import { Address, Stops } from './stops.tsx'
import { TakeBack } from './take-back.tsx'
import { type Publishing, useDoing, usePublishing, useProblemWords } from './use-publishing.ts'
import { Tasks, Used } from './used.tsx'
import './publishing.css'

/** Beside the text: where the story stands on its way to readers, what stands in its way, and every step of it. */
export function PublishPanel() {
  const { publishing: m } = useMessages()
  const desk = useDesk()
  const standing = usePublishing(desk.storyId)
  const problemWords = useProblemWords()
  if (standing.data) return <Panel standing={standing.data} />
  if (!standing.error) return <Loading />
  return (
    <Notice kind="problem" title={m.panel}>
      <p>{problemWords(standing.error)}</p>
    </Notice>
  )
}

function Panel({ standing }: { readonly standing: Publishing }) {
  const { publishing: m } = useMessages()
  const { content, margin, story: atWork } = useDesk()
  const doing = useDoing()
  const [lookedAt, setLookedAt] = useState<ReadonlySet<string>>(new Set())
  const findings = useMemo(
    () => checklist(content, factsOf(standing, margin.suggestions.length)),
    [content, standing, margin.suggestions.length],
  )
  // The newest revision is what the working copy says where nobody has written since.
  const isChanged = useMemo(
    () => standing.isChanged || !saysTheSame(atWork.working.content, content),
    [standing.isChanged, atWork.working.content, content],
  )
  const story = asStory(standing, content, isChanged)
  const look = (key: string, isLookedAt: boolean) =>
    setLookedAt((before) => new Set(isLookedAt ? [...before, key] : [...before].filter((one) => one !== key)))
  return (
    <div className="publish">
      <Standing standing={standing} />
      {doing.problem && (
        <Notice kind="problem" title={m.failed}>
          <p>{doing.problem}</p>
        </Notice>
      )}
      {doing.done && <Notice kind="done">{doing.done}</Notice>}
      <Tasks standing={standing} doing={doing} />
      {standing.kill === null && <Checks findings={findings} lookedAt={lookedAt} onLookedAt={look} />}
      {standing.kill === null && <Moves {...{ standing, story, findings, lookedAt, doing }} />}
      {standing.kill === null && (
        <Part title={m.stop}>
          <Stops standing={standing} doing={doing} />
        </Part>
      )}
      <Part title={m.notesTitle}>
        <Notes standing={standing} story={story} />
      </Part>
      {standing.kill === null && (
        <>
          <Part title={m.address}>
            <Address key={standing.slug} standing={standing} doing={doing} />
          </Part>
          <Part title={m.links}>
            <LinksOutside standing={standing} doing={doing} />
          </Part>
          <Part title={m.translations} isOpen={standing.translation !== null}>
            <Languages standing={standing} doing={doing} />
          </Part>
        </>
      )}
      <Part title={m.used}>
        <Used used={standing.used} />
      </Part>
      {standing.liveRevision !== null && standing.kill === null && (
        <Part title={m.takeBackTitle}>
          <TakeBack standing={standing} story={story} />
        </Part>
      )}
    </div>
  )
}

interface PartProps {
  readonly title: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** What is not needed each time is closed until somebody opens it. */
const Part = ({ title, isOpen = false, children }: PartProps) => (
  <details className="publish-part" open={isOpen}>
    <summary>{title}</summary>
    {children}
  </details>
)

/** The checks' facts, as far as the server knows them and the screen does not know better. */
const factsOf = (standing: Publishing, openSuggestions: number): CheckFacts => ({
  language: standing.language,
  slug: standing.slug,
  claims: new Map(standing.claims.map(({ id, status }) => [id, status])),
  openComments: standing.openComments,
  openSuggestions,
  isTranslationStale: standing.translation?.isStale ?? false,
})

/**
 * The story as the pure rules judge it. Words that were changed since the newest revision are a revision to come: readers
 * do not have them.
 */
const asStory = (standing: Publishing, content: StoryContent, isChanged: boolean): Story => ({
  ...standing,
  groupId: '' as Story['groupId'],
  translatedFrom: standing.translation?.originalId ?? null,
  revision: standing.revision + (isChanged ? 1 : 0),
  content,
})

function Standing({ standing }: { readonly standing: Publishing }) {
  const { publishing: m } = useMessages()
  const { siteUrl } = usePaper()
  const { state, path, hold, embargoUntil, scheduledFor, kill, isChanged, now } = standing
  const word = standing.deskWords[0]
  const late = standing.late && (Date.parse(standing.late.at) - Date.parse(standing.late.due)) / 60_000
  const isLive = standing.liveRevision !== null && kill === null
  return (
    <section className="publish-standing">
      <p>
        <StateMark state={state} /> {isLive ? m.readersHave : m.readersHaveNot}
      </p>
      <p className="publish-ways">
        <Link to="/stories/$storyId/preview" params={{ storyId: standing.id }}>
          {m.preview}
        </Link>
        {isLive && path && (
          <a href={siteUrl + path} target="_blank" rel="noreferrer">
            {m.see}
          </a>
        )}
      </p>
      {kill && <Notice kind="note" title={kill.notice} />}
      {hold && <Notice kind="note" title={m.held(hold.reason)} />}
      {embargoUntil !== null && embargoUntil > now && (
        <Notice kind="note">
          {m.embargoedUntil} <When at={embargoUntil} />
        </Notice>
      )}
      {state === 'scheduled' && scheduledFor !== null && (
        <Notice kind="note">
          {m.scheduledFor}: <When at={scheduledFor} /> ({scheduledFor.slice(0, 16).replace('T', ' ')} UTC)
          {isChanged && <p>{m.scheduledChanged}</p>}
        </Notice>
      )}
      {late !== null && <Notice kind="note">{m.wentOutLate(Math.round(late))}</Notice>}
      {state === 'draft' && word && (
        <Notice kind="note" title={m.deskSays(word.by)}>
          <p className="publish-word">{word.text}</p>
        </Notice>
      )}
    </section>
  )
}
