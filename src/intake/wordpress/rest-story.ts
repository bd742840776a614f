import type { Incoming, IncomingStatus, StoryProblem } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { isYes, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import { languageTag } from '../language-tag.ts'
import { oldPath, webLink } from '../link-address.ts'
import { plainText } from '../plain-text.ts'
import { counted } from '../problem-list.ts'
import { beginsWith, type LeadPicture, storyFrom } from '../told-story.ts'
import type { Attachment } from './attachments.ts'
import { type PostBody, readPostBody } from './post-body.ts'
import { idOf, rendered, type RestData, type RestPost } from './rest-data.ts'
import { bylinesOf, termsOf } from './rest-names.ts'
import { escaped } from './shortcode-figures.ts'
import { notedDate } from './wxr-dates.ts'
import { postStatus } from './post-status.ts'
import { siteAddress } from './wxr-names.ts'

/** A post or page of the REST API as a story; a problem when it has neither a title nor a text. */
export function restStory({ row, number }: RestPost, data: RestData, options: ReadingOptions): Incoming {
  const where = `object ${number}`
  const problems: StoryProblem[] = []
  const report = (what: string): unknown => problems.push({ what, where })
  const link = plainText(textIn(row, 'link', 'URL'))
  const body = bodyOf(row, link, data, report)
  const isHidden = rowIn(row, 'content')?.['protected'] === true || textIn(row, 'password') !== ''
  const date = (name: string) => ({ utc: textIn(row, `${name}_gmt`), local: textIn(row, name) })
  noteLosses(row, data, report)
  return storyFrom({
    foreignId: foreignId(row, link, idOf(row) || `object-${number}`),
    where,
    title: titleOf(row, isHidden),
    body: { ...body, problems: body.problems.map((one) => ({ ...one, where: placeIn(where, one.where) })) },
    status: statusOf(row, body, isHidden, report),
    address: webLink(link),
    slug: decoded(textIn(row, 'slug')),
    translationGroup: translationGroup(row, link),
    published: notedDate(date('date'), options),
    updated: notedDate(date('modified'), options),
    standfirst: standfirstOf(row, body),
    ...termsOf(row, data),
    bylines: bylinesOf(row, data, report),
    language: languageTag(textIn(row, 'lang', 'language', 'wpml_current_locale')),
    lead: leadOf(row, data, report),
    redirectsFrom: [oldPath(link), ...shortAddresses(row)],
    problems,
  })
}

function bodyOf(row: JsonRow, link: string, data: RestData, report: (what: string) => void): PostBody {
  return readPostBody(
    rendered(row, 'content'),
    {
      report,
      attachment: (id) => attachmentOf(data.media.get(id)),
      picturesOf: () => [],
      sharedBlock: () => undefined,
      base: /^https?:\/\//.test(link) ? link : null,
      footnotes: [],
    },
    textIn(rowIn(row, 'content'), 'rendered') !== '' || typeof row['content'] === 'string',
  )
}

const placeIn = (object: string, heading: string | null): string =>
  heading === null ? object : `${object}, under “${heading}”`

/** The same site's export and its dump name a story alike. */
function foreignId(row: JsonRow, link: string, name: string): string {
  const site = siteAddress(link) ?? siteAddress(rendered(row, 'guid'))
  return site ? `wp:${site.host.replace(/^www\./, '')}:${name}` : `wp:${name}`
}

/** Themes put a word before the title of what is not for everybody: "Protected: ". */
function titleOf(row: JsonRow, isHidden: boolean): string {
  const title = rendered(row, 'title')
  const isMarked = isHidden || textIn(row, 'status') === 'private'
  return isMarked ? title.replace(/^\s*(?:protected|private|protégé|privé|geschützt|privat)\s*: /i, '') : title
}

function statusOf(row: JsonRow, read: PostBody, isHidden: boolean, report: (what: string) => void): IncomingStatus {
  if (isHidden) {
    report('It is behind a password and comes as private; its text is not in the file unless somebody asked for it.')
    return 'private'
  }
  return postStatus(textIn(row, 'status'), read.isForMembers, report)
}

/** An excerpt that somebody wrote, or the description for search engines; not the beginning of the text, cut off. */
function standfirstOf(row: JsonRow, { document }: PostBody): string {
  const excerpt = plainText(rendered(row, 'excerpt')).replace(
    /\s*(?:Continue reading|Read more|Lire la suite)\b.*$/i,
    '',
  )
  const isCut = /(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$/.test(excerpt)
  const words = excerpt.replace(/\s*\[(?:…|\.\.\.)\]$/, '')
  if (words !== '' && !isCut && !beginsWith(document, words)) return words
  const described = textIn(rowIn(row, 'yoast_head_json'), 'description') || textIn(row, 'rank_math_description')
  return described !== '' && !beginsWith(document, described) ? described : ''
}

/** A file of the media library, as the API describes it. */
function attachmentOf(row: JsonRow | undefined): Attachment | undefined {
  if (!row) return undefined
  const details = rowIn(row, 'media_details')
  const full = rowIn(rowIn(details, 'sizes'), 'full')
  const url = textIn(full, 'source_url') || textIn(row, 'source_url') || rendered(row, 'guid')
  if (url === '') return undefined
  return {
    url,
    alt: textIn(row, 'alt_text'),
    caption: plainText(rendered(row, 'caption')),
    credit: textIn(rowIn(details, 'image_meta'), 'credit'),
    parent: textIn(row, 'post'),
    order: 0,
  }
}

function leadOf(row: JsonRow, data: RestData, report: (what: string) => void): LeadPicture | undefined {
  const id = textIn(row, 'featured_media')
  const [embedded] = rowsIn(rowIn(row, '_embedded'), 'wp:featuredmedia')
  const found = attachmentOf(embedded) ?? attachmentOf(data.media.get(id))
  if (found) {
    const credit = found.credit && !found.caption.includes(found.credit) ? `<cite>${escaped(found.credit)}</cite>` : ''
    return { url: found.url, alt: found.alt, caption: escaped(found.caption) + credit }
  }
  const url = textIn(
    row,
    'jetpack_featured_media_url',
    'featured_image',
    'featured_image_src',
    'featured_media_src_url',
  )
  if (/^https?:\/\//.test(url)) return { url }
  if (id !== '' && id !== '0') report(`The lead picture (media ${id}) is not in the file.`)
  return undefined
}

/** `/?p=12` leads to the story as long as WordPress answers. */
function shortAddresses(row: JsonRow): (string | null)[] {
  const guid = plainText(rendered(row, 'guid'))
  const named = /[?&](?:p|page_id)=\d+/.test(guid) ? oldPath(guid) : null
  const self = textIn(rowsIn(rowIn(row, '_links'), 'self')[0], 'href')
  const path = /^https?:\/\/[^/]+(\/.*)?\/wp-json\//.exec(self)?.[1] ?? ''
  const id = idOf(row)
  const isNumbered = /^\d+$/.test(id) && (named !== null || self !== '')
  return [named, isNumbered ? `${path}/?p=${id}` : null]
}

/** Polylang lists the numbers of a story's translations, WPML their languages and numbers. */
function translationGroup(row: JsonRow, link: string): string | null {
  const own = Number(idOf(row))
  const listed = Object.values(rowIn(row, 'translations') ?? {}).map(Number)
  const wpml = rowsIn(row, 'wpml_translations').map((one) => Number(idOf(one)))
  const all = [...listed, ...wpml, own].filter((id) => Number.isSafeInteger(id) && id > 0)
  return new Set(all).size > 1 ? foreignId(row, link, `translations-${Math.min(...all)}`) : null
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

function noteLosses(row: JsonRow, data: RestData, report: (what: string) => void): void {
  const replies = rowIn(row, '_embedded')?.['replies']
  const embedded = Array.isArray(replies) ? replies.flat().length : 0
  const told = Number(textIn(rowIn(row, 'discussion'), 'comment_count') || textIn(row, 'comment_count')) || 0
  const comments = Math.max(embedded, told, data.comments.get(idOf(row)) ?? 0)
  if (comments > 0) report(`${counted(comments, 'comment')} ${comments === 1 ? 'was' : 'were'} not brought over.`)
  if (isYes(row['sticky'])) report('It was pinned above newer stories at its source; it is not here.')
  const seo = rowIn(row, 'yoast_head_json')
  if (textIn(rowIn(seo, 'robots'), 'index') === 'noindex')
    report('Search engines were told to leave it out (noindex); that is not kept.')
}
