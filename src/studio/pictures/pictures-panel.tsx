import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { DropArea } from './drop-area.tsx'
import { imageAddress } from './image-address.ts'
import { insertPicture } from './insert-picture.ts'
import { PictureGrid } from './picture-grid.tsx'
import { PictureWords } from './picture-words.tsx'
import './pictures.css'
import { SendingList } from './sending-list.tsx'
import { type LibraryPicture, type TakenIn, useSending } from './use-sending.ts'

/** Pictures beside the text: send one or choose one, say what it shows, and put it where the caret is. */
export function PicturesPanel() {
  const { pictures, ui } = useMessages()
  const { view, mayWrite } = useDesk()
  const [chosen, setChosen] = useState<{ picture: LibraryPicture; inFile: TakenIn['inFile'] } | null>(null)
  const [isInserted, setIsInserted] = useState(false)
  const choose = (picture: LibraryPicture, inFile: TakenIn['inFile'] = null) => {
    setChosen({ picture, inFile })
    setIsInserted(false)
  }
  const { files, send, dismiss } = useSending(({ picture, inFile }) => choose(picture, inFile))
  const insert = () => {
    if (!view || !chosen) return
    view.dispatch(insertPicture(view.state, chosen.picture))
    view.focus()
    setIsInserted(true)
  }
  return (
    <div className="pictures-panel">
      <p className="panel-about">{pictures.panelAbout}</p>
      <DropArea onFiles={send} />
      <SendingList files={files} onDismiss={dismiss} />
      {chosen ? (
        <section aria-label={pictures.one}>
          <img className="pictures-chosen" src={imageAddress(chosen.picture, 640)} alt={chosen.picture.alt} />
          <div className="actions">
            <Button kind="main" onPress={insert} isDisabled={!view || !mayWrite}>
              {pictures.insert}
            </Button>
            <Button onPress={() => setChosen(null)}>{ui.close}</Button>
          </div>
          {isInserted && <p role="status">{pictures.inserted}</p>}
          <PictureWords
            key={chosen.picture.id}
            picture={chosen.picture}
            inFile={chosen.inFile}
            onSaved={(picture) => setChosen({ ...chosen, picture })}
          />
        </section>
      ) : (
        <PictureGrid onChoose={(picture) => choose(picture)} />
      )}
    </div>
  )
}
