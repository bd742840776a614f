import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import type { Rendition } from '../story/public-picture.ts'
import { type PictureKind, pictureKind } from './picture-kind.ts'
import {
  assertFileSize,
  assertPixels,
  brokenPicture,
  MAX_PIXELS,
  tooManyPixels,
  tooSlowPicture,
} from './picture-limits.ts'
import { type PictureNotes, pictureNotes } from './picture-notes.ts'
import { renditionWidths } from './rendition-widths.ts'

/** A picture taken apart: what readers may get of it, and what an editor should know. */
export interface CutPicture {
  /** Of the picture as it came, turned upright. */
  readonly width: number
  readonly height: number
  /** `#rrggbb` */
  readonly colour: string
  /** In base64. */
  readonly thumbhash: string
  readonly renditions: readonly CutRendition[]
  /** The picture without its metadata, from which renditions can be cut again. */
  readonly master: { readonly extension: 'jpg' | 'png'; readonly content: Uint8Array }
  readonly notes: PictureNotes
}

export interface CutRendition extends Rendition {
  readonly content: Uint8Array
}

// Whatever else the library could open, a file that lies about itself included, stays shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Tiff'].map((loader) => `VipsForeignLoad${loader}Buffer`),
})
// A tile kept is memory that the server would rather have; a second thread is a reader's.
sharp.cache(false)
sharp.concurrency(1)

/** The master fits into this; a picture as tall as a strip is still cut to a useful width. */
const MASTER = { width: 2560, height: 5120 } as const

/** Seconds that one step, unpacking or cutting, may take. */
const STEP_SECONDS = 20

/** Pixels, upright and in sRGB, with three or four bytes each. */
interface Raster {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
}

/**
 * Reads a picture's metadata, then unpacks it, turns it upright, converts it to sRGB, and cuts what readers get. Of the
 * metadata nothing comes along, a colour profile neither. Of an animation the first frame is taken.
 *
 * @throws OnrecordError `bad-input` for what is no picture, too large by its header, damaged, or too slow
 */
export async function cutPicture(bytes: Uint8Array): Promise<CutPicture> {
  assertFileSize(bytes.length)
  const kind = pictureKind(bytes)
  const metadata = await headerOf(bytes, kind)
  const raster = await unpacked(bytes)
  const { width, height } = metadata.autoOrient
  return {
    width,
    height,
    ...(await impression(raster)),
    renditions: await cutAll(raster),
    master: await masterOf(raster),
    notes: pictureNotes(metadata),
  }
}

const opened = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true, pages: 1 })

async function headerOf(bytes: Uint8Array, kind: PictureKind) {
  const metadata = await opened(bytes).metadata().catch(refuse)
  // The decoder sees another kind than we do: one of us is being deceived.
  if (metadata.format !== (kind === 'avif' ? 'heif' : kind)) throw brokenPicture()
  assertPixels({ width: metadata.width, height: metadata.height, pages: metadata.pages ?? 1 })
  return metadata
}

async function unpacked(bytes: Uint8Array): Promise<Raster> {
  const { data, info } = await opened(bytes)
    .autoOrient()
    .resize({ ...MASTER, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .timeout({ seconds: STEP_SECONDS })
    .toBuffer({ resolveWithObject: true })
    .catch(refuse)
  if (info.channels !== 3 && info.channels !== 4) throw brokenPicture()
  const raster: Raster = { data, width: info.width, height: info.height, channels: info.channels }
  return raster.channels === 4 && (await isOpaque(raster)) ? withoutAlpha(raster) : raster
}

function refuse(error: unknown): never {
  const words = error instanceof Error ? error.message : ''
  if (/pixel limit|too large|exceeds/i.test(words)) throw tooManyPixels()
  throw /timeout/i.test(words) ? tooSlowPicture() : brokenPicture(error)
}

const from = ({ data, width, height, channels }: Raster): Sharp => sharp(data, { raw: { width, height, channels } })

const isOpaque = async (raster: Raster): Promise<boolean> => (await from(raster).stats()).isOpaque

const withoutAlpha = async (raster: Raster): Promise<Raster> => ({
  ...raster,
  data: await from(raster).removeAlpha().raw().toBuffer(),
  channels: 3,
})

/** What stands in the picture's place until it has arrived. */
async function impression(raster: Raster): Promise<{ colour: string; thumbhash: string }> {
  const { data, info } = await from(raster)
    .resize({ width: 100, height: 100, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const thumbhash = Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
  return { colour: averageColour(data), thumbhash }
}

/** The mean of all pixels, each as much as it covers. */
function averageColour(rgba: Uint8Array): string {
  const sums = [0, 0, 0, 0]
  for (let at = 0; at + 4 <= rgba.length; at += 4) {
    const weight = rgba[at + 3] ?? 0
    for (let channel = 0; channel < 3; channel += 1) {
      sums[channel] = (sums[channel] ?? 0) + (rgba[at + channel] ?? 0) * weight
    }
    sums[3] = (sums[3] ?? 0) + weight
  }
  const [red = 0, green = 0, blue = 0, weight = 0] = sums
  const hex = (sum: number) => (weight === 0 ? 0x80 : Math.round(sum / weight)).toString(16).padStart(2, '0')
  return `#${hex(red)}${hex(green)}${hex(blue)}`
}

type Encoder = (picture: Sharp) => Sharp

const ENCODERS: Readonly<Record<Rendition['format'], Encoder>> = {
  jpeg: (picture) => picture.jpeg({ quality: 72, mozjpeg: true }),
  png: (picture) => picture.png({ compressionLevel: 9, palette: true, quality: 90 }),
  avif: (picture) => picture.avif({ quality: 50, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 72 }),
}

const EXTENSION: Readonly<Record<Rendition['format'], string>> = { jpeg: 'jpg', png: 'png', avif: 'avif', webp: 'webp' }

/**
 * Every width in the format that all browsers know, and in the smaller of AVIF and WebP, where that saves something.
 * Which of them is smaller is tried at one width: the others follow it, so that a browser chooses by width alone.
 */
async function cutAll(raster: Raster): Promise<CutRendition[]> {
  const widths = renditionWidths(raster.width)
  const plain = raster.channels === 4 ? 'png' : 'jpeg'
  const trial = widths[Math.min(1, widths.length - 1)] ?? raster.width
  const tried = [await cut(raster, trial, 'avif'), await cut(raster, trial, 'webp')]
  const [smaller] = tried.toSorted((one, other) => one.bytes - other.bytes)
  const old = await cutEach(raster, widths, plain)
  if (!smaller || smaller.bytes >= (old.find(({ width }) => width === trial)?.bytes ?? 0)) return old
  const others = widths.filter((width) => width !== trial)
  const modern = [smaller, ...(await cutEach(raster, others, smaller.format))]
  return [...old, ...modern].toSorted((one, other) => one.width - other.width)
}

/** One after the other: memory holds one at a time. */
async function cutEach(
  raster: Raster,
  widths: readonly number[],
  format: Rendition['format'],
): Promise<CutRendition[]> {
  const renditions = []
  for (const width of widths) renditions.push(await cut(raster, width, format))
  return renditions
}

async function cut(raster: Raster, width: number, format: Rendition['format']): Promise<CutRendition> {
  const picture = from(raster).resize({ width }).timeout({ seconds: STEP_SECONDS })
  const { data, info } = await ENCODERS[format](picture).toBuffer({ resolveWithObject: true })
  const name = `${createHash('sha256').update(data).digest('hex').slice(0, 24)}.${EXTENSION[format]}`
  return { name, format, width: info.width, height: info.height, bytes: data.length, content: data }
}

async function masterOf(raster: Raster): Promise<CutPicture['master']> {
  if (raster.channels === 4) return { extension: 'png', content: await from(raster).png().toBuffer() }
  const content = await from(raster).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()
  return { extension: 'jpg', content }
}
