import type { Figure, StoryDocument } from '../../story/document.ts'
import type { ReadHtml } from '../html/html-document.ts'
import { elementsIn, hasClass, type HtmlElement } from '../html/html-tree.ts'
import type { IncomingPicture } from '../incoming.ts'
import { fileName, webLink } from '../link-address.ts'
import { oneLine, wordsOf } from '../plain-text.ts'
import type { PageReading } from './page-reading.ts'

/** A picture that stands for the site and not for the story. */
const GENERIC =
  /(?:^|[/_.-])(?:logo|default|placeholder|fallback|share-?(?:image|card)|og-?image|favicon|avatar|social)(?:[/_.-]|$)/i

/**
 * The picture that leads the story: the one at the top of its text, else the one that the page names for it. Its
 * caption and credit are taken from where the page shows it.
 */
export function leadOf(reading: PageReading, { document }: ReadHtml): IncomingPicture | undefined {
  const picture = reading.facts.picture
  const url = picture ? webLink(picture.url, reading.address.base) : null
  if (!picture || url === null || GENERIC.test(fileName(url) ?? '') || leadsWithPicture(document)) return undefined
  const shown = shownPicture(reading.page, url)
  return {
    role: 'lead',
    name: fileName(url),
    url,
    alt: picture.alt ?? shown?.alt ?? null,
    caption: shown?.caption ?? picture.caption,
    credit: shown?.credit ?? picture.credit,
  }
}

/** A picture above the third block of the text leads it already. */
const leadsWithPicture = ({ content }: StoryDocument): boolean =>
  content.slice(0, 2).some(({ type }) => type === 'figure')

/** Sets the lead picture above the text, or marks the one that stands there as it. */
export function withLeadPicture(
  read: ReadHtml,
  lead: IncomingPicture | undefined,
): Pick<ReadHtml, 'document' | 'pictures'> {
  const { document, pictures } = read
  if (!lead) return { document, pictures: leadsWithPicture(document) ? withFirstAsLead(pictures) : pictures }
  const own = pictures.findIndex(({ url }) => isSamePicture(url, lead.url))
  if (own !== -1)
    return { document, pictures: pictures.map((one, at) => (at === own ? { ...one, role: 'lead' } : one)) }
  const figure: Figure = {
    type: 'figure',
    attrs: {
      picture: { kind: 'missing', name: lead.name, url: lead.url },
      alt: lead.alt ?? '',
      decorative: false,
      credit: lead.credit,
      licence: null,
    },
    content: lead.caption ? [{ type: 'text', text: lead.caption }] : [],
  }
  return { document: { ...document, content: [figure, ...document.content] }, pictures: [lead, ...pictures] }
}

const withFirstAsLead = ([first, ...others]: readonly IncomingPicture[]): readonly IncomingPicture[] =>
  first ? [{ ...first, role: 'lead' }, ...others] : []

/** Copies of one picture in several sizes have names that differ by the size alone. */
const bareName = (url: string | null): string =>
  (fileName(url ?? '') ?? '')
    .toLowerCase()
    .replace(/\.[a-z]{3,4}$/, '')
    .replace(/[-_](?:\d+x\d+|\d{2,4}w?|scaled|large|medium|small|thumb(?:nail)?)$/, '')

const isSamePicture = (a: string | null, b: string | null): boolean =>
  a !== null && (a === b || (bareName(a).length >= 6 && bareName(a) === bareName(b)))

interface ShownPicture {
  readonly alt: string | null
  readonly caption: string | null
  readonly credit: string | null
}

/** Where the page shows a picture outside the story's text: its frame tells what is on it and who made it. */
function shownPicture(page: HtmlElement, url: string): ShownPicture | undefined {
  const figures = elementsIn(page).filter(({ name }) => name === 'figure')
  for (const figure of figures) {
    const inside = elementsIn(figure)
    const image = inside.find(({ name, attributes }) => name === 'img' && isSamePicture(attributes['src'] ?? null, url))
    if (!image) continue
    const caption = inside.find(({ name }) => name === 'figcaption')
    const credit = caption && elementsIn(caption).find((found) => hasClass(found, /credit|copyright|source/i))
    const creditWords = credit ? wordsOf(credit) : ''
    const words = caption ? wordsOf(caption).replace(creditWords, '').trim() : ''
    return { alt: oneLine(image.attributes['alt'] ?? '') || null, caption: words || null, credit: creditWords || null }
  }
  return undefined
}
