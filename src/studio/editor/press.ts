import type { EditorView } from 'prosemirror-view'
import { type CommandName, runCommand } from './commands.ts'

/** Does it, and goes back to the words; a question, here or in the panel beside the text, takes the focus to itself. */
export function press(view: EditorView, name: CommandName): void {
  const asks = name === 'link' || name === 'language' || name === 'embed' || name === 'help' || name === 'cite'
  if (!asks) view.focus()
  runCommand(name)(view.state, view.dispatch, view)
}
