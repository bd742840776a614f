import { deflateSync } from 'node:zlib'
import { aPhoto, type MadeFile, pngChunk } from './made-pictures.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const PNG = latin('\x89PNG\r\n\x1a\n')

function header(width: number, height: number, depth: number, colour: number): Buffer {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes.set([depth, colour], 8)
  return pngChunk('IHDR', bytes)
}

const png = (...chunks: Buffer[]) => Buffer.concat([PNG, ...chunks, pngChunk('IEND', Buffer.alloc(0))])

/** Every pixel is there, and all of them are black: 144 megapixels in some twenty kilobytes. */
const realPng = () => png(header(12_000, 12_000, 1, 0), pngChunk('IDAT', deflateSync(Buffer.alloc(12_000 * 1_501))))

/** Two numbers of a file overwritten where it says its size. */
function lying(bytes: Buffer, find: string, write: (bytes: Buffer, at: number) => void): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(find, 0, 'latin1')
  if (at === -1) throw new Error(`no ${JSON.stringify(find)} in the picture`)
  write(copy, at + find.length)
  return copy
}

const wide = (bytes: Buffer, at: number) => bytes.fill(0xff, at, at + 2)
const huge = (bytes: Buffer, at: number) => bytes.fill(0xff, at, at + 4)

/** A GIF with so many frames of one pixel on a screen of so many (GIF89a, section 18). */
const frames = (count: number, width: number): Buffer => {
  const screen = latin('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff')
  screen.writeUInt16LE(width, 6)
  screen.writeUInt16LE(width, 8)
  const frame = latin('\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0')
  return Buffer.concat([screen, ...Array.from({ length: count }, () => frame), latin(';')])
}

/** Files that ask for far more memory or time than they have bytes, or that are no picture and say they are. */
export async function hostilePictures(): Promise<MadeFile[]> {
  const [jpeg, webp, avif, tiff] = await Promise.all([
    (await aPhoto('#aa5500')).jpeg().toBuffer(),
    (await aPhoto('#55aa00')).webp({ lossless: true }).toBuffer(),
    (await aPhoto('#0055aa')).avif({ effort: 0 }).toBuffer(),
    (await aPhoto('#00aa55')).tiff({ compression: 'none' }).toBuffer(),
  ])
  return [
    { name: 'real-144-megapixels.png', bytes: realPng() },
    { name: 'lying.png', bytes: png(header(60_000, 60_000, 8, 2), pngChunk('IDAT', deflateSync(Buffer.alloc(99)))) },
    { name: 'no-width.png', bytes: png(header(0, 10, 8, 2), pngChunk('IDAT', deflateSync(Buffer.alloc(9)))) },
    { name: 'negative.png', bytes: png(header(0xffff_ffff, 1, 8, 2), pngChunk('IDAT', deflateSync(Buffer.alloc(9)))) },
    {
      name: 'too-much-data.png',
      bytes: png(header(4, 4, 8, 2), pngChunk('IDAT', deflateSync(Buffer.alloc(20_000_000)))).subarray(0, -20),
    },
    { name: 'lying.jpg', bytes: lying(jpeg, '\xff\xc0\0\x11\x08', huge) },
    { name: 'lying.webp', bytes: lying(webp, '/', huge) },
    {
      name: 'lying.avif',
      bytes: lying(avif, 'ispe\0\0\0\0', (bytes, at) => bytes.write('0000ea600000ea60', at, 'hex')),
    },
    { name: 'lying.tif', bytes: lying(lying(tiff, '\0\x01\x03\0\x01\0\0\0', wide), '\x01\x01\x03\0\x01\0\0\0', wide) },
    { name: 'six-hundred-frames.gif', bytes: frames(600, 1_000) },
    { name: 'cut-off.jpg', bytes: jpeg.subarray(0, jpeg.length / 2) },
    { name: 'cut-off.avif', bytes: avif.subarray(0, avif.length / 2) },
    { name: 'drawing.svg', bytes: latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
    {
      name: 'drawing-in-utf-16.svg',
      bytes: Buffer.from('\ufeff<?xml version="1.0"?><svg onload="alert(1)"/>', 'utf16le'),
    },
    { name: 'drawing-called.png', bytes: latin(`<?xml version="1.0"?>${' '.repeat(500)}<!DOCTYPE svg><svg/>`) },
    { name: 'page.html', bytes: latin('<!doctype html><script>alert(1)</script>') },
    { name: 'page.pdf', bytes: latin('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>') },
    { name: 'script-and-gif.gif', bytes: latin('GIF89a/*\0\0\0\0\0*/=1;alert(1);') },
    { name: 'script-and-bmp.bmp', bytes: latin('BM/*\0\0\0*/=1;alert(1);') },
    { name: 'page-and-jpeg.jpg', bytes: latin('\xff\xd8\xff\xe0<html><script>alert(1)</script>') },
    { name: 'film.mp4', bytes: latin('\0\0\0\x18ftypisom\0\0\0\0isommp42') },
    { name: 'phone.heic', bytes: latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic') },
    { name: 'archive.zip', bytes: latin('PK\x03\x04') },
    { name: 'picture.eps', bytes: latin('%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (w) file') },
    { name: 'picture.mvg', bytes: latin('push graphic-context\nviewbox 0 0 1 1\nfill "url(https://e.example/|id)"') },
    { name: 'picture.psd', bytes: latin('8BPS\0\x01') },
    { name: 'picture.jxl', bytes: latin('\xff\x0a') },
    { name: 'picture.ico', bytes: latin('\0\0\x01\0') },
  ]
}

/** A chunk of a WebP (RIFF: name, length, data, and a byte where that is odd) behind the others. */
function withXmp(webp: Buffer, xmp: string): Buffer {
  const data = latin(xmp.length % 2 === 0 ? xmp : `${xmp} `)
  const chunk = Buffer.concat([latin('XMP \0\0\0\0'), data])
  chunk.writeUInt32LE(data.length, 4)
  const whole = Buffer.concat([webp, chunk])
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}

/** A PNG with these chunks behind its header. */
const within = async (colour: string, ...chunks: Buffer[]) => {
  const picture = await (await aPhoto(colour)).png().toBuffer()
  return Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)])
}

const xmp = (text: string) => pngChunk('iTXt', Buffer.concat([latin('XML:com.adobe.xmp\0\0\0\0\0'), latin(text)]))

/** Pictures whose metadata is the attack: honest pixels, and texts that unpack, repeat or nest without end. */
export async function hostileMetadata(): Promise<MadeFile[]> {
  const bomb = deflateSync(Buffer.alloc(40_000_000))
  // With a little XMP of its own, so that its header says that there is some.
  const webp = await (await aPhoto('#888888')).webp().withXmp('<x/>').toBuffer()
  const cut = webp.subarray(0, webp.lastIndexOf('XMP '))
  return [
    { name: 'a-gigapixel-of-screen.gif', bytes: frames(1, 32_767) },
    { name: 'frames-without-end.gif', bytes: frames(5_000, 1) },
    { name: 'zeros.webp', bytes: withXmp(cut, `<x>${'\0'.repeat(990_000)}</x>`) },
    { name: 'nested.webp', bytes: withXmp(cut, '<x>'.repeat(300_000)) },
    { name: 'zeros.png', bytes: await within('#111111', xmp(`<x>${'\0'.repeat(990_000)}</x>`)) },
    { name: 'nested.png', bytes: await within('#222222', xmp('<x>'.repeat(300_000))) },
    {
      name: 'entities.png',
      bytes: await within(
        '#333333',
        xmp(
          `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>${'&b;'.repeat(99_999)}</x>`,
        ),
      ),
    },
    {
      name: 'packed-text.png',
      bytes: await within('#444444', pngChunk('zTXt', Buffer.concat([latin('C\0\0'), bomb]))),
    },
    {
      name: 'packed-xmp.png',
      bytes: await within('#555555', pngChunk('iTXt', Buffer.concat([latin('XML:com.adobe.xmp\0\x01\0\0\0'), bomb]))),
    },
    {
      name: 'packed-profile.png',
      bytes: await within('#666666', pngChunk('iCCP', Buffer.concat([latin('C\0\0'), bomb]))),
    },
    {
      name: 'many-texts.png',
      bytes: await within('#777777', ...Array.from({ length: 1_000 }, () => pngChunk('tEXt', latin('C\0x')))),
    },
  ]
}
