import type { StoryDocument } from '../../story/document.ts'
import { type ReadHtml, readHtml } from '../html/html-document.ts'
import type { GivenFootnote } from '../html/html-footnotes.ts'
import type { Incoming, IncomingDate, IncomingPicture, IncomingStatus, StoryProblem } from '../incoming.ts'
import { wordsIn } from '../html/inline-writer.ts'
import { withLead, withoutLead } from '../lead-picture.ts'
import { fileName, oldPath, webLink } from '../link-address.ts'
import { plainText } from '../plain-text.ts'
import { counted } from '../problem-list.ts'
import { withoutShortcodes } from './shortcodes.ts'
import { readDate, readInstant } from '../source-date.ts'
import { languageOf } from '../story-language.ts'
import type { WxrItem } from './wxr-records.ts'
import type { WxrSite } from './wxr-site.ts'

const STATUS: Readonly<Record<string, IncomingStatus>> = {
  publish: 'published',
  future: 'scheduled',
  private: 'private',
  trash: 'trashed',
  draft: 'draft',
  'auto-draft': 'draft',
  pending: 'draft',
  inherit: 'draft',
}

/** A post or page as a story; a problem when it has neither a title nor a text. */
export function wxrStory(item: WxrItem, site: WxrSite): Incoming {
  const field = (name: string): string => item.fields.get(name)?.trim() ?? ''
  const foreignId = site.foreignId(field('wp:post_id') || `line-${item.line}`)
  const where = `line ${item.line}`
  const problems: StoryProblem[] = []
  const report = (what: string): unknown => problems.push({ what, where })
  const read = readBody(item, report)
  const title = plainText(field('title'))
  const headline = title || firstWords(read.document)
  if (headline === '') return { kind: 'problem', foreignId, where, what: 'An item has neither a title nor a text.' }
  if (title === '') report('There is no title: the first words of the text stand in for it.')
  const lead = leadPicture(item, site, report)
  const standfirst = plainText(field('excerpt:encoded')) || described(item)
  const body = withLead(read.document, lead)
  noteLosses(item, report)
  return {
    kind: 'story',
    foreignId,
    address: webLink(field('link')),
    slug: field('wp:post_name') || null,
    translationGroup: null,
    status: statusOf(item, report),
    published: publishedOf(item),
    updatedAt: readInstant(field('wp:post_modified_gmt')),
    kicker: null,
    headline,
    standfirst,
    sectionPath: site.sections(item.terms),
    bylines: bylinesOf(item, site),
    keywords: [
      ...new Set(item.terms.filter(({ domain }) => domain === 'post_tag').map(({ label }) => plainText(label))),
    ],
    language: languageTerm(item) ?? languageOf(`${headline}. ${firstText(read.document)}`) ?? site.language,
    body,
    pictures: lead ? [lead, ...withoutLead(read.pictures, lead)] : read.pictures,
    redirectsFrom: oldAddresses(item),
    problems: [...problems, ...read.problems],
  }
}

function readBody(item: WxrItem, report: (what: string) => void): ReadHtml {
  // A CDATA section inside another one ends it too early; its marks are no part of the text.
  const content = (item.fields.get('content:encoded') ?? '').replaceAll('<![CDATA[', '').replaceAll(']]>', '')
  if (content.includes('\uFFFD')) report('Some characters could not be read and stand as “\uFFFD”.')
  const link = item.fields.get('link')?.trim() ?? ''
  return readHtml(withoutShortcodes(content, report), {
    classic: !content.includes('<!-- wp:'),
    base: /^https?:\/\//.test(link) ? link : null,
    footnotes: footnotesOf(item, report),
  })
}

/** WordPress keeps a post's footnotes beside it, as JSON. */
function footnotesOf(item: WxrItem, report: (what: string) => void): GivenFootnote[] {
  const written = item.meta.get('footnotes')
  if (!written) return []
  try {
    const given: unknown = JSON.parse(written)
    return Array.isArray(given) ? given.flatMap(toFootnote) : []
  } catch {
    report('The footnotes could not be read.')
    return []
  }
}

function toFootnote(given: unknown): GivenFootnote[] {
  if (typeof given !== 'object' || given === null || !('id' in given) || !('content' in given)) return []
  return typeof given.id === 'string' && typeof given.content === 'string'
    ? [{ id: given.id, html: given.content }]
    : []
}

const firstText = ({ content }: StoryDocument): string => {
  const text = content.filter((block) => block.type === 'paragraph').slice(0, 3)
  return text.map((block) => wordsIn(block.content)).join(' ')
}

const firstWords = (document: StoryDocument): string => {
  const words = firstText(document).split(' ')
  return words.length > 12 ? `${words.slice(0, 12).join(' ')}…` : words.join(' ')
}

/** A search engine's description, where it is words and not a pattern. */
function described({ meta }: WxrItem): string {
  const words = meta.get('_yoast_wpseo_metadesc') ?? meta.get('rank_math_description') ?? ''
  return words.includes('%') && /%%|%\w+%/.test(words) ? '' : plainText(words)
}

function leadPicture(item: WxrItem, site: WxrSite, report: (what: string) => void): IncomingPicture | undefined {
  const id = item.meta.get('_thumbnail_id')?.trim()
  if (!id || id === '0' || id === '-1') return undefined
  const found = site.attachment(id)
  if (found)
    return {
      role: 'lead',
      name: fileName(found.url),
      url: found.url,
      alt: found.alt,
      caption: found.caption,
      credit: null,
    }
  report(`The lead picture (attachment ${id}) is not in the file before or near the story.`)
  return { role: 'lead', name: `wp:${id}`, url: null, alt: null, caption: null, credit: null }
}

function statusOf(item: WxrItem, report: (what: string) => void): IncomingStatus {
  if (item.fields.get('wp:post_password')?.trim()) {
    report('It was behind a password and comes as private.')
    return 'private'
  }
  const written = item.fields.get('wp:status')?.trim() ?? ''
  const status = STATUS[written]
  if (!status) report(`The status “${written}” is not known here; it comes as a draft.`)
  return status ?? 'draft'
}

/** The time in UTC where the export has one; the local time only gives the day, since its zone is not told. */
function publishedOf({ fields }: WxrItem): IncomingDate | null {
  const gmt = readDate(fields.get('wp:post_date_gmt') ?? '')
  if (gmt) return gmt
  const local = readDate(fields.get('wp:post_date')?.trim().slice(0, 10) ?? '')
  return local ?? readDate(fields.get('pubDate') ?? '')
}

function bylinesOf(item: WxrItem, site: WxrSite): string[] {
  const several = site.coAuthors(item.terms)
  if (several.length > 0) return several
  const login = item.fields.get('dc:creator')?.trim() ?? ''
  return login === '' ? [] : [site.authorName(login)]
}

const languageTerm = ({ terms }: WxrItem): string | null =>
  terms.find(({ domain }) => domain === 'language')?.slug.split(/[-_]/)[0] || null

/** The permanent address and the short one ("/?p=12"), which WordPress answers as well. */
function oldAddresses({ fields }: WxrItem): string[] {
  const link = oldPath(fields.get('link') ?? '')
  const guid = fields.get('guid')?.trim() ?? ''
  const short = /[?&](?:p|page_id)=\d+/.test(guid) ? oldPath(guid) : null
  return [...new Set([link, short].filter((path) => path !== null))]
}

function noteLosses({ comments }: WxrItem, report: (what: string) => void): void {
  if (comments > 0) report(`${counted(comments, 'comment')} ${comments === 1 ? 'was' : 'were'} not brought over.`)
}
