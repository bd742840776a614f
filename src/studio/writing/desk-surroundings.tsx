import { type ReactNode, useMemo } from 'react'
import { askAbout } from '../citing/citing-plugin.ts'
import { useEventChooser } from '../citing/event-chooser.tsx'
import type { Surroundings } from '../editor/surroundings.ts'
import { usePictureChooser } from '../pictures/picture-chooser.tsx'

/**
 * What the editor can ask of the desk around it.
 *
 * @param onAsk opens a panel beside the text
 * @returns what it asks by, and what has to stand on the screen for the answers
 */
export function useDeskSurroundings(onAsk: (panel: 'pictures' | 'record') => void): {
  readonly surroundings: Surroundings
  readonly chooser: ReactNode
} {
  const { choosePicture, chooser: pictures } = usePictureChooser()
  const { chooseEvents, chooser: events } = useEventChooser()
  const surroundings = useMemo<Surroundings>(
    () => ({
      choosePicture,
      showPicture: () => onAsk('pictures'),
      chooseEvents,
      sayWho: (view) => askAbout(view, () => onAsk('record')),
    }),
    [choosePicture, chooseEvents, onAsk],
  )
  const chooser = (
    <>
      {pictures}
      {events}
    </>
  )
  return { surroundings, chooser }
}
