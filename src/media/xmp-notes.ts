import { SaxesParser } from 'saxes'
import { creditOf } from './iptc-notes.ts'
import type { PictureNotes } from './picture-notes.ts'
import { noteDate, noteText } from './note-text.ts'

/** The properties that are read: of Dublin Core, Photoshop and Exif, as the IPTC Photo Metadata Standard maps them. */
const READ: ReadonlySet<string> = new Set([
  'dc:description',
  'dc:creator',
  'dc:rights',
  'photoshop:Credit',
  'photoshop:DateCreated',
  'exif:DateTimeOriginal',
  'exif:GPSLatitude',
  'exif:GPSLongitude',
])

/** A packet larger than this holds more than words. */
const MAX_BYTES = 1_000_000

/** What an XMP packet says to an editor (ISO 16684-1); empty where it is no XML. Of the place only whether there is one. */
export function xmpNotes(bytes: Uint8Array): Partial<PictureNotes> {
  const found = propertiesIn(bytes)
  const text = (name: string) => noteText(found.get(name) ?? '')
  return {
    caption: text('dc:description'),
    credit: creditOf(text('dc:creator'), text('photoshop:Credit')),
    copyright: text('dc:rights'),
    takenOn: noteDate(found.get('photoshop:DateCreated') ?? found.get('exif:DateTimeOriginal') ?? ''),
    hasLocation: found.has('exif:GPSLatitude') || found.has('exif:GPSLongitude'),
  }
}

/** A property is an attribute of `rdf:Description`, or an element, whose words may stand in a list of languages. */
function propertiesIn(bytes: Uint8Array): Map<string, string> {
  const found = new Map<string, string>()
  const parser = new SaxesParser()
  let inside: string | null = null
  let words = ''
  parser.on('opentag', ({ name, attributes }) => {
    for (const [key, value] of Object.entries(attributes)) if (READ.has(key) && !found.has(key)) found.set(key, value)
    if (READ.has(name)) inside = name
    words = ''
  })
  parser.on('text', (text) => {
    if (inside !== null) words += text
  })
  parser.on('closetag', ({ name }) => {
    if (inside !== null && words.trim() !== '' && !found.has(inside)) found.set(inside, words.trim())
    if (name === inside) inside = null
    words = ''
  })
  try {
    parser.write(new TextDecoder().decode(withoutPadding(bytes.subarray(0, MAX_BYTES)))).close()
  } catch {
    // What was read before the fault stands.
  }
  return found
}

/** Some programs fill a packet up with zeros. Counted from the end: an expression would look for them from every one. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return bytes.subarray(0, end)
}
