import { captionedHtml, embedHtml, galleryHtml, playlistHtml } from './shortcode-figures.ts'
import { isLayout, layoutHtml } from './shortcode-layout.ts'
import { isPlayer, playerAddress } from './shortcode-players.ts'
import { attributeOf, type Shortcode, writtenAs } from './shortcode-tree.ts'
import type { ShortcodeInside, ShortcodeReading } from './shortcodes.ts'

/** Shortcodes whose place in the text is a thing that cannot be brought over; the words for it. */
const LEFT_OUT: readonly (readonly [string, RegExp])[] = [
  [
    'A form',
    /^(?:contact-form(?:-7)?|contact_form|contact-field|gravityforms?|wpforms|ninja_forms?|formidable|caldera_form|forminator_form|fluentform|mc4wp_form|mailpoet_form|wysija_form|newsletter(?:_form)?|sibwp_form|jetpack_subscription_form|subscribe|subscribe2|et_pb_(?:contact_form|signup)|vc_wp_search)$/,
  ],
  ['A slide show', /^(?:rev_slider|rev_slider_vc|layerslider|metaslider|ml-slider|smartslider3|soliloquy|slideshow)$/],
  [
    'A gallery of a plugin',
    /^(?:nggallery|ngg\w*|imagebrowser|envira-gallery|foogallery|photonic|modula|wppa|instagram-feed|flickr_\w+)$/,
  ],
  ['A poll', /^(?:poll|polldaddy|crowdsignal|totalpoll|yop_poll|wpforo_poll|quiz|wp_quiz|hdquiz)$/],
  ['A table of a plugin', /^(?:table|tablepress|wpdatatable|supsystic-tables|ninja_tables)$/],
  [
    'A list of other stories',
    /^(?:recent[-_]posts?|display-posts|related[-_]posts|jetpack-related-posts|latestposts|catlist|archives|wp-sitemap|sitemap|post_grid|the_grid|vc_(?:basic|masonry|media)_grid|vc_posts_\w+|et_pb_(?:blog|portfolio|filterable_portfolio)|fusion_(?:blog|recent_posts))$/,
  ],
  [
    'A shop’s wares',
    /^(?:products?|product_\w+|add_to_cart\w*|woocommerce_\w+|featured_products|recent_products|purchase_link|downloads|give_form|donate|paypal\w*)$/,
  ],
  ['An advertisement', /^(?:ads?|adsense|adrotate|the_ad|the_ad_group|adinserter|bsa_pro_ad_space|quads|google_ad)$/],
  [
    'A row of sharing buttons',
    /^(?:addtoany|ssba\w*|sharethis\w*|social_share|easy-social-share|et_social_share|fusion_sharing|likebtn|really_simple_share)$/,
  ],
  ['A box about the author', /^(?:author_box|ts-author-box|simple-author-box|molongui_author_box)$/],
]

/** What only makes room, or was for WordPress itself. */
const NOTHING = /^(?:nextpage|clear|clearfix|clearboth|spacer|su_spacer|vc_empty_space|toc|no_toc|ez-toc|lwptoc)$/

const FOOTNOTE = /^(?:ref|fn|footnote|footnotes_note|efn_note|mfn|modern_footnote|sidenote|cite_note)$/
const CODE = /^(?:sourcecode|source|code|php|html|css|js|python|bash|sql|xml|java|crayon|cc|cci|ccn|prism|syntax)$/
const QUOTE = /^(?:quote|blockquote|pullquote|pull_?quote|su_quote|su_pullquote|testimonial|et_pb_testimonial)$/

/** Shortcodes of membership plugins: what stands between them was not public. */
const MEMBERS =
  /^(?:member|members?_only|members|membership|private|protected|restrict|restricted|s2if|s2member\w*|mepr-(?:active|show|rule|protected)|pmpro\w*|rcp_\w+|restrict_content|is_paid|user_has_membership|wcm_restrict|wcm_content_restricted|woocommerce_membership\w*|um_loggedin|um_show_content|ihc-hide-content|loggedin|logged_in|registered|visible_to_members|wlm_\w+|ismember|arm_restrict_content|simple-restrict|content_protector|passster|ppwp)$/

export const isForMembers = (name: string): boolean => MEMBERS.test(name)

/** A person may write these words in brackets; they are shortcodes only with attributes or a closing one. */
const WORD =
  /^(?:ads?|quiz|poll|table|subscribe|products?|downloads|donate|archives|sitemap|slideshow|private|protected|restricted?|member|members|membership|registered|source|code|php|html|css|js|sql|xml|java|syntax|quote|testimonial|ref|fn|footnote|iframe|podcast|video|audio|embed|file|pdf|facebook|instagram|tweet|twitter|youtube|vimeo|spotify|gist|ted|fb)$/

/** HTML for one shortcode; undefined for one that nobody knows, which stays as text. */
export function htmlForShortcode(
  code: Shortcode,
  given: ShortcodeInside,
  reading: ShortcodeReading,
): string | undefined {
  const { name, isClosing } = code
  if (isClosing) return isLayout(code, false) && name.includes('_') ? '' : undefined
  if (WORD.test(name) && !given.isPair && code.written === '') return undefined
  if (NOTHING.test(name)) return ''
  if ((name === 'caption' || name === 'wp_caption') && given.isPair) return captionedHtml(code, given.inside(), reading)
  if (name === 'gallery') return galleryHtml(code, reading)
  if (name === 'playlist') return playlistHtml(code, reading)
  const left = LEFT_OUT.find(([, names]) => names.test(name))
  if (left) return leftOut(left[0], code, given, reading)
  if (isPlayer(name)) return player(code, given, reading)
  if (FOOTNOTE.test(name)) return given.isPair ? footnote(given.inside(), reading) : undefined
  if (CODE.test(name) && given.isPair) return `<pre>${given.raw.replace(/^\r?\n|\r?\n$/g, '')}</pre>`
  if (QUOTE.test(name) && given.isPair) return quoted(code, given)
  if (isForMembers(name)) return given.isPair ? given.inside() : undefined
  return isLayout(code, given.isPair) ? layoutHtml(code, given, reading) : undefined
}

/** Words between such shortcodes stay where there are any. */
function leftOut(what: string, code: Shortcode, { inside }: ShortcodeInside, { report }: ShortcodeReading): string {
  report(`${what} (${writtenAs(code)}) was left out.`)
  return inside()
}

function player(code: Shortcode, { raw, inside }: ShortcodeInside, { report, attachment }: ShortcodeReading): string {
  const id = attributeOf(code, 'id|ids')
  const address = playerAddress(code, raw) ?? (id === undefined ? undefined : attachment?.(id)?.url)
  if (address !== undefined) return embedHtml(address)
  report(`A film, sound or frame without a usable address (${writtenAs(code)}) was left out.`)
  return inside()
}

function footnote(html: string, { footnotes }: ShortcodeReading): string {
  const id = `shortcode-${footnotes.length + 1}`
  footnotes.push({ id, html })
  return `<sup data-fn="${id}"></sup>`
}

function quoted(code: Shortcode, { inside }: ShortcodeInside): string {
  const speaker = attributeOf(code, 'cite|author|name|by|source')
  const cite = speaker === undefined ? '' : `<cite>${speaker}</cite>`
  return `<blockquote${code.name.includes('pull') ? ' class="pullquote"' : ''}>${inside()}${cite}</blockquote>`
}
