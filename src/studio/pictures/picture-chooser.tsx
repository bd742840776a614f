import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import type { ChosenPicture } from '../editor/surroundings.ts'
import { useMessages } from '../messages/messages.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Loading } from '../shell/notices.tsx'
import type { LibraryPicture } from './use-sending.ts'
import { untilThere } from '../ui/until-there.ts'

/** Fetched when a picture is first asked for. */
const Choosing = lazy(async () => ({ default: (await untilThere(() => import('./choosing.tsx'))).Choosing }))

interface Asked {
  readonly answer: (chosen: ChosenPicture | null) => void
}

/**
 * Lets a writer bring a picture or choose one of the library's, when they ask for one in the text.
 *
 * @returns what asks (the same function always), and what has to stand on the screen for it
 */
export function usePictureChooser(): {
  readonly choosePicture: () => Promise<ChosenPicture | null>
  readonly chooser: ReactNode
} {
  const { pictures } = useMessages()
  const [asked, setAsked] = useState<Asked | null>(null)
  const choosePicture = useCallback(
    () => new Promise<ChosenPicture | null>((answer) => setAsked((before) => (before?.answer(null), { answer }))),
    [],
  )
  const settle = (chosen: ChosenPicture | null) => {
    asked?.answer(chosen)
    setAsked(null)
  }
  const chooser = (
    <Dialog title={pictures.chooseOne} isOpen={asked !== null} onClose={() => settle(null)}>
      <Suspense fallback={<Loading />}>
        <Choosing onChoose={(picture) => settle(chosenOf(picture))} />
      </Suspense>
    </Dialog>
  )
  return { choosePicture, chooser }
}

const chosenOf = ({ id, alt, decorative, caption, credit, licence }: LibraryPicture): ChosenPicture => ({
  picture: { kind: 'photo', pictureId: id, cover: null },
  alt,
  decorative,
  caption,
  credit,
  licence,
})
