import type { CutRendition } from '../../src/media/cut-picture.ts'

/** What a file of ours may be made of, by kind: anything else could carry what a camera or an agency wrote. */
const ALLOWED: Readonly<Record<CutRendition['format'], ReadonlySet<string>>> = {
  // Start, JFIF, quantisation, frame (baseline or progressive), Huffman tables, restarts, scan, end.
  jpeg: new Set(['ffd8', 'ffe0', 'ffdb', 'ffc0', 'ffc2', 'ffc4', 'ffdd', 'ffda', 'ffd9']),
  png: new Set(['IHDR', 'PLTE', 'tRNS', 'sBIT', 'pHYs', 'IDAT', 'IEND']),
  webp: new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']),
  avif: new Set(['ftyp', 'meta', 'mdat', 'free']),
}

/** The parts of a picture's file that have no business there; words that metadata is known by count too. */
export function leftoversIn({ format, content }: Pick<CutRendition, 'format' | 'content'>): string[] {
  const bytes = Buffer.from(content)
  const strange = partsOf(format, bytes).filter((part) => !ALLOWED[format].has(part))
  const words = ['Exif', 'xmpmeta', 'photoshop', '8BIM', 'ICC_PROFILE', 'Secret', 'GPS'].filter((word) =>
    bytes.toString('latin1').includes(word),
  )
  return [...strange, ...words]
}

function partsOf(format: CutRendition['format'], bytes: Buffer): string[] {
  if (format === 'jpeg') return segmentsOf(bytes)
  if (format === 'png') return chunksOf(bytes, { from: 8, lengthAt: 0, nameAt: 4, more: 12 })
  if (format === 'webp') return riffChunksOf(bytes)
  return boxesOf(bytes)
}

/** A JPEG's markers (ITU-T T.81, B.1.1), up to the data of each scan and on behind it. */
function segmentsOf(bytes: Buffer): string[] {
  const found = []
  for (let at = 0; at + 1 < bytes.length; ) {
    const marker = bytes.subarray(at, at + 2).toString('hex')
    found.push(marker)
    if (marker === 'ffd9') return at + 2 === bytes.length ? found : [...found, 'trailing bytes']
    at += marker === 'ffd8' ? 2 : 2 + bytes.readUInt16BE(at + 2)
    if (marker === 'ffda') at = nextMarker(bytes, at)
  }
  return found
}

/** In a scan, FF is followed by 00 or by a restart; anything else begins a segment. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

function chunksOf(
  bytes: Buffer,
  { from, lengthAt, nameAt, more }: { from: number; lengthAt: number; nameAt: number; more: number },
): string[] {
  const found = []
  for (let at = from; at + 8 <= bytes.length; at += more + bytes.readUInt32BE(at + lengthAt)) {
    found.push(bytes.subarray(at + nameAt, at + nameAt + 4).toString('latin1'))
  }
  return found
}

function riffChunksOf(bytes: Buffer): string[] {
  const found = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    found.push(bytes.subarray(at, at + 4).toString('latin1'))
    const length = bytes.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return found
}

/** Boxes of ISO/IEC 14496-12; items that hold Exif or XMP show as words. */
function boxesOf(bytes: Buffer): string[] {
  const found = []
  for (let at = 0; at + 8 <= bytes.length; at += Math.max(8, bytes.readUInt32BE(at))) {
    found.push(bytes.subarray(at + 4, at + 8).toString('latin1'))
  }
  return found
}
