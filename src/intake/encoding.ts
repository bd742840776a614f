import { likelyEncoding } from './encoding-guess.ts'

/** Bytes as text, or why they cannot be read. */
export type Decoded =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly encoding: string
      readonly problem: string | null
      /** Nothing true was said of the encoding: some letters may be wrong. */
      readonly isGuess: boolean
    }
  | { readonly kind: 'unreadable'; readonly encoding: string; readonly what: string }

interface Guess {
  readonly encoding: string
  /** A byte order mark and the pattern of the first bytes are certain; a declaration may lie. */
  readonly by: 'mark' | 'pattern' | 'declaration' | 'default'
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/** How `<?` or `<r` looks in wide encodings without a mark. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^\0\0\0</, 'utf-32be'],
  [/^<\0\0\0/, 'utf-32le'],
  [/^\0<\0[?!\w]/, 'utf-16be'],
  [/^<\0[?!\w]\0/, 'utf-16le'],
]

/** Finds the encoding of an XML or plain text file from its first bytes, as XML 1.0 (appendix F) describes. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const mark = MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (mark) return { encoding: mark[1], by: 'mark' }
  const head = String.fromCharCode(...bytes.subarray(0, 400))
  const pattern = PATTERNS.find(([start]) => start.test(head))
  if (pattern) return { encoding: pattern[1], by: 'pattern' }
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{2,40})["']/.exec(head)?.[1]
  return declared ? { encoding: declared.toLowerCase(), by: 'declaration' } : { encoding: 'utf-8', by: 'default' }
}

const WIDE = /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646)/i

/** The label under which a decoder knows the encoding; an eight-bit file that calls itself wide is UTF-8. */
function decoderLabel({ encoding, by }: Guess): string {
  if (by === 'declaration' && WIDE.test(encoding)) return 'utf-8'
  return encoding === 'utf8' ? 'utf-8' : encoding
}

/** A decoder that never throws: what it cannot read becomes U+FFFD. Undefined when nobody knows the encoding. */
export function decoderFor(bytes: Uint8Array): InstanceType<typeof TextDecoder> | undefined {
  const label = decoderLabel(guessEncoding(bytes))
  return isKnown(label) ? new TextDecoder(label) : undefined
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

/**
 * Reads a whole file as text in the encoding it has or declares.
 *
 * Where that is not true, the lines that are UTF-8 are read as UTF-8 and the others in the encoding they look most like,
 * and this is said: an accent may be wrong, no story is missing. What looks like nothing known is refused.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const guess = guessEncoding(bytes)
  const label = decoderLabel(guess)
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label)
  const known = isKnown(label)
  const asUtf8 = label === 'utf-8' ? undefined : strictly(bytes, 'utf-8')
  if (asUtf8 !== undefined && (!known || (isSingleByte(label) && /[^\0-\x7F]/.test(asUtf8)))) {
    return readAs(asUtf8, 'utf-8', `The file declares ${guess.encoding} but is written in UTF-8; it was read as UTF-8.`)
  }
  const text = known ? strictly(bytes, label) : undefined
  if (text === undefined) return guessed(bytes, guess, label)
  const isMisnamed = guess.by === 'declaration' && label !== guess.encoding && guess.encoding !== 'utf8'
  return readAs(text, label, isMisnamed ? `The file declares ${guess.encoding} but is written in UTF-8.` : null)
}

const readAs = (text: string, encoding: string, problem: string | null, isGuess = false): Decoded => ({
  kind: 'text',
  text,
  encoding,
  problem,
  isGuess,
})

const unreadable = (encoding: string, what: string): Decoded => ({ kind: 'unreadable', encoding, what })

function strictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const isSingleByte = (label: string): boolean =>
  /^(?:us-ascii|ascii|iso-?8859|latin|windows-125|cp125|macintosh)/.test(label)

/** Wide encodings have no lines that could be read each by itself. */
function guessed(bytes: Uint8Array, guess: Guess, label: string): Decoded {
  const hurt = isKnown(label) ? withMarks(bytes, label) : undefined
  if (hurt !== undefined) return hurt
  const line = isKnown(label) ? lineOfFault(bytes, label) : 1
  const why = faultOf(guess, label, line)
  const remedy = 'Save it as UTF-8, or name its true encoding in the first line, and import it again.'
  const wide = label.startsWith('utf-16')
  const likely = wide ? undefined : (likelyEncoding(bytes) ?? likelyEncoding(linesThatAreNot(bytes)))
  if (likely !== undefined) {
    const told = `${why}: it was read as ${likely} where it is not UTF-8. Check the accents. ${remedy}`
    return readAs(lineByLine(bytes, likely), likely, told, true)
  }
  return unreadable(label, `${why}. ${remedy}`)
}

/** A file in its own encoding but for a few bytes: each of those becomes the sign �. Undefined when there are more. */
function withMarks(bytes: Uint8Array, label: string): Decoded | undefined {
  const text = new TextDecoder(label).decode(bytes)
  const marks = text.split('\uFFFD').length - 1
  const others = (text.match(/[^\0-\x7F]/g)?.length ?? 0) - marks
  if (marks > others / 10) return undefined
  const line = lineOfFault(bytes, label)
  const places = marks === 1 ? 'one place' : `${marks} places`
  const told = `The file is not wholly in ${label}: ${places} could not be read, the first in line ${line}, and stand as “�”.`
  return readAs(text, label, told, true)
}

function faultOf({ by, encoding }: Guess, label: string, line: number): string {
  if (!isKnown(label)) return `The file declares the encoding “${encoding}”, which is not known`
  const says = by === 'default' ? 'names no encoding, so it has to be UTF-8' : `says that it is written in ${label}`
  return `The file ${says}, but line ${line} is not`
}

const NEW_LINE = 10

/** The lines of a file as bytes, each with its line break. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(NEW_LINE, at)
    const next = end === -1 ? bytes.length : end + 1
    yield bytes.subarray(at, next)
    at = next
  }
}

/** Files that were put together from several sources are in several encodings. */
function lineByLine(bytes: Uint8Array, label: string): string {
  const decoder = new TextDecoder(label)
  let text = ''
  for (const line of linesOf(bytes)) text += strictly(line, 'utf-8') ?? decoder.decode(line)
  return text.replace(/^\uFEFF/, '')
}

function linesThatAreNot(bytes: Uint8Array): Uint8Array {
  const found: number[] = []
  for (const line of linesOf(bytes)) {
    if (found.length > 50_000) break
    if (strictly(line, 'utf-8') === undefined) found.push(...line.subarray(0, 10_000))
  }
  return Uint8Array.from(found)
}

/** The line, from 1, of the first byte that cannot be read. */
function lineOfFault(bytes: Uint8Array, label: string): number {
  const loose = new TextDecoder(label).decode(bytes)
  const at = loose.indexOf('\uFFFD')
  return at === -1 ? 1 : loose.slice(0, at).split('\n').length
}

/** Browsers' decoders leave UTF-32 out. */
function decodeUtf32(bytes: Uint8Array, encoding: string): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4))
  const parts: string[] = []
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le')
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      return unreadable(
        encoding,
        `The file is marked as ${encoding}, but its bytes are none. Save it as UTF-8 and import it again.`,
      )
    }
    parts.push(String.fromCodePoint(code))
  }
  return readAs(parts.join('').replace(/^\uFEFF/, ''), encoding, null)
}
