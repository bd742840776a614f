import { SaxesParser } from 'saxes'
import { READ_META } from './wxr-meta.ts'
import type { WxrItem, WxrRecord, WxrTerm } from './wxr-records.ts'
import { type XmlFault, XmlMender } from './xml-mending.ts'

/** The names by which the export's name spaces go here, whatever prefix the file gives them. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export\//, 'wp'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\//, 'dc'],
]

const GROUPS = new Set(['wp:author', 'wp:category', 'wp:tag', 'wp:postmeta', 'wp:comment', 'wp:term'])

/** What a parser that has lost its place says of every further element. */
const ASTRAY = /only one root|outside of root/

interface OpenItem {
  readonly kind: 'item'
  readonly line: number
  readonly fields: Map<string, string>
  readonly terms: WxrTerm[]
  readonly meta: Map<string, string[]>
  readonly customFields: string[]
  comments: number
  pings: number
}

interface OpenElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: string | undefined
  text: string
}

/**
 * Reads a WordPress export piece by piece and hands back whole records; holds no more than the one it is in.
 *
 * A file that breaks the rules of XML is read on as well as it goes; each fault is kept with its line.
 */
export class WxrParser {
  readonly #sax = new SaxesParser({ position: true })
  readonly #mender: XmlMender
  readonly #records: WxrRecord[] = []
  readonly #faults: XmlFault[] = []
  readonly #prefixes = new Map<string, string>()
  readonly #names = new Map<string, string>()
  #open: OpenElement[] = []
  /** Elements that the parser closed and that may come back, if it closed them for a tag that matches none. */
  #closing: OpenElement[] = []
  #item: OpenItem | undefined
  #group = new Map<string, string>()
  #isEnding = false
  #isAstray = false
  #lastLine: number | undefined
  #lastFault: XmlFault | undefined
  /** The name of the first element; null before it. */
  root: string | null = null
  /** A WordPress element was seen. */
  isWordPress = false
  isClosed = false
  /** A whole item was read. */
  hasItem = false

  constructor() {
    this.#mender = new XmlMender((fault) => this.#report(fault))
    this.#sax.on('opentag', ({ name, attributes }) => this.#opened(name, attributes as Record<string, string>))
    this.#sax.on('closetag', () => this.#closed())
    this.#sax.on('text', (text) => this.#wrote(text))
    this.#sax.on('cdata', (text) => this.#wrote(text))
    this.#sax.on('error', (error) => this.#failed(error.message))
  }

  get line(): number {
    return this.#lastLine ?? this.#sax.line
  }

  /** The line at which the item that is being read began; null between items. */
  get itemLine(): number | null {
    return this.#item?.line ?? null
  }

  write(text: string): void {
    this.#sax.write(this.#mender.mend(text))
    this.#settle()
  }

  end(): void {
    this.#sax.write(this.#mender.end())
    this.#settle()
    this.#lastLine = this.#sax.line
    this.#isEnding = true
    this.#sax.close()
  }

  takeRecords(): WxrRecord[] {
    return this.#records.splice(0)
  }

  takeFaults(): XmlFault[] {
    return this.#faults.splice(0)
  }

  /** The same fault on the same line is told once. */
  #report(fault: XmlFault): void {
    const isTold = fault.line === this.#lastFault?.line && fault.what === this.#lastFault.what
    if (!isTold) this.#faults.push(fault)
    this.#lastFault = fault
  }

  #opened(written: string, attributes: Readonly<Record<string, string>>): void {
    this.#settle()
    if (this.root === null) this.#begin(written, attributes)
    const name = this.#nameOf(written)
    if (name.startsWith('wp:')) this.isWordPress = true
    if (name === 'item') this.#beginItem()
    if (GROUPS.has(name)) this.#group = new Map()
    this.#open.push({ name, attributes, parent: this.#open.at(-1)?.name, text: '' })
  }

  #begin(written: string, attributes: Readonly<Record<string, string>>): void {
    this.root = written
    for (const [attribute, address] of Object.entries(attributes)) {
      const known = NAMESPACES.find(([pattern]) => pattern.test(address))?.[1]
      if (attribute.startsWith('xmlns:') && known) this.#prefixes.set(attribute.slice(6), known)
      if (known === 'wp') this.isWordPress = true
    }
  }

  #nameOf(written: string): string {
    const known = this.#names.get(written)
    if (known !== undefined) return known
    const [prefix = '', local] = written.split(':')
    const name = local === undefined ? written : `${this.#prefixes.get(prefix) ?? prefix}:${local}`
    this.#names.set(written, name)
    return name
  }

  #beginItem(): void {
    if (this.#item) {
      this.#report({ line: this.#item.line, what: 'an item that is not closed' })
      this.#finishItem()
    }
    this.#item = {
      kind: 'item',
      line: this.line,
      fields: new Map(),
      terms: [],
      meta: new Map(),
      customFields: [],
      comments: 0,
      pings: 0,
    }
  }

  #finishItem(): void {
    if (this.#item) this.#records.push(this.#item satisfies WxrItem)
    this.hasItem = true
    this.#item = undefined
    const at = this.#open.findLastIndex(({ name }) => name === 'item')
    if (at !== -1) this.#open = this.#open.slice(0, at)
  }

  #wrote(text: string): void {
    this.#settle()
    const inside = this.#open.at(-1)
    if (inside) inside.text += text
  }

  #closed(): void {
    if (this.#isEnding) return
    const last = this.#open.pop()
    if (last) this.#closing.push(last)
  }

  /** Only what came after them shows that elements were closed rightly. */
  #settle(): void {
    if (this.#closing.length === 0) return
    const closing = this.#closing
    this.#closing = []
    for (const element of closing) this.#finish(element)
  }

  #failed(message: string): void {
    if (this.#isEnding) return
    const what = message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, '').replace(/\.$/, '')
    const unmatched = /^unmatched closing tag: (.*)$/.exec(what)?.[1]
    if (unmatched !== undefined) this.#closedWrongly(unmatched)
    else if (what !== 'unexpected close tag' && !(this.#isAstray && ASTRAY.test(what)))
      this.#report({ line: this.line, what })
  }

  /**
   * A closing tag that matches nothing makes the parser close everything: what it closed is opened again here, and from
   * then on only our own account of open elements counts.
   */
  #closedWrongly(unmatched: string): void {
    this.#open.push(...this.#closing.toReversed())
    this.#closing = []
    const name = this.#nameOf(unmatched)
    const at = this.#open.findLastIndex((element) => element.name === name)
    if (at === -1 || !this.#isAstray)
      this.#report({ line: this.line, what: `the closing tag </${unmatched}> closes nothing` })
    this.#isAstray = true
    if (at !== -1) for (const element of this.#open.splice(at).toReversed()) this.#finish(element)
  }

  #finish({ name, attributes, text, parent }: OpenElement): void {
    if (name === 'item') this.#finishItem()
    else if (name === 'rss') this.isClosed = true
    else if (this.#item) this.#finishInItem(this.#item, name, attributes, text, parent)
    else this.#finishInChannel(name, text, parent)
  }

  #finishInItem(
    item: OpenItem,
    name: string,
    attributes: OpenElement['attributes'],
    text: string,
    parent?: string,
  ): void {
    if (name === 'wp:comment') item.comments += 1
    else if (name === 'wp:postmeta') this.#keepMeta(item)
    else if (parent === 'wp:postmeta') this.#group.set(name, text)
    else if (name === 'wp:comment_type' && PING.test(text)) item.pings += 1
    else if (parent === 'wp:comment' || parent === 'wp:commentmeta') return
    else if (name === 'category') {
      item.terms.push({ domain: attributes['domain'] ?? '', slug: attributes['nicename'] ?? '', label: text })
    } else if (!item.fields.has(name)) item.fields.set(name, text)
  }

  #keepMeta(item: OpenItem): void {
    const key = this.#group.get('wp:meta_key')?.trim() ?? ''
    const value = this.#group.get('wp:meta_value') ?? ''
    if (READ_META.has(key)) item.meta.set(key, [...(item.meta.get(key) ?? []), value])
    else if (key !== '' && !key.startsWith('_') && value.trim() !== '') item.customFields.push(key)
  }

  #finishInChannel(name: string, text: string, parent?: string): void {
    const group = this.#group
    const value = text.trim()
    if (parent !== undefined && GROUPS.has(parent)) group.set(name, value)
    else if (name === 'wp:author') this.#records.push({ kind: 'author', ...authorOf(group) })
    else if (name === 'wp:category') this.#pushTerm('category', 'wp:category_nicename', 'wp:cat_name')
    else if (name === 'wp:tag') this.#pushTerm('post_tag', 'wp:tag_slug', 'wp:tag_name')
    else if (name === 'wp:term') this.#pushTerm(group.get('wp:term_taxonomy') ?? '', 'wp:term_slug', 'wp:term_name')
    else if (name === 'wp:base_blog_url') this.#records.push({ kind: 'site-address', of: 'blog', address: value })
    else if (name === 'wp:base_site_url') this.#records.push({ kind: 'site-address', of: 'site', address: value })
    else if (parent !== 'channel') return
    else if (name === 'link') this.#records.push({ kind: 'site-address', of: 'link', address: value })
    else if (name === 'title') this.#records.push({ kind: 'site-title', title: value })
    else if (name === 'language') this.#records.push({ kind: 'site-language', language: value })
  }

  #pushTerm(taxonomy: string, slug: string, label: string): void {
    const value = (...names: readonly string[]): string =>
      names.map((name) => this.#group.get(name)).find(Boolean) ?? ''
    this.#records.push({
      kind: 'term',
      taxonomy,
      id: value('wp:term_id'),
      slug: value(slug),
      label: value(label),
      parentSlug: value('wp:category_parent', 'wp:term_parent'),
      description: value('wp:category_description', 'wp:term_description'),
    })
  }
}

const PING = /^\s*(?:pingback|trackback)\s*$/

function authorOf(group: ReadonlyMap<string, string>): { login: string; name: string } {
  const value = (name: string): string => group.get(name) ?? ''
  const login = value('wp:author_login')
  const full = `${value('wp:author_first_name')} ${value('wp:author_last_name')}`.trim()
  return { login, name: value('wp:author_display_name') || full || login }
}
