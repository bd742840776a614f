import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import type { AnswerTo } from '../api/api.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { languageName } from '../stories/story-row.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { ALL, type IncomingSearch } from './incoming-search.ts'

/** So long after the last letter the list is searched. */
const PAUSE_MS = 250

const STATES = ['waiting', 'taken', 'dismissed'] as const

interface Props {
  readonly search: IncomingSearch
  readonly sources: AnswerTo<'GET /incoming'>['sources']
  readonly languages: readonly string[]
}

/** The search and the filters, which stand in the address. */
export function IncomingFilters({ search, sources, languages }: Props) {
  const { incoming } = useMessages()
  const { language } = useStudioLanguage()
  const navigate = useNavigate({ from: '/incoming' })
  const narrow = (change: IncomingSearch) => void navigate({ search: { ...search, ...change }, replace: true })
  const any = { value: ALL, label: incoming.any }
  return (
    <search className="incoming-filters" aria-label={incoming.filters}>
      <SearchField words={search.q ?? ''} onSearch={narrow} />
      <Select
        label={incoming.state}
        value={search.state ?? 'waiting'}
        choices={[...STATES.map((value) => ({ value, label: incoming.states[value] })), any]}
        onChange={(state) => narrow({ state: state === 'waiting' ? undefined : state })}
      />
      {sources.length > 1 && (
        <Select
          label={incoming.source}
          value={search.source ?? ALL}
          choices={[any, ...sources.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(source) => narrow({ source: source === ALL ? undefined : source })}
        />
      )}
      {languages.length > 1 && (
        <Select
          label={incoming.language}
          value={search.language ?? ALL}
          choices={[any, ...languages.map((value) => ({ value, label: languageName(language, value) }))]}
          onChange={(chosen) => narrow({ language: chosen === ALL ? undefined : chosen })}
        />
      )}
    </search>
  )
}

/** Looks for words a moment after the last letter was typed. */
function SearchField({
  words,
  onSearch,
}: {
  readonly words: string
  readonly onSearch: (change: IncomingSearch) => void
}) {
  const { incoming } = useMessages()
  const [typed, setTyped] = useState(words)
  const [known, setKnown] = useState(words)
  // The address was changed by something else, such as going back.
  if (known !== words) {
    setKnown(words)
    if (typed.trim() !== words) setTyped(words)
  }
  const search = useEffectEvent(() => onSearch({ q: typed.trim() === '' ? undefined : typed.trim() }))
  useEffect(() => {
    if (typed.trim() === words) return
    const timer = setTimeout(() => search(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, words])
  return (
    <TextField className="incoming-words" type="search" label={incoming.search} value={typed} onChange={setTyped} />
  )
}
