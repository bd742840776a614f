/** The pieces a WordPress export is made of, in file order. */
export type WxrRecord =
  | { readonly kind: 'author'; readonly login: string; readonly name: string }
  | { readonly kind: 'category'; readonly slug: string; readonly label: string; readonly parentSlug: string }
  | { readonly kind: 'site-language'; readonly language: string }
  | { readonly kind: 'site-address'; readonly address: string }
  | WxrItem

/** One `item`: a post, a page, an attachment or something else. */
export interface WxrItem {
  readonly kind: 'item'
  /** The line of its opening tag. */
  readonly line: number
  readonly fields: ReadonlyMap<string, string>
  readonly terms: readonly WxrTerm[]
  readonly meta: ReadonlyMap<string, string>
  readonly comments: number
}

/** A `category` element of an item; the domain says what it is: category, post_tag, author, language. */
export interface WxrTerm {
  readonly domain: string
  readonly slug: string
  readonly label: string
}
