import { useState } from 'react'
import { isSlug } from '../../story/addresses.ts'
import { slugOf } from '../../story/story-slug.ts'
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
  readonly doing: Doing
}

/** What nothing passes: a hold with its reason, and a time before which it may not go out. */
export function Stops({ standing, doing }: Props) {
  const { publishing: m } = useMessages()
  const reason = useReasonAgainst(standing)
  const [why, setWhy] = useState('')
  const [until, setUntil] = useState<Instant | null>(standing.embargoUntil)
  const params = { storyId: standing.id }
  return (
    <div className="publish-moves">
      {standing.hold === null ? (
        <AskDialog
          label={m.hold}
          title={m.holdTitle}
          confirm={m.hold}
          whyNot={reason('hold-story')}
          isReady={why.trim() !== ''}
          onConfirm={() => api('POST /stories/{storyId}/hold', { params, body: { reason: why } })}
        >
          <TextField label={m.holdReason} help={m.holdHelp} value={why} onChange={setWhy} maxLength={500} autoFocus />
        </AskDialog>
      ) : (
        <Button
          whyNot={reason('release-story')}
          isDisabled={doing.isBusy}
          onPress={() => void doing.act(() => api('POST /stories/{storyId}/release', { params, body: {} }))}
        >
          {m.release}
        </Button>
      )}
      <AskDialog
        label={m.embargoSet}
        title={m.embargo}
        confirm={m.embargoSet}
        whyNot={reason('embargo-story')}
        isReady={until !== null}
        onConfirm={() => api('POST /stories/{storyId}/embargo', { params, body: { until } })}
      >
        <TimeField label={m.scheduleAt} value={until} onChange={setUntil} />
      </AskDialog>
      {standing.embargoUntil !== null && (
        <Button
          whyNot={reason('embargo-story')}
          isDisabled={doing.isBusy}
          onPress={() =>
            void doing.act(() => api('POST /stories/{storyId}/embargo', { params, body: { until: null } }))
          }
        >
          {m.embargoLift}
        </Button>
      )}
    </div>
  )
}

/** The last part of the address. Where readers have the story, the former address leads on. */
export function Address({ standing, doing }: Props) {
  const { content } = useDesk()
  const { publishing: m } = useMessages()
  const [slug, setSlug] = useState(slugOf({ ...standing, content }))
  const whyNot = useReasonAgainst(standing)('change-slug')
  const isWrong = slug !== '' && !isSlug(slug)
  const change = () =>
    doing.act(() => api('POST /stories/{storyId}/slug', { params: { storyId: standing.id }, body: { slug } }))
  return (
    <>
      <TextField
        label={m.slug}
        help={m.slugHelp}
        value={slug}
        onChange={setSlug}
        maxLength={120}
        isReadOnly={whyNot !== null}
        problem={isWrong ? m.refusals['no-address'] : null}
      />
      <Button
        whyNot={whyNot}
        isDisabled={doing.isBusy || isWrong || slug === '' || slug === standing.slug}
        onPress={() => void change()}
      >
        {m.slugChange}
      </Button>
    </>
  )
}
