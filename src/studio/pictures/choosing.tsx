import { DropArea } from './drop-area.tsx'
import { PictureGrid } from './picture-grid.tsx'
import './pictures.css'
import { SendingList } from './sending-list.tsx'
import { type LibraryPicture, useSending } from './use-sending.ts'

/** A picture of the library, or one that is brought in and is meant by that. */
export function Choosing({ onChoose }: { readonly onChoose: (picture: LibraryPicture) => void }) {
  const { files, send, dismiss } = useSending(({ picture }) => onChoose(picture))
  return (
    <div className="picture-chooser">
      <DropArea onFiles={send} />
      <SendingList files={files} onDismiss={dismiss} />
      <PictureGrid onChoose={onChoose} />
    </div>
  )
}
