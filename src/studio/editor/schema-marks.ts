import type { MarkSpec } from 'prosemirror-model'
import { parseId } from '../../ids.ts'
import { isWebAddress } from '../../story/web-address.ts'

/** An attribute of an element that stands on the clipboard, so perhaps of somebody else's making. */
const given = (element: HTMLElement, name: string): string => element.getAttribute(name)?.trim() ?? ''

const link: MarkSpec = {
  attrs: { href: {} },
  // What is typed after a link is no part of it.
  inclusive: false,
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = given(element, 'href')
        return isWebAddress(href) ? { href } : false
      },
    },
  ],
  toDOM: (mark) => ['a', { href: mark.attrs['href'], rel: 'noreferrer' }, 0],
}

const claim: MarkSpec = {
  attrs: { claimId: {} },
  inclusive: false,
  parseDOM: [
    {
      tag: 'span[data-claim]',
      getAttrs: (element) => {
        const claimId = given(element, 'data-claim')
        return parseId('claim', claimId) ? { claimId } : false
      },
    },
  ],
  toDOM: (mark) => ['span', { class: 'claim', 'data-claim': mark.attrs['claimId'] }, 0],
}

const language: MarkSpec = {
  attrs: { language: {} },
  parseDOM: [
    {
      tag: 'span[lang]',
      getAttrs: (element) => {
        const tag = given(element, 'lang')
        return tag.length >= 2 ? { language: tag } : false
      },
    },
  ],
  toDOM: (mark) => ['span', { lang: mark.attrs['language'], dir: 'auto' }, 0],
}

const strong: MarkSpec = {
  parseDOM: [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
    { style: 'font-weight', getAttrs: (weight) => /^(bold(er)?|[6-9]\d\d)$/.test(weight) && null },
  ],
  toDOM: () => ['strong', 0],
}

const emphasis: MarkSpec = {
  parseDOM: [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
    { style: 'font-style=italic' },
  ],
  toDOM: () => ['em', 0],
}

/** The marks of a text. Their order is the order in which they are stored, and the one in which readers' pages nest them. */
export const MARKS = { link, claim, language, strong, emphasis }
