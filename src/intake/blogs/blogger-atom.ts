import { htmlText } from '../html/html-text.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import type { IncomingSite, IncomingStatus } from '../incoming.ts'
import { webLink } from '../link-address.ts'
import { oneLine } from '../plain-text.ts'
import type { BloggerPost } from './blogger-story.ts'

/** What a file of Blogger holds. */
export interface BloggerFind {
  readonly site: IncomingSite
  readonly posts: readonly BloggerPost[]
  /** Of comments that stand in the file as entries of their own. */
  readonly comments: number
}

/** Reads the entries of a backup or of Google Takeout's feed, which say what they are in different ways. */
export function bloggerFromAtom(feed: HtmlElement): BloggerFind {
  const entries = childrenOf(feed, 'entry').map((entry, index) => ({ entry, kind: kindOf(entry), number: index + 1 }))
  const link = linkOf(feed)
  const host = URL.parse(link)?.host
  return {
    site: { kind: 'site', hosts: host ? [host] : [], title: textOf(feed, 'title') || null, language: null, zone: null },
    posts: entries
      .filter(({ kind }) => kind === 'post' || kind === 'page')
      .map(({ entry, number }) => toPost(entry, number)),
    comments: entries.filter(({ kind }) => kind === 'comment').length,
  }
}

const childrenOf = (parent: HtmlElement, name: string): HtmlElement[] =>
  parent.children.filter((child): child is HtmlElement => typeof child !== 'string' && child.name === name)

/** The text of the first element of that name; of one that holds markup, the markup. */
function textOf(parent: HtmlElement, name: string): string {
  const [found] = childrenOf(parent, name)
  if (!found) return ''
  const isMarkup = found.attributes['type'] === 'xhtml'
  return found.children
    .map((child) => (typeof child === 'string' && !isMarkup ? child : htmlText(child)))
    .join('')
    .trim()
}

/** Is this category the kind of the entry, and no label? */
const isKind = (attributes: HtmlElement['attributes']): boolean => (attributes['scheme'] ?? '').endsWith('#kind')

/** "post", "page", "comment", "settings", "template": by Takeout's element, else by the backup's category. */
function kindOf(entry: HtmlElement): string {
  const told = textOf(entry, 'blogger:type').toLowerCase()
  const category = childrenOf(entry, 'category').find(({ attributes }) => isKind(attributes))
  const kind = /kind#(\w+)/.exec(category?.attributes['term'] ?? '')?.[1]
  return told || (kind ?? (/\.(post|page|comment)-\d+$/.exec(textOf(entry, 'id'))?.[1] || 'post'))
}

function linkOf(entry: HtmlElement): string {
  const link = childrenOf(entry, 'link').find(({ attributes }) => attributes['rel'] === 'alternate')
  return webLink(link?.attributes['href'] ?? '') ?? ''
}

function toPost(entry: HtmlElement, number: number): BloggerPost {
  const id = textOf(entry, 'id')
  const labels = childrenOf(entry, 'category').flatMap(({ attributes }) =>
    isKind(attributes) || !attributes['term'] ? [] : [attributes['term']],
  )
  return {
    id: /(\d+)$/.exec(id)?.[1] ?? id,
    where: `entry ${number}`,
    title: textOf(entry, 'title'),
    html: textOf(entry, 'content') || textOf(entry, 'summary'),
    link: linkOf(entry) || textOf(entry, 'blogger:filename'),
    status: statusOf(entry),
    published: textOf(entry, 'published'),
    updated: textOf(entry, 'updated'),
    authors: childrenOf(entry, 'author')
      .map((author) => oneLine(textOf(author, 'name')))
      .filter((name) => name !== 'Unknown'),
    labels,
    description: textOf(entry, 'blogger:metaDescription'),
    comments: Number(textOf(entry, 'thr:total')) || 0,
  }
}

const STATUS: Readonly<Record<string, IncomingStatus>> = {
  live: 'published',
  draft: 'draft',
  scheduled: 'scheduled',
  soft_trashed: 'trashed',
  trashed: 'trashed',
}

/** Atom Publishing Protocol marks drafts (`app:draft`); Takeout names a status. */
function statusOf(entry: HtmlElement): IncomingStatus {
  const control = [...childrenOf(entry, 'app:control'), ...childrenOf(entry, 'control')]
  const isDraft = control.some((found) => /^yes$/i.test(textOf(found, 'app:draft') || textOf(found, 'draft')))
  if (isDraft) return 'draft'
  if (/\S/.test(textOf(entry, 'blogger:trashed')) && textOf(entry, 'blogger:trashed') !== 'false') return 'trashed'
  const told = textOf(entry, 'blogger:status').toLowerCase()
  return told === '' ? 'published' : (STATUS[told] ?? 'draft')
}
