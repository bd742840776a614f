import type { Block, StoryDocument } from '../story/document.ts'
import { formerAddress } from '../story/former-address.ts'
import { WEB_ADDRESS } from '../story/web-address.ts'

/** Where many write under one name: a link there need not lead to a story of the paper. */
const SHARED =
  /^(?:(?:www|open|on|mobile|m)\.)?(?:medium\.com|substack\.com|wixsite\.com|wordpress\.com|blogger\.com|tumblr\.com|ghost\.io|facebook\.com|twitter\.com|x\.com|t\.co|t\.me|instagram\.com|linkedin\.com|youtube\.com|youtu\.be|google\.com|feedproxy\.google\.com|feeds\.feedburner\.com|archive\.org|web\.archive\.org|github\.com|github\.io|reddit\.com|bit\.ly)$/

/** Stories from more hosts than these come from no one site. */
const MOST_HOSTS = 3

/** The names under which the site of an import was reached. Immutable: it grows by making another. */
export interface OwnHosts {
  /** What the file says of its own site. */
  readonly told: ReadonlySet<string>
  /** Where its stories stood, as far as they have been read. */
  readonly met: ReadonlySet<string>
}

export const NO_HOSTS: OwnHosts = { told: new Set(), met: new Set() }

/** With and without `www.`, a host is one. */
const plainHost = (host: string): string => host.toLowerCase().replace(/^www\./, '')

const isShared = (host: string): boolean => SHARED.test(host)

export const withTold = ({ told, met }: OwnHosts, hosts: readonly string[]): OwnHosts => ({
  told: new Set([...told, ...hosts.map(plainHost).filter((host) => host !== '' && !isShared(host))]),
  met,
})

/** @param address where a story of the import stood */
export function withMet(hosts: OwnHosts, address: string | null): OwnHosts {
  const host = address === null ? undefined : URL.parse(address)?.hostname
  const plain = host === undefined ? '' : plainHost(host)
  if (plain === '' || hosts.met.has(plain) || hosts.met.size > MOST_HOSTS) return hosts
  return { ...hosts, met: new Set([...hosts.met, plain]) }
}

function isOwn({ told, met }: OwnHosts, host: string): boolean {
  const plain = plainHost(host)
  return told.has(plain) || (met.size <= MOST_HOSTS && met.has(plain) && !isShared(plain))
}

const PAGE_ENDING = /\.(?:x?html?|shtml|phtml|php\d?|aspx?|jsp|cfm|do|action)$/i
const FILE_ENDING = /\.[a-z][a-z0-9]{1,4}$/i
const UPLOADS = /\/(?:wp-content|content\/(?:images|media|files))\//i

/** Does an address lead to a file (a picture, a PDF) and not to a page? */
const leadsToFile = (path: string): boolean => UPLOADS.test(path) || (FILE_ENDING.test(path) && !PAGE_ENDING.test(path))

/** A link of a body that leads to the site that the story came from, or may. */
export interface OwnLink {
  /**
   * What it is known by until its story is found: the address as former addresses are kept, behind `//` and the host where
   * it may lead to somebody else.
   */
  readonly key: string
  readonly leadsTo: 'page' | 'file' | 'perhaps'
}

/** The former address that a link's key stands for. */
export const addressOfKey = (key: string): string => (key.startsWith('//') ? key.slice(key.indexOf('/', 2)) : key)

/** A link that leads to the site itself, or may, with its address there; null for every other. */
function ownAddress(href: string, hosts: OwnHosts): { readonly path: string; readonly host: string | null } | null {
  if (href.startsWith('/')) return href.startsWith('//') ? null : { path: href, host: null }
  if (!/^https?:/i.test(href)) return null
  const parsed = URL.parse(href)
  if (!parsed) return null
  const path = `${parsed.pathname}${parsed.search}${parsed.hash}`
  if (isOwn(hosts, parsed.hostname)) return { path, host: null }
  const host = plainHost(parsed.hostname)
  return hosts.met.size <= MOST_HOSTS && hosts.met.has(host) ? { path, host } : null
}

const keyOf = ({ path, host }: { readonly path: string; readonly host: string | null }): string | null => {
  const address = formerAddress(path)
  return address === null || host === null ? address : `//${host}${address}`
}

/** The links of a body that lead to the site it came from, each address once, in reading order. The front is none. */
export function ownLinks(body: StoryDocument, hosts: OwnHosts): OwnLink[] {
  const found = new Map<string, OwnLink>()
  withLinks(body, (href) => {
    const own = ownAddress(href, hosts)
    const key = own && keyOf(own)
    if (own && key !== null) found.set(key, { key, leadsTo: own.host === null ? destinationOf(own.path) : 'perhaps' })
    return href
  })
  return [...found.values()]
}

const destinationOf = (path: string): 'file' | 'page' => (leadsToFile(path.replace(/[?#].*/s, '')) ? 'file' : 'page')

/**
 * The body with its links to pages of its own site as paths: they lead to the same pages wherever the site moves to. Links
 * to files stay as they are.
 */
export const withOwnPaths = (body: StoryDocument, hosts: OwnHosts): StoryDocument =>
  withLinks(body, (href) => {
    const own = ownAddress(href, hosts)
    const isOurs = own !== null && own.host === null && destinationOf(own.path) === 'page' && WEB_ADDRESS.test(own.path)
    return isOurs ? own.path : href
  })

/**
 * The body with links to former addresses leading where their stories are now; what stands behind `#` stays.
 *
 * @param newPaths by the links' keys
 */
export const withNewPaths = (body: StoryDocument, newPaths: ReadonlyMap<string, string>): StoryDocument =>
  withLinks(body, (href) => {
    const path = newPathOf(href, newPaths)
    const fragment = href.indexOf('#')
    return path === undefined || fragment === -1 ? (path ?? href) : `${path}${href.slice(fragment)}`
  })

function newPathOf(href: string, newPaths: ReadonlyMap<string, string>): string | undefined {
  if (href.startsWith('//') || !/^(?:\/|https?:)/i.test(href)) return undefined
  const parsed = URL.parse(href, 'https://this.site')
  const key = parsed && keyOf({ path: href, host: href.startsWith('/') ? null : plainHost(parsed.hostname) })
  return key ? newPaths.get(key) : undefined
}

/** The body with every link, and every quotation's source, as `change` says; the same one when nothing changes. */
function withLinks(body: StoryDocument, change: (href: string) => string): StoryDocument {
  const content = changedAll(body.content as readonly Node[], change)
  return content === body.content ? body : { ...body, content: content as readonly Block[] }
}

/** What every node of a document may have, whatever its type. */
interface Node {
  readonly type: string
  readonly attrs?: { readonly source?: string | null }
  readonly content?: readonly Node[]
  readonly marks?: readonly { readonly type: string; readonly attrs?: { readonly href?: string } }[]
}

function changedAll(nodes: readonly Node[], change: (href: string) => string): readonly Node[] {
  const changed = nodes.map((node) => changedNode(node, change))
  return changed.some((node, at) => node !== nodes[at]) ? changed : nodes
}

function changedNode(node: Node, change: (href: string) => string): Node {
  if (node.type === 'text') return changedText(node, change)
  const content = node.content && changedAll(node.content, change)
  const source = node.type === 'blockquote' ? node.attrs?.source : undefined
  const next = typeof source === 'string' ? change(source) : source
  if (content === node.content && next === source) return node
  return {
    ...node,
    ...(content ? { content } : {}),
    ...(typeof next === 'string' ? { attrs: { ...node.attrs, source: next } } : {}),
  }
}

function changedText(node: Node, change: (href: string) => string): Node {
  const link = node.marks?.find(({ type }) => type === 'link')
  const href = link?.attrs?.href
  if (href === undefined) return node
  const next = change(href)
  if (next === href) return node
  const marks = (node.marks ?? []).map((mark) =>
    mark === link ? { ...mark, attrs: { ...mark.attrs, href: next } } : mark,
  )
  return { ...node, marks }
}
