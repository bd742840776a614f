import {
  element,
  leftOut,
  linkedFrame,
  type Rewriting,
  type RewritingRules,
  rewritten,
  silently,
  withClass,
  wordsAt,
} from '../html/html-rewriting.ts'
import { elementsIn, findElement, hasClass, type HtmlElement, parseHtml } from '../html/html-tree.ts'
import { isRow, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { webLink } from '../link-address.ts'
import { plainText, wordsOf } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'

/**
 * The HTML of a Substack post with its widgets in a form that stories have: quoted posts and players become links with
 * words, galleries become figures, pictures get their own address in place of a resized copy's. What asks readers to
 * subscribe, share or comment is left out and reported.
 */
export const withoutWidgets = (html: string, problems: ProblemList): HtmlElement =>
  rewritten(parseHtml(html), WIDGETS, problems, withOwnAddress)

/** What a widget says of itself beside what it shows; some write it escaped twice. */
function attributesOf(found: HtmlElement): JsonRow {
  const written = found.attributes['data-attrs'] ?? ''
  for (const text of [written, plainText(written)]) {
    try {
      const value: unknown = JSON.parse(text)
      if (isRow(value)) return value
    } catch {
      continue
    }
  }
  return {}
}

/** A picture as it was sent in: "https://substackcdn.com/image/fetch/w_1456,…/https%3A%2F%2F…" names it at its end. */
export function ownAddress(address: string): string {
  const inner = /^https?:\/\/(?:cdn\.substack|substackcdn)\.com\/image\/fetch\/.*\/(https?(?::|%3A).+)$/i.exec(
    address,
  )?.[1]
  const own = inner === undefined ? address : decoded(inner)
  // The bucket had another name until 2022; only the newer one answers.
  return own.replace(
    /^https:\/\/bucketeer-[\w-]+\.s3\.amazonaws\.com\//,
    'https://substack-post-media.s3.amazonaws.com/',
  )
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function withOwnAddress(found: HtmlElement): HtmlElement {
  const { src, href } = found.attributes
  if (found.name === 'img' && src !== undefined) {
    const alt = found.attributes['alt'] ?? textIn(attributesOf(found), 'alt')
    return { ...found, attributes: { src: ownAddress(src), alt } }
  }
  if (found.name !== 'a' || href === undefined) return found
  // A picture is a link to itself, which is no link for a reader.
  const isPicture = hasClass(found, /\bimage-link\b/) && /\/image\/fetch\/|\.amazonaws\.com\//.test(href)
  return isPicture
    ? { ...found, name: 'span', attributes: {} }
    : { ...found, attributes: { ...found.attributes, href: ownAddress(href) } }
}

const gallery: Rewriting = (found, problems) => {
  const told = rowIn(attributesOf(found), 'gallery')
  const images = rowsIn(told, 'images')
  if (images.length === 0) return findElement(found, 'img') ? found.children : leftOut('A gallery')(found, problems)
  const caption = element('figcaption', {}, plainText(textIn(told, 'caption')))
  const pictures = images.map((one) => element('img', { src: textIn(one, 'src'), alt: textIn(one, 'alt', 'title') }))
  return [element('figure', {}, ...pictures, caption)]
}

const oldPicture: Rewriting = (found, problems) => {
  const told = attributesOf(found)
  const src = textIn(told, 'src')
  if (src === '') return found.children.length > 0 ? found.children : leftOut('A picture')(found, problems)
  const caption = element('figcaption', {}, plainText(textIn(told, 'title')))
  return [element('figure', {}, element('img', { src, alt: textIn(told, 'alt', 'title') }), caption)]
}

/** A post of another site or network, as a link with the words that it was shown with. */
const quotedPost =
  (what: string, ...words: readonly string[]): Rewriting =>
  (found, problems) => {
    const told = attributesOf(found)
    const first = elementsIn(found).find(
      ({ name, attributes }) => name === 'a' && webLink(attributes['href'] ?? '') !== null,
    )
    const url = textIn(told, 'canonical_url', 'url', 'base_url') || (first?.attributes['href'] ?? '')
    const title =
      words
        .map((name) => plainText(textIn(told, name)))
        .filter(Boolean)
        .join(' — ') || wordsOf(found)
    if (webLink(url) !== null) return [linkedFrame(url, title)]
    problems.add(`${what} has no usable address: its words stay.`)
    return [element('p', {}, title)]
  }

const file: Rewriting = (found) => {
  const url =
    withClass(found, /\bfile-embed-button\b/)?.attributes['href'] ?? findElement(found, 'a')?.attributes['href'] ?? ''
  const title = wordsAt(found, /\bfile-embed-details-h1\b/) || wordsOf(found)
  return [element('p', {}, element('a', { href: url }, title))]
}

/** A button that leads anywhere but to subscribing, sharing and commenting is a link of the text. */
const button: Rewriting = (found, problems) => {
  const link = findElement(found, 'a')
  const href = link?.attributes['href'] ?? ''
  const isOwn = /[?&]action=share|[?&]gift=true|\/(?:subscribe|comments)\b|%%|^#|[?&]donate=|\/leaderboard/.test(href)
  if (link && !isOwn && webLink(href) !== null) return [element('p', {}, element('a', { href }, wordsOf(link)))]
  problems.add(`The button “${wordsOf(found)}” was left out.`)
  return []
}

const formula: Rewriting = (found, problems) => {
  const text = textIn(attributesOf(found), 'persistentExpression')
  if (text === '') return leftOut('A formula')(found, problems)
  problems.add(`A formula stands as it was written: ${text.slice(0, 60)}`)
  return [element('pre', {}, text)]
}

const pullQuote: Rewriting = (found) => [
  element('figure', { class: 'pullquote' }, element('blockquote', {}, ...found.children)),
]

const box: Rewriting = (found) => [element('aside', {}, ...found.children)]

const WIDGETS: RewritingRules = [
  [/\bimage-gallery-embed\b/, gallery],
  [/\bimage3\b/, oldPicture],
  [/\btweet\b|\btwitter-embed\b/, quotedPost('A post', 'full_text', 'name', 'date')],
  [/^instagram\b/, quotedPost('A post on Instagram', 'title', 'author_name')],
  [/\btiktok-wrap\b/, quotedPost('A film on TikTok', 'title', 'author')],
  [/\bbluesky-wrap\b|\bthreads-embed\b/, quotedPost('A post', 'text', 'authorName')],
  [
    /\bdigest-post-embed\b|\bembedded-post-wrap\b|\bembedded-post\b/,
    quotedPost('A link to another post', 'title', 'publication_name'),
  ],
  [/\bembedded-publication-wrap\b|\bembedded-publication\b/, quotedPost('A link to a publication', 'name')],
  [/\bfile-embed-wrapper\b/, file],
  [/\blatex-rendered\b/, formula],
  [/\bpullquote\b/, pullQuote],
  [/\bcallout-block\b/, box],
  [/\bsubscription-widget(?:-wrap)?(?:-editor)?\b/, leftOut('A form to subscribe')],
  [/\bcaptioned-button-wrap\b/, leftOut('A request to subscribe or share')],
  [/\bbutton-wrapper\b/, button],
  [/\bpaywall-jump\b/, leftOut('The line below which only those who pay could read')],
  [/\bpoll-embed\b/, leftOut('A poll')],
  [/\bnative-(?:video|audio)-embed\b/, leftOut('A film or sound that lies at Substack, without an address,')],
  [
    /^comment(?:$|\s)|\bcommunity-chat\b|\bdirectMessage\b|\binstall-substack-app-embed\b/,
    leftOut('A box of Substack’s own'),
  ],
  [/\bheader-anchor(?:-parent|-widget)?(?:$|\s)|\bimage-link-expand\b/, silently],
]
