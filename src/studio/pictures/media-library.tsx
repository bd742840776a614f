import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'
import { DropArea } from './drop-area.tsx'
import { PictureGrid } from './picture-grid.tsx'
import { PictureWords } from './picture-words.tsx'
import './pictures.css'
import { SendingList } from './sending-list.tsx'
import { type LibraryPicture, type TakenIn, useSending } from './use-sending.ts'

/** The picture library: what the newsroom has, what is on its way in, and what stands with each. */
export function MediaLibrary() {
  const { pictures } = useMessages()
  const [open, setOpen] = useState<{ picture: LibraryPicture; inFile: TakenIn['inFile'] } | null>(null)
  const { files, send, dismiss } = useSending(({ picture, inFile }) => setOpen({ picture, inFile }))
  return (
    <Screen title={pictures.title} about={pictures.about}>
      <div className="library" data-open={open !== null || undefined}>
        <section className="library-all">
          <DropArea onFiles={send} />
          <SendingList files={files} onDismiss={dismiss} />
          <PictureGrid chosen={open?.picture.id} onChoose={(picture) => setOpen({ picture, inFile: null })} />
        </section>
        {open && (
          <section className="library-one" aria-label={pictures.one}>
            <PictureWords
              key={open.picture.id}
              picture={open.picture}
              inFile={open.inFile}
              onSaved={(picture) => setOpen({ ...open, picture })}
            />
            <ShownIn picture={open.picture} />
          </section>
        )}
      </div>
    </Screen>
  )
}

/** The stories in which a picture stands. */
function ShownIn({ picture }: { readonly picture: LibraryPicture }) {
  const { pictures } = useMessages()
  const { data } = useQuery(asking('GET /pictures/{pictureId}', { params: { pictureId: picture.id } }))
  if (!data) return null
  return (
    <section className="shown-in">
      <h2>{pictures.shownIn}</h2>
      {data.shownIn.length === 0 && <p>{pictures.shownNowhere}</p>}
      <ul>
        {data.shownIn.map(({ storyId, headline, isLive }) => (
          <li key={storyId}>
            <Link to="/stories/$storyId" params={{ storyId }}>
              {headline || storyId}
            </Link>{' '}
            {isLive && <span className="state">{pictures.live}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
