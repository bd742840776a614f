import type { Language } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import { type DateStyle, dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import { elementsIn, type PageElement, type PageNode, readPage, writePage } from './text-version-tree.ts'

/** The widest picture that is put into the file, in pixels: a phone held upright shows no more. */
const MAX_PICTURE_WIDTH = 640

export interface OfflinePageProps {
  /** The story's page as readers get it. */
  readonly html: string
  readonly paper: string
  /** Without a slash at the end. */
  readonly siteUrl: string
  /** The path of the story's page. */
  readonly path: string
  readonly updatedAt: Instant
  readonly style: DateStyle
  /** Pictures by the path of their file, each as a `data:` address. One that is not among them is told in words. */
  readonly pictures: ReadonlyMap<string, string>
}

/**
 * A story as one file that opens from a phone's storage: everything the page shows stands in it, and it says from where
 * and from when it is. Navigation goes, since it leads nowhere without a network; links lead to the site.
 */
export function offlinePage(props: OfflinePageProps): string {
  const root = readPage(props.html)
  return `<!doctype html>${writePage(kept(root, props)[0] ?? root)}\n`
}

/** The file to take for each picture of a page, in reading order: the largest up to 640 pixels that every phone opens. */
export function offlinePictures(html: string): readonly string[] {
  const found: string[] = []
  const inPictures = new Set<PageElement>()
  for (const element of elementsIn(readPage(html))) {
    if (element.name === 'picture') for (const inside of elementsIn(element)) inPictures.add(inside)
    if (element.name !== 'picture' && (element.name !== 'img' || inPictures.has(element))) continue
    const file = fileOf(element)
    if (file !== undefined) found.push(file)
  }
  return [...new Set(found)]
}

const IN_BODY_DROPPED = new Set(['form', 'search', 'script', 'object', 'iframe'])
const IN_FRAME_DROPPED = new Set(['nav', 'details', 'ul', 'form', 'search', 'h2', 'h3', 'h4'])

/** In the masthead and the foot: every list of ways, its heading, and links but the one home and the one to the story. */
const isWayElsewhere = ({ name, attributes }: PageElement): boolean =>
  IN_FRAME_DROPPED.has(name) || (name === 'a' && attributes['rel'] !== 'home' && !attributes['href']?.startsWith('#'))

/** What stays of an element; nothing where it is of use only with a network. */
function kept(node: PageNode, props: OfflinePageProps, frame = false): PageNode[] {
  if (typeof node === 'string') return [node]
  const { name } = node
  if (name === 'head') return [{ ...node, children: headOf(node) }]
  if (IN_BODY_DROPPED.has(name) || (frame && isWayElsewhere(node))) return []
  if (name === 'picture' || name === 'img') return [pictureOf(node, props)]
  const attributes = withWholeLinks(node.attributes, props.siteUrl)
  if (name === 'body') return [{ ...node, attributes, children: bodyOf(node, props) }]
  return [{ ...node, attributes, children: node.children.flatMap((child) => kept(child, props, frame)) }]
}

/** The masthead, under the note, and the foot keep the paper's name and lose every list of ways. */
const bodyOf = (body: PageElement, props: OfflinePageProps): PageNode[] =>
  body.children
    .flatMap((child) => kept(child, props, typeof child !== 'string' && child.name !== 'main'))
    .map((child) => (typeof child !== 'string' && child.name === 'header' ? withNote(child, props) : child))

const withNote = (header: PageElement, props: OfflinePageProps): PageElement => ({
  ...header,
  children: [savedNote(props), ...header.children],
})

const IN_HEAD_KEPT = new Set(['title', 'style'])
const METAS_KEPT = new Set(['viewport', 'description', 'color-scheme'])

function headOf({ children }: PageElement): PageNode[] {
  const own = children.filter((child) => {
    if (typeof child === 'string') return false
    const { name, attributes } = child
    if (name === 'meta') return attributes['charset'] !== undefined || METAS_KEPT.has(attributes['name'] ?? '')
    return IN_HEAD_KEPT.has(name) || (name === 'link' && attributes['rel'] === 'canonical')
  })
  return [...own, { name: 'meta', attributes: { name: 'robots', content: 'noindex' }, children: [] }]
}

/** From where, from when, and where to look whether it still stands. */
function savedNote({ paper, siteUrl, path, updatedAt, style }: OfflinePageProps): PageElement {
  const { language } = style
  const saved = message(language, 'offline.saved', { paper, date: dayWords(updatedAt, style) })
  const url = siteUrl + path
  return element('div', { class: 'sample' }, [
    element('p', { class: 'wrap' }, [
      element('b', {}, [saved]),
      ` ${message(language, 'offline.since')} `,
      element('a', { href: url }, [url]),
    ]),
  ])
}

/** The picture in the file itself; else what it shows, in words. */
function pictureOf(picture: PageElement, { pictures, style }: OfflinePageProps): PageNode {
  const image = imageOf(picture)
  const file = fileOf(picture)
  const data = file === undefined ? undefined : pictures.get(file)
  if (!image) return ''
  const { alt = '', width, height, class: look, id } = image.attributes
  if (data === undefined) return wordsFor(alt, style.language)
  const attributes = { src: data, alt, width, height, class: look, id }
  return element('img', Object.fromEntries(Object.entries(attributes).flatMap(defined)), [])
}

const defined = ([key, value]: [string, string | undefined]): [string, string][] =>
  value === undefined ? [] : [[key, value]]

const wordsFor = (alt: string, language: Language): PageNode =>
  alt === '' ? '' : element('p', {}, [message(language, 'offline.picture', { words: withStop(alt) })])

const withStop = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)

const imageOf = (picture: PageElement): PageElement | undefined =>
  picture.name === 'img' ? picture : [...elementsIn(picture)].find(({ name }) => name === 'img')

interface Candidate {
  readonly file: string
  readonly width: number
}

/** The path of the file to take for a picture: WebP or JPEG, of the sizes that the page itself offers. */
function fileOf(picture: PageElement): string | undefined {
  const image = imageOf(picture)
  const offered = [picture, ...elementsIn(picture)].flatMap(candidatesOf)
  const known = offered.filter(({ file }) => /\.(?:webp|jpe?g|png)$/.test(file))
  const fitting = known
    .filter(({ width }) => width <= MAX_PICTURE_WIDTH)
    .toSorted((one, other) => other.width - one.width)
  const smallest = known.toSorted((one, other) => one.width - other.width)
  const file = fitting[0]?.file ?? smallest[0]?.file ?? image?.attributes['src']
  return file?.startsWith('/media/') ? file : undefined
}

/** The entries of a `srcset` with widths: `/media/a.webp 320w, /media/b.webp 640w`. */
const candidatesOf = ({ attributes }: PageElement): Candidate[] =>
  (attributes['srcset'] ?? '').split(',').flatMap((entry) => {
    const [, file, width] = /^\s*(\S+)\s+(\d+)w\s*$/.exec(entry) ?? []
    return file === undefined ? [] : [{ file, width: Number(width) }]
  })

function withWholeLinks(attributes: PageElement['attributes'], siteUrl: string): PageElement['attributes'] {
  const whole = { ...attributes }
  for (const name of ['href', 'cite']) {
    const value = whole[name]
    if (value?.startsWith('/') && !value.startsWith('//')) whole[name] = siteUrl + value
  }
  return whole
}

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly PageNode[],
): PageElement => ({ name, attributes, children })
