/** Bytes as text, or why they cannot be read. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string; readonly problem: string | null }
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
 * A file that declares one encoding and is written in another is refused, with what to do; it is read in spite of its
 * declaration only where its bytes leave no doubt, and then this is said.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const guess = guessEncoding(bytes)
  const label = decoderLabel(guess)
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label)
  if (!isKnown(label))
    return unreadable(guess.encoding, `It declares the encoding “${guess.encoding}”, which is not known.`)
  const asUtf8 = label === 'utf-8' ? undefined : strictly(bytes, 'utf-8')
  if (asUtf8 !== undefined && isSingleByte(label) && /[^\0-\x7F]/.test(asUtf8)) {
    const problem = `The file declares ${guess.encoding} but is written in UTF-8; it was read as UTF-8.`
    return { kind: 'text', text: asUtf8, encoding: 'utf-8', problem }
  }
  const text = strictly(bytes, label)
  if (text === undefined) return unreadable(label, fault(bytes, guess, label))
  const problem = guess.by === 'declaration' && label !== guess.encoding && guess.encoding !== 'utf8'
  return {
    kind: 'text',
    text,
    encoding: label,
    problem: problem ? `The file declares ${guess.encoding} but is written in UTF-8.` : null,
  }
}

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

function fault(bytes: Uint8Array, { by }: Guess, label: string): string {
  const says = by === 'default' ? 'names no encoding, so it has to be UTF-8' : `says that it is written in ${label}`
  return `The file ${says}, but line ${lineOfFault(bytes, label)} is not. Save it as UTF-8, or name its true encoding in the first line (<?xml version="1.0" encoding="windows-1252"?>), and import it again.`
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
  return { kind: 'text', text: parts.join('').replace(/^\uFEFF/, ''), encoding, problem: null }
}
