import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { COMMAND_LIST, type CommandName, runCommand } from './commands.ts'
import { storySchema } from './schema.ts'

/** What a command is called, and other words that somebody may look for it by. */
export interface CommandWords {
  readonly label: string
  readonly words: string
}

export type CommandNames = Readonly<Record<CommandName, CommandWords>>

/** The menu as it is open: what was typed after the `/`, what fits, and which of it is chosen. */
export interface SlashMenu {
  /** Where the `/` stands. */
  readonly from: number
  readonly choices: readonly CommandName[]
  readonly chosen: number
}

interface Opened {
  readonly from: number
  readonly chosen: number
}

const key = new PluginKey<Opened | null>('slash-menu')

/** The id of an option, which the text points to while it is chosen. */
export const optionId = (name: CommandName): string => `slash-${name}`

/** The id of the list of options. */
export const SLASH_LIST_ID = 'slash-list'

const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The commands whose name, or another word for it, begins with each word that was typed. */
function choicesFor(state: EditorState, query: string, names: CommandNames): CommandName[] {
  const asked = plain(query).split(/\s+/).filter(Boolean)
  return COMMAND_LIST.flatMap(([name, { isInSlashMenu, isOffered, run }]) => {
    if (!isInSlashMenu || !isOffered(state)) return []
    const words = plain(`${names[name].label} ${names[name].words}`).split(/[\s,]+/)
    const fits = asked.every((part) => words.some((word) => word.startsWith(part)))
    return fits && run(state) ? [name] : []
  })
}

/** What was typed after the `/`; null where that can be no search for a command: a date, a path, a sentence. */
function queryOf({ doc, selection }: EditorState, { from }: Opened): string | null {
  const { $head, empty } = selection
  if (!empty || $head.pos <= from || $head.start() > from) return null
  const typed = doc.textBetween(from, $head.pos, '\n', '\n')
  return /^\/(?![\s/\d])[^/\n]{0,24}$|^\/$/.test(typed) ? typed.slice(1) : null
}

/** The menu that is open; null where none is, or where nothing fits what was typed. */
export function slashMenuOf(state: EditorState, names: CommandNames): SlashMenu | null {
  const opened = key.getState(state)
  const query = opened ? queryOf(state, opened) : null
  if (!opened || query === null) return null
  const choices = choicesFor(state, query, names)
  if (choices.length === 0) return null
  return { from: opened.from, choices, chosen: Math.min(opened.chosen, choices.length - 1) }
}

/** Takes the `/` and what follows it out of the text and does what was chosen. */
export function chooseFromSlash(view: EditorView, from: number, name: CommandName): void {
  view.dispatch(view.state.tr.delete(from, view.state.selection.head).setMeta(key, null))
  runCommand(name)(view.state, view.dispatch, view)
  if (name !== 'embed') view.focus()
}

/**
 * The menu that opens when `/` is typed at the beginning of a paragraph or after a space.
 *
 * Keys go to it only while something fits: a slash in a date, an address or a sentence is a slash.
 */
export const slashPlugin = (names: () => CommandNames): Plugin =>
  new Plugin<Opened | null>({
    key,
    state: { init: () => null, apply: (tr, opened, _old, state) => next(tr, opened, state) },
    props: {
      handleTextInput: (view, from, to, text) => {
        if (text !== '/' || from !== to || !mayOpenAt(view.state, from)) return false
        // The cursor may have been moved so lately that the state does not know it yet: `from` does.
        const tr = view.state.tr.insertText('/', from, to)
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 1)).setMeta(key, { from, chosen: 0 }))
        return true
      },
      handleKeyDown: (view, event) => {
        const menu = slashMenuOf(view.state, names())
        return menu !== null && !event.isComposing && handleKey(view, menu, event.key)
      },
      attributes: (state) => {
        const menu = key.getState(state) ? slashMenuOf(state, names()) : null
        const chosen = menu?.choices[menu.chosen]
        if (chosen === undefined) return {}
        return {
          'aria-autocomplete': 'list',
          'aria-controls': SLASH_LIST_ID,
          'aria-activedescendant': optionId(chosen),
        }
      },
    },
  })

function next(tr: Transaction, opened: Opened | null, state: EditorState): Opened | null {
  const said: Opened | null | undefined = tr.getMeta(key)
  if (said !== undefined) return said
  if (!opened) return null
  const moved = tr.docChanged ? { from: tr.mapping.map(opened.from, -1), chosen: 0 } : opened
  return queryOf(state, moved) === null ? null : moved
}

function mayOpenAt({ doc }: EditorState, from: number): boolean {
  const $from = doc.resolve(from)
  if ($from.parent.type !== storySchema.nodes.paragraph) return false
  return /(^|[\s\n])$/.test($from.parent.textBetween(0, $from.parentOffset, '\n', '\n'))
}

function handleKey(view: EditorView, { from, choices, chosen }: SlashMenu, pressed: string): boolean {
  const go = (to: number) => {
    view.dispatch(view.state.tr.setMeta(key, { from, chosen: (to + choices.length) % choices.length }))
    return true
  }
  switch (pressed) {
    case 'ArrowDown':
      return go(chosen + 1)
    case 'ArrowUp':
      return go(chosen - 1)
    case 'Escape':
      view.dispatch(view.state.tr.setMeta(key, null))
      return true
    case 'Enter':
    case 'Tab': {
      const name = choices[chosen]
      if (name !== undefined) chooseFromSlash(view, from, name)
      return true
    }
    default:
      return false
  }
}
