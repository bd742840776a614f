import { BLOG_SIGNS } from './blog-signs.ts'
import { decoderFor, guessEncoding } from './encoding.ts'
import type { InputKind } from './input-kinds.ts'
import { isWebArchive } from './saved-page/web-archive.ts'
import { isWixTable } from './wix/wix-columns.ts'
import { WIRE_SIGNS } from './wire-signs.ts'

/** A kind that a reader makes something of, or what else a file may be. */
export type FileKind = InputKind | 'empty' | 'binary' | 'picture' | 'zip' | 'json' | 'html' | 'xml'

export interface RecognisedFile {
  readonly kind: FileKind
  /** What it is, in words: "a PDF document". */
  readonly name: string
}

const SIGNATURES: readonly (readonly [string, string, FileKind?])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document', 'zip'],
  ['PK\u0005\u0006', 'a ZIP archive without files', 'zip'],
  ['\u001F\u008B', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\u00FD7zXZ', 'an xz archive'],
  ['7z\u00BC\u00AF', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\u0089PNG', 'a PNG picture', 'picture'],
  ['\u00FF\u00D8\u00FF', 'a JPEG picture', 'picture'],
  ['GIF8', 'a GIF picture', 'picture'],
  ['SQLite format 3\u0000', 'an SQLite database'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old office document'],
  ['{\\rtf', 'an RTF document'],
  ['\u007FELF', 'a program'],
  ['OggS', 'a sound file'],
  ['ID3', 'a sound file'],
]

/** Enough to see what a file is. */
export const RECOGNISE_BYTES = 16_384

/**
 * Tells the kind of a file from its first bytes, so that a person who took the wrong reader can be sent to the right
 * one.
 *
 * @param head the first bytes of the file, `RECOGNISE_BYTES` of them if it has so many
 */
export function recogniseFile(head: Uint8Array): RecognisedFile {
  if (head.length === 0) return { kind: 'empty', name: 'an empty file' }
  const raw = String.fromCharCode(...head.subarray(0, 64))
  const signature = SIGNATURES.find(([start]) => raw.startsWith(start))
  if (signature) return { kind: signature[2] ?? 'binary', name: signature[1] }
  if (/^RIFF[\s\S]{4}WEBP|^[\s\S]{4}ftypavif/.test(raw)) return { kind: 'picture', name: 'a picture' }
  if (/^[\s\S]{4}ftyp/.test(raw)) return { kind: 'binary', name: 'a film or a picture of a phone (HEIC)' }
  const guess = guessEncoding(head)
  const text = decoderFor(head)?.decode(head.subarray(0, RECOGNISE_BYTES), { stream: true })
  if (text === undefined)
    return guess.encoding.startsWith('utf-32') ? { kind: 'feed', name: 'a text in UTF-32' } : BINARY
  return looksBinary(text) ? BINARY : textKind(text.replace(/^\uFEFF/, '').trimStart())
}

const BINARY: RecognisedFile = { kind: 'binary', name: 'a binary file' }

/** Text has hardly any control characters; unknown bytes alone may be an old encoding. */
function looksBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0
  return text.includes('\u0000') || controls > text.length / 100
}

function textKind(text: string): RecognisedFile {
  if (text === '') return { kind: 'empty', name: 'a file of nothing but white space' }
  const shown: Shown = { text, root: rootOf(text) }
  return SIGNS.find(({ fits }) => fits(shown)) ?? { kind: 'page-text', name: 'a plain text' }
}

/** The first characters of a text file. */
interface Shown {
  readonly text: string
  /** The name of the first element, in small letters; empty when the text does not begin with one. */
  readonly root: string
}

interface Sign extends RecognisedFile {
  readonly fits: (shown: Shown) => boolean
}

const rootOf = (text: string): string =>
  text.startsWith('<')
    ? (/<(?![?!])([\w:.-]+)/.exec(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1]?.toLowerCase() ?? '')
    : ''

const HTML_ROOT =
  /^(?:html|head|body|div|p|article|section|main|header|nav|h[1-6]|table|span|ul|ol|title|meta|link|script|style|center|font|form|blockquote|figure|pre|noscript)$/

/** How WordPress' REST API writes texts, names what it embeds, or (WordPress.com) counts its sites. */
const REST_OBJECT =
  /"(?:title|content|guid|excerpt|caption)"\s*:\s*\{\s*"(?:rendered|raw|protected|block_version)"\s*:|"wp:(?:featuredmedia|term)"\s*:|"site_ID"\s*:\s*\d/

/** The first line of `onrecord export`: what it is of, and the thing itself with one of our ids or the paper's languages. */
const OWN_LINE =
  /^\{(?=[^\n]*"kind":"(?:newspaper|section|persona|story)")(?=[^\n]*"(?:newspaper|section|persona|story)":\{)[^\n]*(?:"(?:sec|per|sty)_[0-9a-z]+"|"defaultLanguage")/

/**
 * A feed below something that was printed before it by mistake: its own declaration and element follow. A comment holds no
 * end of one: could it, a few dozen comments would be cut up in more ways than there is time for.
 */
const FEED_BELOW =
  /<\?xml[^>]*>\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|rdf:RDF|feed)[\s>]/

/** How each kind shows itself. The first that fits is meant: the narrower stand before the wider. */
const SIGNS: readonly Sign[] = [
  {
    kind: 'onrecord',
    name: 'the export of a whole newsroom',
    fits: ({ text }) => text.startsWith('{') && /"format"\s*:\s*"onrecord-export"/.test(text),
  },
  { kind: 'onrecord-lines', name: 'stories exported by Onrecord', fits: ({ text }) => OWN_LINE.test(text) },
  ...BLOG_SIGNS,
  ...WIRE_SIGNS,
  {
    kind: 'wxr',
    name: 'a WordPress export',
    fits: ({ text, root }) => root !== '' && /xmlns:\w+=["']https?:\/\/wordpress\.org\/export\/|<wp:/.test(text),
  },
  {
    kind: 'feed',
    name: 'a feed',
    fits: ({ text, root }) => /^(?:(?:.+:)?(?:rss|rdf|feed)|channel)$/.test(root) || FEED_BELOW.test(text),
  },
  {
    kind: 'saved-page',
    name: 'a web page',
    fits: ({ text, root }) => HTML_ROOT.test(root) || /^<!doctype html/i.test(text) || isWebArchive(text),
  },
  { kind: 'wix-csv', name: 'a table of Wix', fits: ({ text, root }) => root === '' && isWixTable(text) },
  { kind: 'xml', name: 'an XML file', fits: ({ root }) => root !== '' },
  {
    kind: 'feed',
    name: 'a JSON Feed',
    fits: ({ text }) => /^[{[]/.test(text) && /jsonfeed\.org\/version\/|"(?:feed_url|home_page_url)"\s*:/.test(text),
  },
  {
    kind: 'wordpress-rest',
    name: 'posts of a WordPress site, as JSON',
    fits: ({ text }) => /^[{[]/.test(text) && REST_OBJECT.test(text),
  },
  { kind: 'json', name: 'a JSON file', fits: ({ text }) => /^[{[]/.test(text) },
]
