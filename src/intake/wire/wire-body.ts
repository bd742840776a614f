import { attributeAt, childrenOf, element, localName, outermost } from './wire-xml.ts'
import { htmlFromMarkup } from './wire-markup.ts'
import { isMarkup, textTree } from './wire-text.ts'
import { type HtmlElement, type HtmlNode, parseHtml } from '../html/html-tree.ts'
import { wordsOf } from '../plain-text.ts'

/** One of the texts that an item holds: most send the same in several forms. */
export interface WireText {
  /** What the agency calls it: "main", "richtext", "application/nitf+xml". */
  readonly name: string
  readonly tree: HtmlElement
  readonly isMarkedUp: boolean
}

/** A text from what stands in a string: markup where it looks like it, else plain. */
export function textFromString(name: string, written: string): WireText {
  if (!isMarkup(written)) return { name, tree: textTree(written), isMarkedUp: false }
  return textFromMarkup(name, parseHtml(written))
}

/** A text from markup in the file itself, or from the string that stands in its place. */
export function textFromElement(name: string, found: HtmlElement): WireText {
  if (childrenOf(found).length === 0)
    return textFromString(name, found.children.filter((child) => typeof child === 'string').join(''))
  return textFromMarkup(name, found)
}

function textFromMarkup(name: string, found: HtmlElement): WireText {
  const [nitf] = outermost(found, 'body.content')
  const [body] = outermost(found, 'body')
  const ending = outermost(found, 'body.end').filter((end) => wordsOf(end) !== '')
  const text = nitf ? element('#root', [nitf, ...ending]) : (body ?? found)
  return { name, tree: htmlFromMarkup(element('#root', [{ ...text, name: 'div' }])), isMarkedUp: true }
}

/** The text to take, and what has to be said of the others. */
export interface ChosenText {
  readonly tree: HtmlElement
  readonly notes: readonly string[]
}

/** The longest text with markup, unless a plain one holds the same and much more; others that say something else are reported. */
export function chooseText(texts: readonly WireText[]): ChosenText {
  const filled = texts.map((text) => ({ ...text, words: wordList(text.tree) })).filter(({ words }) => words.length > 0)
  const longest = (isMarkedUp: boolean): (typeof filled)[number] | undefined =>
    filled.filter((text) => text.isMarkedUp === isMarkedUp).toSorted((a, b) => b.words.length - a.words.length)[0]
  const [marked, plain] = [longest(true), longest(false)]
  const isPartOfPlain =
    marked !== undefined &&
    plain !== undefined &&
    plain.words.length > marked.words.length * 1.3 &&
    saysTheSame(marked.words, new Set(pairsIn(plain.words)))
  const chosen = isPartOfPlain ? plain : (marked ?? plain)
  if (!chosen) return { tree: element('#root', []), notes: [] }
  const known = new Set(pairsIn(chosen.words))
  const others = filled.filter((text) => text !== chosen && !saysTheSame(text.words, known))
  return {
    tree: chosen.tree,
    notes: others.map(({ name, tree }) => `A further text of the item (“${name}”) was left out: “${beginning(tree)}”.`),
  }
}

const wordList = (tree: HtmlElement): string[] =>
  wordsOf(tree)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const pairsIn = (words: readonly string[]): string[] => words.map((word, index) => `${word} ${words[index + 1] ?? ''}`)

/** Forms of one text differ in a few words at most: in how captions and headline stand between the others. */
const saysTheSame = (words: readonly string[], known: ReadonlySet<string>): boolean =>
  pairsIn(words).filter((pair) => known.has(pair)).length >= words.length * 0.8 - 1

/** Letters and figures alone. */
const plainLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const beginning = (tree: HtmlElement): string => {
  const words = wordsOf(tree).split(' ')
  return words.length > 12 ? `${words.slice(0, 12).join(' ')}…` : words.join(' ')
}

/** A text without the headline that it repeats above itself, and what else stood there. */
export function withoutHeadline(tree: HtmlElement, headline: string): ChosenText {
  const wanted = plainLetters(headline)
  const notes: string[] = []
  const isHead = (node: HtmlNode): boolean => {
    if (typeof node === 'string') return false
    const name = localName(node)
    if (name === 'header' && outermost(node, 'h1').length > 0) {
      const words = wordsOf(node).replace(headline, '').trim()
      if (words !== '') notes.push(`Above the headline stood “${words}”: it was left out.`)
      return true
    }
    return /^h[1-3]$/.test(name) && plainLetters(wordsOf(node)) === wanted && wanted !== ''
  }
  const visit = (parent: HtmlElement): HtmlElement => ({
    ...parent,
    children: parent.children.flatMap((child): HtmlNode[] => {
      if (isHead(child)) return []
      return typeof child !== 'string' && /^(?:#root|div|article|section|main|body)$/.test(child.name)
        ? [visit(child)]
        : [child]
    }),
  })
  return { tree: visit(tree), notes }
}

/** The addresses of the pictures that a text shows itself. */
export const picturesIn = (tree: HtmlElement): string[] =>
  outermost(tree, 'img').map((image) => attributeAt(image, 'src'))
