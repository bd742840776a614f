import type { Incoming, IncomingStatus } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { isYes, type JsonRow, textIn } from '../json-value.ts'
import { languageTag } from '../language-tag.ts'
import { oldPath, webLink } from '../link-address.ts'
import { textKey } from '../text-key.ts'
import { type ToldDate, toldDate } from '../told-date.ts'
import { storyFrom } from '../told-story.ts'
import { ghostBody } from './ghost-body.ts'
import { type GhostTables, isPage, unwrapped } from './ghost-data.ts'
import type { GhostSite } from './ghost-site.ts'

export interface GhostSurroundings {
  readonly site: GhostSite
  readonly tables: GhostTables
  readonly options: ReadingOptions
}

/**
 * A post or page of Ghost as a story; a problem when it has neither a title nor a text.
 *
 * @param post as it stands in the file, plain or wrapped with its address
 * @param number its place among the posts, from 1
 */
export function ghostStory(post: JsonRow, number: number, { site, tables, options }: GhostSurroundings): Incoming {
  const { row, url } = unwrapped(post)
  const meta = tables.metaOf(row)
  const where = `post ${number}`
  const problems: string[] = []
  const published = ghostDate(row, ['published_at'], options)
  const status = statusOf(row, meta, (what) => problems.push(what))
  const isUndated = status === 'published' && published.date === null && published.fault === null
  const created = isUndated ? ghostDate(row, ['created_at'], options) : published
  const tags = tables.tagsOf(row).filter(({ isInternal }) => !isInternal)
  const bylines = tables.authorsOf(row)
  const names = { slug: textIn(row, 'slug'), tag: tags[0]?.name ?? '', author: bylines[0] ?? '' }
  const address = addressOf(row, url, site, { ...names, published: created })
  noteLosses(row, site, (what) => problems.push(what))
  return storyFrom({
    foreignId: foreignId(row, url),
    where,
    title: textIn(row, 'title'),
    body: ghostBody(row, site.address),
    status,
    address: address.full,
    slug: names.slug,
    published: created,
    updated: ghostDate(row, ['updated_at'], options),
    standfirst: textIn(row, 'custom_excerpt') || textIn(meta, 'meta_description') || textIn(row, 'meta_description'),
    sections: tags.slice(0, 1).map(({ name }) => name),
    keywords: tags.slice(1).map(({ name }) => name),
    bylines,
    language: languageTag(textIn(row, 'locale')),
    siteLanguage: site.language ?? languageTag(textIn(row, 'language')),
    lead: leadOf(row, meta, site),
    redirectsFrom: status === 'draft' && published.date === null ? [] : address.paths,
    problems: problems.map((what) => ({ what, where })),
  })
}

/** The id as Ghost gives it; old versions count from 1 on every site, and know an id that is the post's alone. */
function foreignId(row: JsonRow, url: string): string {
  const id = textIn(row, 'id')
  const own = /^[0-9a-f]{24}$/.test(id) ? id : textIn(row, 'uuid') || id || textIn(row, 'slug') || url
  return `ghost:${own || textKey(textIn(row, 'title') + textIn(row, 'published_at'))}`
}

/** Ghost writes UTC: in milliseconds since 1970, or as ISO 8601 with or without its zone. */
function ghostDate(row: JsonRow, names: readonly string[], options: ReadingOptions): ToldDate {
  const written = textIn(row, ...names)
  const isNumber = /^\d{9,14}$/.test(written)
  const instant = isNumber ? new Date(Number(written) * (written.length <= 10 ? 1000 : 1)).toISOString() : written
  return toldDate(instant, { ...options, zone: null })
}

function statusOf(row: JsonRow, meta: JsonRow | undefined, report: (what: string) => void): IncomingStatus {
  const written = textIn(row, 'status') || (isFromPublicApi(row) ? 'published' : '')
  const seenBy = textIn(row, 'visibility')
  if (written === 'sent' || isYes(meta?.['email_only']) || isYes(row['email_only'])) {
    report('It was sent as a newsletter and never stood on the site; it comes as a draft.')
    return 'draft'
  }
  if (written === 'scheduled') return 'scheduled'
  if (written !== 'published') {
    if (written !== 'draft')
      report(`Its status ${written === '' ? 'is not told' : `“${written}” is not known here`}; it comes as a draft.`)
    return 'draft'
  }
  if (seenBy === '' || seenBy === 'public') return 'published'
  report(`Only ${READERS[seenBy] ?? `some readers (${seenBy})`} could read it; it comes as private.`)
  return 'private'
}

/** The API for everybody leaves the status out, since it gives only what is public. */
const isFromPublicApi = (row: JsonRow): boolean =>
  !('status' in row) && /^https?:/.test(textIn(row, 'url')) && textIn(row, 'published_at') !== ''

const READERS: Readonly<Record<string, string>> = {
  members: 'members',
  paid: 'paying members',
  tiers: 'members of some tiers',
}

interface Named {
  readonly slug: string
  readonly tag: string
  readonly author: string
  readonly published: ToldDate
}

/** The address it had, and the paths that led to it: the plain one, and the one that the site's settings make. */
function addressOf(row: JsonRow, url: string, { address, permalinks }: GhostSite, named: Named): Addresses {
  const told = webLink(url || textIn(row, 'url'))
  const full = told !== null && /^https?:/.test(told) ? told : null
  const plain = named.slug === '' ? null : `/${encodeURI(named.slug)}/`
  const made = isPage(row) || named.slug === '' ? null : permalink(permalinks, row, named)
  const path = made ?? plain
  const ours = full ?? (address === null || path === null ? null : `${address}${path}`)
  const folder = address === null ? '' : (URL.parse(address)?.pathname ?? '').replace(/\/$/, '')
  const paths = [
    full === null ? null : oldPath(full),
    ...[made, plain].map((one) => (one === null ? null : folder + one)),
  ]
  return { full: ours, paths: [...new Set(paths)].filter((one) => one !== null) }
}

interface Addresses {
  readonly full: string | null
  readonly paths: readonly string[]
}

const dashed = (name: string): string => name.toLowerCase().replace(/\s+/g, '-')

/** A permalink's pattern filled in; null where it names what is not known. */
function permalink(pattern: string, row: JsonRow, { slug, tag, author, published: { date } }: Named): string | null {
  const [year, month, day] = (date === null ? '' : date.precision === 'minute' ? date.at : date.on)
    .slice(0, 10)
    .split('-')
  const values: Readonly<Record<string, string | undefined>> = {
    slug,
    year,
    month,
    day,
    id: textIn(row, 'id'),
    author: dashed(author),
    primary_author: dashed(author),
    primary_tag: dashed(tag),
  }
  const filled = pattern.replace(/:([a-z_]+)/g, (_all, name: string) => values[name] || '\u0000')
  return /^\/.+/.test(filled) && !filled.includes('\u0000') ? encodeURI(filled) : null
}

function leadOf(
  row: JsonRow,
  meta: JsonRow | undefined,
  { address }: GhostSite,
): Parameters<typeof storyFrom>[0]['lead'] {
  const written = textIn(row, 'feature_image', 'image').replaceAll('__GHOST_URL__', address ?? '')
  if (written === '') return undefined
  const url = address !== null && /^\/(?!\/)/.test(written) ? (URL.parse(written, address)?.href ?? written) : written
  const from = (name: string): string =>
    (textIn(meta, name) || textIn(row, name)).replaceAll('__GHOST_URL__', address ?? '')
  return { url, alt: from('feature_image_alt'), caption: from('feature_image_caption') }
}

function noteLosses(row: JsonRow, { address }: GhostSite, report: (what: string) => void): void {
  if (textIn(row, 'codeinjection_head') !== '' || textIn(row, 'codeinjection_foot') !== '')
    report('Code that was put into its page was left out.')
  const canonical = webLink(textIn(row, 'canonical_url').replaceAll('__GHOST_URL__', address ?? ''))
  const host = canonical === null ? undefined : URL.parse(canonical)?.host
  if (host !== undefined && (address === null || host !== URL.parse(address)?.host))
    report(`It names ${canonical} as its first place; this was not kept.`)
}
