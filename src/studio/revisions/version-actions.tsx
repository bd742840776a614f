import { useState } from 'react'
import type { StoryId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Notice } from '../ui/notice.tsx'
import type { RevisionLine, SideCopyLine } from './ends.ts'
import { NameForm } from './name-form.tsx'
import { Sure } from './sure.tsx'

interface Props {
  readonly storyId: StoryId
  /** Why the story cannot be changed now; null when it can. */
  readonly whyNot: string | null
  /** Told when something was done: what is shown is asked for again. */
  readonly onDone: () => void
}

/** What can be done with a revision: bring it back, give it a name. */
export function RevisionActions({ storyId, line, whyNot, onDone }: Props & { readonly line: RevisionLine }) {
  const { revisions } = useMessages()
  const [isNaming, setIsNaming] = useState(false)
  const [restored, setRestored] = useState<number | null>(null)
  const doing = useDoing()
  const params = { storyId, revision: line.revision }
  const restore = () =>
    doing.run(async () => {
      const { revision } = await api('POST /stories/{storyId}/revisions/{revision}/restore', { params })
      setRestored(revision)
      onDone()
    })
  const rename = async (name: string | null) => {
    const isDone = await doing.run(() =>
      api('PATCH /stories/{storyId}/revisions/{revision}', { params, body: { name } }),
    )
    if (!isDone) return
    setIsNaming(false)
    onDone()
  }
  return (
    <div className="version-actions">
      <div className="actions">
        <Sure
          label={revisions.restore}
          question={revisions.restoreSure}
          yes={revisions.restoreYes}
          whyNot={whyNot}
          isBusy={doing.isBusy}
          onSure={() => void restore()}
        />
        {whyNot === null && !isNaming && (
          <Button kind="quiet" onPress={() => setIsNaming(true)}>
            {line.name === null ? revisions.nameThis : revisions.rename}
          </Button>
        )}
        {whyNot === null && line.name !== null && !isNaming && (
          <Button kind="quiet" onPress={() => void rename(null)}>
            {revisions.unname}
          </Button>
        )}
      </div>
      {isNaming && (
        <NameForm
          initial={line.name ?? ''}
          isBusy={doing.isBusy}
          onName={(name) => void rename(name)}
          onCancel={() => setIsNaming(false)}
        />
      )}
      {doing.notice}
      {restored !== null && <Notice kind="done" title={revisions.restored(restored)} />}
    </div>
  )
}

/** What can be done with a text beside the story: put it in, mark it as seen to, remove it. */
export function SideCopyActions({
  storyId,
  copy,
  whyNot,
  isMine,
  onDone,
}: Props & { readonly copy: SideCopyLine; readonly isMine: boolean }) {
  const { revisions } = useMessages()
  const doing = useDoing()
  const params = { storyId, sideCopyId: copy.id }
  const run = async (work: () => Promise<unknown>) => {
    if (await doing.run(work)) onDone()
  }
  const isOpen = copy.settledAt === null
  return (
    <div className="version-actions">
      <div className="actions">
        <Sure
          label={revisions.use}
          question={revisions.useSure}
          yes={revisions.useYes}
          whyNot={whyNot}
          isBusy={doing.isBusy}
          onSure={() => void run(() => api('POST /stories/{storyId}/side-copies/{sideCopyId}/use', { params }))}
        />
        {isOpen && whyNot === null && (
          <Button
            isDisabled={doing.isBusy}
            onPress={() => void run(() => api('POST /stories/{storyId}/side-copies/{sideCopyId}/settle', { params }))}
          >
            {revisions.settle}
          </Button>
        )}
        {(isMine || !isOpen) && (
          <Sure
            kind="quiet"
            label={revisions.drop}
            question={revisions.dropSure}
            yes={revisions.dropYes}
            whyNot={null}
            isBusy={doing.isBusy}
            onSure={() => void run(() => api('DELETE /stories/{storyId}/side-copies/{sideCopyId}', { params }))}
          />
        )}
      </div>
      {doing.notice}
    </div>
  )
}
