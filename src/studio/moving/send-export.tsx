import { useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { type Sending, sendFile } from '../pictures/send-file.ts'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import type { SentExport } from './moving-in.tsx'

interface Props {
  readonly isBusy: boolean
  readonly onSent: (sent: SentExport) => void
}

/** The file is chosen and sent in pieces; a line that breaks costs one piece. */
export function SendExport({ isBusy, onSent }: Props) {
  const { moving, ui } = useMessages()
  const [sending, setSending] = useState<Sending | null>(null)
  const sender = useRef<AbortController | null>(null)
  const { run, notice } = useDoing()
  const send = async (file: File) => {
    const controller = new AbortController()
    sender.current = controller
    await run(async () => {
      try {
        const uploadId = await sendFile(file, file.name, { onProgress: setSending, signal: controller.signal })
        onSent({ uploadId, name: file.name })
      } catch (error) {
        // Whoever puts it away knows that it was not sent.
        if (!controller.signal.aborted) throw error
      }
    })
    setSending(null)
  }
  if (sending) {
    const percent = Math.floor((100 * sending.sent) / Math.max(1, sending.total))
    return (
      <section className="moving-part" aria-live="polite">
        <progress value={sending.sent} max={Math.max(1, sending.total)} aria-label={moving.sending} />
        <p className="moving-help">
          {sending.isWaiting ? moving.waiting : moving.sending} {moving.sent(percent)}
        </p>
        <Button onPress={() => sender.current?.abort()}>{ui.cancel}</Button>
      </section>
    )
  }
  return (
    <section className="moving-part">
      {notice}
      <FileTrigger
        onSelect={(files) => {
          const [file] = files ?? []
          if (file) void send(file)
        }}
      >
        <Button kind="main" whyNot={isBusy ? moving.busy : null}>
          {moving.choose}
        </Button>
      </FileTrigger>
      <p className="moving-help">{moving.kinds}</p>
    </section>
  )
}
