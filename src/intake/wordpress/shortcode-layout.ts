import { embedHtml, escaped, galleryHtml, numbersIn, pictureHtml } from './shortcode-figures.ts'
import { attributeOf, type Shortcode, writtenAs } from './shortcode-tree.ts'
import type { ShortcodeInside, ShortcodeReading } from './shortcodes.ts'

/** What page builders and themes make their layout of: WPBakery, Divi, Avada, Enfold, Shortcodes Ultimate and others. */
const FAMILIES =
  /^(?:vc|et_pb|fusion|av|cs|x|su|mk|kc|td|tdc|tdb|nectar|themify|tatsu|cmsmasters|ultimate|dt|qode|eltd|mkdf|edgtf|thb|stm|ux|bs|wpb|otw|fl|thrive|porto|vcex|wolf|tg|gdlr|gdlr_core)_\w+$/

/** The same in words that a person may write in brackets as well: a layout only with attributes or a closing one. */
const WORDS =
  /^(?:col|cols|column|columns|row|row_inner|section|container|content|wrap|block|(?:one|two|three|four|five)_(?:half|thirds?|fourths?|quarters?|fifths?|sixths?)(?:_(?:first|last))?|half|third|full_?width|tabs?|tabgroup|tab_item|accordions?|accordion_item|toggles?|toggle_item|spoiler|collapse|expand|box|button|btn|dropcap|drop_cap|highlight|marker|lead|intro|callout|alert|notice|info|warning|message|center|left|right|divider|hr|separator|heading|title|text|tooltip|icon|list|list_item|card|panel|infobox|big|small|color|font|span|div)$/

const WITHIN_A_LINE = /(?:^|_)(?:drop_?cap|highlight|marker|tooltip|icon|color|font|span|small|big|abbr|label|animate)$/
const RULE = /(?:^|_)(?:divider|hr|separator)$/
const BUTTON = /(?:^|_)(?:button|btn|cta|call_to_action)$/
const RAW = /^vc_raw_(?:html|js)$/

const TITLES = 'title|heading|subtitle|subheading|button_text|text|label|caption'
const ADDRESSES = 'url|link|href|link_url|button_url|button_link'
const PICTURES = 'src|image|image_url|img|photo|url|picture|background_image|bg_image'
const PICTURE_FILE = /^https?:\/\/\S+\.(?:jpe?g|png|gif|webp|avif)(?:[?#]\S*)?$/i

/** Does a shortcode only arrange what stands in it? */
export const isLayout = (code: Shortcode, isPair: boolean): boolean =>
  FAMILIES.test(code.name) || (WORDS.test(code.name) && (isPair || code.isClosing || code.written !== ''))

/** The words, pictures and links of a piece of layout; the arrangement is left out, and said so once. */
export function layoutHtml(code: Shortcode, given: ShortcodeInside, reading: ShortcodeReading): string {
  const { name } = code
  if (RAW.test(name)) return rawHtml(code, given.raw, reading)
  if (WITHIN_A_LINE.test(name)) return given.inside() || (attributeOf(code, TITLES) ?? '')
  if (!RULE.test(name)) {
    reading.reportOnce('The layout of a page builder was left out; its words and pictures stay.')
  }
  const pictures = picturesHtml(code, reading)
  const inside = given.inside()
  if (BUTTON.test(name)) return buttonHtml(code, inside)
  return `<div>${titleHtml(code)}${pictures}${bareAddress(inside)}</div>${RULE.test(name) ? '<hr>' : ''}`
}

function titleHtml(code: Shortcode): string {
  const title = attributeOf(code, TITLES)
  const hasWords = title !== undefined && /\p{L}/u.test(title) && !/^(?:https?:|#|url:)/.test(title)
  return hasWords ? `<h3>${title}</h3>` : ''
}

/** Avada writes a picture's address as the words of its frame. */
const bareAddress = (inside: string): string =>
  PICTURE_FILE.test(inside.trim()) ? `<figure><img src="${escaped(inside.trim())}" alt=""></figure>` : inside

function picturesHtml(code: Shortcode, reading: ShortcodeReading): string {
  const several = attributeOf(code, 'images|gallery_ids|image_ids')
  if (several !== undefined && numbersIn(several).length > 0) return galleryHtml(code, reading)
  const number = attributeOf(code, 'image|img|image_id|img_id|attach_id|attachment_id|attachment')
  const found = number !== undefined && /^\d+$/.test(number) ? reading.attachment?.(number) : undefined
  if (found) return pictureHtml(found)
  const address = attributeOf(code, PICTURES)
  if (address === undefined || !PICTURE_FILE.test(address)) return ''
  const alt = attributeOf(code, 'alt|title_text') ?? ''
  return `<figure><img src="${escaped(address)}" alt="${escaped(alt)}"></figure>`
}

function buttonHtml(code: Shortcode, inside: string): string {
  const words = inside.trim() || (attributeOf(code, `${TITLES}|content`) ?? '')
  // WPBakery writes a link as parts: "url:https%3A%2F%2Fe.org|title:Read".
  const written = attributeOf(code, ADDRESSES) ?? ''
  const coded = /(?:^|\|)url:([^|]+)/.exec(written)?.[1]
  const address = coded === undefined ? written : decoded(coded)
  if (words === '') return /^https?:/.test(address) ? embedHtml(address) : ''
  return address === '' ? `<p>${words}</p>` : `<p><a href="${escaped(address)}">${words}</a></p>`
}

/** WPBakery keeps raw HTML in base64. */
function rawHtml(code: Shortcode, raw: string, { report }: ShortcodeReading): string {
  try {
    return decoded(atob(raw.replace(/<[^>]*>|\s/g, '')))
  } catch {
    report(`A piece of raw HTML (${writtenAs(code)}) could not be read and was left out.`)
    return ''
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
