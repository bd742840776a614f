import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { element } from './elements.ts'

/** One thing that a block says of itself beside its words: who is quoted, a picture's credit. */
export interface BlockField {
  readonly label: string
  readonly read: (node: Node) => string | boolean
  /** The attribute to set for what was written; null for something the document does not allow. */
  readonly write: (node: Node, value: string | boolean) => { readonly name: string; readonly value: unknown } | null
  /** Is there anything to say here for this block as it stands? */
  readonly isShown?: (node: Node) => boolean
  /** A sentence rather than a name: it gets a line of its own. */
  readonly isSentence?: true
}

/** A line of words in an attribute, null where it is empty. */
export const lineField = (label: string, name: string): BlockField => ({
  label,
  read: (node) => node.attrs[name] ?? '',
  write: (_node, value) => ({ name, value: String(value).trim() || null }),
})

/** After this pause what was typed into a field goes into the document: one step of undo for a run of typing. */
const PAUSE_MS = 400

interface Shown {
  readonly field: BlockField
  readonly row: HTMLElement
  readonly input: HTMLInputElement
}

/** The fields of one block in the text. Escape and Enter lead back to the words. */
export class BlockFields {
  readonly dom = element('div', 'block-fields')
  readonly #shown: readonly Shown[]
  readonly #view: EditorView
  readonly #getPos: () => number | undefined
  #waiting: { readonly shown: Shown; readonly timer: number } | null = null

  constructor(view: EditorView, getPos: () => number | undefined, node: Node, fields: readonly BlockField[]) {
    this.#view = view
    this.#getPos = getPos
    this.dom.contentEditable = 'false'
    this.#shown = fields.map((field) => this.#build(field, node))
    this.update(node)
  }

  #build(field: BlockField, node: Node): Shown {
    const input = element('input')
    input.type = typeof field.read(node) === 'boolean' ? 'checkbox' : 'text'
    input.disabled = !this.#view.editable
    const look = input.type === 'checkbox' ? ' tick' : field.isSentence ? ' wide' : ''
    const row = element('label', `block-field${look}`)
    row.append(element('span', 'block-field-label', field.label), input)
    this.dom.append(row)
    const shown = { field, row, input }
    input.addEventListener('input', () => this.#wait(shown))
    input.addEventListener('change', () => this.#commit(shown))
    input.addEventListener('keydown', (event) => this.#leave(event, shown))
    return shown
  }

  #leave(event: KeyboardEvent, shown: Shown): void {
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    this.#commit(shown)
    this.#view.focus()
  }

  #wait(shown: Shown): void {
    if (this.#waiting) window.clearTimeout(this.#waiting.timer)
    this.#waiting = { shown, timer: window.setTimeout(() => this.#commit(shown), PAUSE_MS) }
  }

  #commit({ field, input }: Shown): void {
    if (this.#waiting) window.clearTimeout(this.#waiting.timer)
    this.#waiting = null
    const pos = this.#getPos()
    const node = pos === undefined ? null : this.#view.state.doc.nodeAt(pos)
    if (pos === undefined || !node || this.#view.isDestroyed) return
    const written = field.write(node, input.type === 'checkbox' ? input.checked : input.value)
    input.setAttribute('aria-invalid', String(written === null))
    if (!written || JSON.stringify(node.attrs[written.name]) === JSON.stringify(written.value)) return
    this.#view.dispatch(this.#view.state.tr.setNodeAttribute(pos, written.name, written.value))
  }

  /** Shows what the block says now, and leaves alone what somebody is writing. */
  update(node: Node): void {
    for (const { field, row, input } of this.#shown) {
      row.hidden = field.isShown?.(node) === false
      const value = field.read(node)
      if (typeof value === 'boolean') input.checked = value
      else if (input.ownerDocument.activeElement !== input) input.value = value
    }
  }

  destroy(): void {
    if (this.#waiting) window.clearTimeout(this.#waiting.timer)
  }
}
