import { OnrecordError } from '../errors.ts'

/** The kinds of picture that are taken in, as the decoder names them. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff'

/** What a file is by its first bytes. One that is a picture and yet refused is known too, so that the refusal can say why. */
type FileKind = PictureKind | 'heic' | 'svg' | 'pdf' | 'html' | 'other'

const SIGNATURES: readonly { readonly kind: FileKind; readonly at: number; readonly text: string }[] = [
  { kind: 'jpeg', at: 0, text: '\xff\xd8\xff' },
  { kind: 'png', at: 0, text: '\x89PNG\r\n\x1a\n' },
  { kind: 'gif', at: 0, text: 'GIF87a' },
  { kind: 'gif', at: 0, text: 'GIF89a' },
  { kind: 'webp', at: 8, text: 'WEBP' },
  { kind: 'tiff', at: 0, text: 'II*\0' },
  { kind: 'tiff', at: 0, text: 'MM\0*' },
  { kind: 'pdf', at: 0, text: '%PDF-' },
]

/** Enough for a byte order mark, a few comments and the first element. */
const LOOKED_AT = 4_096

/**
 * Which kind of picture a file is, read off its bytes; its name and what its sender calls it count for nothing.
 *
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern and, for HEIF's brands, ISO/IEC 23008-12
 * @throws OnrecordError `bad-input` for an empty file, for SVG, PDF and HTML, and for whatever is no picture we can take
 */
export function pictureKind(bytes: Uint8Array): PictureKind {
  if (bytes.length === 0) throw refused('The file is empty.', 'See that it was saved whole, and try again.')
  const kind = fileKind(bytes)
  switch (kind) {
    case 'svg':
      throw refused('The file is an SVG drawing, which can carry programs.', 'Save it as PNG and add that.')
    case 'pdf':
      throw refused('The file is a PDF, not a picture.', 'Save the page you want as PNG or JPEG and add that.')
    case 'html':
      throw refused('The file is a web page, not a picture.', 'Save the picture itself: it may be a link on that page.')
    case 'heic':
      throw refused(
        'The file is a HEIC photograph, which this installation cannot read.',
        'Save it as JPEG, or let the phone take pictures as “most compatible”.',
      )
    case 'other':
      throw refused(
        'The file is no picture of a kind that is taken here.',
        'Save it as JPEG, PNG, WebP, AVIF, GIF or TIFF.',
      )
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'avif':
    case 'gif':
    case 'tiff':
      return kind
  }
}

const refused = (message: string, remedy: string) => new OnrecordError('bad-input', message, { remedy })

function fileKind(bytes: Uint8Array): FileKind {
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT)).toString('latin1')
  const known = SIGNATURES.find(({ at, text }) => letters.startsWith(text, at))
  if (known?.kind === 'webp' && !letters.startsWith('RIFF')) return 'other'
  if (known) return known.kind
  return letters.startsWith('ftyp', 4) ? heifKind(letters) : markupKind(letters)
}

/** AVIF and HEIC are one container; its brands say which of the two is inside. */
function heifKind(letters: string): FileKind {
  const length = Number.parseInt(Buffer.from(letters.slice(0, 4), 'latin1').toString('hex'), 16)
  const brands = letters.slice(8, Math.min(length, 256)).match(/.{4}/gs) ?? []
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif'
  return brands.some((brand) => /^(?:hei|hev|mif1|msf1)/.test(brand)) ? 'heic' : 'other'
}

function markupKind(letters: string): FileKind {
  const text = letters.replaceAll('\0', '').toLowerCase()
  if (text.includes('<svg')) return 'svg'
  return /<(?:!doctype html|html|head|body|script)/.test(text) ? 'html' : 'other'
}
