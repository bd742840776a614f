/** What a file is by its first bytes, wherever they lie. Containers first: what they hold is not looked at. */
const SIGNATURES: readonly { readonly type: string; readonly at: number; readonly text: string }[] = [
  { type: 'application/pdf', at: 0, text: '%PDF-' },
  { type: 'image/png', at: 0, text: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, text: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, text: 'GIF87a' },
  { type: 'image/gif', at: 0, text: 'GIF89a' },
  { type: 'image/webp', at: 8, text: 'WEBPVP' },
  { type: 'image/tiff', at: 0, text: 'II*\0' },
  { type: 'image/tiff', at: 0, text: 'MM\0*' },
  { type: 'image/avif', at: 4, text: 'ftypavif' },
  { type: 'image/heic', at: 4, text: 'ftyphei' },
  { type: 'audio/mp4', at: 4, text: 'ftypM4A' },
  { type: 'video/quicktime', at: 4, text: 'ftypqt' },
  { type: 'video/mp4', at: 4, text: 'ftyp' },
  { type: 'video/webm', at: 0, text: '\x1aE\xdf\xa3' },
  { type: 'application/ogg', at: 0, text: 'OggS\0' },
  { type: 'audio/wave', at: 8, text: 'WAVE' },
  { type: 'video/avi', at: 8, text: 'AVI ' },
  { type: 'audio/mpeg', at: 0, text: 'ID3' },
  { type: 'application/zip', at: 0, text: 'PK\x03\x04' },
  { type: 'application/gzip', at: 0, text: '\x1f\x8b\x08' },
]

/** Enough to tell a text from anything else. */
const LOOKED_AT = 4_096

/** Kinds of text that look alike: here, and only here, whoever sent the file is believed. */
const TEXTS: ReadonlySet<string> = new Set([
  'text/html',
  'text/plain',
  'text/csv',
  'application/json',
  'application/xhtml+xml',
  'application/xml',
  'text/xml',
])

/**
 * The media type of a captured file, read off its bytes. What a server or a file name says counts only between kinds of
 * text: a page called a picture is still a page. The file is never opened as what it claims to be.
 *
 * @param stated what whoever sent it calls it; null when nothing was said
 * @see https://mimesniff.spec.whatwg.org/ for the signatures
 */
export function mediaTypeOf(bytes: Uint8Array, stated: string | null): string {
  const head = bytes.subarray(0, LOOKED_AT)
  const letters = String.fromCharCode(...head.subarray(0, 64))
  const known = SIGNATURES.find(({ at, text }) => letters.startsWith(text, at))
  if (known) return known.type
  if (!isText(head)) return 'application/octet-stream'
  const called = (stated ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return TEXTS.has(called) ? called : textTypeOf(new TextDecoder().decode(head))
}

/** Text has no control characters but tabs and line ends; which characters the rest are is not asked. */
const isText = (head: Uint8Array): boolean =>
  head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d || byte === 0x1b,
  )

function textTypeOf(text: string): string {
  const start = text.trimStart().toLowerCase()
  if (/^(?:<!doctype html|<html|<head|<body|<!--)/.test(start)) return 'text/html'
  if (start.startsWith('<?xml')) return 'application/xml'
  return 'text/plain'
}
