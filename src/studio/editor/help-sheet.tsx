import type { EditorView } from 'prosemirror-view'
import { useMessages } from '../messages/messages.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { closeAsked } from './ask-bar.tsx'
import { askedIn } from './asking.ts'
import { COMMAND_LIST, type CommandGroup } from './commands.ts'
import { shownKeys } from './show-keys.ts'
import { useWatched } from './watch-view.ts'

const GROUPS: readonly CommandGroup[] = ['text', 'block', 'list', 'insert', 'order']

/** Every key of the editor, on the sheet that Ctrl+/ opens. */
export function HelpSheet({ view }: { readonly view: EditorView }) {
  const { editor, attribution } = useMessages()
  const isOpen = useWatched(view, ({ state }) => askedIn(state) === 'help', 'now')
  return (
    <Dialog title={editor.keys.title} isOpen={isOpen} onClose={() => closeAsked(view)}>
      <p>{editor.keys.about}</p>
      <dl className="keys">
        <Key keys="Alt+F10">{editor.keys.toolbar}</Key>
        <Key keys="/">{editor.keys.slash}</Key>
        <Key keys="Shift+Enter">{editor.keys.newLine}</Key>
        <Key keys={shownKeys('F8')}>{attribution.keys.next}</Key>
        <Key keys={shownKeys('Shift-F8')}>{attribution.keys.previous}</Key>
        <Key keys={shownKeys('Alt-Enter')}>{attribution.keys.take}</Key>
        <Key keys={shownKeys('Alt-Shift-Enter')}>{attribution.keys.putAside}</Key>
        <Key keys="Tab">{editor.keys.cells}</Key>
        <Key keys="##  -  1.  >">{editor.keys.typed}</Key>
        <Key keys="---">{editor.keys.typedRule}</Key>
      </dl>
      {GROUPS.map((group) => (
        <section key={group} className="keys-group">
          <h3>{editor.groups[group]}</h3>
          <dl className="keys">
            {COMMAND_LIST.filter(([, one]) => one.group === group && one.shortcuts.length > 0).map(([name, one]) => (
              <Key key={name} keys={one.shortcuts.map((shortcut) => shownKeys(shortcut)).join(', ')}>
                {editor.commands[name].label}
              </Key>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

const Key = ({ keys, children }: { readonly keys: string; readonly children: string }) => (
  <div>
    <dt>{children}</dt>
    <dd>
      <kbd>{keys}</kbd>
    </dd>
  </div>
)
