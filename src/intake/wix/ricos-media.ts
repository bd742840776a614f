import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'
import { type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import type { ProblemList } from '../problem-list.ts'
import { element, linkIn } from './ricos-element.ts'
import { wixDocument, wixPicture, wixVideo } from './wix-media.ts'

type Media = (node: JsonRow, inside: readonly HtmlNode[], problems: ProblemList) => HtmlNode[]

/** What a node of a post that is no text becomes; undefined for a kind that is not known. */
export const mediaElements = (
  type: string,
  node: JsonRow,
  inside: readonly HtmlNode[],
  problems: ProblemList,
): HtmlNode[] | undefined => MEDIA.get(type)?.(node, inside, problems)

/** Where a picture, film or sound lies: an address, or Wix's own name for it. */
function sourceOf(media: JsonRow | undefined): string {
  const src = rowIn(media, 'src') ?? media
  const written = textIn(src, 'url') || textIn(src, 'id') || textIn(media, 'src')
  return wixPicture(written)?.url ?? wixVideo(written) ?? wixDocument(written) ?? written
}

const figure = (src: string, alt: string, caption: readonly HtmlNode[]): HtmlElement =>
  element('figure', [
    element('img', [], { src, ...(alt === '' ? {} : { alt }) }),
    ...(caption.length > 0 ? [element('figcaption', caption)] : []),
  ])

/** A caption that stands below the node, or is told in its data. */
function captionOf(inside: readonly HtmlNode[], told: string): readonly HtmlNode[] {
  const below = inside.find((child) => typeof child !== 'string' && child.name === 'figcaption')
  return typeof below === 'object' ? below.children : told === '' ? [] : [told]
}

const pictureOf: Media = (node, inside, problems) => {
  const data = rowIn(node, 'imageData')
  const src = sourceOf(rowIn(data, 'image'))
  if (src === '') {
    problems.add('A picture without an address was left out.')
    return []
  }
  const picture = figure(src, textIn(data, 'altText', 'alt'), captionOf(inside, textIn(data, 'caption')))
  const href = linkIn(rowIn(data, 'link'))
  if (href !== '') problems.add(`A picture's link to ${href} was left out.`)
  return [picture]
}

const galleryOf: Media = (node) =>
  rowsIn(rowIn(node, 'galleryData'), 'items').flatMap((item) => {
    const image = rowIn(rowIn(item, 'image'), 'media') ?? rowIn(item, 'image')
    const video = rowIn(rowIn(item, 'video'), 'media') ?? rowIn(item, 'video')
    const title = textIn(item, 'title')
    if (image) return [figure(sourceOf(image), textIn(item, 'altText'), title === '' ? [] : [title])]
    return video ? [player(sourceOf(video), title)] : []
  })

/** A film or a sound: the converter makes a link of it. */
const player = (src: string, title: string): HtmlElement =>
  element('iframe', [], { src, ...(title === '' ? {} : { title }) })

const linked = (href: string, words: string): HtmlNode[] => [
  element('p', href === '' ? [words] : [element('a', [words || href], { href })]),
]

const videoOf: Media = (node, inside) => {
  const data = rowIn(node, 'videoData')
  const caption = captionOf(inside, textIn(data, 'title'))
  const frame = player(sourceOf(rowIn(data, 'video')), textIn(data, 'title'))
  return [caption.length > 0 ? element('figure', [frame, element('figcaption', caption)]) : frame]
}

const audioOf: Media = (node) => {
  const data = rowIn(node, 'audioData')
  return [
    player(
      sourceOf(rowIn(data, 'audio')),
      [textIn(data, 'name'), textIn(data, 'authorName')].filter(Boolean).join(', '),
    ),
  ]
}

const gifOf: Media = (node, inside) => {
  const data = rowIn(node, 'gifData')
  const src = textIn(rowIn(data, 'original'), 'gif', 'url') || textIn(rowIn(data, 'downsized'), 'gif', 'url')
  return src === '' ? [] : [figure(src, textIn(data, 'title'), captionOf(inside, ''))]
}

const fileOf: Media = (node) => {
  const data = rowIn(node, 'fileData')
  return linked(sourceOf(rowIn(data, 'src') ?? data), textIn(data, 'name') || 'File')
}

const frameOf: Media = (node, _inside, problems) => {
  const data = rowIn(node, 'htmlData')
  const html = textIn(data, 'html')
  const src =
    textIn(data, 'url') || (/\bsrc=["']([^"']+)["']/.exec(html)?.[1] ?? /https?:\/\/[^\s"'<>]+/.exec(html)?.[0] ?? '')
  if (src !== '') return [player(src, textIn(data, 'title'))]
  problems.add('A piece of HTML of the post was left out: it shows nothing that has an address.')
  return []
}

const embedOf: Media = (node) => {
  const data = rowIn(node, 'embedData')
  const told = rowIn(data, 'oembed')
  return [player(textIn(data, 'src') || textIn(told, 'url', 'videoUrl'), textIn(told, 'title', 'authorName'))]
}

const previewOf: Media = (node) => {
  const data = rowIn(node, 'linkPreviewData')
  return linked(linkIn(data), textIn(data, 'title'))
}

const appOf: Media = (node) => {
  const data = rowIn(node, 'appEmbedData')
  return linked(textIn(data, 'url'), textIn(data, 'name'))
}

const buttonOf: Media = (node) => {
  const data = rowIn(node, 'buttonData')
  return linked(linkIn(data), textIn(data, 'text'))
}

/** A poll keeps its question and what could be chosen; votes stay behind. */
const pollOf: Media = (node, _inside, problems) => {
  const poll = rowIn(rowIn(node, 'pollData'), 'poll')
  const options = rowsIn(poll, 'options').map((option) => element('li', [textIn(option, 'title')]))
  problems.add('A poll became a list: its votes were not brought over.')
  return [element('p', [textIn(poll, 'title')]), element('ul', options)]
}

const mapOf: Media = (node, _inside, problems) => {
  const settings = rowIn(rowIn(node, 'mapData'), 'mapSettings')
  const address = textIn(settings, 'address', 'locationDisplayName')
  problems.add(`A map${address === '' ? '' : ` of “${address}”`} became a line of text.`)
  return address === '' ? [] : [element('p', [address])]
}

const MEDIA: ReadonlyMap<string, Media> = new Map<string, Media>([
  ['IMAGE', pictureOf],
  ['GALLERY', galleryOf],
  ['VIDEO', videoOf],
  ['AUDIO', audioOf],
  ['GIF', gifOf],
  ['FILE', fileOf],
  ['HTML', frameOf],
  ['EMBED', embedOf],
  ['LINK_PREVIEW', previewOf],
  ['APP_EMBED', appOf],
  ['BUTTON', buttonOf],
  ['POLL', pollOf],
  ['MAP', mapOf],
])
