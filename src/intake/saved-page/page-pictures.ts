import { elementsIn, type HtmlElement, type HtmlNode } from '../html/html-tree.ts'
import { wixPicture } from '../wix/wix-media.ts'

const LATE = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-orig-file',
  'data-full-src',
  'data-hi-res-src',
  'data-url',
  'data-image',
]
const LATE_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset']

/** A picture that only holds a place until the real one is loaded. */
const PLACEHOLDER =
  /^(?:data:|about:blank)|(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|transparent|lazy-?load|grey|1x1|clear|loading)[\w-]*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i

/**
 * The address a picture is really at: pages that load their pictures late keep it in attributes of their own, in
 * `srcset`, or in the `<source>` elements beside it. Of several sizes the largest is meant.
 */
function pictureAddress(image: HtmlElement, sources: readonly HtmlElement[] = []): string | undefined {
  const { attributes } = image
  const src = attributes['src']?.trim()
  const plain = src !== undefined && src !== '' && !PLACEHOLDER.test(src) ? src : undefined
  const late = LATE.map((name) => attributes[name]?.trim()).find((address) => isAddress(address))
  const sets = [
    ...LATE_SETS.map((name) => attributes[name]),
    ...sources.flatMap(({ attributes: own }) => LATE_SETS.map((name) => own[name])),
  ]
  const largest = sets.map((set) => largestOf(set ?? '')).find((address) => isAddress(address))
  return late ?? plain ?? largest ?? src
}

const isAddress = (address: string | undefined): address is string =>
  address !== undefined && address !== '' && !PLACEHOLDER.test(address) && !/^[{[]/.test(address)

/** "a.jpg 480w, b.jpg 960w": the one with the greatest number. */
function largestOf(set: string): string | undefined {
  const offers = set
    .trim()
    .split(/,\s+|,(?=https?:|\/)/)
    .map((offer) => offer.trim().split(/\s+/))
    .map(([address = '', size = '1x']) => ({ address: address.replace(/,$/, ''), size: Number.parseFloat(size) || 1 }))
  return offers.reduce<(typeof offers)[number] | undefined>(
    (best, offer) => (offer.address !== '' && (best === undefined || offer.size > best.size) ? offer : best),
    undefined,
  )?.address
}

/** The page with each picture at its real address, whether it was loaded late or only meant for browsers without scripts. */
export function withRealPictures(parent: HtmlElement): HtmlElement {
  const children: HtmlNode[] = []
  for (const child of parent.children) {
    if (typeof child === 'string') children.push(child)
    else if (child.name === 'noscript') addUnscripted(child, children)
    else if (child.name === 'img') children.push(realImage(child))
    else if (child.name === 'picture') children.push(realPicture(child))
    else if (child.name === 'wow-image') children.push(...wixImages(child))
    else children.push(withRealPictures(child))
  }
  return { ...parent, children }
}

const realImage = (image: HtmlElement, sources: readonly HtmlElement[] = []): HtmlElement => {
  const { alt, title, width, height, role, class: classes, 'aria-hidden': hidden } = image.attributes
  const address = pictureAddress(image, sources)
  const given = {
    src: wixPicture(address ?? '')?.url ?? address,
    alt,
    title,
    width,
    height,
    role,
    class: classes,
    'aria-hidden': hidden,
  }
  const told = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...image, attributes: Object.fromEntries(told) }
}

function realPicture(picture: HtmlElement): HtmlElement {
  const inside = elementsIn(picture)
  const image = inside.find(({ name }) => name === 'img')
  const sources = inside.filter(({ name }) => name === 'source')
  if (!image) return withRealPictures(picture)
  return realImage(image, sources)
}

/** Wix tells a picture's id beside it: what is shown first is a blurred stamp, or nothing. */
function wixImages(frame: HtmlElement): HtmlElement[] {
  const image = elementsIn(frame).find(({ name }) => name === 'img')
  const id = /"uri"\s*:\s*"([^"\\]+)"/.exec(frame.attributes['data-image-info'] ?? '')?.[1]
  const url = wixPicture(id ?? '')?.url
  if (!image) return []
  return [realImage(url === undefined ? image : { ...image, attributes: { ...image.attributes, src: url } })]
}

/** A picture for browsers without scripts takes the place of the one before it where that only holds the place. */
function addUnscripted(noscript: HtmlElement, children: HtmlNode[]): void {
  const images = elementsIn(noscript).filter(
    ({ name, attributes }) => name === 'img' && isAddress(attributes['src']?.trim()),
  )
  const [image] = images
  if (image === undefined || images.length > 1 || isCounter(image)) return
  const before = children.findLastIndex((child) => typeof child !== 'string')
  const neighbour = children[before]
  const shown = typeof neighbour === 'object' ? imageIn(neighbour) : undefined
  if (!shown) children.push(realImage(image))
  else if (!isAddress(shown.attributes['src'])) children[before] = realImage(image)
}

const imageIn = (found: HtmlElement): HtmlElement | undefined =>
  found.name === 'img' ? found : elementsIn(found).find(({ name }) => name === 'img')

/** Pictures of one point count visitors. */
const isCounter = ({ attributes }: HtmlElement): boolean =>
  /^[01](?:px)?$/.test(attributes['width'] ?? '') ||
  /^[01](?:px)?$/.test(attributes['height'] ?? '') ||
  /display:\s*none/.test(attributes['style'] ?? '')
