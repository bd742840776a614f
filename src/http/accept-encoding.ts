import type { Encoding } from '../press/kept-page.ts'

/** Browsers send a handful of different lines; anything rarer is read anew each time. */
const MAX_REMEMBERED = 500
const MAX_REMEMBERED_LENGTH = 200

const remembered = new Map<string, Encoding>()

/**
 * The encoding that an `Accept-Encoding` line likes best (RFC 9110, 12.5.3): brotli before gzip before none where it
 * likes them the same. A line that accepts nothing we have gets the plain text, as the standard advises.
 */
export function preferredEncoding(line: string | undefined): Encoding {
  if (line === undefined) return 'identity'
  const known = remembered.get(line)
  if (known !== undefined) return known
  const encoding = read(line)
  if (remembered.size < MAX_REMEMBERED && line.length <= MAX_REMEMBERED_LENGTH) remembered.set(line, encoding)
  return encoding
}

function read(line: string): Encoding {
  const weights = new Map(line.toLowerCase().split(',').map(weighed))
  const others = weights.get('*') ?? 0
  const br = weights.get('br') ?? others
  const gzip = weights.get('gzip') ?? weights.get('x-gzip') ?? others
  const identity = weights.get('identity') ?? 0
  if (br > 0 && br >= gzip && br >= identity) return 'br'
  return gzip > 0 && gzip >= identity ? 'gzip' : 'identity'
}

/** `gzip;q=0.5` as a name and its weight; a weight that cannot be read counts as none. */
function weighed(part: string): [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))
  if (weight === undefined) return [name, 1]
  const number = /^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(weight)?.[1]
  return [name, number === undefined ? 0 : Number(number)]
}
