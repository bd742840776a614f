import type { Footnote, Inline } from '../../story/document.ts'
import { elementsIn, type HtmlElement, type HtmlNode, parseHtml } from './html-tree.ts'

/** A footnote kept apart from the text, as WordPress does. */
export interface GivenFootnote {
  readonly id: string
  readonly html: string
}

/** Which elements are references to footnotes, and which are their texts; in the order the references stand in. */
export class FootnoteBook {
  /** The reference (`a` or `sup`) to the element that holds the note's text. */
  readonly #notes = new Map<HtmlElement, HtmlElement>()
  readonly #texts = new Set<HtmlElement>()
  readonly #backLinks = new Set<HtmlElement>()
  readonly #numbered = new Map<HtmlElement, string>()
  readonly #known = new Map<HtmlElement, NoteText | null>()
  #references = 0

  /** Finds the footnotes of a text: those given, and those that a link leads to and another link leads back from. */
  constructor(root: HtmlElement, given: readonly GivenFootnote[]) {
    const byId = new Map(given.map(({ id, html }) => [id, parseHtml(html)]))
    const places = placesIn(root)
    for (const found of places.parents.keys()) {
      const note = byId.get(found.attributes['data-fn'] ?? '')
      if (note) this.#notes.set(found, note)
      else if (found.name === 'a') this.#join(found, places)
    }
    const referenced = new Set(this.#notes.values())
    for (const note of byId.values()) if (!referenced.has(note)) this.#numbered.set(note, '')
  }

  /** The footnote's id when the element is a reference to one. */
  referenceId(found: HtmlElement): string | undefined {
    const note = this.#notes.get(found)
    if (!note) return undefined
    const known = this.#numbered.get(note)
    if (known) return known
    this.#references += 1
    const id = `note-${this.#references}`
    this.#numbered.delete(note)
    this.#numbered.set(note, id)
    return id
  }

  /** Is this the text of a footnote, or the link back from one? Neither is read where it stands. */
  isSetApart(found: HtmlElement): boolean {
    return this.#texts.has(found) || this.#backLinks.has(found)
  }

  /** The footnotes, referenced ones first and in order. Asked for when the text has been read. */
  footnotes(read: (note: HtmlElement) => Inline[]): Footnote[] {
    this.#texts.clear()
    const referenced = [...this.#numbered].filter(([, id]) => id !== '')
    const loose = [...this.#numbered].filter(([, id]) => id === '')
    return [...referenced, ...loose].flatMap(([note, id], index) => {
      const content = withoutNumber(read(note))
      return content.length > 0
        ? [{ type: 'footnote' as const, attrs: { id: id || `note-${index + 1}` }, content }]
        : []
    })
  }

  #join(link: HtmlElement, { named, parents }: Places): void {
    if (this.#backLinks.has(link)) return
    const target = named.get(link.attributes['href']?.slice(1) ?? '')
    const text = target && textAround(target, parents)
    if (!text || !link.attributes['href']?.startsWith('#')) return
    const inside = this.#textOf(text)
    if (!inside || inside.elements.has(link)) return
    const back = namesAround(link, parents).flatMap((name) => inside.links.get(name) ?? [])[0]
    if (!back) return
    this.#notes.set(link, text)
    this.#texts.add(text)
    this.#backLinks.add(back)
  }

  /** What stands in a possible note; null for a text too long to be one. */
  #textOf(text: HtmlElement): NoteText | null {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const inside = elementsIn(text)
    const links = new Map<string, HtmlElement>()
    for (const found of inside.toReversed()) {
      if (found.name === 'a') links.set(found.attributes['href'] ?? '', found)
    }
    const made = inside.length > MAX_NOTE_ELEMENTS ? null : { elements: new Set(inside), links }
    this.#known.set(text, made)
    return made
  }
}

/** No footnote is made of more elements. */
const MAX_NOTE_ELEMENTS = 1_000

interface NoteText {
  readonly elements: ReadonlySet<HtmlElement>
  /** The first link to each address. */
  readonly links: ReadonlyMap<string, HtmlElement>
}

interface Places {
  readonly named: ReadonlyMap<string, HtmlElement>
  readonly parents: ReadonlyMap<HtmlElement, HtmlElement>
}

function placesIn(root: HtmlElement): Places {
  const named = new Map<string, HtmlElement>()
  const parents = new Map<HtmlElement, HtmlElement>()
  const visit = (parent: HtmlElement): void => {
    for (const child of parent.children as readonly HtmlNode[]) {
      if (typeof child === 'string') continue
      parents.set(child, parent)
      for (const name of [child.attributes['id'], child.attributes['name']]) if (name) named.set(name, child)
      visit(child)
    }
  }
  visit(root)
  return { named, parents }
}

const NOTE_TEXT = new Set(['li', 'p', 'div', 'dd', 'aside'])

function textAround(target: HtmlElement, parents: Places['parents']): HtmlElement | undefined {
  let found: HtmlElement | undefined = target
  for (let steps = 0; found && steps < 4; steps += 1) {
    if (NOTE_TEXT.has(found.name)) return found
    found = parents.get(found)
  }
  return undefined
}

/** The addresses under which a reference can be linked back to: its own name and those of what holds it. */
function namesAround(link: HtmlElement, parents: Places['parents']): string[] {
  const parent = parents.get(link)
  const holders = [link, parent, parent && parents.get(parent)]
  return holders
    .flatMap((holder) => [holder?.attributes['id'], holder?.attributes['name']])
    .flatMap((name) => (name ? [`#${name}`] : []))
}

/** A note often repeats its number: "[1] ", "1. ". */
function withoutNumber(content: readonly Inline[]): Inline[] {
  const [first, ...others] = content
  if (first?.type !== 'text') return [...content]
  const text = first.text.replace(/^\s*(?:\[\d+\]|\d+[.)])?[\s:]*/, '').replace(/\s*↩︎?\s*$/, '')
  return text === '' ? others : [{ ...first, text }, ...others]
}
