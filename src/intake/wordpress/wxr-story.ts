import type { GivenFootnote } from '../html/html-footnotes.ts'
import type { Incoming, IncomingPicture, IncomingStatus, StoryProblem } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { withLead, withoutLead } from '../lead-picture.ts'
import { fileName, webLink } from '../link-address.ts'
import { plainText } from '../plain-text.ts'
import { counted } from '../problem-list.ts'
import { sectionKindOf, toSection } from '../section-kind.ts'
import { languageOf } from '../story-language.ts'
import { instantOfDate } from '../told-date.ts'
import { firstText, firstWords } from '../first-words.ts'
import { languageTag } from '../language-tag.ts'
import { type PostBody, readPostBody } from './post-body.ts'
import { addressOf, firstPublishedAt, oldAddresses } from './wxr-addresses.ts'
import { notedDate } from './wxr-dates.ts'
import { describedAs, isForMembers, isKeptFromSearch, primaryCategoryOf } from './wxr-meta.ts'
import { isOwnTaxonomy } from './wxr-names.ts'
import { postStatus } from './post-status.ts'
import { fieldOf, metaOf, type WxrItem, type WxrTerm } from './wxr-records.ts'
import type { WxrSite } from './wxr-site.ts'

type Report = (what: string) => void

/** A post or page as a story; a problem when it has neither a title nor a text. */
export function wxrStory(item: WxrItem, site: WxrSite, options: ReadingOptions): Incoming {
  const foreignId = site.foreignId(fieldOf(item, 'wp:post_id') || `line-${item.line}`)
  const where = `line ${item.line}`
  const problems: StoryProblem[] = []
  const report: Report = (what) => problems.push({ what, where })
  const read = readBody(item, site, report)
  const title = plainText(fieldOf(item, 'title'))
  const headline = title || firstWords(firstText(read.document))
  if (headline === '') return { kind: 'problem', foreignId, where, what: 'An item has neither a title nor a text.' }
  if (title === '') report('There is no title: the first words of the text stand in for it.')
  const lead = leadPicture(item, site, report)
  const { published, updatedAt } = datesOf(item, options, report)
  noteLosses(item, report)
  return {
    kind: 'story',
    foreignId,
    address: webLink(addressOf(item)),
    slug: slugOf(item),
    translationGroup: translationGroup(item, site),
    status: statusOf(item, read, report),
    published,
    updatedAt,
    kicker: null,
    headline,
    standfirst: plainText(fieldOf(item, 'excerpt:encoded')) || describedAs(item),
    ...sorted(item, site),
    bylines: bylinesOf(item, site, report),
    language: languageIn(item, site) ?? languageOf(`${headline}. ${firstText(read.document)}`) ?? site.language,
    body: withLead(read.document, lead),
    pictures: lead ? [lead, ...withoutLead(read.pictures, lead)] : read.pictures,
    redirectsFrom: oldAddresses(item, site.path),
    problems: [...problems, ...read.problems.map((problem) => ({ ...problem, where: placeIn(where, problem.where) }))],
  }
}

function datesOf(item: WxrItem, options: ReadingOptions, report: Report) {
  const noted = (name: string) => ({ utc: fieldOf(item, `${name}_gmt`), local: fieldOf(item, name) })
  const first = notedDate({ ...noted('wp:post_date'), other: fieldOf(item, 'pubDate') }, options)
  const last = notedDate(noted('wp:post_modified'), options)
  for (const { fault } of [first, last]) if (fault !== null) report(fault)
  return { published: first.date, updatedAt: last.date && instantOfDate(last.date) }
}

const placeIn = (line: string, heading: string | null): string =>
  heading === null ? line : `${line}, under “${heading}”`

function readBody(item: WxrItem, site: WxrSite, report: Report): PostBody {
  // A CDATA section inside another one ends it too early; its marks are no part of the text.
  const content = (item.fields.get('content:encoded') ?? '').replaceAll('<![CDATA[', '').replaceAll(']]>', '')
  if (content.includes('\uFFFD')) report('Some characters could not be read and stand as “\uFFFD”.')
  const link = addressOf(item)
  const own = fieldOf(item, 'wp:post_id')
  return readPostBody(content, {
    report,
    attachment: (id) => site.attachments.get(id),
    picturesOf: (post) => site.attachments.picturesOf(post ?? own),
    sharedBlock: (id) => site.sharedBlock(id),
    base: /^https?:\/\//.test(link) ? link : null,
    footnotes: footnotesOf(item, report),
  })
}

/** WordPress keeps a post's footnotes beside it, as JSON. */
function footnotesOf(item: WxrItem, report: Report): GivenFootnote[] {
  const written = metaOf(item, 'footnotes')
  if (written === '') return []
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

function leadPicture(item: WxrItem, site: WxrSite, report: Report): IncomingPicture | undefined {
  const id = metaOf(item, '_thumbnail_id')
  if (id === '' || id === '0' || id === '-1') return undefined
  const found = site.attachments.get(id)
  if (found) {
    const { url, alt, caption, credit } = found
    return {
      role: 'lead',
      name: fileName(url),
      url,
      alt: alt || null,
      caption: caption || null,
      credit: credit || null,
    }
  }
  report(`The lead picture (attachment ${id}) is not in the file.`)
  return { role: 'lead', name: `wp:${id}`, url: null, alt: null, caption: null, credit: null }
}

function statusOf(item: WxrItem, read: PostBody, report: Report): IncomingStatus {
  if (fieldOf(item, 'wp:post_password') !== '') {
    report('It was behind a password and comes as private.')
    return 'private'
  }
  return postStatus(fieldOf(item, 'wp:status'), read.isForMembers || isForMembers(item), report)
}

/** Squarespace writes the whole path here, others the name of a file. */
const slugOf = (item: WxrItem): string | null =>
  fieldOf(item, 'wp:post_name')
    .split('/')
    .at(-1)
    ?.replace(/\.html?$/i, '') || null

const isSection = ({ domain, label }: WxrTerm): boolean =>
  /series|dossier/i.test(domain) || sectionKindOf(plainText(label)) !== 'subject'

/** Categories are sections; of the newsroom's own taxonomies places and series are, the other terms are keywords. */
function sorted(item: WxrItem, site: WxrSite) {
  const own = item.terms.filter(({ domain }) => isOwnTaxonomy(domain))
  const tags = item.terms.filter(({ domain }) => domain === 'post_tag' || domain === 'tag')
  const words = [...tags, ...own.filter((term) => !isSection(term))].map(({ label }) => plainText(label))
  const sections = site.sections(item.terms, primaryCategoryOf(item))
  const known = new Set(sections.map(({ label }) => label))
  const more = own.filter(isSection).flatMap(({ label }) => {
    const name = plainText(label)
    return name === '' || known.has(name) ? [] : [toSection(name)]
  })
  return { sectionPath: [...sections, ...more], keywords: [...new Set(words)].filter((word) => word !== '') }
}

function bylinesOf(item: WxrItem, site: WxrSite, report: Report): string[] {
  const several = site.coAuthors(item.terms)
  if (several.length > 0) return several
  const login = fieldOf(item, 'dc:creator')
  const name = site.authorName(login) ?? login
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) return name === '' ? [] : [name]
  report('The author is known by a mail address only: what stands before the @ is the byline.')
  return [name.split('@')[0] ?? name]
}

/** What a language plugin says: Polylang in a term, WPML and Bogo in a field. */
function languageIn(item: WxrItem, site: WxrSite): string | null {
  const term = item.terms.find(({ domain }) => domain === 'language')
  return site.languageFor(term) ?? languageTag(metaOf(item, '_wpml_import_language_code', '_locale'))
}

function translationGroup(item: WxrItem, site: WxrSite): string | null {
  const term = item.terms.find(({ domain }) => domain === 'post_translations')
  const group = term?.slug || term?.label || metaOf(item, '_wpml_import_translation_group')
  if (group) return site.foreignId(group)
  const original = metaOf(item, '_icl_lang_duplicate_of', '_original_post')
  if (original !== '') return site.foreignId(`translations-of-${/(\d+)\D*$/.exec(original)?.[1] ?? original}`)
  return null
}

function noteLosses(item: WxrItem, report: Report): void {
  const pings = item.pings
  const comments = item.comments - pings
  const parts = [comments > 0 ? counted(comments, 'comment') : '', pings > 0 ? counted(pings, 'pingback') : '']
  const told = parts.filter(Boolean).join(' and ')
  if (told !== '') report(`${told} ${item.comments === 1 ? 'was' : 'were'} not brought over.`)
  if (fieldOf(item, 'wp:is_sticky') === '1') report('It was pinned above newer stories at its source; it is not here.')
  if (isKeptFromSearch(item)) report('Search engines were told to leave it out (noindex); that is not kept.')
  const elsewhere = firstPublishedAt(item)
  if (elsewhere !== '') report(`Search engines were told that it first appeared at ${elsewhere}; that is not kept.`)
}
