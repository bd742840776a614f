import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

interface Props {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** A panel at the side leaves the text in view; a `sheet` stands in the middle. */
  readonly kind?: 'sheet' | 'side'
}

/** Asks for something that has to be settled first. Never over a text that somebody is writing without being asked for. */
export const Dialog = ({ title, isOpen, onClose, children, kind = 'sheet' }: Props) => (
  <ModalOverlay className={`overlay ${kind}`} isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
    <Modal className="modal">
      <AriaDialog className="dialog">
        <Heading slot="title">{title}</Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
