import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import './paper.css'

type Report = AnswerTo<'GET /paper/reports'>['reports'][number]

/** What readers have told the corrections desk. */
export function Reports() {
  const { paper } = useMessages()
  const [all, setAll] = useState(false)
  const { reports } = useSuspenseQuery(asking('GET /paper/reports', { query: all ? { all: 'true' } : {} })).data
  return (
    <Screen title={paper.reports.title} about={paper.reports.about}>
      <Checkbox isSelected={all} onChange={setAll}>
        {paper.reports.all}
      </Checkbox>
      {reports.length === 0 && <Empty title={paper.reports.none} />}
      <ul className="rows">
        {reports.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
    </Screen>
  )
}

function ReportRow({ report }: { readonly report: Report }) {
  const { paper } = useMessages()
  return (
    <li>
      <p>
        <span className="state">{paper.reports.kinds[report.kind] ?? report.kind}</span> <When at={report.receivedAt} />{' '}
        · <span lang="">{report.about}</span>{' '}
        {report.storyId !== null && (
          <Link to="/stories/$storyId" params={{ storyId: report.storyId }}>
            {paper.reports.toStory}
          </Link>
        )}
      </p>
      <p className="paper-report" lang={report.language}>
        {report.text}
      </p>
      {report.contact !== null && <p>{paper.reports.contact(report.contact)}</p>}
      {report.state === 'new' ? (
        <CloseReport report={report} />
      ) : (
        <p>
          <small>
            {paper.reports.states[report.state]}
            {report.note !== null && `: ${report.note}`}
          </small>
        </p>
      )}
    </li>
  )
}

function CloseReport({ report }: { readonly report: Report }) {
  const { paper } = useMessages()
  const [note, setNote] = useState('')
  const { run, isBusy, notice } = useDoing()
  const close = (as: 'answered' | 'dismissed') =>
    run(async () => {
      const body = { as, note: note.trim() === '' ? null : note }
      await api('POST /paper/reports/{reportId}/close', { params: { reportId: report.id }, body })
      await refresh('GET /paper/reports')
    })
  return (
    <div className="row-more form">
      <TextField label={paper.reports.note} value={note} onChange={setNote} />
      {report.contact !== null && <p className="paper-help">{paper.reports.contactGoes}</p>}
      {notice}
      <div className="actions">
        <Button isDisabled={isBusy} onPress={() => void close('answered')}>
          {paper.reports.answered}
        </Button>
        <Button isDisabled={isBusy} onPress={() => void close('dismissed')}>
          {paper.reports.dismissed}
        </Button>
      </div>
    </div>
  )
}
