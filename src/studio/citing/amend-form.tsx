import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'

interface Props {
  readonly data: AnswerTo<'GET /record/entries/{entryId}'>
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The whole entry in the record's own format, to be put right with a reason. What was looked at must still be the newest. */
export function AmendForm({ data, onDone, onCancel }: Props) {
  const { citing, ui } = useMessages()
  const [text, setText] = useState(() => JSON.stringify(data.content, null, 2))
  const [reason, setReason] = useState('')
  const { run, notice, isBusy } = useDoing()
  const content = readContent(text)
  const amend = () =>
    run(async () => {
      if (!content) return
      await api('POST /record/entries/{entryId}/amend', {
        params: { entryId: data.entry.id },
        body: { rev: data.rev, content, reason },
      })
      onDone()
    })
  return (
    <fieldset className="adding">
      <legend>{citing.amend}</legend>
      <p>{citing.amendAbout}</p>
      <TextField
        className="code"
        label={citing.amendText}
        rows={14}
        value={text}
        onChange={setText}
        problem={content ? null : citing.amendUnread}
      />
      <TextField label={citing.reason} help={citing.reasonHelp} value={reason} onChange={setReason} />
      {notice}
      <div className="actions">
        <Button kind="main" isDisabled={isBusy || !content || reason.trim() === ''} onPress={() => void amend()}>
          {citing.amendSave}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {ui.cancel}
        </Button>
      </div>
    </fieldset>
  )
}

function readContent(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null
  } catch {
    return null
  }
}
