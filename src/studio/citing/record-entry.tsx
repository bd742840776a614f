import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { AnswerTo } from '../api/api.ts'
import { asking } from '../api/queries.ts'
import { usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Failed, Loading } from '../shell/notices.tsx'
import { Screen } from '../ui/screen.tsx'
import './citing.css'
import { ClaimLines } from './claim-lines.tsx'
import { EntryActions } from './entry-actions.tsx'
import { EntryContent } from './entry-content.tsx'
import { EntryHistory } from './entry-history.tsx'
import { CanAdd } from './can-add.tsx'
import { When } from '../ui/when.tsx'
import { wordOf } from './words-of.ts'
import { Entries } from './entries.tsx'

type Whole = AnswerTo<'GET /record/entries/{entryId}'>

/** One entry of the record: what it says, its claims, its history, and what can be done with it. */
export function RecordEntry() {
  const { language } = useStudioLanguage()
  const { entryId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(
    asking('GET /record/entries/{entryId}', { params: { entryId }, query: { language } }),
  )
  if (error) return <Failed error={error} />
  return data ? (
    <CanAdd>
      <Shown key={entryId} data={data} />
    </CanAdd>
  ) : (
    <Loading />
  )
}

function Shown({ data }: { readonly data: Whole }) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  const { entry } = data
  const own = entry.type === 'claim' ? data.claims.find(({ id }) => id === entry.id) : undefined
  return (
    <Screen title={entry.label} about={<About data={data} />}>
      {own && <ClaimLines claim={own} />}
      <EntryActions data={data} claim={own} />
      {entry.type === 'event' && <Ledger eventId={entry.id} title={entry.label} language={language} />}
      <Claims claims={data.claims.filter(({ id }) => id !== entry.id)} />
      <Assessments assessments={data.assessments} />
      <EntryContent data={data} />
      {data.namedBy.length > 0 && (
        <section>
          <h2>{citing.namedBy}</h2>
          <Entries entries={data.namedBy} />
        </section>
      )}
      <EntryHistory history={data.history} />
      <p className="help">{citing.elsewhere}</p>
    </Screen>
  )
}

/** Its type, what tells it from others, where it stands, and the way to it for readers. */
function About({ data: { entry, path } }: { readonly data: Whole }) {
  const { citing } = useMessages()
  const { siteUrl } = usePaper()
  return (
    <>
      <Link to="/record">{citing.back}</Link> · {[citing.types[entry.type], entry.detail].filter(Boolean).join(' · ')}{' '}
      <span className="state">{citing.states[entry.status]}</span>
      {path && (
        <>
          {' · '}
          <a href={siteUrl + path} target="_blank" rel="noreferrer">
            {citing.onSite}
          </a>
        </>
      )}
    </>
  )
}

function Claims({ claims }: { readonly claims: Whole['claims'] }) {
  const { citing } = useMessages()
  if (claims.length === 0) return null
  return (
    <section>
      <h2>{citing.claims}</h2>
      <ul className="entry-claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimLines claim={claim} />
            <Link to="/record/$entryId" params={{ entryId: claim.id }}>
              {citing.open}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Assessments({ assessments }: { readonly assessments: Whole['assessments'] }) {
  const { citing } = useMessages()
  const { language } = useStudioLanguage()
  if (assessments.length === 0) return null
  return (
    <section>
      <h2>{citing.assessments}</h2>
      <ul className="entry-claims">
        {assessments.map(({ id, status, verdict, standard, at }) => (
          <li key={id}>
            <b>{wordOf('verdict', verdict, language)}</b> <span className="state">{citing.states[status]}</span> ·{' '}
            <When at={at} />
            <p>{standard}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LedgerProps {
  readonly eventId: string
  readonly title: string
  readonly language: string
}

function Ledger({ eventId, title, language }: LedgerProps) {
  const { citing } = useMessages()
  return (
    <section>
      <h2>{citing.ledgers}</h2>
      <p className="help">{citing.ledgersAbout}</p>
      <iframe
        className="ledger-frame"
        title={citing.ledgerOf(title)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={`/studio/api/record/events/${eventId}/ledger?language=${encodeURIComponent(language)}`}
      />
    </section>
  )
}
