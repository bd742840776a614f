import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox, Select, TextField } from '../ui/field.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useListChoices } from './list-choices.ts'
import { isNarrowed, type ListSearch } from './list-search.ts'

const ANY = 'any'
const NARROWINGS = ['state', 'desk', 'section', 'language', 'byline', 'author'] as const

/** The search and the filters, which stand in the address. On a phone the filters open on demand. */
export function ListFilters({ search }: { readonly search: ListSearch }) {
  const { stories } = useMessages()
  const choices = useListChoices()
  const navigate = useNavigate({ from: '/' })
  const isSet =
    NARROWINGS.some((name) => search[name] !== undefined) || search.from !== undefined || search.suggested !== undefined
  const [isOpen, setIsOpen] = useState(isSet)
  const panel = useId()
  const narrow = (change: ListSearch) => void navigate({ search: { ...search, ...change }, replace: true })
  return (
    <search className="list-filters" aria-label={stories.filters.title}>
      <div className="list-search">
        <SearchField
          className="list-words"
          label={stories.filters.search}
          words={search.q ?? ''}
          onSearch={(q) => narrow({ q })}
        />
        <Button aria-expanded={isOpen} aria-controls={panel} onPress={() => setIsOpen(!isOpen)}>
          {stories.filters.open}
        </Button>
        {isNarrowed(search) && (
          <Button kind="quiet" onPress={() => void navigate({ search: {} })}>
            {stories.filters.clear}
          </Button>
        )}
      </div>
      <div className="list-narrow" id={panel} hidden={!isOpen}>
        {NARROWINGS.filter((name) => choices[name].length > 1).map((name) => (
          <Select
            key={name}
            label={stories.filters[name]}
            value={search[name] ?? ANY}
            choices={[{ value: ANY, label: stories.filters.any }, ...choices[name]]}
            onChange={(value) => narrow({ [name]: value === ANY ? undefined : value })}
          />
        ))}
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            type="date"
            label={stories.filters[name]}
            value={search[name] ?? ''}
            onChange={(value) => narrow({ [name]: value === '' ? undefined : value })}
          />
        ))}
        <Checkbox
          isSelected={search.suggested === 'true'}
          onChange={(isWanted) => narrow({ suggested: isWanted ? 'true' : undefined })}
        >
          {stories.filters.suggested}
        </Checkbox>
      </div>
    </search>
  )
}
