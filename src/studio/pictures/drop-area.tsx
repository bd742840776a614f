import { type ReactNode, useState } from 'react'
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { PICTURE_TYPES } from './picture-types.ts'

/** A place to drop pictures on, and a button for those who do not drop. */
export function DropArea({
  onFiles,
  children,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly children?: ReactNode
}) {
  const { pictures } = useMessages()
  const [isOver, setIsOver] = useState(false)
  return (
    <DropZone
      className="drop-area"
      data-over={isOver || undefined}
      onDropEnter={() => setIsOver(true)}
      onDropExit={() => setIsOver(false)}
      onDrop={async ({ items }) => {
        setIsOver(false)
        onFiles(await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())))
      }}
    >
      <FileTrigger acceptedFileTypes={PICTURE_TYPES} allowsMultiple onSelect={(chosen) => onFiles([...(chosen ?? [])])}>
        <Button kind="main">{pictures.choose}</Button>
      </FileTrigger>
      <p>{pictures.orDrop}</p>
      {children}
    </DropZone>
  )
}
