import type { EditorView } from 'prosemirror-view'
import { ApiProblem } from '../api/api.ts'
import { useWatched } from '../editor/watch-view.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { filesNotTaken, forgetNotTaken, type NotTaken } from './drop-plugin.ts'
import './pictures.css'

/** Lines above the text on files that were dropped or pasted and did not come in. They wait for nobody. */
export function DropNotes({ view }: { readonly view: EditorView }) {
  const { pictures, margin } = useMessages()
  const count = useWatched(view, ({ state }) => filesNotTaken(state).length)
  const hide = () => {
    forgetNotTaken(view)
    view.focus()
  }
  return (
    <div role="status">
      {count > 0 && (
        <div className="notice problem drop-notes">
          <ul>
            {filesNotTaken(view.state).map((one, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same file may be refused twice
              <li key={at}>{wordsOf(one, pictures)}</li>
            ))}
          </ul>
          <Button kind="quiet" onPress={hide}>
            {margin.paste.hide}
          </Button>
        </div>
      )}
    </div>
  )
}

function wordsOf({ name, why }: NotTaken, words: ReturnType<typeof useMessages>['pictures']): string {
  if (why.kind === 'no-picture') return words.noPicture(name)
  const reason = why.error instanceof ApiProblem ? [why.error.message, why.error.remedy].filter(Boolean).join(' ') : ''
  return words.notTaken(name, reason)
}
