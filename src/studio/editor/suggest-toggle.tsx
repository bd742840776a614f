import type { EditorView } from 'prosemirror-view'
import { useMe } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Checkbox } from '../ui/field.tsx'
import { isSuggesting, suggestAs } from './suggest-mode.ts'
import { useWatched } from './watch-view.ts'

/** Turns typing into suggesting, and says so as long as it is. */
export function SuggestToggle({ view }: { readonly view: EditorView }) {
  const { panel } = useMessages().margin
  const { accountId } = useMe()
  const isOn = useWatched(view, ({ state }) => isSuggesting(state), 'now')
  const change = (on: boolean) => view.dispatch(suggestAs(view.state, on ? accountId : null))
  return (
    <div className="suggest-mode" data-on={isOn || undefined}>
      <Checkbox isSelected={isOn} onChange={change}>
        {panel.suggestMode}
      </Checkbox>
      <span role="status">{isOn && panel.suggestModeOn}</span>
    </div>
  )
}
