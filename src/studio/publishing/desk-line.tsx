import type { EditorView } from 'prosemirror-view'
import { attributionOf, openIn } from '../attribution/attribution-state.ts'
import { useWatched } from '../editor/watch-view.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDesk } from '../writing/desk-context.ts'

/**
 * On the checklist: how much of what the attribution desk found nobody has looked at. It stands in nobody's way, and the
 * server does not judge it: what a machine suggests is no reason not to publish.
 */
export function DeskLine() {
  const { view } = useDesk()
  return view ? <LineOf view={view} /> : null
}

function LineOf({ view }: { readonly view: EditorView }) {
  const { attribution: m } = useMessages()
  const { showPanel } = useDesk()
  useWatched(view, ({ state }) => attributionOf(state).changes)
  // Who is held responsible is for whoever keeps the record: it is no question to the text.
  const open = openIn(view.state).filter(({ kind }) => kind !== 'responsibility')
  const claims = open.filter(({ kind }) => kind === 'claim').length
  if (open.length === 0) return null
  return (
    <div className="checks-desk">
      <p>{m.check(claims, open.length - claims)}</p>
      <Button kind="quiet" onPress={() => showPanel('attribution')}>
        {m.checkShow}
      </Button>
    </div>
  )
}
