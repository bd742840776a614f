/** The pieces a WordPress export is made of, in file order. */
export type WxrRecord =
  | { readonly kind: 'author'; readonly login: string; readonly name: string }
  | WxrChannelTerm
  | { readonly kind: 'site-title'; readonly title: string }
  | { readonly kind: 'site-language'; readonly language: string }
  /** `site` is the network's root, `blog` the site itself, `link` the address its readers know. */
  | { readonly kind: 'site-address'; readonly of: 'site' | 'blog' | 'link'; readonly address: string }
  | WxrItem

/** A category, tag or term of any taxonomy, as the head of the file describes it. */
export interface WxrChannelTerm {
  readonly kind: 'term'
  readonly taxonomy: string
  /** WordPress' number of it; empty in old exports. */
  readonly id: string
  readonly slug: string
  readonly label: string
  readonly parentSlug: string
  readonly description: string
}

/** One `item`: a post, a page, an attachment or something else. */
export interface WxrItem {
  readonly kind: 'item'
  /** The line of its opening tag. */
  readonly line: number
  readonly fields: ReadonlyMap<string, string>
  readonly terms: readonly WxrTerm[]
  /** The values of the meta fields that are read; one may stand there several times. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** The names of all other meta fields that somebody named by hand. */
  readonly customFields: readonly string[]
  readonly comments: number
  /** Pingbacks and trackbacks, which WordPress keeps among the comments. */
  readonly pings: number
}

/** A `category` element of an item; the domain says what it is: category, post_tag, author, language. */
export interface WxrTerm {
  readonly domain: string
  readonly slug: string
  readonly label: string
}

/** A field of an item without white space around it; empty when it has none. */
export const fieldOf = ({ fields }: WxrItem, name: string): string => fields.get(name)?.trim() ?? ''

/** The first meta value that is not empty, of the first name that has one. */
export function metaOf({ meta }: WxrItem, ...names: readonly string[]): string {
  for (const name of names) {
    const value = meta.get(name)?.find((one) => one.trim() !== '')
    if (value !== undefined) return value.trim()
  }
  return ''
}
