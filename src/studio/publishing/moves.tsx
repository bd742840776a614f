import { useState } from 'react'
import { type Finding, whatStops } from '../../story/checklist.ts'
import { refusalToMove, refusalToPublish, refusalToSchedule } from '../../story/publishing.ts'
import type { Story } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { AskDialog } from './ask-dialog.tsx'
import { TimeField } from './time-field.tsx'
import { type Doing, type Publishing, useReasonAgainst } from './use-publishing.ts'

interface Props {
  readonly standing: Publishing
  /** The story as the pure rules judge it, with the words on the screen. */
  readonly story: Story
  readonly findings: readonly Finding[]
  readonly lookedAt: ReadonlySet<string>
  readonly doing: Doing
}

/** The way along the desk and out: each button says why it cannot be pressed. */
export function Moves(props: Props) {
  const { standing, doing } = props
  const { publishing: m } = useMessages()
  const { storyId, saveNow } = useDesk()
  const reason = useReasonAgainst(standing)
  const { state } = standing
  const params = { storyId }
  const move = (key: 'POST /stories/{storyId}/submit' | 'POST /stories/{storyId}/approve') => () =>
    doing.act(async () => api(key, { params, body: { version: await saveNow() } }))
  const isOpen = state !== 'published' && state !== 'killed'
  return (
    <section className="publish-part">
      <h3>{m.moves}</h3>
      <div className="publish-moves">
        {state === 'draft' && (
          <Button
            whyNot={reason('submit-story', refusalToMove(state, 'in-review'))}
            isDisabled={doing.isBusy}
            onPress={() => void move('POST /stories/{storyId}/submit')()}
          >
            {m.submit}
          </Button>
        )}
        {isOpen && state !== 'draft' && <SendBack standing={standing} />}
        {isOpen && state !== 'approved' && state !== 'scheduled' && (
          <Button
            whyNot={reason('approve-story', refusalToMove(state, 'approved'))}
            isDisabled={doing.isBusy}
            onPress={() => void move('POST /stories/{storyId}/approve')()}
          >
            {m.approve}
          </Button>
        )}
        {state === 'scheduled' && (
          <Button
            whyNot={reason('schedule-story')}
            isDisabled={doing.isBusy}
            onPress={() => void doing.act(() => api('POST /stories/{storyId}/unschedule', { params, body: {} }))}
          >
            {m.unschedule}
          </Button>
        )}
        {state !== 'killed' && <Schedule {...props} />}
        {state !== 'killed' && <Publish {...props} />}
      </div>
    </section>
  )
}

/** Why the checklist is against it: null when nothing stops it. */
function useChecklistReason({ findings, lookedAt }: Props): string | null {
  const { publishing: m } = useMessages()
  const open = whatStops(findings, [...lookedAt])
  const must = open.filter(({ level }) => level === 'must').length
  if (must > 0) return m.mustFirst(must)
  return open.length > 0 ? m.tickFirst(open.length) : null
}

function Publish(props: Props) {
  const { standing, story, doing, lookedAt } = props
  const { publishing: m } = useMessages()
  const { storyId, saveNow } = useDesk()
  const [change, setChange] = useState('')
  const checklist = useChecklistReason(props)
  const against = useReasonAgainst(standing)('publish-story', refusalToPublish(story, standing.now))
  const isUpdate = standing.liveRevision !== null
  const publish = async () => {
    const body = { version: await saveNow(), lookedAt: [...lookedAt], change: change.trim() || null }
    return api('POST /stories/{storyId}/publish', { params: { storyId }, body })
  }
  return (
    <div className="publish-main">
      {isUpdate && against === null && (
        <TextField label={m.change} help={m.changeHelp} value={change} onChange={setChange} maxLength={500} rows={2} />
      )}
      <Button
        kind="main"
        whyNot={against ?? checklist}
        isDisabled={doing.isBusy}
        onPress={() => void doing.act(publish).then((isDone) => isDone && setChange(''))}
      >
        {isUpdate ? m.publishUpdate : m.publish}
      </Button>
    </div>
  )
}

function Schedule(props: Props) {
  const { standing, story, lookedAt } = props
  const { publishing: m } = useMessages()
  const { storyId, saveNow } = useDesk()
  const [at, setAt] = useState<Instant | null>(standing.scheduledFor)
  const checklist = useChecklistReason(props)
  const far = '9999-01-01T00:00:00.000Z' as Instant
  const against = useReasonAgainst(standing)('schedule-story', refusalToSchedule(story, far, standing.now))
  const refusal = at === null ? null : refusalToSchedule(story, at, standing.now)
  const schedule = async () => {
    if (at === null) throw new Error('There is no time to schedule it for.')
    const body = { version: await saveNow(), lookedAt: [...lookedAt], at }
    return api('POST /stories/{storyId}/schedule', { params: { storyId }, body })
  }
  return (
    <AskDialog
      label={m.schedule}
      title={m.scheduleTitle}
      confirm={m.schedule}
      whyNot={against ?? checklist}
      isReady={at !== null && refusal === null}
      onConfirm={schedule}
    >
      <TimeField label={m.scheduleAt} value={at} onChange={setAt} />
      {refusal && <p role="alert">{m.refusals[refusal.kind]}</p>}
    </AskDialog>
  )
}

function SendBack({ standing }: Pick<Props, 'standing'>) {
  const { publishing: m } = useMessages()
  const { storyId } = useDesk()
  const [word, setWord] = useState('')
  const whyNot = useReasonAgainst(standing)('send-back-story', refusalToMove(standing.state, 'draft'))
  return (
    <AskDialog
      label={m.sendBack}
      title={m.sendBackTitle}
      confirm={m.sendBack}
      whyNot={whyNot}
      onOpen={() => setWord('')}
      onConfirm={() => api('POST /stories/{storyId}/send-back', { params: { storyId }, body: { word: word || null } })}
    >
      <TextField label={m.word} help={m.wordHelp} value={word} onChange={setWord} rows={3} maxLength={2000} autoFocus />
    </AskDialog>
  )
}
