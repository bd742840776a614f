import type { EditorView } from 'prosemirror-view'
import { Button, Keyboard, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { type CommandName, COMMANDS } from './commands.ts'
import { press } from './press.ts'
import { shownKeys } from './show-keys.ts'

import { useWatched } from './watch-view.ts'

interface Props {
  readonly view: EditorView
  readonly label: string
  readonly names: readonly CommandName[]
  /** Shows on the button which of them is so where the cursor stands. */
  readonly showsChosen?: boolean
}

/** Several commands behind one button of the toolbar. */
export function CommandMenu({ view, label, names, showsChosen = false }: Props) {
  const { editor } = useMessages()
  const chosen = useWatched(view, ({ state }) => names.find((name) => COMMANDS[name].isOn?.(state)) ?? null)
  const shown = useWatched(view, ({ state }) => names.filter((name) => COMMANDS[name].isOffered(state)).join(' '))
  const isEditable = useWatched(view, ({ editable }) => editable)
  const shownLabel = showsChosen ? (chosen ? editor.commands[chosen].label : editor.styleShort) : label
  return (
    <MenuTrigger>
      <Button
        className="editor-button with-words"
        isDisabled={!isEditable}
        aria-label={showsChosen ? `${label}: ${shownLabel}` : label}
      >
        <span className="menu-label">{shownLabel}</span>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={label} onAction={(name) => act(view, names, name)}>
          {names
            .filter((name) => shown.split(' ').includes(name))
            .map((name) => (
              <Item key={name} view={view} name={name} isChosen={COMMANDS[name].isOn?.(view.state) ?? false} />
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** The menu gives the focus back to its button as it closes; what was chosen is done after that. */
function act(view: EditorView, names: readonly CommandName[], chosen: string | number): void {
  const name = names.find((one) => one === chosen)
  if (name) requestAnimationFrame(() => requestAnimationFrame(() => press(view, name)))
}

interface ItemProps {
  readonly view: EditorView
  readonly name: CommandName
  readonly isChosen: boolean
}

function Item({ view, name, isChosen }: ItemProps) {
  const { editor } = useMessages()
  const [shortcut] = COMMANDS[name].shortcuts
  const { label } = editor.commands[name]
  return (
    <MenuItem id={name} textValue={label} className="menu-command" isDisabled={!COMMANDS[name].run(view.state)}>
      <Text slot="label">
        {label}
        {isChosen && <span aria-hidden="true"> ✓</span>}
      </Text>
      {shortcut && <Keyboard>{shownKeys(shortcut)}</Keyboard>}
    </MenuItem>
  )
}
