import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { storySchema } from './schema.ts'

interface Words {
  readonly begin: string
  readonly more: string
}

/** Says where to begin in an empty text, and what `/` does in the empty paragraph the cursor stands in. */
export const placeholder = (words: () => Words): Plugin =>
  new Plugin({
    props: {
      decorations: ({ doc, selection }) => {
        const { $from, empty } = selection
        const isHere = empty && $from.depth === 1 && $from.parent.type === storySchema.nodes.paragraph
        const isAlone = doc.childCount === 1 && doc.firstChild?.type === storySchema.nodes.paragraph
        const pos = isAlone ? 0 : isHere ? $from.before() : null
        const node = pos === null ? null : doc.nodeAt(pos)
        if (pos === null || !node || node.content.size > 0) return null
        const { begin, more } = words()
        return DecorationSet.create(doc, [
          Decoration.node(pos, pos + node.nodeSize, { class: 'placeholder', 'data-words': isAlone ? begin : more }),
        ])
      },
    },
  })
