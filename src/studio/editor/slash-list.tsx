import type { EditorView } from 'prosemirror-view'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { type CommandName, COMMANDS } from './commands.ts'
import { placeBeside } from './place-beside.ts'
import { shownKeys } from './show-keys.ts'
import { chooseFromSlash, optionId, SLASH_LIST_ID, slashMenuOf } from './slash-menu.ts'
import { useWatched } from './watch-view.ts'

interface Props {
  readonly view: EditorView
  readonly frame: RefObject<HTMLElement | null>
}

/** What can be put in here, under the `/` that asked for it. The text keeps the focus and points to what is chosen. */
export function SlashList({ view, frame }: Props) {
  const { editor } = useMessages()
  const shown = useWatched(view, ({ state }) => JSON.stringify(slashMenuOf(state, editor.commands)), 'now')
  const menu = shown === 'null' ? null : slashMenuOf(view.state, editor.commands)
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, left: 0 })
  const from = menu?.from ?? null
  const chosen = menu?.choices[menu.chosen]
  useLayoutEffect(() => {
    if (from !== null) setPlace(placeBeside(view, from, frame.current))
  }, [view, frame, from])
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <>
      {menu && (
        <div className="slash-menu" style={place} ref={list}>
          <div id={SLASH_LIST_ID} role="listbox" aria-label={editor.slash}>
            {menu.choices.map((name) => (
              <Option
                key={name}
                name={name}
                isChosen={name === chosen}
                onChoose={() => chooseFromSlash(view, menu.from, name)}
              />
            ))}
          </div>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {chosen && `${editor.commands[chosen].label}. ${editor.slashHelp}`}
      </p>
    </>
  )
}

interface OptionProps {
  readonly name: CommandName
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Option({ name, isChosen, onChoose }: OptionProps) {
  const { editor } = useMessages()
  const [shortcut] = COMMANDS[name].shortcuts
  return (
    <div
      id={optionId(name)}
      role="option"
      aria-selected={isChosen}
      className="slash-option"
      // The text keeps the focus: a press that took it away would close what is being pressed.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span>{editor.commands[name].label}</span>
      {shortcut && <kbd>{shownKeys(shortcut)}</kbd>}
    </div>
  )
}
