import { elementsIn, findElement, hasClass, type HtmlElement } from '../html/html-tree.ts'
import { namesAfterBy } from '../person-name.ts'
import { oneLine, plainText, wordsOf } from '../plain-text.ts'
import { readDay } from '../written-day.ts'
import { isFrontLabel } from './linked-article.ts'
import type { PageFacts } from './page-facts.ts'

/** What a page's own markup tells by microdata (schema.org): the properties of the article, not of what it holds. */
export function microdataFacts(elements: readonly HtmlElement[]): PageFacts {
  const scope = elements.find(({ attributes }) => /(?:Article|Posting|Report)\/?$/.test(attributes['itemtype'] ?? ''))
  if (!scope) return {}
  const found = propertiesIn(scope)
  const texts = (name: string): string[] => (found.get(name) ?? []).map(valueOf).filter(Boolean)
  const people = [...(found.get('author') ?? []), ...(found.has('author') ? [] : (found.get('creator') ?? []))]
  return {
    headline: texts('headline')[0],
    // A visible `description` is a picture's as often as the story's.
    standfirst:
      texts('alternativeheadline')[0] ??
      found.get('description')?.find(({ name }) => name === 'meta')?.attributes['content'],
    authors: [...new Set(people.map(nameIn).filter((name) => name !== '' && !/^https?:/.test(name)))],
    published: texts('datepublished'),
    modified: texts('datemodified'),
    sections: texts('articlesection').filter((label) => label.length <= 60 && !/^[\dA-F-]{20,}$/i.test(label)),
    keywords: texts('keywords').flatMap((list) => list.split(/\s*,\s*/)),
    language: texts('inlanguage')[0],
    isArticle: true,
  }
}

/** The elements with `itemprop` that belong to one item and not to an item inside it. */
function propertiesIn(scope: HtmlElement): Map<string, HtmlElement[]> {
  const found = new Map<string, HtmlElement[]>()
  const waiting = scope.children.toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') continue
    for (const name of (next.attributes['itemprop'] ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
      const known = found.get(name)
      if (known === undefined) found.set(name, [next])
      else if (known.length < MOST_VALUES) known.push(next)
    }
    if (next.attributes['itemscope'] === undefined) for (const child of next.children.toReversed()) waiting.push(child)
  }
  return found
}

/** No property is told more often on a page that means it. */
const MOST_VALUES = 200

const valueOf = (found: HtmlElement): string =>
  plainText(found.attributes['content'] ?? found.attributes['datetime'] ?? '') || wordsOf(found)

/** A person's name: their own `name`, else the words. */
function nameIn(person: HtmlElement): string {
  const name = elementsIn(person).find(({ attributes }) => attributes['itemprop'] === 'name')
  return name ? valueOf(name) : valueOf(person)
}

const HEADLINE_CLASS = /\b(?:entry-title|post-title|article-title|headline)\b/i
const STANDFIRST_CLASS =
  /(?:^|[\s_-])(?:standfirst|dek|deck|subtitle|sub-?headline|sub-?title|chapo|chapeau|teaser-?text|article-?intro|article__lead|lede|summary__text|untertitel|bajada|entradilla|copete|linha-?fina|sottotitolo|ingress)(?:$|[\s_-])/i
const DATE_CLASS =
  /(?:^|[\s_-])(?:published|pubdate|publish-?date|date-?published|post-?date|entry-?date|article-?date|dateline|timestamp|date|time-ago|datum|fecha|data)(?:$|[\s_-])/i

/** The page's own headings of the first rank, in reading order. */
export const headlinesIn = (elements: readonly HtmlElement[]): string[] =>
  elements
    .filter((found) => found.name === 'h1' || (/^h[2-3]$/.test(found.name) && hasClass(found, HEADLINE_CLASS)))
    .map(wordsOf)
    .filter(Boolean)

/** What a page shows its readers around the headline: standfirst, day, names behind links to authors. */
export function shownFacts(elements: readonly HtmlElement[], headline: string): PageFacts {
  const at = elements.findIndex(({ name }, index) => name === 'h1' && wordsOf(elements[index] ?? ROOT) === headline)
  const near = at === -1 ? [] : elements.slice(at + 1, at + 1 + NEAR)
  const standfirst = near.find((found) => isStandfirst(found))
  const words = standfirst ? wordsOf(standfirst) : ''
  return {
    standfirst: words.length >= 20 && words.length <= 700 ? words : undefined,
    authors: authorLinks(elements),
    published: datesNear(elements, at),
    sections: sectionLinks(elements),
    keywords: tagLinks(elements),
  }
}

const isStandfirst = (found: HtmlElement): boolean =>
  /^(?:p|div|h2|h3|h4|span|section|header|strong)$/.test(found.name) &&
  hasClass(found, STANDFIRST_CLASS) &&
  findElement(found, 'img', 'figure', 'figcaption', 'ul', 'time', 'h1') === undefined

const ROOT: HtmlElement = { name: '#root', attributes: {}, children: [] }

/** How many elements after the headline its own lines may fill. */
const NEAR = 80

function authorLinks(elements: readonly HtmlElement[]): string[] {
  const links = elements.filter(({ name, attributes }) => name === 'a' && /\bauthor\b/.test(attributes['rel'] ?? ''))
  const names = links.map((link) => wordsOf(link)).map((words) => namesAfterBy(words) ?? words)
  return [...new Set(names.filter((name) => name !== '' && name.length <= 80))].slice(0, 3)
}

/** The way to the story that the page shows (breadcrumbs), else the links that its builder marks as its categories. */
function sectionLinks(elements: readonly HtmlElement[]): string[] {
  const trail = elements.find(({ attributes }) =>
    /breadcrumb/i.test(`${attributes['aria-label'] ?? ''} ${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`),
  )
  const steps = trail ? elementsIn(trail).filter(({ name }) => name === 'a') : []
  const marked = elements.filter(({ name, attributes }) => name === 'a' && /\bcategory\b/.test(attributes['rel'] ?? ''))
  const labels = (steps.length > 0 ? steps : marked).map(wordsOf)
  return [...new Set(labels)].filter((label) => label !== '' && label.length <= 60 && !isFrontLabel(label)).slice(0, 6)
}

/** `rel=tag` is how pages mark the words that file a story. */
const tagLinks = (elements: readonly HtmlElement[]): string[] => [
  ...new Set(
    elements
      .filter(({ name, attributes }) => name === 'a' && /^\s*tag\s*$/.test(attributes['rel'] ?? ''))
      .map((link) => oneLine(wordsOf(link)).replace(/^#/, ''))
      .filter((tag) => tag !== '' && tag.length <= 60),
  ),
]

/** The times that stand near the headline; with no headline on the page, those that call themselves published. */
function datesNear(elements: readonly HtmlElement[], at: number): string[] {
  const near = at === -1 ? [] : elements.slice(Math.max(0, at - NEAR), at + NEAR * 2)
  const times = near.flatMap((found) =>
    found.name === 'time' ? [found.attributes['datetime'] ?? found.attributes['content'] ?? wordsOf(found)] : [],
  )
  const marked = elements.flatMap(({ name, attributes }) =>
    name === 'time' && attributes['pubdate'] !== undefined ? [attributes['datetime'] ?? ''] : [],
  )
  const classed = near.filter((found) => found.name !== 'time' && hasClass(found, DATE_CLASS)).map(dateWords)
  return [...marked, ...times, ...classed].filter(Boolean)
}

function dateWords(found: HtmlElement): string {
  const title = found.attributes['title'] ?? ''
  if (/^\d{4}-\d{2}-\d{2}/.test(title)) return title
  const words = wordsOf(found).replace(/^[\p{L} ]{1,20}:\s*/u, '')
  return words.length <= 60 && readDay(words)?.kind === 'day' ? words : ''
}
