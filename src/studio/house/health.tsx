import { useSuspenseQuery } from '@tanstack/react-query'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import './house.css'

type Health = AnswerTo<'GET /health'>

/** Told by shape and word alike. */
const SIGN = { ok: '✓', note: '•', fault: '✕' } as const

/** How the system is, in plain words. */
export function Health() {
  const { house } = useMessages()
  const { findings, jobs } = useSuspenseQuery({ ...asking('GET /health', {}), refetchInterval: 60_000 }).data
  const faults = findings.filter(({ level }) => level === 'fault').length
  return (
    <Screen
      title={house.health.title}
      about={faults === 0 ? house.health.sound : house.health.faults(faults)}
      actions={<Button onPress={() => void refresh('GET /health')}>{house.health.again}</Button>}
    >
      <ul className="rows">
        {findings.map(({ level, what, remedy }) => (
          <li key={what} className="finding" data-level={level}>
            <span className="finding-sign">
              <span aria-hidden="true">{SIGN[level]}</span>
              <span className="visually-hidden">{house.health.levels[level]}</span>
            </span>
            {/* The server has these words in English alone. */}
            <span lang="en">
              {what}
              {remedy !== null && <small>{remedy}</small>}
            </span>
          </li>
        ))}
      </ul>
      <Jobs jobs={jobs} />
    </Screen>
  )
}

function Jobs({ jobs }: { readonly jobs: Health['jobs'] }) {
  const { house } = useMessages()
  const may = useMay()
  const { run, isBusy, notice } = useDoing()
  if (jobs.length === 0) return null
  const retry = (jobId: Health['jobs'][number]['id']) =>
    run(async () => {
      await api('POST /jobs/{jobId}/retry', { params: { jobId } })
      await refresh('GET /health')
    })
  return (
    <section className="jobs">
      <h2>{house.health.jobs}</h2>
      {notice}
      <ul className="rows">
        {jobs.map((job) => (
          <li key={job.id} className="row-line">
            <span>
              {job.kind} · {job.isGivenUp ? house.health.givenUp(job.attempts) : house.health.due}{' '}
              {!job.isGivenUp && <When at={job.dueAt} />}
              {job.lastError !== null && <small>{job.lastError}</small>}
            </span>
            {job.isGivenUp && may('retry-job') && (
              <Button isDisabled={isBusy} onPress={() => void retry(job.id)}>
                {house.health.retry}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
