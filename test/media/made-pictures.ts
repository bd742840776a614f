import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A word that only metadata holds: in a served file it has no business. */
export const TELLING = 'Tellingqqxz'

/** A file as somebody sends it. */
export interface MadeFile {
  readonly name: string
  readonly bytes: Buffer
}

const MARKUP = `<script>alert("${TELLING}")</script>`

/** Noise, so that no two pictures have a byte of pixels in common, in halves by which one sees what it is. */
export const aPhoto = async (colour: string, width = 64, height = 48) =>
  sharp({
    create: { width, height, channels: 3, background: colour, noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })

const EXIF = {
  IFD0: {
    Artist: `${TELLING} Artist`,
    Copyright: `${TELLING} rights`,
    Make: `${TELLING} make`,
    Model: `${TELLING} model`,
    Software: `${TELLING} software`,
    ImageDescription: `${TELLING} ${MARKUP}`,
    Orientation: '6',
  },
  IFD2: {
    DateTimeOriginal: '2024:07:29 15:10:00',
    BodySerialNumber: `${TELLING}-0815`,
    LensSerialNumber: `${TELLING}-4711`,
    CameraOwnerName: `${TELLING} owner`,
    UserComment: `${TELLING} comment`,
  },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 20/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 30/1 0/1' },
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 exif:GPSLatitude="20,20.0N" aux:SerialNumber="${TELLING}">
<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>${TELLING} Person</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
<dc:creator><rdf:Seq><rdf:li>${TELLING} Creator</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`

/** Files of every kind that is taken, with all that a camera, an agency or an attacker can write into each. */
export async function tellingPictures(): Promise<MadeFile[]> {
  const jpeg = await (await aPhoto('#804020')).jpeg().withExif(EXIF).withXmp(XMP).toBuffer()
  const png = await (await aPhoto('#208040')).png().toBuffer()
  const second = await (await aPhoto('#402080', 32, 32)).jpeg().withExif(EXIF).toBuffer()
  const behind = Buffer.concat([second, Buffer.from(`PK\x03\x04${MARKUP}`)])
  const opened = (colour: string) => aPhoto(colour)
  return [
    { name: 'camera.jpg', bytes: withSegments(jpeg) },
    { name: 'two-in-one.jpg', bytes: Buffer.concat([await (await opened('#112233')).jpeg().toBuffer(), behind]) },
    { name: 'texts.png', bytes: withChunks(png) },
    { name: 'behind-the-end.png', bytes: Buffer.concat([await (await opened('#332211')).png().toBuffer(), behind]) },
    { name: 'phone.webp', bytes: await (await opened('#204080')).webp().withExif(EXIF).withXmp(XMP).toBuffer() },
    {
      name: 'phone.avif',
      bytes: await (await opened('#802040')).avif({ effort: 0 }).withExif(EXIF).withXmp(XMP).toBuffer(),
    },
    { name: 'agency.tif', bytes: await (await opened('#408020')).tiff().withExif(EXIF).withXmp(XMP).toBuffer() },
    { name: 'comment.gif', bytes: withGifWords(await (await opened('#123456')).gif().toBuffer()) },
  ]
}

/** A segment of a JPEG (ITU-T T.81, B.1.1.4). */
const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

const latin = (text: string) => Buffer.from(text, 'latin1')

/** Words of an agency, a second picture's whereabouts, a maker's own notes, a comment, and something after the end. */
function withSegments(jpeg: Buffer): Buffer {
  const iptc = Buffer.concat([latin('\x1c\x02\x50\0\x20'), latin(`${TELLING} by-line`.padEnd(32))])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(iptc.length, 0)
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xed, Buffer.concat([latin('Photoshop 3.0\x008BIM\x04\x04\0\0'), size, iptc, latin('\0')])),
    segment(0xe2, latin(`MPF\0II*\0\x08\0\0\0${TELLING}`)),
    segment(0xe4, latin(`${TELLING} of the maker`)),
    segment(0xef, latin(MARKUP)),
    segment(0xfe, latin(`*/=1;${MARKUP}/*`)),
    jpeg.subarray(2),
    latin(MARKUP),
  ])
}

/** A chunk of a PNG (section 5.3). */
export const pngChunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([latin(name), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Texts plain, packed and international, Exif, and the hour of the last change, behind the header. */
function withChunks(png: Buffer): Buffer {
  const exif = latin(`MM\0*\0\0\0\x08\0\x01\x01\x3b\0\x02\0\0\0\x10\0\0\0\x1a\0\0\0\0${TELLING} who\0`)
  return Buffer.concat([
    png.subarray(0, 33),
    pngChunk('tEXt', latin(`Author\0${TELLING} Author`)),
    pngChunk('tEXt', latin(`Comment\0${MARKUP}`)),
    pngChunk('zTXt', Buffer.concat([latin('Source\0\0'), deflateSync(`${TELLING} Camera`)])),
    pngChunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)),
    pngChunk('eXIf', exif),
    pngChunk('tIME', Buffer.from([7, 232, 7, 29, 15, 10, 0])),
    png.subarray(33),
  ])
}

/** A comment and an application's words (GIF89a, sections 24 and 26) before the trailer. */
const withGifWords = (gif: Buffer): Buffer =>
  Buffer.concat([
    gif.subarray(0, -1),
    Buffer.concat([Buffer.from([0x21, 0xfe, MARKUP.length]), latin(MARKUP), Buffer.from([0])]),
    Buffer.concat([Buffer.from([0x21, 0xff, 11]), latin('XMP DataXMP'), Buffer.from([TELLING.length]), latin(TELLING)]),
    Buffer.from([0, 0x3b]),
  ])
