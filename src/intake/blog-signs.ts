import { csvHeader } from './csv.ts'
import type { InputKind } from './input-kinds.ts'

/** How the exports of blogs and newsletters show themselves in the first characters of a file. */
export interface BlogSign {
  readonly kind: InputKind
  /** What it is, in words. */
  readonly name: string
  readonly fits: (shown: { readonly text: string; readonly root: string }) => boolean
}

const isJson = (text: string): boolean => /^[{[]/.test(text)

/** Tables of Ghost, the fields that only its posts have, or the wrapping of its migration tools. */
const GHOST =
  /^\{\s*"db"\s*:\s*\[\s*\{|"exported_on"[^{}]*\}\s*,\s*"data"\s*:|"data"\s*:\s*\{\s*"posts"\s*:\s*\[|"(?:mobiledoc|lexical)"\s*:\s*(?:null|")|"posts_(?:tags|authors|meta)"\s*:\s*\[|"feature_image"\s*:|"(?:posts|users)"\s*:\s*\[\s*\{\s*(?:"url"\s*:\s*(?:"[^"]*"|null)\s*,\s*)?"data"\s*:\s*\{/

const TINY_NEWS =
  /"locale_code"\s*:|"first_names"\s*:|"newsletter_editions"\s*:\s*\[|"style"\s*:\s*"(?:NORMAL_TEXT|TITLE|HEADING_\d)"/

/** A feed of Blogger says nowhere that an entry is a post; a backup says it of every entry. */
const BLOGGER_ATOM = /schemas\.google\.com\/blogger\/2008\/kind#|<blogger:type>/

const MEDIUM_PAGE = /class=["'][^"']*\bp-name\b/
const MEDIUM_ENTRY = /class=["'][^"']*\bh-entry\b[\s\S]*data-field=["'](?:body|subtitle)["']/
const MEDIUM_OTHER = /data-field=["']body["']|class=["']h-card["'][\s\S]*medium\.com/

/** The names in a table's first row; none for what is no table. */
const columns = (text: string, root: string): ReadonlySet<string> =>
  new Set(root === '' && !isJson(text) ? (csvHeader(text) ?? []) : [])

const hasAll = (names: ReadonlySet<string>, ...wanted: readonly string[]): boolean =>
  wanted.every((name) => names.has(name))

/** Columns of lists of subscribers and of who opened which mail, which lie beside the posts: nobody's story. */
const READERS_COLUMNS = [
  'active_subscription',
  'post_audience',
  'email_disabled',
  'subscribed_to_emails',
  'stripe_customer_id',
  'subscribed_at',
]

export const BLOG_SIGNS: readonly BlogSign[] = [
  {
    kind: 'blogger',
    name: 'a backup of Blogger',
    fits: ({ text, root }) => root === 'feed' && BLOGGER_ATOM.test(text),
  },
  {
    kind: 'blogger',
    name: 'posts of Blogger, as JSON',
    fits: ({ text }) => isJson(text) && /"kind"\s*:\s*"blogger#(?:post|page)(?:List)?"/.test(text),
  },
  {
    kind: 'medium',
    name: 'a page of a Medium export',
    fits: ({ text, root }) =>
      root !== '' && MEDIUM_PAGE.test(text) && (MEDIUM_ENTRY.test(text) || MEDIUM_OTHER.test(text)),
  },
  {
    kind: 'libsyn',
    name: 'the feed of a podcast, as JSON',
    fits: ({ text }) => isJson(text) && /"rss"\s*:\s*\{/.test(text) && /"channel"\s*:\s*\{/.test(text),
  },
  { kind: 'tiny-news', name: 'articles of Tiny News', fits: ({ text }) => isJson(text) && TINY_NEWS.test(text) },
  { kind: 'ghost', name: 'an export of Ghost', fits: ({ text }) => isJson(text) && GHOST.test(text) },
  {
    kind: 'substack',
    name: 'the list of posts of a Substack export',
    fits: ({ text, root }) => hasAll(columns(text, root), 'post_id', 'post_date', 'title'),
  },
  {
    kind: 'substack',
    name: 'a list of readers',
    fits: ({ text, root }) => {
      const names = columns(text, root)
      return names.has('email') && READERS_COLUMNS.some((name) => names.has(name))
    },
  },
  {
    kind: 'beehiiv',
    name: 'an export of Beehiiv',
    fits: ({ text, root }) => {
      const names = columns(text, root)
      return hasAll(names, 'content_html') && (names.has('web_title') || names.has('thumbnail_url'))
    },
  },
]
