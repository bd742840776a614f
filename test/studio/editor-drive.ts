import { type EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { Block, Inline, StoryDocument } from '../../src/story/document.ts'
import { parseDocument } from '../../src/story/document-schema.ts'
import { type CommandName, runCommand } from '../../src/studio/editor/commands.ts'
import { editorState } from '../../src/studio/editor/editor-plugins.ts'
import { toStoryDocument } from '../../src/studio/editor/story-document.ts'
import type { Surroundings } from '../../src/studio/editor/surroundings.ts'
import { en } from '../../src/studio/messages/en/en.ts'

/** A text without a screen: states one after another, as the browser's view would have them. */
export class Draft {
  state: EditorState

  constructor(content: readonly Block[], surroundings: Surroundings = {}, plugins: readonly Plugin[] = []) {
    this.state = editorState({ type: 'doc', version: 2, content }, { words: () => en.editor, surroundings, plugins })
  }

  readonly dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr)
  }

  /** Puts the cursor after the first place where these words stand, or selects them. */
  at(words: string, how: 'before' | 'after' | 'all' = 'after'): this {
    let found = -1
    this.state.doc.descendants((node, pos) => {
      const index = node.isText ? (node.text ?? '').indexOf(words) : -1
      if (found < 0 && index >= 0) found = pos + index
    })
    if (found < 0) throw new Error(`"${words}" is not in the text.`)
    const from = how === 'after' ? found + words.length : found
    const to = how === 'before' ? found : found + words.length
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
    return this
  }

  /** Selects from the beginning of some words to the end of others. */
  from(first: string, last: string): this {
    const start = this.at(first, 'before').state.selection.from
    const end = this.at(last).state.selection.to
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, start, end)))
    return this
  }

  type(words: string): this {
    this.dispatch(this.state.tr.insertText(words))
    return this
  }

  /** Does what a command says. @returns whether it could be done */
  run(name: CommandName): boolean {
    return runCommand(name)(this.state, this.dispatch)
  }

  /** What would be stored; checked as the server checks it. */
  get content(): readonly Block[] {
    const document: StoryDocument = toStoryDocument(this.state.doc)
    expectValid(document)
    return document.content
  }
}

function expectValid(document: StoryDocument): void {
  parseDocument(structuredClone(document))
}

export const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])
export const p = (text: string): Extract<Block, { type: 'paragraph' }> => ({ type: 'paragraph', content: words(text) })
export const ul = (
  ...items: Extract<Block, { type: 'list' }>['content'][number]['content'][]
): Extract<Block, { type: 'list' }> => ({
  type: 'list',
  attrs: { ordered: false, start: 1 },
  content: items.map((content) => ({ type: 'listItem', content })),
})
