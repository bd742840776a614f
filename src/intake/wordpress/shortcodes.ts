import { counted } from '../problem-list.ts'

/** One opening or closing shortcode of WordPress: `[gallery ids="1,2"]`, `[/caption]`. */
const SHORTCODE = /\[(\/?)([a-zA-Z][\w-]*)([^[\]]*)\]/g

/** Shortcodes whose place in the text is a thing that cannot be brought over; the word for it. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  gallery: 'A gallery of pictures',
  playlist: 'A playlist',
  'contact-form': 'A contact form',
  'contact-form-7': 'A contact form',
  contact_form: 'A contact form',
  gravityform: 'A form',
  wpforms: 'A form',
  mc4wp_form: 'A newsletter form',
  wysija_form: 'A newsletter form',
  rev_slider: 'A slide show',
  poll: 'A poll',
}

interface Found {
  readonly start: number
  readonly end: number
  readonly isClosing: boolean
  readonly name: string
  readonly attributes: string
}

/**
 * Puts HTML in the place of WordPress' shortcodes: captions become figures, embeds become embeds.
 *
 * What has no counterpart is left out and named, and a shortcode nobody knows stays as text and is named too.
 * A word in brackets ("[sic]") is no shortcode.
 */
export function withoutShortcodes(html: string, report: (what: string) => void): string {
  if (!html.includes('[')) return html
  const found = [...html.matchAll(SHORTCODE)].map(toFound)
  const closed = new Set(found.filter(({ isClosing }) => isClosing).map(({ name }) => name))
  const unknown = new Map<string, number>()
  let text = ''
  let from = 0
  for (const [index, code] of found.entries()) {
    if (code.start < from) continue
    const isPair = closed.has(code.name) && !code.isClosing
    const end = isPair
      ? found.slice(index + 1, index + 40).find((next) => next.isClosing && next.name === code.name)
      : undefined
    const made = htmlFor(code, end ? html.slice(code.end, end.start) : '', report)
    if (made !== undefined) {
      text += html.slice(from, code.start) + made
      from = end?.end ?? code.end
    } else if (!code.isClosing && isUnknown(code, end)) unknown.set(code.name, (unknown.get(code.name) ?? 0) + 1)
  }
  for (const [name, count] of unknown) report(`The shortcode [${name}] stays as text (${counted(count, 'time')}).`)
  return text + html.slice(from)
}

const toFound = (match: RegExpExecArray): Found => ({
  start: match.index,
  end: match.index + match[0].length,
  isClosing: match[1] === '/',
  name: match[2]?.toLowerCase() ?? '',
  attributes: match[3]?.trim() ?? '',
})

const isUnknown = ({ attributes }: Found, end: Found | undefined): boolean =>
  end !== undefined || /^\s*[\w-]+=["'”″]?/.test(attributes)

function htmlFor(code: Found, inside: string, report: (what: string) => void): string | undefined {
  if (code.isClosing) return undefined
  const { name, attributes } = code
  const left = LEFT_OUT[name]
  if (left !== undefined) {
    report(`${left} ([${name}${attributes ? ` ${attributes.replace(/\/$/, '')}` : ''}]) was left out.`)
    return ''
  }
  if ((name === 'caption' || name === 'wp_caption') && inside) return figure(attributes, inside)
  if (name === 'embed' && inside) return embed(inside)
  if (name === 'video' || name === 'audio') return embed(attribute(attributes, 'src|mp4|mp3|ogg|m4v|webm') ?? inside)
  if (name === 'youtube' || name === 'vimeo') return embed(/https?:\/\/[^\s"'\]]+/.exec(attributes)?.[0] ?? inside)
  return undefined
}

/** `[caption caption="Words"]<img>[/caption]`, or the newer form with the words after the picture. */
function figure(attributes: string, inside: string): string {
  const split = /^\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inside)
  const words = attribute(attributes, 'caption') ?? split?.[2] ?? ''
  return `<figure>${split?.[1] ?? inside}<figcaption>${words}</figcaption></figure>`
}

const embed = (address: string): string | undefined =>
  /^\s*https?:\/\//.test(address)
    ? `<figure class="wp-block-embed"><div>${address.trim().replaceAll('<', '&lt;')}</div></figure>`
    : undefined

const attribute = (attributes: string, names: string): string | undefined =>
  new RegExp(`(?:^|\\s)(?:${names})=(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes)?.slice(1).find(Boolean)
