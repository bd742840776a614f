import { useState } from 'react'
import type { StoryId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { NameForm } from './name-form.tsx'

interface Props {
  readonly storyId: StoryId
  readonly onKept: () => void
}

/** Keeps the text as it is now under a name. */
export function KeepNow({ storyId, onKept }: Props) {
  const { revisions } = useMessages()
  const [isNaming, setIsNaming] = useState(false)
  const { run, isBusy, notice } = useDoing()
  const keep = async (name: string) => {
    if (!(await run(() => api('POST /stories/{storyId}/revisions', { params: { storyId }, body: { name } })))) return
    setIsNaming(false)
    onKept()
  }
  if (!isNaming) return <Button onPress={() => setIsNaming(true)}>{revisions.nameNow}</Button>
  return (
    <div>
      <NameForm
        label={revisions.keepNow}
        isBusy={isBusy}
        onName={(name) => void keep(name)}
        onCancel={() => setIsNaming(false)}
      />
      {notice}
    </div>
  )
}
