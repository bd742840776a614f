import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ENTRY_TYPES, type EntryStatus, type EntryType } from '../../record/entry.ts'
import type { AnswerTo } from '../api/api.ts'
import { asking } from '../api/queries.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import './citing.css'
import { Entries } from './entries.tsx'

type List = AnswerTo<'GET /record/entries'>

const STATES = ['draft', 'live', 'withdrawn'] as const
const ALL = 'all'

interface Filter {
  readonly type: EntryType | typeof ALL
  readonly status: EntryStatus | typeof ALL
  readonly q: string
}

/** Everything on record: by type, state and name, what changed last first. */
export function RecordList() {
  const { shell, citing } = useMessages()
  const [filter, setFilter] = useState<Filter>({ type: 'event', status: ALL, q: '' })
  const [pages, setPages] = useState<readonly (number | null)[]>([null])
  const change = (more: Partial<Filter>) => {
    setFilter({ ...filter, ...more })
    setPages([null])
  }
  return (
    <Screen title={shell.nav.record} about={citing.listAbout}>
      <Filters filter={filter} onChange={change} />
      {pages.map((before, index) => (
        <Page
          key={before ?? 0}
          filter={filter}
          before={before}
          isLast={index === pages.length - 1}
          onMore={(next) => setPages([...pages, next])}
        />
      ))}
      <p className="help">{citing.elsewhere}</p>
    </Screen>
  )
}

function Filters({
  filter,
  onChange,
}: {
  readonly filter: Filter
  readonly onChange: (more: Partial<Filter>) => void
}) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const { data } = useQuery(asking('GET /record/entries', { query: { language } }))
  const numberOf = (type: Filter['type']) =>
    (data?.counts ?? []).filter((one) => type === ALL || one.type === type).reduce((sum, { count }) => sum + count, 0)
  const counted = (type: Filter['type'], label: string) => (data ? `${label} (${numberOf(type)})` : label)
  return (
    <div className="record-filters" role="search" aria-label={citing.back}>
      <TextField label={citing.byName} type="search" value={filter.q} onChange={(q) => onChange({ q })} />
      <Select
        label={citing.type}
        value={filter.type}
        choices={[
          { value: ALL, label: counted(ALL, citing.all) },
          ...ENTRY_TYPES.map((type) => ({ value: type, label: counted(type, citing.typesMany[type]) })),
        ]}
        onChange={(type) => onChange({ type })}
      />
      <Select
        label={citing.state}
        value={filter.status}
        choices={[
          { value: ALL, label: citing.all },
          ...STATES.map((value) => ({ value, label: citing.states[value] })),
        ]}
        onChange={(status) => onChange({ status })}
      />
    </div>
  )
}

interface PageProps {
  readonly filter: Filter
  readonly before: number | null
  readonly isLast: boolean
  readonly onMore: (next: number) => void
}

function Page({ filter, before, isLast, onMore }: PageProps) {
  const { ui } = useMessages()
  const { language } = useStudioLanguage()
  const q = useDeferredValue(filter.q.trim())
  const { data, isPending } = useQuery({
    ...asking('GET /record/entries', {
      query: {
        q,
        language,
        ...(filter.type !== ALL && { type: filter.type }),
        ...(filter.status !== ALL && { status: filter.status }),
        ...(before !== null && { before }),
      },
    }),
    placeholderData: (earlier) => earlier,
  })
  if (isPending || !data) return <Loading />
  if (data.entries.length === 0 && before === null) return <NothingThere list={data} />
  const { next } = data
  return (
    <>
      <Entries entries={data.entries} />
      {isLast && next !== null && (
        <Button className="more" onPress={() => onMore(next)}>
          {ui.more}
        </Button>
      )}
    </>
  )
}

function NothingThere({ list }: { readonly list: List }) {
  const { citing } = useMessages()
  const isEmpty = list.counts.length === 0
  return <Empty title={isEmpty ? citing.empty : citing.nothingSuch}>{isEmpty && <p>{citing.emptyHelp}</p>}</Empty>
}
