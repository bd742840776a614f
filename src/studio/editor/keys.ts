import { baseKeymap, chainCommands, exitCode, selectParentNode } from 'prosemirror-commands'
import { undo } from 'prosemirror-history'
import { undoInputRule } from 'prosemirror-inputrules'
import { keydownHandler } from 'prosemirror-keymap'
import { type Command, Plugin } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { COMMAND_LIST, runCommand } from './commands.ts'
import { enterInFootnote } from './footnote-commands.ts'
import { breakLine, leaveTextblock, selectFromCaption } from './insert-commands.ts'
import { itemRange, liftItem, sinkItem, splitItem, unlistAtStart } from './list-commands.ts'
import { nextCell, previousCell } from './table-commands.ts'

const enterInCell: Command = (state, dispatch) => isInTable(state) && breakLine(state, dispatch)

/** Within a list Tab never leaves the text, even where an item can go no deeper. */
const tabInList =
  (move: Command): Command =>
  (state, dispatch, view) =>
    move(state, dispatch, view) || itemRange(state) !== null

const hardBreak = chainCommands(exitCode, breakLine)

/** What keys do that name no command: they mean something different in a list, a table, a caption. */
const BY_PLACE: Readonly<Record<string, Command>> = {
  Enter: chainCommands(enterInCell, enterInFootnote, leaveTextblock, splitItem),
  'Shift-Enter': hardBreak,
  'Mod-Enter': hardBreak,
  Backspace: chainCommands(undoInputRule, selectFromCaption, unlistAtStart),
  Tab: chainCommands(nextCell, tabInList(sinkItem)),
  'Shift-Tab': chainCommands(previousCell, tabInList(liftItem)),
  'Mod-z': chainCommands(undoInputRule, undo),
  'Mod-Shift-ArrowUp': selectParentNode,
}

const named: Readonly<Record<string, Command>> = Object.fromEntries(
  COMMAND_LIST.flatMap(([name, { shortcuts }]) => shortcuts.map((shortcut) => [shortcut, runCommand(name)])),
)

/** A keymap that leaves what is typed with AltGr alone: on a French keyboard, that is how @ and # are written. */
function keys(bindings: Readonly<Record<string, Command>>): Plugin {
  const handle = keydownHandler(bindings)
  return new Plugin({
    props: { handleKeyDown: (view, event) => !event.getModifierState('AltGraph') && handle(view, event) },
  })
}

/** All keys of the editor: what the place asks for first, then the commands' shortcuts, then what any editor does. */
export const keyPlugins = (): Plugin[] => [keys(BY_PLACE), keys(named), keys(baseKeymap)]
