/** One shortcode of WordPress as it stands in a text: `[gallery ids="1,2"]`, `[/caption]`. */
export interface Shortcode {
  readonly start: number
  readonly end: number
  readonly isClosing: boolean
  /** In small letters. */
  readonly name: string
  /** What follows the name, as it was written. */
  readonly written: string
  /** Written twice in brackets, `[[gallery]]`, which shows the words and does nothing. */
  readonly isEscaped: boolean
}

const SHORTCODE = /\[(\/?)([a-zA-Z][\w-]*)([^[\]]*)\]/g

/** Every shortcode of a text, in order, and to each opening one the closing one that belongs to it. */
export function shortcodesIn(html: string): { codes: Shortcode[]; closings: ReadonlyMap<Shortcode, number> } {
  const codes = [...html.matchAll(SHORTCODE)].map((match) => toCode(match, html))
  const closings = new Map<Shortcode, number>()
  const open = new Map<string, Shortcode[]>()
  for (const [index, code] of codes.entries()) {
    if (code.isEscaped || code.written.endsWith('/')) continue
    const same = open.get(code.name) ?? []
    if (!code.isClosing) {
      same.push(code)
      open.set(code.name, same)
      continue
    }
    const opening = same.pop()
    if (opening) closings.set(opening, index)
  }
  return { codes, closings }
}

function toCode(match: RegExpExecArray, html: string): Shortcode {
  const start = match.index
  const end = start + match[0].length
  const isEscaped = html[start - 1] === '[' && html[end] === ']'
  return {
    start: isEscaped ? start - 1 : start,
    end: isEscaped ? end + 1 : end,
    isClosing: match[1] === '/',
    name: match[2]?.toLowerCase() ?? '',
    written: straightQuotes(match[3] ?? '').trim(),
    isEscaped,
  }
}

/** Editors turn the quotation marks of shortcodes into typographic ones. */
const straightQuotes = (text: string): string =>
  /[&“”″]/.test(text) ? text.replace(/&(?:quot|#0?34|#x22|#8220|#8221|#8243|ldquo|rdquo|Prime);|[“”″]/g, '"') : text

/** The first of the attributes that has a value; undefined when none has. */
export function attributeOf({ written }: Shortcode, names: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:${names})\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'gi')
  for (const match of written.matchAll(found)) {
    const value = match.slice(1).find((one) => one !== undefined && one !== '')
    if (value !== undefined) return value
  }
  return undefined
}

/** The first web address in what was written. */
export const addressIn = (text: string): string | undefined => /https?:\/\/[^\s"'\]<>]+/.exec(text)?.[0]

/** What stands behind the name without a name of its own: `[vimeo 123]`, `[youtube=abc]`. */
export const bareValueOf = ({ written }: Shortcode): string =>
  /^=?\s*"?([\w:/.?&=#%+@~-]+?)"?\/?(?:\s|$)/.exec(written)?.[1]?.replace(/^[a-z_]+=$/i, '') ?? ''

/** The shortcode as it stood in the text. */
export const writtenAs = ({ name, written }: Shortcode): string =>
  `[${name}${written ? ` ${written.replace(/\s*\/$/, '')}` : ''}]`
