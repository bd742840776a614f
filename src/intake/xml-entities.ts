import { plainText } from './plain-text.ts'

/** XML as text with its named characters written as numbers, and what had to be left as it stood. */
export interface ResolvedXml {
  readonly text: string
  /** What was left out or left as it stood, in one sentence; null when nothing was. */
  readonly problem: string | null
}

/** A name that a file gives itself stands for a word or a sign, not for a page. */
const LONGEST_VALUE = 1_000

/** What named characters may add to a file of any size, in characters. */
const SPARE_CHARACTERS = 1_000_000

const ENTITY = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&([A-Za-z][\w.-]{0,63});/g
const OWN_TO_XML = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * Replaces the names of characters that XML does not know of itself: those of HTML (`&eacute;`, as in feeds that lean
 * on a document type) and those that the file's own document type gives a plain text.
 *
 * A name whose text holds another name, or that is told in another file, is left as it stands and nothing is fetched:
 * so a few lines can never grow into gigabytes. CDATA and comments pass untouched. Takes time and room in proportion to
 * the file.
 */
export function resolveEntities(source: string): ResolvedXml {
  const { text, declared, refused } = withoutDoctype(source)
  if (!text.includes('&')) return { text, problem: null }
  let added = 0
  const left = new Set<string>()
  const resolved = text.replace(ENTITY, (whole: string, name: string | undefined) => {
    if (name === undefined || OWN_TO_XML.has(name)) return whole
    const value = declared.get(name) ?? htmlCharacter(name)
    if (value === undefined || refused.has(name) || added > source.length + SPARE_CHARACTERS) {
      if (declared.has(name) || refused.has(name)) left.add(name)
      return whole
    }
    const written = asReferences(value)
    added += written.length
    return written
  })
  return { text: resolved, problem: left.size > 0 ? leftAsTheyStood(left) : null }
}

const leftAsTheyStood = (names: ReadonlySet<string>): string =>
  `Names that the file's document type defines by other names or in other files were left as they stand: ${[...names]
    .slice(0, 5)
    .map((name) => `&${name};`)
    .join(', ')}.`

interface Doctype {
  readonly text: string
  readonly declared: ReadonlyMap<string, string>
  readonly refused: ReadonlySet<string>
}

/** The file without the inner part of its document type, and the names that part defines. */
function withoutDoctype(source: string): Doctype {
  const declared = new Map<string, string>()
  const refused = new Set<string>()
  const start = source.slice(0, 20_000).search(/<!DOCTYPE\s/i)
  const open = start === -1 ? -1 : source.indexOf('[', start)
  const end = start === -1 ? -1 : source.indexOf('>', start)
  if (open === -1 || open > end) return { text: source, declared, refused }
  const close = /\]\s*>/g
  close.lastIndex = open
  const found = close.exec(source)
  const inner = source.slice(open + 1, found?.index ?? source.length)
  for (const [, name = '', double, single] of inner.matchAll(
    /<!ENTITY\s+([A-Za-z][\w.-]*)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\s)/g,
  )) {
    const value = double ?? single
    if (value !== undefined && isPlain(value)) declared.set(name, value)
    else refused.add(name)
  }
  return { text: source.slice(0, open) + source.slice(found ? found.index + 1 : source.length), declared, refused }
}

/** Characters and their numbers: no markup, no other names, no parameters. */
const isPlain = (value: string): boolean =>
  value.length <= LONGEST_VALUE && !value.includes('<') && !/&(?!#\d+;|#x[\da-f]+;)|%/i.test(value)

const known = new Map<string, string | undefined>()

/** The character that HTML means by a name: "eacute" is é. */
function htmlCharacter(name: string): string | undefined {
  if (known.has(name)) return known.get(name)
  const meant = SPACES[name] ?? (plainText(`&${name};`) || undefined)
  const found = meant?.startsWith('&') ? undefined : meant
  if (known.size < 10_000) known.set(name, found)
  return found
}

/** Signs nobody sees are lost when words are cut to one line. */
const SPACES: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  shy: '\u00AD',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
}

/** References to characters stay references; signs that markup is made of become some. */
const asReferences = (value: string): string => value.replace(/&(?!#)|["'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
