import { elementsIn, hasClass, type HtmlElement, type HtmlNode } from './html-tree.ts'
import { wordsOf } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'

/** What stands in place of an element: nothing, others, or the element itself. Its own children are rewritten after. */
export type Rewriting = (found: HtmlElement, problems: ProblemList) => readonly HtmlNode[]

/** The widgets of a program that makes pages, known by their class, and what a story has in place of each. */
export type RewritingRules = readonly (readonly [classes: RegExp, Rewriting])[]

/** The tree with every element that a rule fits rewritten, by the first rule that does; problems know their heading. */
export function rewritten(
  parent: HtmlElement,
  rules: RewritingRules,
  problems: ProblemList,
  change: (found: HtmlElement) => HtmlElement = (found) => found,
): HtmlElement {
  const children = parent.children.flatMap((child): HtmlNode[] => {
    if (typeof child === 'string') return [child]
    if (/^h[1-6]$/.test(child.name)) problems.where = wordsOf(child) || problems.where
    const rule = child.attributes['class'] === undefined ? undefined : rules.find(([word]) => hasClass(child, word))
    const made = rule ? rule[1](child, problems) : [child]
    return made.map((node) => (typeof node === 'string' ? node : rewritten(change(node), rules, problems, change)))
  })
  return { ...parent, children }
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly HtmlNode[]
): HtmlElement => ({ name, attributes, children: [...children] })

/** A link with words, in the form that the converter makes an embed of. */
export const linkedFrame = (url: string, title: string): HtmlElement =>
  element('figure', {}, element('iframe', { src: url, title }))

/** The first element below one that has a class which fits. */
export const withClass = (found: HtmlElement, word: RegExp): HtmlElement | undefined =>
  elementsIn(found).find((inside) => hasClass(inside, word))

/** The words of that element; empty when there is none. */
export function wordsAt(found: HtmlElement, word: RegExp): string {
  const inside = withClass(found, word)
  return inside ? wordsOf(inside) : ''
}

/** A rule for what no story has: left out, with its first words. */
export const leftOut =
  (what: string): Rewriting =>
  (found, problems) => {
    const words = wordsOf(found)
    const start = words === '' ? '' : ` It begins “${words.slice(0, 60)}${words.length > 60 ? '…' : ''}”.`
    problems.add(`${what} was left out.${start}`)
    return []
  }

/** A rule for signs that no reader reads. */
export const silently: Rewriting = () => []
