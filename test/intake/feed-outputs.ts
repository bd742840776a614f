import { openFeed } from '../../src/intake/feed/feed.ts'
import type { FeedItem } from '../../src/intake/feed/feed-item.ts'
import { plainText } from '../../src/intake/plain-text.ts'
import { readDate } from '../../src/intake/source-date.ts'
import { inWords, type Judgement, sameText } from './feed-expectations.ts'
import type { Value } from './python-expectation.ts'

type Fields = { readonly [key: string]: Value }

const isFields = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : [])

/** Compares a feed with what another reader made of it and wrote down as JSON (gofeed, rss-parser). */
export function judgeOutput(bytes: Uint8Array, output: Value): Judgement[] {
  const { found } = openFeed(bytes)
  const whole = isFields(output) && isFields(output['feed']) ? output['feed'] : output
  if (!isFields(whole)) return []
  const wanted = list(whole['items'] ?? whole['entries']).filter(isFields)
  const items = found?.items ?? []
  const judged = [
    compare('items', wanted.length, items.length),
    ...told(whole, 'title', (title) => compare('title', plainText(title), found?.title ?? '')),
    ...told(whole, 'link', (link) => compare('link', link.trim(), found?.link ?? '')),
    ...told(whole, 'language', (language) => compare('language', language, found?.language ?? '')),
  ]
  return [...judged, ...wanted.flatMap((fields, index) => judgeItem(fields, items[index]))]
}

const compare = (path: string, expected: Value, found: Value): Judgement => ({
  verdict: JSON.stringify(expected) === JSON.stringify(found) ? 'agrees' : 'differs',
  path,
  expected,
  found,
})

const told = (fields: Fields, name: string, judge: (written: string) => Judgement): Judgement[] => {
  const value = fields[name]
  return typeof value === 'string' ? [judge(value)] : []
}

const one = (judged: Judgement): Judgement[] => [judged]

function judgeItem(fields: Fields, item: FeedItem | undefined): Judgement[] {
  if (!item) return [compare('item', 'there', 'missing')]
  const text = (name: string, html: string): Judgement[] =>
    told(fields, name, (expected) => sameText(`item.${name}`, expected, html, item))
  const date = (name: string, written: string): Judgement[] =>
    told(fields, name, (expected) => compare(`item.${name}`, day(expected), day(written)))
  const content = fields['content']
  const enclosure = fields['enclosure']
  return [
    ...told(fields, 'title', (title) => compare('item.title', plainText(title), plainText(item.titleHtml))),
    ...told(fields, 'link', (link) => compare('item.link', link.trim(), item.link)),
    ...['id', 'guid'].flatMap((name) => told(fields, name, (id) => compare(`item.${name}`, id, item.id))),
    ...text('description', item.summaryHtml),
    ...text('summary', item.summaryHtml),
    ...text('content', item.contentHtml || item.summaryHtml),
    ...text('content_html', item.contentHtml),
    ...text('content:encoded', item.contentHtml),
    ...(isFields(content) && typeof content['value'] === 'string'
      ? one(sameText('item.content.value', content['value'], item.contentHtml, item))
      : []),
    ...['pubDate', 'isoDate', 'published', 'publishedParsed', 'date_published'].flatMap((name) =>
      date(name, item.published || item.updated),
    ),
    ...date('updated', item.updated),
    ...date('date_modified', item.updated),
    ...people(fields, item),
    ...categories(fields, item),
    ...(isFields(enclosure) ? one(mediaHas(enclosure, item)) : []),
    ...list(fields['enclosures'])
      .filter(isFields)
      .map((file) => mediaHas(file, item)),
    ...(isFields(fields['image']) ? one(mediaHas(fields['image'], item)) : []),
  ]
}

const day = (written: string): Value => {
  const date = readDate(written)
  return date?.precision === 'minute' ? date.at : (date?.on ?? written)
}

const mediaHas = ({ url }: Fields, item: FeedItem): Judgement =>
  compare('item.media', url ?? '', item.media.find((file) => file.url === url)?.url ?? '')

function people(fields: Fields, item: FeedItem): Judgement[] {
  const names = list(fields['authors'])
    .filter(isFields)
    .flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  return [
    ...(names.length > 0 ? one(compare('item.authors', names, [...item.authors])) : []),
    ...told(fields, 'creator', (name) => compare('item.creator', name, item.authors[0] ?? '')),
  ]
}

function categories(fields: Fields, item: FeedItem): Judgement[] {
  const labels = list(fields['categories']).flatMap((category) => {
    if (typeof category === 'string') return [category.trim()]
    return isFields(category) ? [inWords(category['label'] ?? category['term'] ?? category['value'])] : []
  })
  return labels.length > 0 ? one(compare('item.categories', labels, [...item.categories, ...item.keywords])) : []
}
