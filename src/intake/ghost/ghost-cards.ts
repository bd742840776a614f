import { escapedText } from '../html/html-text.ts'
import { isRow, isYes, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { webLink } from '../link-address.ts'
import { markdownHtml } from '../markdown.ts'
import { plainText } from '../plain-text.ts'
import type { ProblemList } from '../problem-list.ts'

type Card = (payload: JsonRow, problems: ProblemList) => string

/**
 * A card of Ghost's editors as HTML. What has no counterpart in a story, or was never meant for every reader of the
 * site (parts for newsletters, members or buyers), is left out and reported by its name.
 *
 * @param name as Ghost writes it in mobiledoc or lexical: "image", "codeblock"
 */
export function cardHtml(name: string, payload: JsonRow, problems: ProblemList): string {
  const card = CARDS.get(name.replace(/^card-/, ''))
  const seen = notForAll(payload)
  if (seen !== undefined) {
    problems.add(`The card “${name}” was left out: it was shown to ${seen} only.${startOf(payload)}`)
    return ''
  }
  if (card) return card(payload, problems)
  const kept = textIn(payload, 'html') || markdownHtml(textIn(payload, 'markdown'))
  problems.add(`The card “${name}” is not known here${kept === '' ? ' and was left out' : ': its text was kept'}.`)
  return kept
}

/** Who alone saw a card; undefined when everybody did. */
function notForAll(payload: JsonRow): string | undefined {
  const visibility = rowIn(payload, 'visibility')
  const web = rowIn(visibility, 'web')
  if (web && web['nonMember'] === false)
    return textIn(web, 'memberSegment') === '' ? 'readers of the newsletter' : 'members'
  return visibility && visibility['showOnWeb'] === false ? 'readers of the newsletter' : undefined
}

/** The first words of what is left out, so that it can be found. */
function startOf(payload: JsonRow): string {
  const html = textIn(payload, 'html', 'textValue', 'header', 'calloutText', 'heading', 'markdown', 'title')
  const words = plainText(html)
  return words === '' ? '' : ` It begins “${words.slice(0, 60)}${words.length > 60 ? '…' : ''}”.`
}

const quoted = (text: string): string => escapedText(text).replaceAll('"', '&quot;')

const paragraph = (html: string): string => (html.trim() === '' ? '' : `<p>${html}</p>`)

/** Captions are HTML, and newer ones come wrapped in a paragraph. */
const caption = (payload: JsonRow): string => textIn(payload, 'caption')

const figure = (inside: string, captionHtml: string): string =>
  `<figure>${inside}${captionHtml === '' ? '' : `<figcaption>${captionHtml}</figcaption>`}</figure>`

const picture = (src: string, alt: string): string => `<img src="${quoted(src)}" alt="${quoted(alt)}">`

const link = (url: string, html: string): string => paragraph(html === '' ? '' : `<a href="${quoted(url)}">${html}</a>`)

/** A link with words of its own, as a story shows what is played or read elsewhere. */
const embed = (url: string, title: string): string =>
  `<figure><iframe src="${quoted(url)}" title="${quoted(title)}"></iframe></figure>`

const image: Card = (payload, problems) => {
  const src = textIn(payload, 'src')
  if (src === '') {
    problems.add('A picture without an address was left out.')
    return paragraph(caption(payload))
  }
  const href = textIn(payload, 'href')
  const shown = picture(src, textIn(payload, 'alt'))
  return figure(href === '' ? shown : `<a href="${quoted(href)}">${shown}</a>`, caption(payload))
}

const gallery: Card = (payload, problems) => {
  const images = rowsIn(payload, 'images')
  const last = images.length - 1
  if (last < 0) return paragraph(caption(payload))
  return images
    .map((one, index) => {
      const own = caption(one)
      const words = index === last && own === '' ? caption(payload) : own
      const below = index === last && own !== '' ? paragraph(caption(payload)) : ''
      return image({ ...one, caption: words }, problems) + below
    })
    .join('')
}

const played =
  (what: string): Card =>
  (payload, problems) => {
    const src = textIn(payload, 'src', 'url')
    const title = plainText(textIn(payload, 'title', 'fileName'))
    if (src !== '') return embed(src, plainText(caption(payload)) || title)
    problems.add(`${what} without an address was left out.`)
    return paragraph(caption(payload)) || paragraph(escapedText(title))
  }

/** Posts of networks keep the words they quote; players become links to what they play. */
const embedded: Card = (payload, problems) => {
  const html = textIn(payload, 'html')
  const url = textIn(payload, 'url')
  const metadata = rowIn(payload, 'metadata')
  if (html !== '' && (url === '' || /<blockquote/i.test(html))) return html + paragraph(caption(payload))
  const title = plainText(caption(payload)) || textIn(metadata, 'title') || textIn(payload, 'title')
  if (webLink(url) !== null) return embed(url, title)
  problems.add('An embedded page without a usable address was left out.')
  return paragraph(escapedText(title))
}

/** What is said of the preview that a bookmark shows of another page. */
export const previewLeftOut = (title: string, about: string): string =>
  `Beside the link “${title}” its preview was left out: ${about.slice(0, 300)}${about.length > 300 ? '…' : ''}`

const bookmark: Card = (payload, problems) => {
  const metadata = rowIn(payload, 'metadata') ?? payload
  const url = textIn(payload, 'url') || textIn(metadata, 'url')
  const title = textIn(metadata, 'title') || url
  const about = ['description', 'author', 'publisher'].map((name) => plainText(textIn(metadata, name))).filter(Boolean)
  if (about.length > 0) problems.add(previewLeftOut(plainText(title), about.join(' ')))
  const below = paragraph(caption(payload))
  return (webLink(url) === null ? paragraph(escapedText(title)) : embed(url, title)) + below
}

const callout: Card = (payload) => {
  const emoji = textIn(payload, 'calloutEmoji')
  const text = textIn(payload, 'calloutText')
  const words = /^\s*<p\b/i.test(text) ? text : paragraph(text)
  return `<aside>${emoji === '' ? words : words.replace(/^\s*<p\b[^>]*>/i, (start) => `${start}${escapedText(emoji)} `)}</aside>`
}

const toggle: Card = (payload) =>
  `<details><summary>${textIn(payload, 'heading')}</summary>${blocksIn(textIn(payload, 'content'))}</details>`

const blocksIn = (html: string): string => (/^\s*</.test(html) ? html : paragraph(html))

const file: Card = (payload, problems) => {
  const src = textIn(payload, 'src')
  const title = textIn(payload, 'fileTitle') || textIn(payload, 'fileName')
  const below = paragraph(textIn(payload, 'fileCaption'))
  if (src !== '') return link(src, escapedText(title || src)) + below
  problems.add(`The file “${title}” has no address: its name stays.`)
  return paragraph(escapedText(title)) + below
}

const button =
  (text: string, url: string): Card =>
  (payload, problems) => {
    const words = plainText(textIn(payload, text))
    const address = textIn(payload, url)
    if (words === '' && address === '') return ''
    if (webLink(address) !== null && !address.includes('#/portal')) return link(address, escapedText(words || address))
    problems.add(`The button “${words}” was left out: it leads to nothing outside the old site.`)
    return ''
  }

const product: Card = (payload, problems) => {
  const src = textIn(payload, 'productImageSrc')
  const stars = textIn(payload, 'productStarRating')
  if (isYes(payload['productRatingEnabled']) && stars !== '')
    problems.add(`The stars of a product (${stars} of 5) were left out.`)
  return [
    src === '' ? '' : figure(picture(src, ''), ''),
    paragraph(textIn(payload, 'productTitle') && `<strong>${textIn(payload, 'productTitle')}</strong>`),
    blocksIn(textIn(payload, 'productDescription')),
    isYes(payload['productButtonEnabled']) ? button('productButton', 'productUrl')(payload, problems) : '',
  ].join('')
}

const header: Card = (payload, problems) => {
  const heading = textIn(payload, 'header')
  const src = textIn(payload, 'backgroundImageSrc')
  const hasButton = isYes(payload['buttonEnabled'])
  return [
    heading === '' ? '' : `<h2>${heading}</h2>`,
    paragraph(textIn(payload, 'subheader')),
    src === '' ? '' : figure(picture(src, ''), ''),
    hasButton ? button('buttonText', 'buttonUrl')(payload, problems) : '',
  ].join('')
}

const code: Card = (payload) =>
  `<pre><code>${escapedText(textIn(payload, 'code'))}</code></pre>${paragraph(caption(payload))}`

const beforeAfter: Card = (payload, problems) => {
  const sides = [rowIn(payload, 'beforeImage'), rowIn(payload, 'afterImage')].filter(isRow)
  return gallery({ images: sides, caption: caption(payload) }, problems)
}

/** A box that asks for something: an advertisement or a call of the paper's own. */
const callToAction: Card = (payload, problems) => {
  const src = isYes(payload['hasImage']) ? textIn(payload, 'imageUrl') : ''
  const words = [
    isYes(payload['hasSponsorLabel']) ? blocksIn(textIn(payload, 'sponsorLabel')) : '',
    blocksIn(textIn(payload, 'textValue')),
    isYes(payload['showButton']) ? button('buttonText', 'buttonUrl')(payload, problems) : '',
  ].join('')
  return (src === '' ? '' : figure(picture(src, ''), '')) + (words === '' ? '' : `<aside>${words}</aside>`)
}

const leftOut =
  (what: string): Card =>
  (payload, problems) => {
    problems.add(`${what} was left out.${startOf(payload)}`)
    return ''
  }

const CARDS: ReadonlyMap<string, Card> = new Map<string, Card>([
  ['image', image],
  ['gallery', gallery],
  ['markdown', (payload) => markdownHtml(textIn(payload, 'markdown'))],
  ['html', (payload) => textIn(payload, 'html')],
  ['embed', embedded],
  ['nft', embedded],
  ['bookmark', bookmark],
  ['code', code],
  ['codeblock', code],
  ['hr', () => '<hr>'],
  ['horizontalrule', () => '<hr>'],
  ['callout', callout],
  ['toggle', toggle],
  ['audio', played('A sound')],
  ['video', played('A film')],
  ['file', file],
  ['product', product],
  ['button', button('buttonText', 'buttonUrl')],
  ['header', header],
  ['before-after', beforeAfter],
  ['call-to-action', callToAction],
  ['email', leftOut('A part for readers of the newsletter')],
  ['email-cta', leftOut('A part for readers of the newsletter')],
  ['paywall', leftOut('The line below which only members could read')],
  ['signup', leftOut('A form to sign up')],
  ['transistor', leftOut('The player of a podcast (Transistor)')],
  ['collection', leftOut('A list of other posts')],
  ['plugin-card', leftOut('A card of an extension')],
])
