import { useNavigate } from '@tanstack/react-router'
import type { AnswerTo } from '../api/api.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { languageName } from '../stories/story-row.tsx'
import { Select } from '../ui/field.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { ALL, type IncomingSearch } from './incoming-search.ts'

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
      <SearchField
        className="incoming-words"
        label={incoming.search}
        words={search.q ?? ''}
        onSearch={(q) => narrow({ q })}
      />
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
