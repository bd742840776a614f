import {
  element,
  leftOut,
  linkedFrame,
  type Rewriting,
  type RewritingRules,
  rewritten,
  withClass,
  wordsAt,
} from '../html/html-rewriting.ts'
import { findElement, type HtmlElement } from '../html/html-tree.ts'
import { wordsOf } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'
import { previewLeftOut } from './ghost-cards.ts'

/**
 * The HTML that Ghost itself made of a body, with its cards in a form that stories have: a bookmark or a player becomes a
 * link with words, a toggle a box with a title; what asks readers to sign up is left out and reported. Addresses of
 * pictures and files on the old site become whole ones.
 *
 * @param site the site's address; null when nobody knows it
 */
export const withPlainCards = (parent: HtmlElement, site: string | null, problems: ProblemList): HtmlElement =>
  rewritten(parent, CARDS, problems, (found) => whole(found, site))

const isLocal = (address: string | undefined): address is string => address !== undefined && /^\/(?!\/)/.test(address)

/** An element whose picture, film or file lies on the old site, with its whole address. */
function whole(found: HtmlElement, site: string | null): HtmlElement {
  if (site === null) return found
  const { src, href } = found.attributes
  const attributes: Record<string, string> = { ...found.attributes }
  if (isLocal(src)) attributes['src'] = originOf(site, src)
  if (isLocal(href) && /^(?:\/[\w-]+)*\/content\/(?:images|media|files)\//.test(href))
    attributes['href'] = originOf(site, href)
  return { ...found, attributes }
}

/** A path on the site; one that names the site's own folder already has it once. */
function originOf(site: string, path: string): string {
  const { origin, pathname } = URL.parse(site) ?? { origin: site, pathname: '/' }
  const folder = pathname.replace(/\/$/, '')
  return folder === '' || path.startsWith(`${folder}/`) ? origin + path : origin + folder + path
}

const DESCRIPTION = /\bkg-bookmark-description\b/
const METADATA = /\bkg-bookmark-metadata\b/

const bookmark: Rewriting = (found, problems) => {
  const url = findElement(found, 'a')?.attributes['href'] ?? ''
  const title = wordsAt(found, /\bkg-bookmark-title\b/) || wordsOf(found)
  const caption = findElement(found, 'figcaption')
  const about = [DESCRIPTION, METADATA].map((word) => wordsAt(found, word)).filter(Boolean)
  if (about.length > 0) problems.add(previewLeftOut(title, about.join(' ')))
  const below = caption && wordsOf(caption) !== '' ? [element('p', {}, ...caption.children)] : []
  return [linkedFrame(url, title), ...below]
}

const toggle: Rewriting = (found) => {
  const content = withClass(found, /\bkg-toggle-content\b/)
  const title = wordsAt(found, /\bkg-toggle-heading-text\b/) || wordsAt(found, /\bkg-toggle-heading\b/)
  return [element('details', {}, element('summary', {}, title), ...(content?.children ?? []))]
}

const callout: Rewriting = (found) => [element('aside', {}, ...found.children)]

const played: Rewriting = (found) => {
  const src = [findElement(found, 'audio', 'video'), findElement(found, 'source')].find((one) => one?.attributes['src'])
  const caption = findElement(found, 'figcaption')
  const title = caption ? wordsOf(caption) : wordsAt(found, /\bkg-audio-title\b/)
  const url = src?.attributes['src']
  return url === undefined ? [] : [linkedFrame(url, title)]
}

const file: Rewriting = (found) => {
  const url = findElement(found, 'a')?.attributes['href'] ?? ''
  const title = wordsAt(found, /\bkg-file-card-title\b/) || wordsAt(found, /\bkg-file-card-filename\b/)
  const caption = wordsAt(found, /\bkg-file-card-caption\b/)
  return [element('p', {}, element('a', { href: url }, title)), ...(caption === '' ? [] : [element('p', {}, caption)])]
}

const button: Rewriting = (found, problems) => {
  const link = findElement(found, 'a')
  if (link && !(link.attributes['href'] ?? '').includes('#/portal')) return [element('p', {}, link)]
  problems.add(`The button “${wordsOf(found)}” was left out: it leads to nothing outside the old site.`)
  return []
}

const CARDS: RewritingRules = [
  [/\bkg-bookmark-card\b/, bookmark],
  [/\bkg-toggle-card\b/, toggle],
  [/\bkg-callout-card(?:$|\s)/, callout],
  [/\bkg-(?:audio|video)-card\b/, played],
  [/\bkg-file-card(?:$|\s)/, file],
  [/\bkg-button-card\b/, button],
  [/\bkg-signup-card(?:$|\s)/, leftOut('A form to sign up')],
]
