import { guessEncoding } from '../encoding.ts'

/** A page's bytes as text. */
export interface DecodedPage {
  readonly text: string
  /** Said when the page is written otherwise than it says; null when nothing is wrong. */
  readonly problem: string | null
}

/** How far into a page a declaration is looked for: browsers look through 1,024 bytes, long heads need more. */
const DECLARATION_BYTES = 8_192

const DECLARATIONS = [
  /<meta[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i,
  /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{2,40})["']/,
]

/**
 * Reads a page in the encoding that its byte order mark tells, else its own declaration (`<meta charset>`, `http-equiv`
 * or the XML declaration), else UTF-8, much as the HTML standard has browsers do it.
 *
 * Bytes that leave no doubt win over a declaration: a page that is UTF-8 throughout is UTF-8 whatever it says. Nothing
 * is refused: what cannot be read shows as U+FFFD, and this is said.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const guess = guessEncoding(bytes)
  if ((guess.by === 'mark' || guess.by === 'pattern') && !guess.encoding.startsWith('utf-32'))
    return { text: new TextDecoder(guess.encoding).decode(bytes), problem: null }
  const declared = declaredEncoding(bytes)
  const asUtf8 = strictly(bytes)
  if (asUtf8 !== undefined && (/[^\0-\x7F]/.test(asUtf8) || declared === undefined || declared === 'utf-8'))
    return { text: asUtf8, problem: null }
  if (declared !== undefined && declared !== 'utf-8') return told(new TextDecoder(declared).decode(bytes), declared)
  if (declared === 'utf-8') return told(new TextDecoder().decode(bytes), 'utf-8')
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    problem: 'The page names no encoding and is not UTF-8: it was read as Windows-1252. Check letters with accents.',
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES))
  const label = DECLARATIONS.map((pattern) => pattern.exec(head)?.[1]).find((found) => found !== undefined)
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    // A declaration that was read byte by byte cannot be right about two bytes a letter.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return undefined
  }
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function told(text: string, encoding: string): DecodedPage {
  const at = text.indexOf('\uFFFD')
  const line = text.slice(0, Math.max(0, at)).split('\n').length
  const problem = `Some bytes of the page are no ${encoding}, the first at line ${line}: they show as “\uFFFD”.`
  return { text, problem: at === -1 ? null : problem }
}
