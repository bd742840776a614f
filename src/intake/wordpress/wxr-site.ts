import type { IncomingSection, IncomingSite } from '../incoming.ts'
import { detached, oneLine, plainText } from '../plain-text.ts'
import { toSection } from '../section-kind.ts'
import { type Attachment, Attachments } from './attachments.ts'
import { languageTag } from '../language-tag.ts'
import type { WxrChannelTerm, WxrRecord, WxrTerm } from './wxr-records.ts'
import { isNoCategory, siteAddress } from './wxr-names.ts'

interface Category {
  readonly id: string
  readonly label: string
  readonly parentSlug: string
}

/** What the export tells of the site: authors, categories, attachments, blocks that many posts share. */
export class WxrSite {
  readonly #authors = new Map<string, string>()
  readonly #categories = new Map<string, Category>()
  /** What a language plugin calls a language, and its locale. */
  readonly #locales = new Map<string, string>()
  readonly #sharedBlocks = new Map<string, string>()
  readonly attachments = new Attachments()
  readonly #addresses = new Map<'site' | 'blog' | 'link', string>()
  #language: string | null = null
  #title: string | null = null

  learn(record: Exclude<WxrRecord, { kind: 'item' }>): void {
    if (record.kind === 'author') this.#authors.set(detached(record.login), detached(plainText(record.name)))
    else if (record.kind === 'site-title') this.#title ??= plainText(record.title) || null
    else if (record.kind === 'site-language') this.#language ??= languageTag(record.language)
    else if (record.kind === 'term') this.#learnTerm(record)
    else if (!this.#addresses.has(record.of) && siteAddress(record.address))
      this.#addresses.set(record.of, detached(record.address))
  }

  #learnTerm({ taxonomy, id, slug, label, parentSlug, description }: WxrChannelTerm): void {
    if (taxonomy === 'category') {
      const category = { id: detached(id), label: detached(plainText(label)), parentSlug: detached(parentSlug) }
      this.#categories.set(detached(slug), category)
    }
    const locale = taxonomy === 'language' ? /s:6:"locale";s:\d+:"([\w-]+)"/.exec(description)?.[1] : undefined
    if (locale !== undefined) this.#locales.set(detached(slug), detached(locale))
  }

  addAttachment(id: string, attachment: Attachment): void {
    this.attachments.add(id, attachment)
  }

  addSharedBlock(id: string, html: string): void {
    this.#sharedBlocks.set(detached(id), detached(html))
  }

  sharedBlock(id: string): string | undefined {
    return this.#sharedBlocks.get(id)
  }

  /** What the file says of the site; undefined when it says nothing. */
  get incoming(): IncomingSite | undefined {
    const found = [...this.#addresses.values()].flatMap((address) => siteAddress(address)?.host ?? [])
    const hosts = [...new Set(found.flatMap((host) => [host, host.replace(/^www\./, '')]))]
    if (hosts.length === 0 && this.#title === null && this.#language === null) return undefined
    return { kind: 'site', hosts, title: this.#title, language: this.#language, zone: null }
  }

  /** The path the site lies under ("/blog"); empty for a site that has its host to itself. */
  get path(): string {
    const own = this.#addresses.get('blog') ?? this.#addresses.get('link') ?? ''
    return siteAddress(own)?.path ?? ''
  }

  /**
   * Two sites both have a post 1: an item is known by its site and its number. The sites of a network may share a host,
   * so theirs are known by their path as well.
   */
  foreignId(number: string): string {
    const network = siteAddress(this.#addresses.get('site') ?? '')
    const own = siteAddress(this.#addresses.get('blog') ?? '') ?? network
    const site = own ?? siteAddress(this.#addresses.get('link') ?? '')
    if (!site) return `wp:${number}`
    const path = network && own && network.path !== own.path ? own.path : ''
    return `wp:${site.host.replace(/^www\./, '')}${path}:${number}`
  }

  /** The language of the site's settings, without its country; a story may be in another. */
  get language(): string | null {
    return this.#language?.split('-')[0] ?? null
  }

  /** The language that a language plugin gave a story, by the plugin's own name for it. */
  languageFor(term: WxrTerm | undefined): string | null {
    if (!term) return null
    return languageTag(term.slug) ?? languageTag(this.#locales.get(term.slug) ?? '')
  }

  /** The name readers know an author by; undefined for one of whom the file says nothing. */
  authorName(login: string): string | undefined {
    return this.#authors.get(login) || undefined
  }

  /** Co-authors as Co-Authors Plus writes them: terms whose slug is the login, sometimes with "cap-" before it. */
  coAuthors(terms: readonly WxrTerm[]): string[] {
    const names = terms
      .filter(({ domain }) => domain === 'author' || domain === 'byline')
      .map(({ slug, label }) => {
        const login = slug.replace(/^cap-/, '')
        const known = [slug, login, label].map((name) => this.#authors.get(name)).find(Boolean)
        return known ?? (plainText(label) || login)
      })
    return [...new Set(names.map(oneLine))]
  }

  /** The categories of a story, each below those it belongs to, the chosen one first; "Uncategorized" is none. */
  sections(terms: readonly WxrTerm[], primary: string): IncomingSection[] {
    const named = terms.filter(({ domain }) => domain === 'category')
    const categories = named.length > 0 ? named : terms.filter(({ domain }) => domain === '')
    const isPrimary = ({ slug }: WxrTerm): boolean => primary !== '' && this.#categories.get(slug)?.id === primary
    const labels = [...categories.filter(isPrimary), ...categories.filter((term) => !isPrimary(term))]
      .filter(({ label }) => !isNoCategory(plainText(label)))
      .flatMap(({ slug, label }) => [...this.#above(slug), plainText(label)])
      .filter((label) => label !== '')
    return [...new Set(labels)].map(toSection)
  }

  #above(slug: string): string[] {
    const path: string[] = []
    const seen = new Set([slug])
    let parent = this.#categories.get(slug)?.parentSlug
    while (parent !== undefined && parent !== '' && !seen.has(parent)) {
      seen.add(parent)
      const found = this.#categories.get(parent)
      if (found) path.unshift(found.label)
      parent = found?.parentSlug
    }
    return path
  }
}
