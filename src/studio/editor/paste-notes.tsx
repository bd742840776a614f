import type { EditorView } from 'prosemirror-view'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { pasteSaid, sayOfPaste } from './paste.ts'
import { DROPPED_KINDS } from './paste-dropped.ts'
import { useWatched } from './watch-view.ts'
import './paste.css'

/** A line above the text on what the last paste left out. It waits for nobody. */
export function PasteNotes({ view }: { readonly view: EditorView }) {
  const { paste } = useMessages().margin
  const words = useWatched(view, ({ state }) => {
    const dropped = pasteSaid(state) ?? {}
    return DROPPED_KINDS.flatMap((kind) => (dropped[kind] ? [paste.dropped[kind](dropped[kind])] : [])).join(' ')
  })
  const hide = () => {
    view.dispatch(sayOfPaste(view.state.tr, null))
    view.focus()
  }
  return (
    <div role="status">
      {words !== '' && (
        <div className="notice note paste-notes">
          <p>{words}</p>
          <Button kind="quiet" onPress={hide}>
            {paste.hide}
          </Button>
        </div>
      )}
    </div>
  )
}
