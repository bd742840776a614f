import { Link } from '@tanstack/react-router'
import type { AnswerTo } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'

type Whole = AnswerTo<'GET /record/entries/{entryId}'>

/** What an entry says, field by field, in the names of the record's own format; what it names leads there. */
export function EntryContent({ data }: { readonly data: Whole }) {
  const { citing } = useMessages()
  const fields = Object.entries(data.content).filter(([, value]) => !isNothing(value))
  return (
    <section>
      <h2>{citing.says}</h2>
      <dl className="facts">
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{inWords(name)}</dt>
            <dd>
              <Value value={value} named={data.named} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** “publishedAt” as “published at”. */
const inWords = (name: string): string =>
  name
    .replace(/Ids?$/, '')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('-', ' ')

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

function Value({ value, named }: { readonly value: unknown; readonly named: Whole['named'] }) {
  if (typeof value === 'string') return <Text text={value} named={named} />
  if (typeof value !== 'object' || value === null) return <>{String(value)}</>
  const parts = Object.entries(value).filter(([, part]) => !isNothing(part))
  if (Array.isArray(value)) {
    return (
      <ul className="value-list">
        {parts.map(([index, part]) => (
          <li key={index}>
            <Value value={part} named={named} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <span className="value-parts">
      {parts.map(([name, part]) => (
        <span key={name}>
          <i>{inWords(name)}</i> <Value value={part} named={named} />
        </span>
      ))}
    </span>
  )
}

function Text({ text, named }: { readonly text: string; readonly named: Whole['named'] }) {
  const entry = named[text]
  if (!entry) return <>{text}</>
  return (
    <Link to="/record/$entryId" params={{ entryId: entry.id }}>
      {entry.label}
    </Link>
  )
}
