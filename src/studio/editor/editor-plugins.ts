import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { EditorState, type Plugin, TextSelection } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import type { StoryDocument } from '../../story/document.ts'
import { askingPlugin } from './asking.ts'
import { neverEmpty, undoGroups, uniqueNotes } from './body-care.ts'
import { footnoteNumbering } from './footnote-numbers.ts'
import { blockRules } from './input-rules.ts'
import { keyPlugins } from './keys.ts'
import { placeholder } from './placeholder.ts'
import { storySchema } from './schema.ts'
import { type CommandNames, slashPlugin } from './slash-menu.ts'
import { fromStoryDocument } from './story-document.ts'
import { type Surroundings, surroundingsPlugin } from './surroundings.ts'

/** The words that the text itself shows, in the studio's language. */
export interface EditorWords {
  readonly commands: CommandNames
  readonly placeholder: { readonly begin: string; readonly more: string }
  readonly footnotes: { readonly note: (number: number) => string; readonly noteWithout: string }
}

interface Options {
  readonly words: () => EditorWords
  readonly surroundings?: Surroundings
  /** What others add. They see keys, pastes and drops before the editor itself does, after an open menu. */
  readonly plugins?: readonly Plugin[]
}

/** How long a pause ends what one undo takes back. */
const PAUSE_MS = 600

/** Everything that the editor does by itself, in the order in which keys and input reach it. */
export const editorPlugins = ({ words, surroundings = {}, plugins = [] }: Options): Plugin[] => [
  slashPlugin(() => words().commands),
  ...plugins,
  surroundingsPlugin(surroundings),
  askingPlugin(),
  footnoteNumbering(() => words().footnotes),
  placeholder(() => words().placeholder),
  blockRules(),
  ...keyPlugins(),
  neverEmpty(),
  uniqueNotes(),
  history({ newGroupDelay: PAUSE_MS, depth: 500 }),
  undoGroups(),
  tableEditing({ allowTableNodeSelection: true }),
  dropCursor({ class: 'drop-cursor', color: false, width: 2 }),
  gapCursor(),
]

/** An editor's state with this document; an empty one gets a paragraph to begin in. */
export function editorState(document: StoryDocument, options: Options): EditorState {
  const stored = fromStoryDocument(document)
  const doc = stored.childCount > 0 ? stored : storySchema.nodes.doc.create(null, storySchema.nodes.paragraph.create())
  const state = EditorState.create({ doc, plugins: editorPlugins(options) })
  return state.apply(state.tr.setSelection(TextSelection.atStart(doc)))
}
