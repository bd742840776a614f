import { useState } from 'react'
import type { DeskId } from '../../ids.ts'
import { inLanguage } from '../../story/section.ts'
import { useMay, useSession } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import type { ListedStory } from './story-row.tsx'
import { BULK_ACTS, type BulkAct, useBulk } from './use-bulk.ts'

const NEEDS = {
  submit: 'submit-story',
  approve: 'approve-story',
  'send-back': 'send-back-story',
  hold: 'hold-story',
  release: 'release-story',
  publish: 'publish-story',
} as const

/** These ask for a word, or whether it is really meant, first. */
const ASKS: ReadonlySet<BulkAct> = new Set(['send-back', 'hold', 'publish'])

interface Props {
  readonly chosen: readonly ListedStory[]
  readonly onClear: () => void
}

/** What can be done with the chosen stories at once, and what came of it, story by story. */
export function BulkBar({ chosen, onClear }: Props) {
  const { stories } = useMessages()
  const may = useMay()
  const [asking, setAsking] = useState<BulkAct | null>(null)
  const bulk = useBulk(chosen)
  const acts = BULK_ACTS.filter((act) => may(NEEDS[act]))
  return (
    <>
      <BulkResults bulk={bulk} />
      {chosen.length > 0 && (
        <section className="bulk" aria-label={stories.bulk.title}>
          <p className="bulk-count" role="status">
            {stories.bulk.chosen(chosen.length)}
          </p>
          <div className="bulk-acts">
            {acts.map((act) => (
              <Button
                key={act}
                isDisabled={bulk.isBusy}
                onPress={() => (ASKS.has(act) ? setAsking(act) : bulk.act(act, ''))}
              >
                {stories.bulk[act]}
              </Button>
            ))}
            {may('assign-story') && <AssignDesk onAssign={bulk.assign} />}
            <Button kind="quiet" onPress={onClear}>
              {stories.bulk.clear}
            </Button>
          </div>
        </section>
      )}
      {asking && (
        <AskFirst
          act={asking}
          count={chosen.length}
          onClose={() => setAsking(null)}
          onSaid={(reason) => {
            setAsking(null)
            bulk.act(asking, reason)
          }}
        />
      )}
    </>
  )
}

function AssignDesk({ onAssign }: { readonly onAssign: (deskId: DeskId | null) => void }) {
  const { stories } = useMessages()
  const { language } = useStudioLanguage()
  const { desks } = useSession()
  if (desks.length === 0) return null
  return (
    <Select
      label={stories.bulk.assign}
      value={null}
      choices={[
        ...desks.map(({ id, names }) => ({ value: id as string, label: inLanguage(names, language) })),
        { value: 'none', label: stories.noDesk },
      ]}
      onChange={(value) => onAssign(desks.find(({ id }) => id === value)?.id ?? null)}
    />
  )
}

interface AskProps {
  readonly act: BulkAct
  readonly count: number
  readonly onSaid: (reason: string) => void
  readonly onClose: () => void
}

function AskFirst({ act, count, onSaid, onClose }: AskProps) {
  const { stories, ui } = useMessages()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={stories.bulk[act]} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSaid(reason)
        }}
      >
        {act === 'publish' ? (
          <p>{stories.bulk.publishAsk(count)}</p>
        ) : (
          <TextField
            autoFocus
            label={act === 'hold' ? stories.bulk.reason : stories.bulk.word}
            isRequired={act === 'hold'}
            value={reason}
            onChange={setReason}
            maxLength={500}
          />
        )}
        <div className="dialog-actions">
          <Button kind="main" type="submit">
            {stories.bulk[act]}
          </Button>
          <Button onPress={onClose}>{ui.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function BulkResults({ bulk }: { readonly bulk: ReturnType<typeof useBulk> }) {
  const { stories } = useMessages()
  const { results, problem, undo } = bulk
  if (problem !== null) return <Notice kind="problem">{problem}</Notice>
  if (!results) return null
  const refused = results.filter(({ refusal }) => refusal !== null)
  const done = results.length - refused.length
  return (
    <Notice kind={refused.length > 0 ? 'problem' : 'done'}>
      {done > 0 && (
        <p>
          {stories.bulk.done(done)}{' '}
          {undo && (
            <Button kind="quiet" onPress={undo}>
              {stories.bulk.undo}
            </Button>
          )}
        </p>
      )}
      {refused.length > 0 && <p className="notice-title">{stories.bulk.refused(refused.length)}</p>}
      <ul>
        {refused.map(({ storyId, headline, refusal }) => (
          <li key={storyId}>
            {headline || stories.noHeadline}: {refusal}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
