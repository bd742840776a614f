import type { Attrs, NodeSpec } from 'prosemirror-model'
import { parseId } from '../../ids.ts'
import { isPicture } from '../../story/is-picture.ts'
import { wordsOf, written } from './schema-blocks.ts'

/** What stands behind an attribute in JSON; undefined where it is none, since the clipboard may come from anywhere. */
function readJson(element: HTMLElement, name: string): unknown {
  try {
    return JSON.parse(element.getAttribute(name) ?? '')
  } catch {
    return undefined
  }
}

function figureAttrs(element: HTMLElement): Attrs | false {
  const picture = readJson(element, 'data-picture')
  if (!isPicture(picture)) return false
  return {
    picture,
    alt: element.getAttribute('data-alt') ?? '',
    decorative: element.hasAttribute('data-decorative'),
    credit: wordsOf(element, 'data-credit'),
    licence: wordsOf(element, 'data-licence'),
  }
}

const figure: NodeSpec = {
  content: 'inline*',
  group: 'block',
  defining: true,
  isolating: true,
  draggable: true,
  attrs: {
    picture: {},
    alt: { default: '' },
    decorative: { default: false },
    credit: { default: null },
    licence: { default: null },
  },
  parseDOM: [{ tag: 'figure[data-picture]', getAttrs: figureAttrs, contentElement: 'figcaption' }],
  toDOM: ({ attrs }) => [
    'figure',
    written({
      'data-picture': JSON.stringify(attrs['picture']),
      'data-alt': attrs['alt'],
      'data-decorative': attrs['decorative'] ? '' : null,
      'data-credit': attrs['credit'],
      'data-licence': attrs['licence'],
    }),
    ['figcaption', 0],
  ],
}

const table: NodeSpec = {
  content: 'tableRow+',
  group: 'block',
  isolating: true,
  tableRole: 'table',
  allowGapCursor: false,
  attrs: { caption: { default: null } },
  parseDOM: [
    {
      tag: 'table',
      getAttrs: (element) => ({
        caption: element.querySelector(':scope > caption')?.textContent?.trim() || wordsOf(element, 'data-caption'),
      }),
    },
    { tag: 'table > caption', ignore: true },
  ],
  toDOM: ({ attrs }) => ['table', written({ 'data-caption': attrs['caption'] }), ['tbody', 0]],
}

const tableRow: NodeSpec = {
  content: 'tableCell*',
  tableRole: 'row',
  allowGapCursor: false,
  parseDOM: [{ tag: 'tr' }],
  toDOM: () => ['tr', 0],
}

/** A whole number of cells, as many as the document allows. */
function spanOf(element: HTMLElement, name: string, most: number): number {
  const cells = Number(element.getAttribute(name) ?? 1)
  return Number.isSafeInteger(cells) ? Math.min(most, Math.max(1, cells)) : 1
}

const tableCell: NodeSpec = {
  content: 'inline*',
  isolating: true,
  tableRole: 'cell',
  attrs: { header: { default: false }, colspan: { default: 1 }, rowspan: { default: 1 } },
  parseDOM: ['td', 'th'].map((tag) => ({
    tag,
    getAttrs: (element: HTMLElement) => ({
      header: tag === 'th',
      colspan: spanOf(element, 'colspan', 100),
      rowspan: spanOf(element, 'rowspan', 1000),
    }),
  })),
  toDOM: ({ attrs }) => [
    attrs['header'] ? 'th' : 'td',
    written({
      colspan: attrs['colspan'] === 1 ? null : attrs['colspan'],
      rowspan: attrs['rowspan'] === 1 ? null : attrs['rowspan'],
    }),
    0,
  ],
}

const isOfTheWeb = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)

const embed: NodeSpec = {
  group: 'block',
  draggable: true,
  attrs: { url: {}, title: { default: '' }, provider: { default: null } },
  parseDOM: [
    {
      tag: 'div[data-embed]',
      getAttrs: (element) => {
        const url = wordsOf(element, 'data-embed')
        return url !== null && isOfTheWeb(url)
          ? { url, title: element.textContent.trim(), provider: wordsOf(element, 'data-provider') }
          : false
      },
    },
  ],
  toDOM: ({ attrs }) => [
    'div',
    written({ 'data-embed': attrs['url'], 'data-provider': attrs['provider'] }),
    ['a', { href: attrs['url'], rel: 'noreferrer' }, attrs['title']],
  ],
}

/** A box that draws one event of the record. */
const ofEvent = (name: string): NodeSpec => ({
  group: 'block',
  draggable: true,
  attrs: { eventId: {} },
  parseDOM: [
    {
      tag: `div[data-${name}]`,
      getAttrs: (element) => {
        const eventId = wordsOf(element, `data-${name}`)
        return eventId !== null && parseId('event', eventId) ? { eventId } : false
      },
    },
  ],
  toDOM: ({ attrs }) => ['div', { [`data-${name}`]: attrs['eventId'] }],
})

const eventMap: NodeSpec = {
  content: 'inline*',
  group: 'block',
  defining: true,
  isolating: true,
  draggable: true,
  attrs: { eventIds: {} },
  parseDOM: [
    {
      tag: 'figure[data-events]',
      contentElement: 'figcaption',
      getAttrs: (element) => {
        const eventIds = (wordsOf(element, 'data-events') ?? '').split(/\s+/).filter((id) => parseId('event', id))
        return eventIds.length > 0 ? { eventIds: eventIds.slice(0, 20) } : false
      },
    },
  ],
  toDOM: ({ attrs }) => ['figure', { 'data-events': eventsOf(attrs).join(' ') }, ['figcaption', 0]],
}

const eventsOf = (attrs: Attrs): readonly string[] => attrs['eventIds']

/** Blocks that hold something other than running words. */
export const OBJECT_BLOCKS = {
  figure,
  table,
  tableRow,
  tableCell,
  embed,
  ledger: ofEvent('ledger'),
  timeline: ofEvent('timeline'),
  eventMap,
}
