import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoryId } from '../../ids.ts'
import type { Instant } from '../../time.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { usePaper } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { TimeField, typedFrom, typedInstant } from './time-field.tsx'

interface Props {
  readonly story: { readonly id: StoryId; readonly headline: string }
  /** When it would go out now. */
  readonly at: string
  readonly onClose: (moved: boolean) => void
}

/** Another time for a story that is scheduled. */
export function MoveDialog({ story, at, onClose }: Props) {
  const { fronts, ui } = useMessages()
  const { zone } = usePaper()
  const [typed, setTyped] = useState(() => typedFrom(zone, at))
  const { mutate, error, isPending } = useMutation({
    mutationFn: (to: Instant) =>
      api('PUT /stories/{storyId}/scheduled-time', { params: { storyId: story.id }, body: { at: to } }),
    onSuccess: async () => {
      await refresh('GET /calendar', 'GET /stories', 'GET /work')
      onClose(true)
    },
  })
  const instant = typedInstant(zone, typed)
  return (
    <Dialog title={`${fronts.calendar.moveTitle}: ${story.headline}`} isOpen onClose={() => onClose(false)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (instant) mutate(instant)
        }}
      >
        {error && <Notice kind="problem">{error.message}</Notice>}
        <TimeField value={typed} onChange={setTyped} autoFocus />
        <div className="dialog-actions">
          <Button kind="main" type="submit" isDisabled={instant === null || isPending}>
            {fronts.calendar.move}
          </Button>
          <Button onPress={() => onClose(false)}>{ui.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
