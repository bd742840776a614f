import type { IncomingSite, IncomingStatus } from '../incoming.ts'
import { isRow, type JsonRow, rowIn, rowsIn, textIn } from '../json-value.ts'
import type { BloggerFind } from './blogger-atom.ts'
import type { BloggerPost } from './blogger-story.ts'

/**
 * Reads posts as the Blogger API (version 3) gives them: a `blogger#postList`, pages, one post, or a plain list of posts.
 * Undefined for other JSON.
 */
export function bloggerFromJson(value: unknown): BloggerFind | undefined {
  const rows = rowsOf(value).filter((row) => /^blogger#(?:post|page)$/.test(textIn(row, 'kind')))
  const isList = isRow(value) && /^blogger#(?:post|page)List$/.test(textIn(value, 'kind'))
  if (rows.length === 0 && !isList) return undefined
  return { site: siteOf(rows), posts: rows.map((row, index) => toPost(row, index + 1)), comments: 0 }
}

function rowsOf(value: unknown): JsonRow[] {
  const lists = Array.isArray(value) ? value.filter(isRow) : isRow(value) ? [value] : []
  return lists.flatMap((row) => [row, ...rowsIn(row, 'items'), ...rowsIn(row, 'posts')])
}

function siteOf(rows: readonly JsonRow[]): IncomingSite {
  const hosts = rows.map((row) => URL.parse(textIn(row, 'url'))?.host).filter((host) => host !== undefined)
  return { kind: 'site', hosts: [...new Set(hosts)].slice(0, 3), title: null, language: null, zone: null }
}

const STATUS: Readonly<Record<string, IncomingStatus>> = {
  live: 'published',
  draft: 'draft',
  scheduled: 'scheduled',
  soft_trashed: 'trashed',
}

function toPost(row: JsonRow, number: number): BloggerPost {
  const labels = row['labels']
  const status = textIn(row, 'status').toLowerCase()
  return {
    id: textIn(row, 'id'),
    where: `post ${number}`,
    title: textIn(row, 'title'),
    html: textIn(row, 'content'),
    link: textIn(row, 'url'),
    status: status === '' ? 'published' : (STATUS[status] ?? 'draft'),
    published: textIn(row, 'published'),
    updated: textIn(row, 'updated'),
    authors: [textIn(rowIn(row, 'author'), 'displayName')],
    labels: Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [],
    description: textIn(row, 'customMetaData'),
    comments: Number(textIn(rowIn(row, 'replies'), 'totalItems')) || 0,
  }
}
