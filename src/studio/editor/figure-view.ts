import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Picture } from '../../story/document.ts'
import type { Messages } from '../messages/messages.tsx'
import { type BlockField, lineField } from './block-fields.ts'
import type { BlockDrawing, Standing } from './block-view.ts'
import { element } from './elements.ts'
import { drawPicture } from './picture-drawing.ts'
import { surroundingsOf } from './surroundings.ts'

const pictureOf = (node: Node): Picture => node.attrs['picture']

function figureFields(words: Messages['editor']['fields']): BlockField[] {
  return [
    {
      label: words.alt,
      read: (node) => String(node.attrs['alt']),
      write: (_node, value) => ({ name: 'alt', value: String(value).trim() }),
      isShown: (node) => node.attrs['decorative'] !== true,
      isSentence: true,
    },
    {
      label: words.decorative,
      read: (node) => node.attrs['decorative'] === true,
      write: (_node, value) => ({ name: 'decorative', value: value === true }),
    },
    lineField(words.credit, 'credit'),
    lineField(words.licence, 'licence'),
    coverField(words.cover),
  ]
}

/** Why a photograph is covered: a part of the picture, not of the figure. */
const coverField = (label: string): BlockField => ({
  label,
  read: (node) => {
    const picture = pictureOf(node)
    return picture.kind === 'photo' ? (picture.cover ?? '') : ''
  },
  write: (node, value) => {
    const picture = pictureOf(node)
    return picture.kind === 'photo'
      ? { name: 'picture', value: { ...picture, cover: String(value).trim() || null } }
      : null
  },
  isShown: (node) => pictureOf(node).kind === 'photo',
})

/** Leads to the picture in the library, where the point that crops keep is set; the cursor goes into the caption. */
function cropsButton(view: EditorView, content: HTMLElement, label: string): HTMLElement {
  const button = element('button', 'small-button', label)
  button.type = 'button'
  button.addEventListener('click', () => {
    const caption = view.state.doc.resolve(view.posAtDOM(content, 0))
    view.dispatch(view.state.tr.setSelection(TextSelection.near(caption)))
    surroundingsOf(view.state).showPicture?.()
  })
  const place = element('div', 'block-buttons', button)
  place.contentEditable = 'false'
  return place
}

/** A figure: what it shows, its caption to write in, and what has to be said of a picture. */
export function figureDrawing({ view, words }: Standing): BlockDrawing {
  const shown = element('div', 'picture')
  shown.contentEditable = 'false'
  const content = element('figcaption')
  content.dataset['words'] = words.fields.caption
  const crops = cropsButton(view, content, words.pictures.crops)
  return {
    dom: element('figure', 'story-figure', shown, content, crops),
    content,
    fields: figureFields(words.fields),
    draw: (node) => {
      crops.hidden = pictureOf(node).kind !== 'photo' || !surroundingsOf(view.state).showPicture
      drawPicture(shown, node, words.pictures, surroundingsOf(view.state))
    },
  }
}
