import type { CsvRow } from '../csv.ts'
import type { Incoming, IncomingStatus, StoryProblem } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { isRow, textIn } from '../json-value.ts'
import { languageTag } from '../language-tag.ts'
import { oldPath, webLink } from '../link-address.ts'
import { bylinesIn, namesAfterBy } from '../person-name.ts'
import { beginsWith, storyFrom } from '../told-story.ts'
import { toldDate } from '../told-date.ts'
import { bodyOf, formOf } from './wix-body.ts'
import { rowKey } from './wix-columns.ts'
import { wixPicture } from './wix-media.ts'
import type { WixTable } from './wix-table.ts'

/** One row of a table of Wix as a story. A row without the day of its publication is a draft. */
export function wixRowStory(row: CsvRow, table: WixTable, options: ReadingOptions): Incoming {
  const where = `line ${row.line}`
  const cell = (field: Parameters<WixTable['cell']>[1]): string => table.cell(row, field)
  const written = cell('address')
  const address = /^https?:/i.test(written) ? webLink(written) : null
  const path = written === '' ? (cell('slug') === '' ? '' : `/post/${cell('slug')}`) : written
  const { body, problems } = textOf(cell('rich'), cell('plain'), address, where)
  const excerpt = formOf(cell('excerpt')) === 'ricos' ? '' : cell('excerpt')
  const published = toldDate(cell('published'), options, 'strict')
  const status = statusOf(cell('status'), published.date !== null)
  const cover = wixPicture(cell('cover'))?.url ?? webLink(cell('cover'))
  if (cover === null && cell('cover') !== '')
    problems.push({ what: `The cover “${cell('cover').slice(0, 80)}” has no address that is known.`, where })
  return storyFrom({
    foreignId: `wix:${cell('id') || written || cell('slug') || rowKey(cell('title'), cell('published'))}`,
    where,
    title: cell('title'),
    body,
    status,
    address,
    slug: slugOf(cell('slug'), written),
    published,
    updated: toldDate(cell('updated'), options, 'utc'),
    standfirst: beginsWith(body.document, excerpt) ? '' : excerpt,
    sections: [...listIn(cell('mainCategory')), ...listIn(cell('categories'))].filter((label) => !isKey(label)),
    bylines: listIn(cell('author'))
      .filter((name) => !isKey(name))
      .flatMap((name) => bylinesIn(namesAfterBy(name) ?? name)),
    keywords: listIn(cell('tags')).filter((label) => !isKey(label)),
    language: languageTag(cell('language')),
    lead: cover === null ? undefined : { url: cover },
    redirectsFrom: path === '' || status !== 'published' ? [] : [oldPath(path)],
    problems: [...problems, ...keysOf(cell('tags'), cell('categories'), cell('mainCategory'), cell('author'), where)],
  })
}

/** The rich text; where it cannot be read or holds none, the plain one. */
function textOf(rich: string, plain: string, base: string | null, where: string) {
  const form = formOf(rich)
  const problems: StoryProblem[] = []
  // Where the plain text says more, the rich one was lost on its way.
  const isBroken = form === 'json' || (form === 'plain' && plain.length > rich.length)
  const body = isBroken ? undefined : bodyOf(rich, base)
  if (body && body.document.content.length > 0) return { body, problems }
  if (isBroken) problems.push({ what: plain === '' ? LOST : PLAIN_TAKEN, where })
  return { body: bodyOf(plain || (isBroken ? '' : rich), base), problems }
}

const PLAIN_TAKEN = 'The rich text could not be read: the plain text was taken, without pictures and links.'
const LOST = 'The text could not be read, and there is no plain one beside it. Export it again.'

function statusOf(written: string, hasDay: boolean): IncomingStatus {
  const status = written.toLowerCase()
  if (/^(?:draft|unpublished|hidden|entwurf|brouillon|borrador|rascunho|true|in[_ ]review|pending)$/.test(status))
    return 'draft'
  if (/^(?:scheduled|planned|programmé)$/.test(status)) return 'scheduled'
  if (/^(?:deleted|trash(?:ed)?|archived)$/.test(status)) return 'trashed'
  return hasDay ? 'published' : 'draft'
}

const slugOf = (slug: string, address: string): string =>
  slug || (/\/([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1] ?? '')

/** A list as Wix writes it: JSON, or names with commas or semicolons between them. */
function listIn(cell: string): string[] {
  const text = cell.trim()
  if (text.startsWith('[')) {
    try {
      const value: unknown = JSON.parse(text)
      if (Array.isArray(value)) return value.map(labelOf).filter((label) => label !== '')
    } catch {
      // What is no JSON is read as words.
    }
  }
  return text
    .replace(/^\[|\]$/g, '')
    .split(/\s*[,;|]\s*/)
    .map((label) => label.trim().replace(/^["'#]|["']$/g, ''))
    .filter((label) => label !== '')
}

const labelOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : isRow(value) ? textIn(value, 'label', 'title', 'name', 'nickname') : ''

/** Wix refers to tags, categories and members by keys; what they are called is in no export of its posts. */
const isKey = (label: string): boolean =>
  /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$|^[\da-f]{24,}$|^(?:tag|category|member)[-_]id/i.test(label)

function keysOf(tags: string, categories: string, main: string, author: string, where: string): StoryProblem[] {
  const count = [tags, categories, main, author].flatMap(listIn).filter(isKey).length
  if (count === 0) return []
  const what = `${count === 1 ? 'A tag, category or author is' : `${count} tags, categories or authors are`} told by a key of Wix alone: what it is called is not in the file.`
  return [{ what, where }]
}
