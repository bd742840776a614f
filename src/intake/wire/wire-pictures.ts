import { element } from './wire-xml.ts'
import { picturesIn } from './wire-body.ts'
import type { WirePicture } from './wire-item.ts'
import type { HtmlElement, HtmlNode } from '../html/html-tree.ts'

/** A text with its pictures, and whether the first of them leads it. */
export interface PicturedText {
  readonly tree: HtmlElement
  readonly isLed: boolean
}

/**
 * Sets the pictures sent beside a text around it: the one that leads above, the others below. One that the text shows
 * itself stays where it is, in its largest size.
 */
export function withPictures(tree: HtmlElement, pictures: readonly WirePicture[]): PicturedText {
  const shown = new Set(picturesIn(tree))
  const isShown = ({ addresses }: WirePicture): boolean => addresses.some((address) => shown.has(address))
  const beside = pictures.filter((picture) => picture.addresses.length > 0 && !isShown(picture))
  const lead = beside.find(({ isLead }) => isLead) ?? (shown.size === 0 ? beside[0] : undefined)
  const below = beside.filter((picture) => picture !== lead)
  const largest = new Map(
    pictures.flatMap(({ addresses }) => addresses.map((address) => [address, addresses[0] ?? address])),
  )
  const text = enlarged(tree, largest)
  const children = [...(lead ? [figureOf(lead)] : []), ...text.children, ...below.map(figureOf)]
  return { tree: { ...text, children }, isLed: lead !== undefined }
}

function figureOf({ addresses, caption, credit, alt }: WirePicture): HtmlElement {
  const [src = ''] = addresses
  const image = element('img', [], alt === '' ? { src } : { src, alt })
  const below: HtmlNode[] = [
    ...(caption === '' ? [] : [caption]),
    ...(credit === '' ? [] : [element('cite', [credit])]),
  ]
  return element('figure', below.length > 0 ? [image, element('figcaption', below)] : [image])
}

function enlarged(tree: HtmlElement, largest: ReadonlyMap<string, string>): HtmlElement {
  if (largest.size === 0) return tree
  const src = tree.attributes['src']
  const better = tree.name === 'img' && src !== undefined ? largest.get(src.trim()) : undefined
  const attributes = better === undefined ? tree.attributes : { ...tree.attributes, src: better }
  return {
    ...tree,
    attributes,
    children: tree.children.map((child) => (typeof child === 'string' ? child : enlarged(child, largest))),
  }
}
