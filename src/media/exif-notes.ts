import type { PictureNotes } from './picture-notes.ts'
import { noteDate, noteText } from './note-text.ts'

/** Tags of Exif 2.32 (CIPA DC-008), sections 4.6.4 and 4.6.5. */
const TAG = {
  description: 0x010e,
  artist: 0x013b,
  copyright: 0x8298,
  exif: 0x8769,
  gps: 0x8825,
  takenAt: 0x9003,
  latitude: 0x0002,
  longitude: 0x0004,
} as const

const ASCII = 2
/** No honest directory is longer; a lying one must not keep us busy. */
const MAX_ENTRIES = 500

/** A directory of a TIFF structure: each tag with its type, its count, and where its value stands. */
type Directory = ReadonlyMap<number, { readonly type: number; readonly count: number; readonly at: number }>

/** What Exif says to an editor; empty where it is malformed. Of the place only whether there is one. */
export function exifNotes(bytes: Uint8Array): Partial<PictureNotes> {
  try {
    return read(tiffIn(bytes))
  } catch {
    // It points outside itself.
    return {}
  }
}

/** The structure without the six letters before it in a JPEG. */
function tiffIn(bytes: Uint8Array): DataView {
  const start = String.fromCharCode(...bytes.subarray(0, 6)) === 'Exif\0\0' ? 6 : 0
  return new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start)
}

function read(tiff: DataView): Partial<PictureNotes> {
  const isLittle = tiff.getUint16(0) === 0x4949
  const main = directoryAt(tiff, tiff.getUint32(4, isLittle), isLittle)
  const inner = (tag: number): Directory => {
    const pointer = main.get(tag)
    return pointer ? directoryAt(tiff, tiff.getUint32(pointer.at, isLittle), isLittle) : new Map()
  }
  const text = (directory: Directory, tag: number) => textAt(tiff, directory.get(tag), isLittle)
  const gps = inner(TAG.gps)
  return {
    caption: text(main, TAG.description),
    credit: text(main, TAG.artist),
    copyright: text(main, TAG.copyright),
    takenOn: noteDate(text(inner(TAG.exif), TAG.takenAt) ?? ''),
    hasLocation: gps.has(TAG.latitude) || gps.has(TAG.longitude),
  }
}

function directoryAt(tiff: DataView, offset: number, isLittle: boolean): Directory {
  const entries = new Map<number, { type: number; count: number; at: number }>()
  if (offset + 2 > tiff.byteLength) return entries
  const length = Math.min(tiff.getUint16(offset, isLittle), MAX_ENTRIES)
  for (let entry = 0; entry < length; entry += 1) {
    const at = offset + 2 + entry * 12
    if (at + 12 > tiff.byteLength) return entries
    const type = tiff.getUint16(at + 2, isLittle)
    entries.set(tiff.getUint16(at, isLittle), { type, count: tiff.getUint32(at + 4, isLittle), at: at + 8 })
  }
  return entries
}

/** A text of more than four bytes stands elsewhere, and the entry says where. */
function textAt(
  tiff: DataView,
  entry: { type: number; count: number; at: number } | undefined,
  isLittle: boolean,
): string | null {
  if (entry?.type !== ASCII) return null
  const start = entry.count <= 4 ? entry.at : tiff.getUint32(entry.at, isLittle)
  if (start + entry.count > tiff.byteLength) return null
  return noteText(new Uint8Array(tiff.buffer, tiff.byteOffset + start, entry.count))
}
