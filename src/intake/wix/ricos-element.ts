import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'
import { type JsonRow, rowIn, textIn } from '../json-value.ts'

/** Makes an element of a story's HTML. */
export const element = (
  name: string,
  children: readonly HtmlNode[] = [],
  attributes: Readonly<Record<string, string>> = {},
): HtmlElement => ({ name, attributes, children: [...children] })

/** The address of a link, however this version of Wix wraps it. */
export const linkIn = (data: JsonRow | undefined): string =>
  textIn(rowIn(data, 'link'), 'url') || textIn(data, 'url', 'href')
