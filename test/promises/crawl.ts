import { DomUtils, parseDocument } from 'htmlparser2'
import { CANARY } from './canaries.ts'
import { type ReaderSite, type Reply, SITE } from './reader-site.ts'

/** Questions that no link asks: with the canary, and as machines ask. */
const ASKED: readonly string[] = [
  `/search?q=${CANARY}`,
  `/fr/search?q=${CANARY}`,
  `/record/find?q=${CANARY}`,
  `/data/search?q=${CANARY}`,
  `/oembed?url=${SITE}/`,
  `/report?about=/${CANARY}`,
  `/?p=${CANARY}`,
  `/${CANARY}`,
  `/data/${CANARY}`,
  `/media/${CANARY}.jpg`,
  '/robots.txt',
  '/sitemap.xml',
  '/data',
  '/data/edition.db',
  '/healthz',
  '/readyz',
  '/metrics',
  '/studio',
  '/studio/api/session',
  '/newsroom.db',
  '/../newsroom.db',
  '/.well-known/security.txt',
]

const LEADING = ['href', 'src', 'srcset', 'action', 'poster', 'cite', 'data', 'url']

/** What a crawl went to. */
export interface Crawled {
  readonly path: string
  readonly reply: Reply
}

interface Limits {
  readonly most?: number
  /** Addresses that are looked at elsewhere. */
  readonly leaves?: (path: string) => boolean
}

/**
 * Goes wherever the site leads: from its front, from every address it says it has, and from questions that nobody links,
 * by every link, header and address that stands in any answer, until there is nowhere left to go.
 */
export async function* crawl(
  site: ReaderSite,
  { most = 20_000, leaves = () => false }: Limits = {},
): AsyncGenerator<Crawled> {
  const waiting = ['/', ...ASKED, ...(await site.paths())].filter((path) => !leaves(path))
  const known = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const reply = await site.ask(path)
    yield { path, reply }
    for (const next of placesIn(reply)) {
      const found = onSite(next, path)
      if (found === null || known.has(found) || leaves(found)) continue
      known.add(found)
      waiting.push(found)
    }
    if (known.size > most) throw new Error(`the site leads on and on: ${waiting.slice(-3).join(' ')}`)
  }
}

function placesIn({ headers, text }: Reply): string[] {
  const type = headers['content-type'] ?? ''
  const told = [headers.location ?? '', ...String(headers['link'] ?? '').matchAll(/<([^>]*)>/g)].map((one) =>
    typeof one === 'string' ? one : (one[1] ?? ''),
  )
  const body = Buffer.from(text, 'latin1').toString('utf8')
  if (/\bjson\b/.test(type)) return [...told, ...stringsIn(JSON.parse(body))]
  if (!/html|xml/.test(type)) return [...told, ...(type.startsWith('text/') ? addressesIn(body) : [])]
  const { children } = parseDocument(body, { xmlMode: type.includes('xml') })
  const attributes = DomUtils.findAll(() => true, children).flatMap(({ attribs }) => [
    ...LEADING.flatMap((name) => (attribs[name] ?? '').split(/\s*,\s+|\s+\d+[wx]\s*,?\s*/)),
    ...addressesIn(attribs['content'] ?? ''),
  ])
  return [...told, ...attributes, ...(type.includes('xml') ? addressesIn(DomUtils.textContent(children)) : [])]
}

const addressesIn = (text: string): string[] => text.match(/https?:\/\/[^\s"'<>)]+/g) ?? []

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^(?:\/|https?:)/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** The place as it is asked of the site; null for another site's, and for what is no place. */
function onSite(place: string, from: string): string | null {
  if (place === '' || /^(?:data|mailto|tag|urn):/.test(place)) return null
  const url = URL.parse(place, `${SITE}${from}`)
  if (url === null || url.origin !== SITE) return null
  return url.pathname + url.search
}
