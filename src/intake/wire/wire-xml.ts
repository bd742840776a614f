import type { HtmlElement } from '../html/html-tree.ts'
import { wordsOf } from '../plain-text.ts'

/** The name of an element without its prefix, in small letters: agencies' dialects differ in both. */
export const localName = ({ name }: HtmlElement): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase()

/** The elements directly inside one; of the names given, or all. */
export const childrenOf = (parent: HtmlElement, ...names: readonly string[]): HtmlElement[] =>
  parent.children.filter(
    (child) => typeof child !== 'string' && (names.length === 0 || names.includes(localName(child))),
  ) as HtmlElement[]

/** Every element of a path: `allAt(item, 'contentmeta', 'subject')`. */
export const allAt = (from: HtmlElement, ...path: readonly string[]): HtmlElement[] =>
  path.reduce<HtmlElement[]>((found, name) => found.flatMap((parent) => childrenOf(parent, name)), [from])

/** The words of the first element of a path that has any. */
export const wordsAt = (from: HtmlElement, ...path: readonly string[]): string =>
  allAt(from, ...path)
    .map(wordsOf)
    .find((words) => words !== '') ?? ''

/** Every element below one with any of the names, in reading order; nothing inside one that was found. */
export function outermost(parent: HtmlElement, ...names: readonly string[]): HtmlElement[] {
  return childrenOf(parent).flatMap((child) =>
    names.includes(localName(child)) ? [child] : outermost(child, ...names),
  )
}

/** The first filled attribute of the names, whatever their letters' size and prefix. */
export function attributeAt(from: HtmlElement | undefined, ...names: readonly string[]): string {
  const entries = Object.entries(from?.attributes ?? {})
  for (const name of names) {
    const found = entries.find(([key, value]) => key.replace(/^.*:/, '').toLowerCase() === name && value.trim() !== '')
    if (found) return found[1].trim()
  }
  return ''
}

export const element = (
  name: string,
  children: HtmlElement['children'],
  attributes: Readonly<Record<string, string>> = {},
): HtmlElement => ({ name, attributes, children })
