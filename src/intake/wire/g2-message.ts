import type { HtmlElement } from '../html/html-tree.ts'
import { type G2Part, g2Part, linkedGuids } from './newsml-g2.ts'
import type { WireItem, WirePicture } from './wire-item.ts'
import { allAt, localName } from './wire-xml.ts'

/** What a message of NewsML-G2 holds, in its order: texts with their pictures, and in a sentence what is no story. */
export type MessagePart =
  | { readonly kind: 'text'; readonly item: WireItem }
  | { readonly kind: 'other'; readonly guid: string; readonly what: string; readonly where: string | null }

/**
 * Takes a message apart. A picture that a text names, or that a package lists with one text alone, is that text's; every
 * other picture, film or package is told.
 *
 * @param placeOf where an item stands, by its number from 0
 */
export function messageParts(
  elements: readonly HtmlElement[],
  placeOf: (index: number) => string | null,
): MessagePart[] {
  const parts = elements.map((found, index) => g2Part(found, placeOf(index)))
  const pictures = picturesIn(parts)
  const packages = packagesAround(elements, parts)
  const used = new Set<string>()
  const made = parts.map((part, index): MessagePart => {
    if (part.kind === 'other') return { kind: 'other', guid: part.guid, what: part.what, where: placeOf(index) }
    const found = elements[index]
    const linked = found ? allAt(found, 'itemmeta').flatMap(linkedGuids) : []
    const own = [...new Set([...linked, ...(packages.get(part.guid) ?? [])])].flatMap((guid): WirePicture[] => {
      const picture = pictures.get(guid)
      if (picture) used.add(guid)
      return picture ? [picture] : []
    })
    return { kind: 'text', item: { ...part.item, pictures: [...part.item.pictures, ...own] } }
  })
  return made.filter((part) => part.kind === 'text' || !used.has(part.guid))
}

const picturesIn = (parts: readonly G2Part[]): Map<string, WirePicture> =>
  new Map(parts.flatMap((part) => (part.kind === 'other' && part.picture ? [[part.guid, part.picture] as const] : [])))

/** For each text that is the only one of a package, all that the package lists. */
function packagesAround(elements: readonly HtmlElement[], parts: readonly G2Part[]): Map<string, readonly string[]> {
  const texts = new Set(parts.flatMap((part) => (part.kind === 'text' ? [part.guid] : [])))
  const lists = elements.filter((found) => localName(found) === 'packageitem').map(linkedGuids)
  return new Map(
    lists.flatMap((guids) => {
      const [only, ...others] = [...new Set(guids)].filter((guid) => texts.has(guid))
      return only === undefined || others.length > 0 ? [] : [[only, guids] as const]
    }),
  )
}
