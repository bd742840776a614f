import type { EditorView } from 'prosemirror-view'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Group, ToggleButton, Toolbar } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { type CommandName, COMMANDS } from './commands.ts'
import { press } from './press.ts'
import { ariaKeys, shownKeys } from './show-keys.ts'
import { CommandMenu } from './toolbar-menu.tsx'
import { SIGNS } from './toolbar-signs.tsx'
import { useWatched } from './watch-view.ts'

const STYLES = ['paragraph', 'heading2', 'heading3', 'heading4', 'pullQuote'] as const
const WORDS = ['strong', 'emphasis', 'link', 'cite', 'language'] as const
const LISTS = ['bullets', 'numbers', 'outdent', 'indent'] as const
const AROUND = ['quote', 'footnote'] as const
const INSERTS = ['box', 'picture', 'table', 'embed', 'rule', 'ledger', 'timeline', 'eventMap'] as const
const TABLES = [
  'rowBefore',
  'rowAfter',
  'columnBefore',
  'columnAfter',
  'headerRow',
  'headerColumn',
  'mergeCells',
  'splitCell',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
] as const
const ORDER = ['undo', 'redo', 'help'] as const

/** What can be done to the words, above them. Alt+F10 leads here from the text, Escape back. */
export function EditorToolbar({ view }: { readonly view: EditorView }) {
  const { editor } = useMessages()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const goHere = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey) return
      event.preventDefault()
      bar.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus()
    }
    view.dom.addEventListener('keydown', goHere)
    return () => view.dom.removeEventListener('keydown', goHere)
  }, [view])
  const goBack = (event: KeyboardEvent) => {
    if (event.key === 'Escape') view.focus()
  }
  const isInTable = useWatched(view, ({ state }) => COMMANDS.deleteTable.isOffered(state))
  return (
    <div ref={bar} onKeyDown={goBack} className="editor-toolbar-frame">
      <Toolbar className="editor-toolbar" aria-label={editor.toolbar}>
        <CommandMenu view={view} label={editor.style} names={STYLES} showsChosen />
        <Buttons view={view} label={editor.groups.text} names={WORDS} />
        <Buttons view={view} label={editor.groups.list} names={LISTS} />
        <Buttons view={view} label={editor.groups.block} names={AROUND} />
        <CommandMenu view={view} label={editor.insert} names={INSERTS} />
        {isInTable && <CommandMenu view={view} label={editor.table} names={TABLES} />}
        <Buttons view={view} label={editor.groups.order} names={ORDER} />
      </Toolbar>
    </div>
  )
}

interface ButtonsProps {
  readonly view: EditorView
  readonly label: string
  readonly names: readonly CommandName[]
}

const Buttons = ({ view, label, names }: ButtonsProps) => (
  <Group aria-label={label} className="editor-buttons">
    {names.map((name) => (
      <CommandButton key={name} view={view} name={name} />
    ))}
  </Group>
)

/** What a button shows of its command, as one value: can it be done, and is it so already. */
const standing = ({ state, editable }: EditorView, name: CommandName): string => {
  const { run, isOn } = COMMANDS[name]
  return `${editable && run(state) ? 'can' : ''} ${isOn?.(state) ? 'on' : ''}`
}

function CommandButton({ view, name }: { readonly view: EditorView; readonly name: CommandName }) {
  const { editor } = useMessages()
  const [can, on] = useWatched(view, (now) => standing(now, name)).split(' ')
  const { label } = editor.commands[name]
  const { shortcuts } = COMMANDS[name]
  const [shortcut] = shortcuts
  return (
    <span title={shortcut ? `${label} (${shownKeys(shortcut)})` : label}>
      <ToggleButton
        className="editor-button"
        aria-label={label}
        aria-keyshortcuts={ariaKeys(shortcuts)}
        isSelected={on === 'on'}
        isDisabled={can !== 'can'}
        onPress={() => press(view, name)}
      >
        {SIGNS[name] ?? label}
      </ToggleButton>
    </span>
  )
}
