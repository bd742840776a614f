import { elementsIn, hasClass, type HtmlElement } from '../../intake/html/html-tree.ts'
import type { Style } from './paste-style.ts'

/** What is on a page and never part of a text. */
const NEVER_TEXT = new Set(
  'head title meta link base style script noscript template nav dialog form button input select option textarea xml datalist'.split(
    ' ',
  ),
)

const ROLES = /^(?:navigation|search|banner|contentinfo|complementary|dialog|alert|toolbar|menu|menubar)$/
const FURNITURE =
  /(?:^|[\s_-])(?:share|sharing|social|newsletter|subscribe|subscription|related|advert(?:isement)?|ad-slot|cookie|consent|breadcrumbs?|paywall|promo|sr-only|visually-hidden|screen-reader-text|mw-editsection|reference|toc|skip-link)(?:$|[\s_-])/i
const FURNISHED = new Set(['div', 'aside', 'section', 'ul', 'ol', 'p', 'span', 'sup', 'footer', 'header', 'figure'])

/** Navigation, forms, scripts, what is hidden: gone without a word, since nobody meant to copy it. */
export function isJunk(found: HtmlElement, style: Style): boolean {
  const { name, attributes } = found
  if (NEVER_TEXT.has(name) || ROLES.test(attributes['role'] ?? '')) return true
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true
  if (style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all')
    return true
  if (hasClass(found, /\bApple-interchange-newline\b/)) return true
  if (name === 'hr') return isNoteLine(attributes)
  return FURNISHED.has(name) && hasClass(found, FURNITURE)
}

/** The short line that Word draws above its footnotes. */
const isNoteLine = (attributes: HtmlElement['attributes']): boolean => attributes['width'] === '33%'

/** The place of a colleague's remark in the text: Google's "[a]", Word's "[AB1]". */
export const isRemark = ({ name, attributes }: HtmlElement): boolean =>
  name === 'a' && /^#(?:cmnt\d+|_msocom_)/.test(attributes['href'] ?? '')

/** The remarks themselves, which those programs set below the text. */
export function isRemarkList(found: HtmlElement, style: Style): boolean {
  if (/^comment(?:-list)?$/.test(style.get('mso-element') ?? '')) return true
  if (hasClass(found, /\bMsoCommentReference\b/)) return false
  if (found.name !== 'div' || elementsIn(found).length > 40) return false
  const back = elementsIn(found).find(({ name }) => name === 'a')
  return back !== undefined && /^#cmnt_ref\d+$/.test(back.attributes['href'] ?? '')
}

/** Counting pixels, and the boxes of a list to tick. */
export const isUnseen = ({ attributes }: HtmlElement): boolean =>
  (/^[01](?:px)?$/.test(attributes['width'] ?? '') && /^[01](?:px)?$/.test(attributes['height'] ?? '')) ||
  attributes['aria-roledescription'] === 'checkbox'
