import type { NodeSpec } from 'prosemirror-model'
import { isWebAddress } from '../../story/web-address.ts'

/** An attribute of an element on the clipboard; null where it is missing or empty. */
export const wordsOf = (element: HTMLElement, name: string): string | null => element.getAttribute(name)?.trim() || null

/** Attributes as they are written into an element: what is null is left out. */
export const written = (attrs: Readonly<Record<string, string | number | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attrs).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))

const paragraph: NodeSpec = {
  content: 'inline*',
  group: 'block',
  parseDOM: [{ tag: 'p' }],
  toDOM: () => ['p', 0],
}

const heading: NodeSpec = {
  content: 'inline*',
  group: 'block',
  defining: true,
  attrs: { level: { default: 2 } },
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
    tag: `h${level}`,
    attrs: { level: Math.min(4, Math.max(2, level)) },
  })),
  toDOM: (node) => [`h${node.attrs['level']}`, 0],
}

const list: NodeSpec = {
  content: 'listItem+',
  group: 'block',
  attrs: { ordered: { default: false }, start: { default: 1 } },
  parseDOM: [
    { tag: 'ul', attrs: { ordered: false, start: 1 } },
    {
      tag: 'ol',
      getAttrs: (element) => {
        const start = Number(element.getAttribute('start') ?? 1)
        return { ordered: true, start: Number.isSafeInteger(start) ? start : 1 }
      },
    },
  ],
  toDOM: ({ attrs }) =>
    attrs['ordered'] ? ['ol', attrs['start'] === 1 ? {} : { start: attrs['start'] }, 0] : ['ul', 0],
}

const listItem: NodeSpec = {
  content: '(paragraph | list)+',
  defining: true,
  parseDOM: [{ tag: 'li' }],
  toDOM: () => ['li', 0],
}

const blockquote: NodeSpec = {
  content: '(paragraph | list)+',
  group: 'block',
  defining: true,
  attrs: { attribution: { default: null }, source: { default: null } },
  parseDOM: [
    {
      tag: 'blockquote',
      getAttrs: (element) => {
        const source = wordsOf(element, 'cite')
        return {
          attribution: wordsOf(element, 'data-attribution'),
          source: source !== null && isWebAddress(source) ? source : null,
        }
      },
    },
  ],
  toDOM: ({ attrs }) => ['blockquote', written({ cite: attrs['source'], 'data-attribution': attrs['attribution'] }), 0],
}

const pullQuote: NodeSpec = {
  content: 'inline*',
  group: 'block',
  defining: true,
  attrs: { attribution: { default: null } },
  parseDOM: [
    {
      tag: 'blockquote[data-pull]',
      priority: 60,
      getAttrs: (element) => ({ attribution: wordsOf(element, 'data-attribution') }),
    },
  ],
  toDOM: ({ attrs }) => ['blockquote', written({ 'data-pull': '', 'data-attribution': attrs['attribution'] }), 0],
}

const aside: NodeSpec = {
  content: '(paragraph | list | heading)+',
  group: 'block',
  defining: true,
  attrs: { title: { default: null } },
  parseDOM: [{ tag: 'aside', getAttrs: (element) => ({ title: wordsOf(element, 'data-title') }) }],
  toDOM: ({ attrs }) => ['aside', written({ 'data-title': attrs['title'] }), 0],
}

const footnote: NodeSpec = {
  content: 'inline*',
  group: 'block',
  defining: true,
  isolating: true,
  attrs: { id: {} },
  parseDOM: [
    {
      tag: 'div[data-footnote]',
      getAttrs: (element) => {
        const id = wordsOf(element, 'data-footnote')
        return id === null ? false : { id }
      },
    },
  ],
  toDOM: ({ attrs }) => ['div', { 'data-footnote': attrs['id'] }, 0],
}

const rule: NodeSpec = { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] }

/** Blocks of words. The paragraph stands first: it is what a new block is made as. */
export const WORD_BLOCKS = { paragraph, heading, list, listItem, blockquote, pullQuote, aside, footnote, rule }
