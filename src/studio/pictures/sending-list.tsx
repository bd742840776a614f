import { ApiProblem } from '../api/api.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import type { FileOnItsWay } from './use-sending.ts'

/** The files on their way: how far each is, and what became of it. */
export function SendingList({
  files,
  onDismiss,
}: {
  readonly files: readonly FileOnItsWay[]
  readonly onDismiss: (key: string) => void
}) {
  if (files.length === 0) return null
  return (
    <ul className="sending" aria-live="polite">
      {files.map((file) => (
        <li key={file.key} data-state={file.state}>
          <span className="sending-name">{file.name}</span>
          <Progress file={file} />
          <Ending file={file} onDismiss={onDismiss} />
        </li>
      ))}
    </ul>
  )
}

function Progress({ file }: { readonly file: FileOnItsWay }) {
  const { pictures } = useMessages()
  const { language } = useStudioLanguage()
  if (file.state === 'failed' || file.state === 'done') return null
  const label = file.isWaiting ? pictures.waiting : file.state === 'taking-in' ? pictures.takingIn : pictures.sending
  const part = new Intl.NumberFormat(language, { style: 'percent' }).format(file.sent / Math.max(1, file.total))
  return (
    <>
      <progress value={file.sent} max={file.total} aria-label={`${file.name}: ${label}`} />
      <span className="sending-part number">
        {label} {file.state === 'sending' && part}
      </span>
    </>
  )
}

function Ending({ file, onDismiss }: { readonly file: FileOnItsWay; readonly onDismiss: (key: string) => void }) {
  const { pictures, ui } = useMessages()
  const leave = () => onDismiss(file.key)
  if (file.state === 'sending') {
    return (
      <Button kind="quiet" onPress={file.stop}>
        {ui.cancel}
      </Button>
    )
  }
  if (file.state === 'taking-in') return null
  return (
    <>
      <span className="sending-end">{endOf(file, pictures)}</span>
      <Button kind="quiet" onPress={leave} aria-label={`${ui.close}: ${file.name}`}>
        {ui.close}
      </Button>
    </>
  )
}

function endOf(file: FileOnItsWay, words: ReturnType<typeof useMessages>['pictures']): string {
  if (file.state === 'done') {
    const place = file.taken?.inFile?.hasLocation ? ` ${words.placeRemoved}` : ''
    return (file.taken?.isNew ? words.taken : words.knownAlready) + place
  }
  if (file.error instanceof ApiProblem) return [file.error.message, file.error.remedy].filter(Boolean).join(' ')
  return words.stopped
}
