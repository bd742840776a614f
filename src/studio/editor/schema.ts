import { type NodeSpec, Schema } from 'prosemirror-model'
import { WORD_BLOCKS, wordsOf } from './schema-blocks.ts'
import { MARKS } from './schema-marks.ts'
import { OBJECT_BLOCKS } from './schema-objects.ts'

const text: NodeSpec = { group: 'inline' }

const hardBreak: NodeSpec = {
  group: 'inline',
  inline: true,
  selectable: false,
  parseDOM: [{ tag: 'br' }],
  toDOM: () => ['br'],
}

const footnoteReference: NodeSpec = {
  group: 'inline',
  inline: true,
  attrs: { id: {} },
  parseDOM: [
    {
      tag: 'sup[data-note]',
      getAttrs: (element) => {
        const id = wordsOf(element, 'data-note')
        return id === null ? false : { id }
      },
    },
  ],
  toDOM: ({ attrs }) => ['sup', { class: 'note-mark', 'data-note': attrs['id'] }],
}

/**
 * The blocks and marks of `src/story/document.ts`, under their own names, as ProseMirror knows them.
 *
 * Where a stored document may have nothing (a quote without a paragraph), what is written here has at least one block, so
 * that there is somewhere to write. What is stored so is read all the same, and stays until somebody touches it.
 */
export const storySchema = new Schema({
  nodes: { doc: { content: 'block+' }, ...WORD_BLOCKS, ...OBJECT_BLOCKS, text, hardBreak, footnoteReference },
  marks: MARKS,
})
