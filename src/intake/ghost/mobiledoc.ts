import { escapedText } from '../html/html-text.ts'
import { isRow, type JsonRow, textIn } from '../json-value.ts'
import { plainText } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'
import { cardHtml } from './ghost-cards.ts'

/** The kinds of sections, as Mobiledoc numbers them. */
const MARKUP = 1
const IMAGE = 2
const LIST = 3
const CARD = 10

/**
 * A body in Mobiledoc (versions 0.2 and 0.3) as HTML. Undefined when it is none.
 *
 * @param problems told what could not be kept, with the heading it stood under
 */
export function mobiledocHtml(value: unknown, problems: ProblemList): string | undefined {
  if (!isRow(value)) return undefined
  const doc = textIn(value, 'version').startsWith('0.2') ? raised(value) : value
  const sections = doc['sections']
  if (!Array.isArray(sections)) return undefined
  const reading = {
    markups: listIn(doc, 'markups'),
    atoms: listIn(doc, 'atoms'),
    cards: listIn(doc, 'cards'),
    problems,
  }
  const html = sections.map((section: unknown) => sectionHtml(section, reading)).join('')
  problems.where = null
  return html
}

interface Reading {
  readonly markups: readonly unknown[]
  readonly atoms: readonly unknown[]
  readonly cards: readonly unknown[]
  readonly problems: ProblemList
}

const listIn = (row: JsonRow, name: string): readonly unknown[] => {
  const value: unknown = row[name]
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

/** Markers of 0.2, each said to be text. */
const typed = (markers: unknown): unknown =>
  Array.isArray(markers)
    ? markers.map((marker: unknown) => (Array.isArray(marker) ? [0, ...(marker as readonly unknown[])] : marker))
    : markers

/** 0.2 keeps markups beside the sections in one list, texts without their type, and cards in their place. */
function raised(doc: JsonRow): JsonRow {
  const [markups, sections] = listIn(doc, 'sections')
  const cards: unknown[] = []
  const raise = (section: unknown): unknown => {
    if (!Array.isArray(section)) return section
    const [kind, first, second] = section as readonly unknown[]
    if (kind === CARD) return [CARD, cards.push([first, second]) - 1]
    if (kind === LIST && Array.isArray(second)) return [kind, first, second.map(typed)]
    return kind === MARKUP ? [kind, first, typed(second)] : section
  }
  return { markups, atoms: [], cards, sections: Array.isArray(sections) ? sections.map(raise) : undefined }
}

function sectionHtml(section: unknown, reading: Reading): string {
  if (!Array.isArray(section)) return ''
  const [kind, first, second] = section as readonly unknown[]
  if (kind === MARKUP) return markupSection(String(first), second, reading)
  if (kind === IMAGE && typeof first === 'string') return cardHtml('image', { src: first }, reading.problems)
  if (kind === LIST && Array.isArray(second)) {
    const tag = first === 'ol' ? 'ol' : 'ul'
    return `<${tag}>${second.map((item: unknown) => `<li>${markersHtml(item, reading)}</li>`).join('')}</${tag}>`
  }
  if (kind === CARD && typeof first === 'number') return cardAt(first, reading)
  reading.problems.add('A part of the text of an unknown kind was left out.')
  return ''
}

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'aside', 'div'])

function markupSection(name: string, markers: unknown, reading: Reading): string {
  const inside = markersHtml(markers, reading)
  if (/^h[1-6]$/.test(name)) reading.problems.where = plainText(inside)
  if (name === 'pull-quote') return `<figure class="pullquote"><blockquote>${inside}</blockquote></figure>`
  if (name === 'aside') return `<aside><p>${inside}</p></aside>`
  const tag = BLOCKS.has(name) ? name : 'p'
  return `<${tag}>${inside}</${tag}>`
}

function cardAt(index: number, { cards, problems }: Reading): string {
  const card = cards[index]
  if (Array.isArray(card) && typeof card[0] === 'string')
    return cardHtml(card[0], isRow(card[1]) ? card[1] : {}, problems)
  problems.add('A card that the text names is not in the file.')
  return ''
}

/** Markers open markups, hold a text or an atom, and say how many of the open ones end behind it. */
function markersHtml(markers: unknown, reading: Reading): string {
  if (!Array.isArray(markers)) return ''
  const open: string[] = []
  let html = ''
  for (const marker of markers as readonly unknown[]) {
    if (!Array.isArray(marker)) continue
    const [kind, opened, closed, value] = marker as readonly unknown[]
    for (const index of Array.isArray(opened) ? (opened as readonly unknown[]) : []) {
      const markup = openedMarkup(reading.markups[Number(index)])
      open.push(markup.name)
      html += markup.start
    }
    html += kind === 1 ? atomHtml(reading.atoms[Number(value)]) : escapedText(typeof value === 'string' ? value : '')
    for (let left = Number(closed) || 0; left > 0; left -= 1) html += endOf(open.pop())
  }
  return html + open.toReversed().map(endOf).join('')
}

const endOf = (name: string | undefined): string => (name ? `</${name}>` : '')

const MARKUPS = new Set('a strong b em i code s del strike u sub sup mark small'.split(' '))

function openedMarkup(markup: unknown): { readonly name: string; readonly start: string } {
  const [name, attributes] = Array.isArray(markup) ? (markup as readonly unknown[]) : []
  if (typeof name !== 'string' || !MARKUPS.has(name)) return { name: '', start: '' }
  const pairs = Array.isArray(attributes) ? (attributes as readonly unknown[]) : []
  const href = pairs[pairs.indexOf('href') + 1]
  if (name !== 'a' || typeof href !== 'string') return { name, start: `<${name}>` }
  return { name, start: `<a href="${escapedText(href).replaceAll('"', '&quot;')}">` }
}

function atomHtml(atom: unknown): string {
  const [name, text] = Array.isArray(atom) ? (atom as readonly unknown[]) : []
  return name === 'soft-return' ? '<br>' : escapedText(typeof text === 'string' ? text : '')
}
