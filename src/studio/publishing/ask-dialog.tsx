import { type FormEvent, type ReactNode, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Doing, useDoing } from './use-publishing.ts'

interface Props {
  /** The button that opens it, and what it says on top. */
  readonly label: string
  readonly title: string
  /** The button that does it. */
  readonly confirm: string
  readonly kind?: 'plain' | 'main' | 'grave' | 'quiet'
  readonly whyNot: string | null
  /** Can it be done with what was filled in? */
  readonly isReady?: boolean
  readonly onConfirm: () => ReturnType<Parameters<Doing['act']>[0]>
  readonly onOpen?: () => void
  readonly children: ReactNode
}

/** A button that asks for something first, in a sheet of its own, then does it and closes; a refusal stays in the sheet. */
export function AskDialog(props: Props) {
  const { label, title, confirm, kind = 'plain', whyNot, isReady = true, onConfirm, onOpen, children } = props
  const { ui, publishing } = useMessages()
  const doing = useDoing()
  const [isOpen, setOpen] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isReady && (await doing.act(onConfirm))) setOpen(false)
  }
  const open = () => {
    onOpen?.()
    setOpen(true)
  }
  return (
    <>
      <Button kind={kind === 'main' ? 'main' : kind} whyNot={whyNot} onPress={open}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form onSubmit={(event) => void submit(event)}>
          {children}
          {doing.problem && (
            <Notice kind="problem" title={publishing.failed}>
              <p>{doing.problem}</p>
            </Notice>
          )}
          <div className="dialog-actions">
            <Button type="submit" kind={kind === 'grave' ? 'grave' : 'main'} isDisabled={!isReady || doing.isBusy}>
              {confirm}
            </Button>
            <Button onPress={() => setOpen(false)}>{ui.cancel}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
