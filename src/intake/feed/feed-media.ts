import { attributeOf, type Field, fieldNamed, fieldsIn, wholeAddress } from './feed-field.ts'
import type { FeedMedia } from './feed-item.ts'
import { wordsOf } from '../plain-text.ts'

/** Pictures, sound, films and files that an entry names beside its text: enclosures, Media RSS, iTunes' picture. */
export function mediaOf(fields: readonly Field[], otherwise: string | null): FeedMedia[] {
  const own = { caption: textIn(fields, 'media:description', 'media:title'), credit: textIn(fields, 'media:credit') }
  const found = fields.flatMap((field) => mediaIn(field, own, otherwise))
  return onceEach(found.filter(({ url }) => url !== ''))
}

interface Words {
  readonly caption: string
  readonly credit: string
}

const textIn = (fields: readonly Field[], ...names: readonly string[]): string => {
  const found = fieldNamed(fields, ...names)
  return found ? wordsOf(found.element) : ''
}

function mediaIn(field: Field, own: Words, otherwise: string | null): FeedMedia[] {
  switch (field.name) {
    case 'media:group':
      return largestOf(withChildren(field, own, otherwise))
    case 'media:content':
      return [medium(field, wordsIn(field, own), otherwise), ...withChildren(field, own, otherwise)]
    case 'enclosure':
    case 'enc:enclosure':
    case 'itunes:image':
    case 'media:thumbnail':
      return [medium(field, own, otherwise)]
    case 'image':
      return [pictureElement(field, own, otherwise)]
    case 'link':
    case 'itunes:link':
      return /^(?:enclosure|image)$/.test(attributeOf(field.element, 'rel')) ? [medium(field, own, otherwise)] : []
    default:
      return []
  }
}

const withChildren = (group: Field, own: Words, otherwise: string | null): FeedMedia[] =>
  fieldsIn(group)
    .filter(({ name }) => name.startsWith('media:'))
    .flatMap((inner) => mediaIn(inner, wordsIn(group, own), otherwise))

const wordsIn = (field: Field, own: Words): Words => {
  const inner = fieldsIn(field)
  return {
    caption: textIn(inner, 'media:description', 'media:title') || own.caption,
    credit: textIn(inner, 'media:credit') || own.credit,
  }
}

function medium({ name, element, scope }: Field, { caption, credit }: Words, otherwise: string | null): FeedMedia {
  const written = attributeOf(element, 'url', 'href', 'rdf:resource', 'resource', 'enc:url')
  const isSmall = name === 'media:thumbnail'
  const isImage = isSmall || name === 'itunes:image' || attributeOf(element, 'rel') === 'image'
  const kind = isImage ? 'image' : attributeOf(element, 'medium')
  const type = attributeOf(element, 'type', 'enc:type') || (/^(?:image|audio|video)$/.test(kind) ? `${kind}/*` : '')
  const width = Number(attributeOf(element, 'width')) || 0
  return { url: wholeAddress(written, scope, otherwise), type, caption, credit, width, isSmall }
}

/** `<image><url>…</url></image>` or `<image>…</image>`, which some sites write into their entries. */
function pictureElement(field: Field, { caption, credit }: Words, otherwise: string | null): FeedMedia {
  const inner = fieldNamed(fieldsIn(field), 'url', 'link')
  const written = inner ? wordsOf(inner.element) : wordsOf(field.element)
  const address = attributeOf(field.element, 'href', 'url', 'src', 'rdf:resource') || written
  const url = /^(?:https?:)?\/\/\S+$|^\/\S+$/.test(address) ? wholeAddress(address, field.scope, otherwise) : ''
  return { url, type: 'image/*', caption, credit, width: 0, isSmall: false }
}

/** A group shows one thing in several sizes; beside them may stand a small picture of it. */
function largestOf(group: readonly FeedMedia[]): FeedMedia[] {
  const whole = group.filter(({ isSmall }) => !isSmall)
  const [largest] = whole.toSorted((a, b) => b.width - a.width)
  const small = group.filter(({ isSmall }) => isSmall)
  return largest ? [largest, ...small] : small
}

/** The same address, or the same picture cut to another size, counts once: the widest stays in the first one's place. */
function onceEach(media: readonly FeedMedia[]): FeedMedia[] {
  const byAddress = new Map<string, FeedMedia>()
  for (const one of media) {
    const key = one.type.startsWith('image') ? one.url.replace(/[?#].*$/, '') : one.url
    const known = byAddress.get(key)
    const better = known === undefined || one.width > known.width ? one : known
    byAddress.set(key, { ...better, caption: better.caption || (known?.caption ?? '') })
  }
  return [...byAddress.values()]
}
