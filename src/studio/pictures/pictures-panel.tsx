import { useQuery } from '@tanstack/react-query'
import type { EditorView } from 'prosemirror-view'
import { useState } from 'react'
import type { PictureId } from '../../ids.ts'
import { asking } from '../api/queries.ts'
import { useWatched } from '../editor/watch-view.ts'
import { useMessages } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { DropArea } from './drop-area.tsx'
import { imageAddress } from './image-address.ts'
import { insertPicture } from './insert-picture.ts'
import { pictureAtCaret } from './picture-at-caret.ts'
import { PictureGrid } from './picture-grid.tsx'
import { PictureWords } from './picture-words.tsx'
import './pictures.css'
import { SendingList } from './sending-list.tsx'
import { type LibraryPicture, type TakenIn, useSending } from './use-sending.ts'

/** Pictures beside the text: send one or choose one, say what it shows, and put it where the caret is. */
export function PicturesPanel() {
  const { view } = useDesk()
  return view ? <PanelOf view={view} /> : <Loading />
}

interface Chosen {
  /** Null for somebody who has closed the picture at the caret: the library is shown. */
  readonly picture: LibraryPicture | null
  readonly inFile: TakenIn['inFile']
  /** Where the caret stood: a choice holds until it goes to another picture. */
  readonly atCaret: PictureId | null
}

function PanelOf({ view }: { readonly view: EditorView }) {
  const { pictures } = useMessages()
  const atCaret = useWatched(view, ({ state }) => pictureAtCaret(state))
  const [made, setChosen] = useState<Chosen | null>(null)
  const chosen = made?.atCaret === atCaret ? made : null
  const choose = (picture: LibraryPicture | null, inFile: TakenIn['inFile'] = null) =>
    setChosen({ picture, inFile, atCaret: pictureAtCaret(view.state) })
  const { files, send, dismiss } = useSending(({ picture, inFile }) => choose(picture, inFile))
  return (
    <div className="pictures-panel">
      <SendingList files={files} onDismiss={dismiss} />
      {chosen?.picture ? (
        <OnePicture
          key={chosen.picture.id}
          view={view}
          picture={chosen.picture}
          inFile={chosen.inFile}
          onClose={() => choose(null)}
        />
      ) : atCaret && !chosen ? (
        <PictureInText key={atCaret} pictureId={atCaret} onClose={() => choose(null)} />
      ) : (
        <>
          <p className="panel-about">{pictures.panelAbout}</p>
          <DropArea onFiles={send} />
          <PictureGrid onChoose={(picture) => choose(picture)} />
        </>
      )}
    </div>
  )
}

interface OneProps {
  readonly view: EditorView
  readonly picture: LibraryPicture
  readonly inFile: TakenIn['inFile']
  readonly onClose: () => void
}

/** A picture that was chosen or has come in: on its way into the text. */
function OnePicture({ view, picture: first, inFile, onClose }: OneProps) {
  const { pictures, ui } = useMessages()
  const { mayWrite } = useDesk()
  const [picture, setPicture] = useState(first)
  const [isInserted, setIsInserted] = useState(false)
  const insert = () => {
    view.dispatch(insertPicture(view.state, picture))
    setIsInserted(true)
  }
  return (
    <section aria-label={pictures.one}>
      <img className="pictures-chosen" src={imageAddress(picture, 640)} alt={picture.alt} />
      <div className="actions">
        <Button kind="main" onPress={insert} isDisabled={!mayWrite}>
          {pictures.insert}
        </Button>
        <Button onPress={onClose}>{ui.close}</Button>
      </div>
      <p role="status">{isInserted && pictures.inserted}</p>
      <PictureWords picture={picture} inFile={inFile} onSaved={setPicture} />
    </section>
  )
}

/** What the library has of a picture that stands in the text where the caret is. */
function PictureInText({ pictureId, onClose }: { readonly pictureId: PictureId; readonly onClose: () => void }) {
  const { pictures } = useMessages()
  const { data, isError } = useQuery(asking('GET /pictures/{pictureId}', { params: { pictureId } }))
  if (isError) return <Notice kind="problem">{pictures.notShown}</Notice>
  if (!data) return <Loading />
  return (
    <section aria-label={pictures.inText}>
      <div className="panel-head">
        <h2>{pictures.inText}</h2>
        <Button kind="quiet" onPress={onClose}>
          {pictures.otherPictures}
        </Button>
      </div>
      <p className="panel-about">{pictures.inTextAbout}</p>
      <PictureWords picture={data.picture} isInStory onSaved={() => undefined} />
    </section>
  )
}
