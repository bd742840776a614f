import type { HtmlElement } from '../html/html-tree.ts'
import { wordsOf } from '../plain-text.ts'

/** What holds for an element and all below it, until one of them says otherwise. */
export interface Scope {
  /** Where relative addresses start from (XML Base); null when nothing says. */
  readonly base: string | null
  /** As written in `xml:lang`; empty where it is taken back, undefined where nothing says. */
  readonly language: string | undefined
  /** What short names before a colon stand for; the empty one is what names without one stand for. */
  readonly prefixes: Readonly<Record<string, string>>
}

/** An element of a feed by the name that all feeds know it under ("title", "dc:creator"), whatever prefix it wears. */
export interface Field {
  readonly name: string
  readonly element: HtmlElement
  readonly scope: Scope
}

export const NO_SCOPE: Scope = { base: null, language: undefined, prefixes: {} }

/** Addresses of namespaces and the prefix by which they are known here; none for the formats of feeds themselves. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/(?:atom\/|net\/rss|rss\/1\.0\/?$))/i, ''],
  [/^https?:\/\/(?:my\.netscape\.com\/rdf|channel\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard)/i, ''],
  [/^https?:\/\/(?:my\.netscape\.com\/publish|www\.rssboard\.org\/rss)|^https?:\/\/purl\.org\/rss\/2/i, ''],
  [/^https?:\/\/purl\.org\/dc\/elements/i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/i, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash/i, 'slash'],
  [/^https?:\/\/(?:search\.yahoo\.com\/mrss|tools\.search\.yahoo\.com|www\.rssboard\.org\/media-rss)/i, 'media'],
  [/^https?:\/\/(?:www\.itunes\.com|itunes\.apple\.com|example\.com\/dtds\/podcast)/i, 'itunes'],
  [/^https?:\/\/rssnamespace\.org\/feedburner/i, 'feedburner'],
  [/^https?:\/\/(?:www\.w3\.org\/2007\/app|purl\.org\/atom\/app)/i, 'app'],
  [/^https?:\/\/(?:www\.w3\.org\/1999\/xhtml)/i, 'xhtml'],
  [/^https?:\/\/purl\.oclc\.org\/net\/rss_2\.0\/enc/i, 'enc'],
]

/** Prefixes that feeds use without saying what they stand for. */
const USUAL_PREFIXES: Readonly<Record<string, string>> = { '': '', atom: '', a10: '', rss: '', html: 'xhtml' }

/** What holds inside an element. */
function scopeOf({ attributes }: HtmlElement, outer: Scope): Scope {
  const written = attributes['xml:base'] ?? attributes['BASE']
  const base =
    written === undefined ? outer.base : (URL.parse(written.trim(), outer.base ?? undefined)?.href ?? outer.base)
  const language = attributes['xml:lang']?.trim() ?? outer.language
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (declared.length === 0)
    return base === outer.base && language === outer.language ? outer : { ...outer, base, language }
  const prefixes = declared.map(([key, value]) => [key.slice(6).toLowerCase(), knownPrefix(value, key.slice(6))])
  return {
    base,
    language,
    prefixes: { ...outer.prefixes, ...(Object.fromEntries(prefixes) as Record<string, string>) },
  }
}

/** A namespace nobody knows keeps its prefix; as the one for names without a prefix it is the feed's own format. */
const knownPrefix = (address: string, prefix: string): string =>
  NAMESPACES.find(([pattern]) => pattern.test(address.trim()))?.[1] ?? prefix.toLowerCase()

function knownName(written: string, { prefixes }: Scope): string {
  const at = written.lastIndexOf(':')
  const prefix = at === -1 ? '' : written.slice(0, at).toLowerCase()
  const own = written.slice(at + 1).toLowerCase()
  const meant = prefixes[prefix] ?? USUAL_PREFIXES[prefix] ?? prefix
  return meant === '' ? own : `${meant}:${own}`
}

/** The element itself as a field. */
export function fieldOf(element: HtmlElement, outer: Scope): Field {
  const scope = scopeOf(element, outer)
  return { name: knownName(element.name, scope), element, scope }
}

/** The elements directly inside one, in their order. */
export const fieldsIn = ({ element, scope }: Field): Field[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [fieldOf(child, scope)]))

/** The first field that is not empty, of the first name that any has. */
export function fieldNamed(fields: readonly Field[], ...names: readonly string[]): Field | undefined {
  for (const name of names) {
    const found = fields.find((field) => field.name === name && isFilled(field))
    if (found) return found
  }
  return undefined
}

const isFilled = ({ element }: Field): boolean =>
  element.children.some((child) => typeof child !== 'string' || child.trim() !== '')

/** The words of the first such field; empty when there is none. */
export const textOf = (fields: readonly Field[], ...names: readonly string[]): string => {
  const found = fieldNamed(fields, ...names)
  return found ? wordsOf(found.element) : ''
}

/** An attribute in small or capital letters: CDF writes HREF. */
export const attributeOf = ({ attributes }: HtmlElement, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = (attributes[name] ?? attributes[name.toUpperCase()])?.trim()
    if (value) return value
  }
  return ''
}

/** An address made whole by what holds where it stands; as written when nothing helps. */
export const wholeAddress = (written: string, { base }: Scope, otherwise: string | null = null): string => {
  const start = base ?? otherwise
  if (written === '' || start === null || /^[a-z][a-z0-9+.-]*:/i.test(written)) return written
  return URL.parse(written, start)?.href ?? written
}
