import { closeHistory, redo, undo } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { deleteColumn, deleteRow, deleteTable, isInTable, mergeCells, splitCell } from 'prosemirror-tables'
import { ask, type Asked } from './asking.ts'
import {
  isHeading,
  isIn,
  isParagraph,
  toggleBox,
  toggleHeading,
  togglePullQuote,
  toggleQuote,
  toParagraph,
} from './block-commands.ts'
import { footnoteOrJump } from './footnote-commands.ts'
import { insertFigure, insertOfEvents, insertRule } from './insert-commands.ts'
import { isInList, liftItem, sinkItem, toggleList } from './list-commands.ts'
import { hasMark, toggleEmphasis, toggleStrong, wordsFor } from './mark-commands.ts'
import { moveBlock } from './move-commands.ts'
import { storySchema } from './schema.ts'
import { surroundingsOf } from './surroundings.ts'
import {
  columnAfter,
  columnBefore,
  hasHeadings,
  insertTable,
  rowAfter,
  rowBefore,
  toggleHeadings,
} from './table-commands.ts'

const { nodes, marks } = storySchema

/** Where a command belongs, in the toolbar and in the sheet of shortcuts. */
export type CommandGroup = 'text' | 'block' | 'list' | 'insert' | 'table' | 'order'

/** Something a writer can have done to the text. Toolbar, slash menu, keys and the sheet of shortcuts read one list of them. */
export interface EditorCommand {
  readonly group: CommandGroup
  /** ProseMirror's names of the keys: `Mod` is Ctrl, on a Mac ⌘. The first is the one that is shown. */
  readonly shortcuts: readonly string[]
  /** Without `dispatch`: can it be done now? */
  readonly run: Command
  /** Is what it makes there already, where the cursor stands? */
  readonly isOn?: (state: EditorState) => boolean
  /** Is it in the menu that `/` opens? */
  readonly isInSlashMenu: boolean
  /** Can it be done at all in this studio? */
  readonly isOffered: (state: EditorState) => boolean
}

const always = () => true

interface Details {
  readonly keys?: readonly string[]
  readonly isOn?: (state: EditorState) => boolean
  readonly slash?: true
  readonly isOffered?: (state: EditorState) => boolean
}

const command = (
  group: CommandGroup,
  run: Command,
  { keys = [], isOn, slash, isOffered }: Details = {},
): EditorCommand => ({
  group,
  shortcuts: keys,
  run,
  ...(isOn && { isOn }),
  isInSlashMenu: slash ?? false,
  isOffered: isOffered ?? always,
})

const asking =
  (asked: Asked, may: (state: EditorState) => boolean): Command =>
  (state, dispatch) => {
    if (!may(state)) return false
    dispatch?.(ask(state.tr, asked))
    return true
  }

const canTakeWords = ({ selection }: EditorState): boolean => !selection.empty || selection.$from.parent.inlineContent

/** Asks the studio for something, and puts it in where the cursor stands when the answer comes. */
async function putIn<Chosen>(
  view: EditorView,
  choose: () => Promise<Chosen | null>,
  insert: (chosen: Chosen) => Command,
): Promise<void> {
  const chosen = await choose()
  if (view.isDestroyed) return
  if (chosen !== null) insert(chosen)(view.state, view.dispatch)
  view.focus()
}

const ofEvents =
  (kind: 'ledger' | 'timeline' | 'eventMap'): Command =>
  (state, dispatch, view) => {
    const { chooseEvents } = surroundingsOf(state)
    if (!chooseEvents) return false
    const choose = () => chooseEvents(kind === 'eventMap' ? 20 : 1)
    if (dispatch && view) void putIn(view, choose, (eventIds) => insertOfEvents(kind, eventIds))
    return true
  }

const hasEvents = (state: EditorState): boolean => surroundingsOf(state).chooseEvents !== undefined

const askWhoSaysSo: Command = (state, dispatch, view) => {
  const { sayWho } = surroundingsOf(state)
  if (!sayWho) return false
  if (dispatch && view) sayWho(view)
  return true
}

const bringPicture: Command = (state, dispatch, view) => {
  const { choosePicture } = surroundingsOf(state)
  if (!choosePicture) return false
  if (dispatch && view) void putIn(view, choosePicture, insertFigure)
  return true
}

const heading = (level: 2 | 3 | 4): EditorCommand =>
  command('block', toggleHeading(level), {
    keys: [`Mod-Alt-${level - 1}`],
    isOn: (state) => isHeading(state, level),
    slash: true,
  })

/** Everything that can be done to a text, in the order in which it is offered. */
export const COMMANDS = {
  paragraph: command('block', toParagraph, { keys: ['Mod-Alt-0'], isOn: isParagraph, slash: true }),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  bullets: command('list', toggleList(false), {
    keys: ['Mod-Shift-8'],
    isOn: (state) => isInList(state, false),
    slash: true,
  }),
  numbers: command('list', toggleList(true), {
    keys: ['Mod-Shift-7'],
    isOn: (state) => isInList(state, true),
    slash: true,
  }),
  outdent: command('list', liftItem, { keys: ['Mod-[', 'Alt-Shift-ArrowLeft'] }),
  indent: command('list', sinkItem, { keys: ['Mod-]', 'Alt-Shift-ArrowRight'] }),
  strong: command('text', toggleStrong, { keys: ['Mod-b'], isOn: (state) => hasMark(state, marks.strong) }),
  emphasis: command('text', toggleEmphasis, { keys: ['Mod-i'], isOn: (state) => hasMark(state, marks.emphasis) }),
  link: command('text', asking('link', canTakeWords), { keys: ['Mod-k'], isOn: (state) => hasMark(state, marks.link) }),
  cite: command('text', askWhoSaysSo, {
    keys: ['Mod-Shift-k'],
    isOn: (state) => hasMark(state, marks.claim),
    isOffered: (state) => surroundingsOf(state).sayWho !== undefined,
  }),
  language: command(
    'text',
    asking('language', (state) => wordsFor(state, marks.language) !== null),
    {
      keys: ['Mod-Alt-l'],
      isOn: (state) => hasMark(state, marks.language),
    },
  ),
  quote: command('block', toggleQuote, {
    keys: ['Mod-Shift-9'],
    isOn: (state) => isIn(state, nodes.blockquote),
    slash: true,
  }),
  pullQuote: command('block', togglePullQuote, { isOn: (state) => isIn(state, nodes.pullQuote), slash: true }),
  box: command('block', toggleBox, { isOn: (state) => isIn(state, nodes.aside), slash: true }),
  footnote: command('insert', footnoteOrJump, { keys: ['Mod-Alt-f'], slash: true }),
  picture: command('insert', bringPicture, {
    slash: true,
    isOffered: (state) => surroundingsOf(state).choosePicture !== undefined,
  }),
  table: command('insert', insertTable, { slash: true }),
  embed: command('insert', asking('embed', always), { slash: true }),
  rule: command('insert', insertRule, { slash: true }),
  ledger: command('insert', ofEvents('ledger'), { slash: true, isOffered: hasEvents }),
  timeline: command('insert', ofEvents('timeline'), { slash: true, isOffered: hasEvents }),
  eventMap: command('insert', ofEvents('eventMap'), { slash: true, isOffered: hasEvents }),
  rowBefore: command('table', rowBefore, { isOffered: isInTable }),
  rowAfter: command('table', rowAfter, { isOffered: isInTable }),
  columnBefore: command('table', columnBefore, { isOffered: isInTable }),
  columnAfter: command('table', columnAfter, { isOffered: isInTable }),
  headerRow: command('table', toggleHeadings('row'), {
    isOn: (state) => hasHeadings(state, 'row'),
    isOffered: isInTable,
  }),
  headerColumn: command('table', toggleHeadings('column'), {
    isOn: (state) => hasHeadings(state, 'column'),
    isOffered: isInTable,
  }),
  mergeCells: command('table', mergeCells, { isOffered: isInTable }),
  splitCell: command('table', splitCell, { isOffered: isInTable }),
  deleteRow: command('table', deleteRow, { isOffered: isInTable }),
  deleteColumn: command('table', deleteColumn, { isOffered: isInTable }),
  deleteTable: command('table', deleteTable, { isOffered: isInTable }),
  moveUp: command('order', moveBlock(-1), { keys: ['Alt-Shift-ArrowUp'] }),
  moveDown: command('order', moveBlock(1), { keys: ['Alt-Shift-ArrowDown'] }),
  undo: command('order', undo, { keys: ['Mod-z'] }),
  redo: command('order', redo, { keys: ['Mod-Shift-z', 'Mod-y'] }),
  help: command('order', asking('help', always), { keys: ['Mod-/'] }),
} satisfies Record<string, EditorCommand>

export type CommandName = keyof typeof COMMANDS

/** Every command by its name. */
export const COMMAND_LIST: readonly (readonly [CommandName, EditorCommand])[] = Object.entries(COMMANDS).map(
  ([name, one]) => [name as CommandName, one] as const,
)

/** Set on a transaction by the command that made it, so that the change can be told to whoever does not see it. */
export const COMMAND_META = 'command'

/** Does what a command says, as a step of its own for undo. @returns whether it could be done */
export const runCommand =
  (name: CommandName): Command =>
  (state, dispatch, view) => {
    const { run } = COMMANDS[name]
    if (!dispatch || name === 'undo' || name === 'redo') return run(state, dispatch, view)
    return run(state, (tr) => dispatch((tr.docChanged ? closeHistory(tr) : tr).setMeta(COMMAND_META, name)), view)
  }
