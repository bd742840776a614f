import type { WirePicture } from './wire-item.ts'
import { isFields, listOf, type NinjsFields, roleTexts, textOf } from './ninjs-values.ts'
import { plainText } from '../plain-text.ts'

/** What was sent with an item: its pictures, and in a sentence each what has no place beside it. */
export interface Associated {
  readonly pictures: readonly WirePicture[]
  readonly notes: readonly string[]
}

/** Reads the associations of an item: by name in ninjs 1, in a list since. */
export function associated(from: NinjsFields): Associated {
  const pictures: WirePicture[] = []
  const notes: string[] = []
  for (const { name, fields } of associationsIn(from)) {
    const type = textOf(fields, 'type').toLowerCase()
    const addresses = renditionsOf(fields)
    const isPicture = /^(?:picture|image|photo|graphic)$/.test(type) || (type === '' && addresses.length > 0)
    if (isPicture && addresses.length > 0) pictures.push(pictureFrom(name, fields, addresses))
    else notes.push(leftOut(type, fields))
  }
  return { pictures, notes }
}

function associationsIn(from: NinjsFields): { name: string; fields: NinjsFields }[] {
  const value = from['associations']
  const entries = Array.isArray(value)
    ? value.map((one: unknown) => ['', one] as const)
    : isFields(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([key, fields]) =>
    isFields(fields) ? [{ name: `${key} ${textOf(fields, 'name', 'id', 'rel')}`.toLowerCase(), fields }] : [],
  )
}

const isCredit = (role: string): boolean => /credit/i.test(role)

function pictureFrom(name: string, fields: NinjsFields, addresses: readonly string[]): WirePicture {
  const descriptions = roleTexts(fields, 'description', 'descriptions')
  const caption =
    descriptions.find(({ role }) => /caption/i.test(role)) ?? descriptions.find(({ role }) => !isCredit(role))
  const credit = descriptions.find(({ role }) => isCredit(role))
  const by = textOf(fields, 'by', 'byline') || textOf(fields, 'creditline', 'credit')
  const owner = textOf(fields, 'copyrightHolder', 'copyrightholder', 'source')
  const headline = roleTexts(fields, 'headline', 'headlines')[0]?.value ?? ''
  return {
    addresses,
    caption: plainText(caption?.value ?? textOf(fields, 'body_text')) || plainText(headline),
    credit: plainText(by || (credit?.value ?? '') || owner),
    alt: plainText(textOf(fields, 'altText', 'alt_text', 'alttext')),
    isLead: /^(?:featuremedia|featureimage|featured|main|lead|mainpicture|primary|hero)\b/.test(name.trim()),
  }
}

/** The addresses of a picture's renditions, the largest first: by name in ninjs 1, in a list since. */
function renditionsOf(fields: NinjsFields): string[] {
  const value = fields['renditions']
  const entries = Array.isArray(value)
    ? value.map((one: unknown) => ['', one] as const)
    : isFields(value)
      ? Object.entries(value)
      : []
  const found = entries.flatMap(([key, rendition]) => {
    if (!isFields(rendition)) return []
    const type = textOf(rendition, 'contentType', 'contenttype', 'mimeType', 'mimetype')
    const href = textOf(rendition, 'href', 'url')
    const name = `${key} ${textOf(rendition, 'name', 'title', 'rel')}`.toLowerCase()
    return href === '' || !/^(?:image\/|$)/.test(type) ? [] : [{ href, size: sizeOf(rendition, name) }]
  })
  const own = textOf(fields, 'href', 'url')
  const all = found.toSorted((a, b) => b.size - a.size).map(({ href }) => href)
  return all.length > 0 || own === '' ? all : [own]
}

/** The width in pixels; without it the name tells which is the largest. A mark across a picture makes it the last choice. */
function sizeOf(rendition: NinjsFields, name: string): number {
  const width = Number(textOf(rendition, 'width')) || 0
  const isMarked = /watermark/.test(name + textOf(rendition, 'href').toLowerCase())
  const guess = /original|hires|full|highres|base/.test(name) ? 3 : /main|preview|web/.test(name) ? 2 : 1
  return (width || guess) - (isMarked ? 0.5 : 0)
}

function leftOut(type: string, fields: NinjsFields): string {
  const headline = plainText(
    roleTexts(fields, 'headline', 'headlines')[0]?.value ?? textOf(fields, 'title', 'name', 'uri'),
  )
  const href = listOf(fields, 'renditions').length > 0 ? (renditionsOf({ ...fields, type: '' })[0] ?? '') : ''
  const called = type === '' ? 'thing' : type
  return `A further ${called} sent with the item was left out${headline === '' ? '' : `: “${headline}”`}${href === '' ? '' : ` (${href})`}.`
}
