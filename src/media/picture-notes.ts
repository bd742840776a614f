import type { LocalDate } from '../time.ts'
import { exifNotes } from './exif-notes.ts'
import { iptcNotes } from './iptc-notes.ts'
import { xmpNotes } from './xmp-notes.ts'

/** What a camera or an agency wrote into the file, as far as an editor needs it. Nothing of it stays in any file of ours. */
export interface PictureNotes {
  readonly caption: string | null
  readonly credit: string | null
  readonly copyright: string | null
  readonly takenOn: LocalDate | null
  /** Does the file say where it was taken? The place itself is never read. */
  readonly hasLocation: boolean
}

/** Where cameras and agencies write: agencies trust IPTC most, programs of today XMP, cameras Exif. */
export interface Metadata {
  readonly iptc?: Uint8Array | undefined
  readonly xmp?: Uint8Array | undefined
  readonly exif?: Uint8Array | undefined
}

/** Reads what is there; whatever is malformed is left out. The first of IPTC, XMP and Exif that says a thing is believed. */
export function pictureNotes({ iptc, xmp, exif }: Metadata): PictureNotes {
  const read = [
    iptc ? iptcNotes(iptc) : {},
    xmp ? xmpNotes(xmp) : {},
    exif ? exifNotes(exif) : {},
  ] satisfies Partial<PictureNotes>[]
  const first = <Key extends keyof PictureNotes>(key: Key): PictureNotes[Key] | null =>
    read.map((notes: Partial<PictureNotes>) => notes[key]).find((value) => value !== undefined && value !== null) ??
    null
  return {
    caption: first('caption'),
    credit: first('credit'),
    copyright: first('copyright'),
    takenOn: first('takenOn'),
    hasLocation: read.some((notes: Partial<PictureNotes>) => notes.hasLocation === true),
  }
}
