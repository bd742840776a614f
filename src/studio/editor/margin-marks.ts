import type { Node } from 'prosemirror-model'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Margin, Suggestion } from '../../story/margin.ts'
import type { MarginDraft, MarginState } from './margin-state.ts'

/** What is seen of the margin in the text: dots under words that are commented, words struck and words put in. */
export function marginMarks(
  doc: Node,
  margin: Margin,
  draft: MarginDraft | null,
  active: MarginState['active'],
): DecorationSet {
  const { comments, suggestions } = margin
  if (comments.length === 0 && suggestions.length === 0 && !draft) return DecorationSet.empty
  const here = (id: string) => (id === active ? ' margin-here' : '')
  const last = doc.content.size
  return DecorationSet.create(doc, [
    ...comments
      .filter(({ to }) => to <= last)
      .map(({ id, from, to }) => Decoration.inline(from, to, { class: `commented${here(id)}` })),
    ...suggestions.filter(({ to }) => to <= last).flatMap((one) => suggestionMarks(one, here(one.id))),
    ...(draft && draft.from < draft.to ? [Decoration.inline(draft.from, draft.to, { class: 'margin-draft' })] : []),
  ])
}

function suggestionMarks({ id, from, to, text }: Suggestion, here: string): Decoration[] {
  const struck = from < to ? [Decoration.inline(from, to, { nodeName: 'del', class: `suggested-out${here}` })] : []
  if (text === '') return struck
  const put = Decoration.widget(to, () => putIn(text, here), { side: -1, key: `${id}${here}${text}`, marks: [] })
  return [...struck, put]
}

function putIn(text: string, here: string): HTMLElement {
  const words = document.createElement('ins')
  words.className = `suggested-in${here}`
  words.contentEditable = 'false'
  words.textContent = text
  return words
}
