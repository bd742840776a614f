import type { Node } from 'prosemirror-model'
import type { EditorView, NodeViewConstructor } from 'prosemirror-view'
import type { EventId } from '../../ids.ts'
import { isWebAddress } from '../../story/web-address.ts'
import type { Messages } from '../messages/messages.tsx'
import { type BlockField, lineField } from './block-fields.ts'
import { type BlockDrawing, BlockView, type Standing } from './block-view.ts'
import { element } from './elements.ts'
import { jumpFootnote, placeOfReference, removeFootnote } from './footnote-commands.ts'
import { figureDrawing } from './figure-view.ts'
import { surroundingsOf } from './surroundings.ts'

type Words = Messages['editor']

type Drawing = (standing: Standing) => BlockDrawing

/** An address in an attribute, which the document takes only where readers could be sent there. */
const sourceField = (label: string): BlockField => ({
  label,
  read: (node) => node.attrs['source'] ?? '',
  write: (_node, value) => {
    const source = String(value).trim()
    if (source === '') return { name: 'source', value: null }
    return isWebAddress(source) ? { name: 'source', value: source } : null
  },
})

const wholeAddress = (label: string): BlockField => ({
  label,
  read: (node) => node.attrs['url'],
  write: (_node, value) => {
    const url = String(value).trim()
    return /^https?:\/\//i.test(url) && URL.canParse(url) ? { name: 'url', value: url } : null
  },
})

const quote: Drawing = ({ words }) => {
  const content = element('blockquote')
  const fields = [lineField(words.fields.attribution, 'attribution'), sourceField(words.fields.source)]
  return { dom: element('div', 'quote', content), content, fields }
}

const pullQuote: Drawing = ({ words }) => {
  const content = element('blockquote')
  return { dom: element('div', 'pull', content), content, fields: [lineField(words.fields.attribution, 'attribution')] }
}

const box: Drawing = ({ words }) => {
  const head = element('div', 'box-head')
  const content = element('div', 'box-words')
  const fields = [lineField(words.fields.boxTitle, 'title')]
  return { dom: element('div', 'box', head, content), content, fields, fieldsIn: head }
}

const table: Drawing = ({ words }) => {
  const head = element('div', 'table-head')
  const content = element('tbody')
  const frame = element('div', 'table-scroll', element('table', '', content))
  const fields = [lineField(words.fields.tableCaption, 'caption')]
  return { dom: element('div', 'table-frame', head, frame), content, fields, fieldsIn: head }
}

const embed: Drawing = ({ words }) => {
  const name = element('p', 'embed-name')
  const title: BlockField = {
    label: words.embed.words,
    isSentence: true,
    read: (node) => String(node.attrs['title']),
    write: (_node, value) => ({ name: 'title', value: String(value).trim() }),
  }
  const dom = element('div', 'embed', name)
  return {
    dom,
    fields: [title, wholeAddress(words.embed.address), lineField(words.embed.provider, 'provider')],
    draw: (node) => {
      name.textContent = String(node.attrs['title']) || String(node.attrs['url'])
    },
  }
}

const footnote: Drawing = ({ node, view, words }) => {
  const content = element('div', 'note-words')
  const id: string = node.attrs['id']
  const back = smallButton('↩', words.footnotes.back, () => {
    const place = placeOfReference(view.state.doc, id)
    if (place === null) return
    jumpFootnote(view.state, view.dispatch)
    view.focus()
  })
  const remove = smallButton('×', words.footnotes.remove, () => {
    removeFootnote(id)(view.state, view.dispatch)
    view.focus()
  })
  const buttons = element('span', 'block-buttons', back, remove)
  buttons.contentEditable = 'false'
  return { dom: element('div', 'footnote', content, buttons), content }
}

function smallButton(sign: string, label: string, press: () => void): HTMLButtonElement {
  const button = element('button', 'small-button', sign)
  button.type = 'button'
  button.title = label
  button.setAttribute('aria-label', label)
  button.addEventListener('click', press)
  return button
}

/** A box that draws events: its kind, and what each event is called. */
const ofEvents =
  (kind: 'ledger' | 'timeline' | 'eventMap'): Drawing =>
  ({ view, words }) => {
    const names = element('p', 'event-names')
    const head = element('div', 'event-head', element('p', 'event-kind', words.events[kind]), names)
    head.contentEditable = 'false'
    const draw = (node: Node) => {
      void nameEvents(names, node, view, words.events)
    }
    if (kind !== 'eventMap') return { dom: element('div', 'of-event', head), draw }
    const content = element('figcaption')
    content.dataset['words'] = words.fields.caption
    return { dom: element('figure', 'of-event', head, content), content, draw }
  }

async function nameEvents(place: HTMLElement, node: Node, view: EditorView, words: Words['events']): Promise<void> {
  const ids: readonly EventId[] = node.attrs['eventIds'] ?? [node.attrs['eventId']]
  const asked = ids.join(' ')
  if (place.dataset['events'] === asked) return
  place.dataset['events'] = asked
  place.textContent = words.looking
  const { describeEvent } = surroundingsOf(view.state)
  const names = await Promise.all(
    ids.map(async (id) => (await describeEvent?.(id).catch(() => null)) ?? words.unknown(id)),
  )
  if (place.dataset['events'] === asked) place.textContent = names.join(' · ')
}

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  blockquote: quote,
  pullQuote,
  aside: box,
  table,
  embed,
  footnote,
  figure: figureDrawing,
  ledger: ofEvents('ledger'),
  timeline: ofEvents('timeline'),
  eventMap: ofEvents('eventMap'),
}

/** How each block with something of its own to show is drawn, in the studio's language. */
export const nodeViews = (words: Words): Record<string, NodeViewConstructor> =>
  Object.fromEntries(
    Object.entries(DRAWINGS).map(([name, drawing]): [string, NodeViewConstructor] => [
      name,
      (node, view, getPos) => new BlockView(node, view, getPos, drawing({ node, view, words })),
    ]),
  )
