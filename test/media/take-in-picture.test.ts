import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import type { CutPicture } from '../../src/media/cut-picture.ts'
import { takeInPicture } from '../../src/media/take-in-picture.ts'
import { leftoversIn } from './leftovers.ts'

const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  const error: unknown = await takeInPicture(bytes).catch((reason: unknown) => reason)
  if (!(error instanceof OnrecordError)) throw new Error('It was taken in, or failed as a bug does.', { cause: error })
  expect(error.code).toBe('bad-input')
  expect(error.remedy).toMatch(/\S/)
  return error.message
}

/** Two halves, red above blue, so that one can see which way up it is. */
async function aPhoto(width: number, height: number) {
  const half = (background: string) =>
    sharp({ create: { width, height: height / 2, channels: 3, background } })
      .png()
      .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: await half('#ff0000'), top: 0, left: 0 },
  ])
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="The Agency">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A market &amp; a road.</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>`

/** As a phone and an agency leave it: turned on its side, with a place, a name, and a caption. */
const fromACamera = async (width: number, height: number): Promise<Buffer> =>
  (await aPhoto(width, height))
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Artist: 'Secret Name', Copyright: 'All rights', Orientation: '6' },
      IFD2: { DateTimeOriginal: '2024:07:29 15:10:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 20/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 30/1 0/1' },
    })
    .withXmp(XMP)
    .withMetadata({ orientation: 6 })
    .keepExif()
    .toBuffer()

describe('a photograph from a camera', () => {
  let taken: CutPicture
  beforeAll(async () => {
    taken = await takeInPicture(await fromACamera(1600, 1000))
  })

  it('stands upright', async () => {
    expect([taken.width, taken.height]).toEqual([1000, 1600])
    const widest = taken.renditions.findLast(({ format }) => format === 'jpeg')
    const { data } = await sharp(widest?.content).raw().toBuffer({ resolveWithObject: true })
    // What was at the top lies on the right now.
    expect(data[0]).toBeLessThan(40)
    expect(data[2]).toBeGreaterThan(200)
  })

  it('leaves no byte of what the camera wrote in any file', () => {
    for (const rendition of taken.renditions)
      expect([rendition.name, leftoversIn(rendition)]).toEqual([rendition.name, []])
    expect(leftoversIn({ format: 'jpeg', content: taken.master.content })).toEqual([])
  })

  it('tells an editor what the file says, and of the place only that there is one', () => {
    expect(taken.notes).toEqual({
      caption: 'A market & a road.',
      credit: 'The Agency',
      copyright: 'All rights',
      takenOn: '2024-07-29',
      hasLocation: true,
    })
  })

  it('is cut to widths that it has, in two formats, the newer one smaller', () => {
    const widths = (format: string) => taken.renditions.flatMap((one) => (one.format === format ? [one.width] : []))
    const modern = taken.renditions.find(({ format }) => format !== 'jpeg')?.format ?? ''
    expect(widths('jpeg')).toEqual([320, 640, 1000])
    expect(widths(modern)).toEqual([320, 640, 1000])
    const bytes = (format: string) =>
      taken.renditions.reduce((sum, one) => sum + (one.format === format ? one.bytes : 0), 0)
    expect(bytes(modern)).toBeLessThan(bytes('jpeg'))
  })

  it('has files named by their bytes, and a colour', () => {
    for (const { name } of taken.renditions) expect(name).toMatch(/^[0-9a-f]{24}\.(?:jpg|avif|webp)$/)
    expect(taken.colour).toMatch(/^#[78]\w00[78]\w$/)
    expect(Buffer.from(taken.thumbhash, 'base64').length).toBeGreaterThan(15)
  })
})

describe('other pictures', () => {
  it('keep their transparency as PNG', async () => {
    const clear = { create: { width: 90, height: 40, channels: 4 as const, background: '#00ff0080' } }
    const { renditions, master } = await takeInPicture(await sharp(clear).png().toBuffer())
    expect(renditions.map(({ format, width }) => `${format} ${width}`)).toContain('png 90')
    expect(renditions.some(({ format }) => format === 'jpeg')).toBe(false)
    expect(renditions.flatMap(leftoversIn)).toEqual([])
    expect(master.extension).toBe('png')
  })

  it('are taken as WebP, AVIF, TIFF and GIF, a grey one too', async () => {
    const photo = await aPhoto(60, 40)
    const files = [
      await photo.clone().webp().toBuffer(),
      await photo.clone().avif({ effort: 0 }).toBuffer(),
      await photo.clone().tiff().toBuffer(),
      await photo.clone().gif().toBuffer(),
      await photo.clone().greyscale().toColourspace('b-w').png().toBuffer(),
    ]
    for (const file of files) {
      const { width, height, renditions } = await takeInPicture(file)
      expect([width, height]).toEqual([60, 40])
      expect(renditions.flatMap(leftoversIn)).toEqual([])
    }
  })
})

const chunk = (name: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(name), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A PNG whose header says whatever it is told to; its data is a line of zeros. */
function aLyingPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(99))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('what is refused, and says why', () => {
  it.each([
    ['an SVG', '<?xml version="1.0"?><!-- --><svg onload="alert(1)"/>', 'SVG'],
    ['a PDF', '%PDF-1.7', 'PDF'],
    ['a page called a picture', '<!doctype html><title>x</title>', 'web page'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'HEIC'],
    ['nothing', '', 'empty'],
    ['a zip', 'PK\x03\x04', 'no picture'],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0isommp42', 'no picture'],
  ])('%s', async (_, text, why) => {
    expect(await refusalOf(Buffer.from(text, 'latin1'))).toContain(why)
  })

  it('a picture of a billion pixels, by its header', async () => {
    expect(await refusalOf(aLyingPng(60_000, 60_000))).toContain('100 million pixels')
  })

  it('a file of more than 40 MB, unread', async () => {
    expect(await refusalOf(Buffer.alloc(40_000_001))).toContain('41 MB')
  })

  it('a photograph that breaks off', async () => {
    const whole = await (await aPhoto(400, 300)).jpeg().toBuffer()
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toContain('damaged')
  })

  it('one that takes longer than it may', async () => {
    const error: unknown = await takeInPicture(await fromACamera(40, 20), 1).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'bad-input', message: expect.stringContaining('too long') })
  })
})
