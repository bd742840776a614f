import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { inlineText } from '../../story/plain-text.ts'
import { runsIn } from '../../story/runs.ts'
import { diffStory } from '../../story/word-diff-story.ts'
import type { AnswerTo } from '../api/api.ts'
import { api } from '../api/api.ts'
import { asking } from '../api/queries.ts'
import { useMay, usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { type Doing, type Publishing, useReasonAgainst } from './use-publishing.ts'

interface Props {
  readonly standing: Publishing
  readonly doing: Doing
}

/** The story in other languages: what it was translated from and whether that has changed, and new translations. */
export function Languages({ standing, doing }: Props) {
  const languageName = useLanguageName()
  return (
    <>
      {standing.translation && <Translation standing={standing} doing={doing} />}
      <ul className="publish-notes">
        {standing.used.languages.map(({ id, headline, language, state }) => (
          <li key={id}>
            {languageName(language)}:{' '}
            <Link to="/stories/$storyId" params={{ storyId: id }}>
              {headline}
            </Link>{' '}
            <StateMark state={state} />
          </li>
        ))}
      </ul>
      <NewTranslation standing={standing} doing={doing} />
    </>
  )
}

function useLanguageName(): (language: string) => string {
  const { language } = useStudioLanguage()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return (tag) => names.of(tag) ?? tag
}

function NewTranslation({ standing, doing }: Props) {
  const { publishing: m } = useMessages()
  const { languages } = usePaper()
  const navigate = useNavigate()
  const may = useMay()
  const languageName = useLanguageName()
  const taken = new Set([standing.language, ...standing.used.languages.map(({ language }) => language)])
  const free = languages.filter((language) => !taken.has(language))
  const [chosen, setChosen] = useState<string | null>(null)
  if (free.length === 0) return <p className="soft">{m.noLanguages}</p>
  if (!may('create-story')) return null
  const language = chosen ?? free[0] ?? ''
  const begin = () =>
    doing.act(async () => {
      const params = { storyId: standing.id }
      const { storyId } = await api('POST /stories/{storyId}/translations', { params, body: { language } })
      await navigate({ to: '/stories/$storyId', params: { storyId } })
      return {}
    })
  return (
    <>
      <Select
        label={m.translateInto}
        value={language}
        choices={free.map((value) => ({ value, label: languageName(value) }))}
        onChange={setChosen}
      />
      <Button isDisabled={doing.isBusy} onPress={() => void begin()}>
        {m.translate}
      </Button>
    </>
  )
}

function Translation({ standing, doing }: Props) {
  const { publishing: m } = useMessages()
  const languageName = useLanguageName()
  const whyNot = useReasonAgainst(standing)('revise-story')
  const { data } = useQuery(asking('GET /stories/{storyId}/original', { params: { storyId: standing.id } }))
  const { translation } = standing
  if (!translation) return null
  const markCurrent = () =>
    doing.act(() => api('POST /stories/{storyId}/translation-current', { params: { storyId: standing.id }, body: {} }))
  return (
    <>
      <p>
        {m.translationOf} ({languageName(translation.language)}):{' '}
        <Link to="/stories/$storyId" params={{ storyId: translation.originalId }}>
          {translation.headline}
        </Link>
      </p>
      {translation.isStale && (
        <Notice kind="note" title={m.translationStale}>
          {data && <OriginalChanges original={data} />}
          <Button whyNot={whyNot} isDisabled={doing.isBusy} onPress={() => void markCurrent()}>
            {m.translationCurrent}
          </Button>
        </Notice>
      )}
      {data && <OriginalText original={data} />}
    </>
  )
}

type Original = AnswerTo<'GET /stories/{storyId}/original'>

function OriginalChanges({ original: { before, now, language } }: { readonly original: Original }) {
  const { publishing: m } = useMessages()
  if (!before) return null
  const { headline, standfirst, body } = diffStory(before, now)
  const lines = [headline, standfirst, ...body.map(({ parts }) => parts)].filter((parts) => parts !== null)
  const changed = lines.filter((parts) => parts.some(({ kind }) => kind !== 'same'))
  return (
    <details open>
      <summary>{m.translationChanges}</summary>
      {changed.length === 0 && <p>{m.noChanges}</p>}
      {changed.map((parts, line) => (
        <p key={line} lang={language}>
          {parts.map(({ kind, text }, part) =>
            kind === 'removed' ? (
              <del key={part}>{text}</del>
            ) : kind === 'added' ? (
              <ins key={part}>{text}</ins>
            ) : (
              <span key={part}>{text}</span>
            ),
          )}
        </p>
      ))}
    </details>
  )
}

/** The original beside the translation, to read and not to write in. */
function OriginalText({ original: { now, language } }: { readonly original: Original }) {
  const { publishing: m } = useMessages()
  return (
    <details className="publish-original" open>
      <summary>{m.original}</summary>
      <div lang={language} dir="auto">
        <p className="publish-original-headline">{now.headline}</p>
        <p>{now.standfirst}</p>
        {now.body.content.flatMap(runsIn).map((run, index) => (
          <p key={index}>{inlineText(run)}</p>
        ))}
      </div>
    </details>
  )
}
