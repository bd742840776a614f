import { useState } from 'react'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import type { KeptImport } from './import-list.tsx'
import { ImportProblems } from './import-problems.tsx'
import { Problems } from './preview-sums.tsx'
import { namedBy, saveFile } from './save-file.ts'

/** One import: how far it is, or what came of it, with its report. */
export function ImportRow({ one }: { readonly one: KeptImport }) {
  const { moving } = useMessages()
  const { run, notice } = useDoing()
  const [isOpen, setIsOpen] = useState(false)
  const params = { importId: one.id }
  const save = () =>
    run(async () => {
      const response = await api('GET /imports/{importId}/report', { params })
      saveFile(await response.blob(), namedBy(response, 'import.json'))
    })
  const isOver = one.state !== 'running' && one.state !== 'stopping'
  const endedEarly = one.state === 'failed' || one.state === 'broken-off'
  return (
    <li>
      <p>
        <strong>{one.name}</strong> · {one.kind} · <When at={one.beganAt} /> · {one.by} ·{' '}
        <span className="state">{moving.states[one.state]}</span>
      </p>
      {!isOver && <Progress one={one} />}
      <p>{moving.counts(one.report)}.</p>
      {one.failure !== null && <Notice kind="problem" title={one.failure} />}
      {endedEarly && <p className="moving-help">{moving.again}</p>}
      {isOver && !one.report.isComplete && <Notice kind="note" title={moving.incomplete} />}
      <Problems groups={one.report.summary} title={moving.problems(one.report.problemCount)} />
      {notice}
      {isOver && one.report.problemCount > 0 && (
        <div className="actions">
          <Button kind="quiet" onPress={() => setIsOpen((before) => !before)} aria-expanded={isOpen}>
            {moving.eachProblem}
          </Button>
          <Button kind="quiet" onPress={() => void save()}>
            {moving.report}
          </Button>
        </div>
      )}
      {isOpen && <ImportProblems importId={one.id} />}
    </li>
  )
}

function Progress({ one }: { readonly one: KeptImport }) {
  const { moving } = useMessages()
  const { run, notice } = useDoing()
  const { bytes, bytesRead, storiesPerSecond, secondsLeft } = one.progress
  const percent = Math.floor((100 * bytesRead) / Math.max(1, bytes))
  const stop = () =>
    run(async () => {
      await api('POST /imports/{importId}/stop', { params: { importId: one.id } })
      await refresh('GET /imports')
    })
  return (
    <div className="moving-progress">
      <progress value={bytesRead} max={Math.max(1, bytes)} aria-label={one.name} />
      <p className="moving-help" role="status">
        {moving.progress(percent, Math.round(storiesPerSecond))}
        {secondsLeft !== null && ` · ${moving.left(Math.ceil(secondsLeft))}`}
      </p>
      {notice}
      <Button isDisabled={one.state === 'stopping'} onPress={() => void stop()}>
        {moving.stop}
      </Button>
    </div>
  )
}
