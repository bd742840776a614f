import type { IncomingSection } from '../incoming.ts'
import { detached, plainText } from '../plain-text.ts'
import { toSection } from '../section-kind.ts'
import type { WxrRecord, WxrTerm } from './wxr-records.ts'

/** An attachment, as far as a story that shows it needs to know. */
interface Attachment {
  readonly url: string
  readonly alt: string | null
  readonly caption: string | null
}

/** What the export has told so far about the site: authors, categories, attachments. */
export class WxrSite {
  readonly #authors = new Map<string, string>()
  readonly #categories = new Map<string, { readonly label: string; readonly parentSlug: string }>()
  readonly #attachments = new Map<string, Attachment>()
  #language: string | null = null
  #host = ''

  learn(record: Exclude<WxrRecord, { kind: 'item' }>): void {
    if (record.kind === 'author') this.#authors.set(detached(record.login), detached(plainText(record.name)))
    else if (record.kind === 'site-address') this.#host ||= hostOf(record.address)
    else if (record.kind === 'site-language') this.#language = record.language.split(/[-_]/)[0]?.toLowerCase() || null
    else this.#addCategory(record.slug, record.label, record.parentSlug)
  }

  #addCategory(slug: string, label: string, parentSlug: string): void {
    this.#categories.set(detached(slug), { label: detached(plainText(label)), parentSlug: detached(parentSlug) })
  }

  addAttachment(id: string, { url, alt, caption }: Attachment): void {
    const kept = { url: detached(url), alt: alt && detached(alt), caption: caption && detached(caption) }
    this.#attachments.set(detached(id), kept)
  }

  attachment(id: string): Attachment | undefined {
    return this.#attachments.get(id)
  }

  /** Two sites both have a post 1: an item is known by its site's host and its number. */
  foreignId(number: string): string {
    return this.#host === '' ? `wp:${number}` : `wp:${this.#host}:${number}`
  }

  /** The language of the site's settings; a story may be in another. */
  get language(): string | null {
    return this.#language
  }

  /** The name readers know an author by. */
  authorName(login: string): string {
    return this.#authors.get(login) ?? login
  }

  /** Co-authors as Co-Authors Plus writes them: terms whose slug is the login, sometimes with "cap-" before it. */
  coAuthors(terms: readonly WxrTerm[]): string[] {
    const names = terms
      .filter(({ domain }) => domain === 'author')
      .map(({ slug, label }) => {
        const login = slug.replace(/^cap-/, '')
        return (
          this.#authors.get(slug) ?? this.#authors.get(login) ?? (plainText(this.#authors.get(label) ?? label) || login)
        )
      })
    return [...new Set(names)]
  }

  /** The categories of a story, each below those it belongs to; "Uncategorized" is none. */
  sections(terms: readonly WxrTerm[]): IncomingSection[] {
    const labels = terms
      .filter(
        ({ domain, slug, label }) => (domain === 'category' || domain === '') && !NO_CATEGORY.test(`${slug} ${label}`),
      )
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

const NO_CATEGORY =
  /^(?:uncategori[sz]ed|non-classe|non-classé|sin-categoria|allgemein)? ?(?:uncategori[sz]ed|non classé|non catégorisé|unkategorisiert)$/i

/** `www.` and the protocol come and go while a site stays the same. */
const hostOf = (address: string): string => /^https?:\/\/(?:www\.)?([^/?#\s]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
