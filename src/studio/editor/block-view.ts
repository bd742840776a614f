import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import type { Messages } from '../messages/messages.tsx'
import { type BlockField, BlockFields } from './block-fields.ts'

/** How a block is drawn while it is written. */
export interface BlockDrawing {
  readonly dom: HTMLElement
  /** Where its words stand; none for a block without words. */
  readonly content?: HTMLElement
  readonly fields?: readonly BlockField[]
  /** Where the fields stand; at the end of the block where nothing is said. */
  readonly fieldsIn?: HTMLElement
  /** Draws what depends on the block's attributes, at first and whenever they change. */
  readonly draw?: (node: Node) => void
}

/** What a drawing needs to know of where it stands. */
export interface Standing {
  readonly node: Node
  readonly view: EditorView
  readonly words: Messages['editor']
}

/** A block with words of its own around it: fields that are no part of the text, and what it shows. */
export class BlockView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM?: HTMLElement
  readonly #fields: BlockFields | null
  readonly #draw: (node: Node) => void
  #node: Node

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, drawing: BlockDrawing) {
    this.#node = node
    this.dom = drawing.dom
    if (drawing.content) this.contentDOM = drawing.content
    this.#fields = drawing.fields ? new BlockFields(view, getPos, node, drawing.fields) : null
    if (this.#fields) (drawing.fieldsIn ?? drawing.dom).append(this.#fields.dom)
    this.#draw = drawing.draw ?? (() => undefined)
    this.#show(node)
  }

  #show(node: Node): void {
    this.#draw(node)
    this.#fields?.update(node)
    this.contentDOM?.classList.toggle('is-empty', node.isTextblock && node.content.size === 0)
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    const isOther = node.attrs !== this.#node.attrs || node.content.size === 0 || this.#node.content.size === 0
    this.#node = node
    if (isOther) this.#show(node)
    return true
  }

  /** What happens in a field is no business of the text's. */
  stopEvent(event: Event): boolean {
    const { target } = event
    return target instanceof Element && target.closest('.block-fields, .block-buttons') !== null
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false
    const isOwnClass = mutation.target === this.contentDOM && mutation.type === 'attributes'
    return isOwnClass || !this.#isInContent(mutation.target)
  }

  #isInContent(target: globalThis.Node): boolean {
    return this.contentDOM?.contains(target) ?? false
  }

  destroy(): void {
    this.#fields?.destroy()
  }
}
