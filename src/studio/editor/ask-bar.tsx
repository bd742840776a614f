import type { EditorView } from 'prosemirror-view'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { ask, askedIn } from './asking.ts'
import { EmbedBar, LanguageBar, LinkBar } from './ask-forms.tsx'
import { placeBeside } from './place-beside.ts'
import { useWatched } from './watch-view.ts'

interface Props {
  readonly view: EditorView
  readonly frame: RefObject<HTMLElement | null>
}

/** What a command asks before it can be done: a small bar under the words it is about. */
export function AskBar({ view, frame }: Props) {
  const asked = useWatched(view, ({ state }) => askedIn(state), 'now')
  const [place, setPlace] = useState({ top: 0, left: 0 })
  useLayoutEffect(() => {
    if (asked !== null && asked !== 'help') setPlace(placeBeside(view, view.state.selection.to, frame.current))
  }, [view, frame, asked])
  if (asked === null || asked === 'help') return null
  const close = () => closeAsked(view)
  return (
    <div className="ask-bar" style={place}>
      {asked === 'link' && <LinkBar view={view} onClose={close} />}
      {asked === 'language' && <LanguageBar view={view} onClose={close} />}
      {asked === 'embed' && <EmbedBar view={view} onClose={close} />}
    </div>
  )
}

/** Closes what is being asked and goes back to the text. */
export function closeAsked(view: EditorView): void {
  view.dispatch(ask(view.state.tr, null))
  view.focus()
}
