import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import './house.css'

/** Who did what to which thing: lines in a sealed chain, that nobody can take out unseen. */
export function Audit() {
  const { house, ui } = useMessages()
  const [act, setAct] = useState('')
  const [subject, setSubject] = useState('')
  const filter = { ...(act === '' ? {} : { act: act.trim() }), ...(subject === '' ? {} : { subject: subject.trim() }) }
  const { data, hasNextPage, fetchNextPage, error } = useInfiniteQuery({
    queryKey: ['GET /audit', filter],
    queryFn: ({ pageParam, signal }) =>
      api('GET /audit', { query: { ...filter, ...(pageParam === null ? {} : { before: pageParam }) } }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
    placeholderData: (before) => before,
  })
  if (error) throw error
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <Screen title={house.audit.title} about={house.audit.about}>
      <div className="house-filters">
        <TextField label={house.audit.act} help={house.audit.actHelp} value={act} onChange={setAct} />
        <TextField label={house.audit.subject} help={house.audit.subjectHelp} value={subject} onChange={setSubject} />
      </div>
      {data && lines.length === 0 && <Empty title={house.audit.none} />}
      {lines.length > 0 && (
        <div className="scroll" role="region" aria-label={house.audit.title} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{house.audit.when}</th>
                <th scope="col">{house.audit.who}</th>
                <th scope="col">{house.audit.act}</th>
                <th scope="col">{house.audit.subject}</th>
                <th scope="col">{house.audit.detail}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.number}>
                  <td>
                    <When at={line.at} />
                  </td>
                  <td>
                    {line.actor} <small>{house.audit.via[line.via]}</small>
                  </td>
                  <td>{line.act}</td>
                  <td>
                    <code>{line.subject}</code>
                  </td>
                  <td>
                    <small>{detailOf(line.detail)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{ui.more}</Button>}
    </Screen>
  )
}

const detailOf = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
