import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Is there an exiftool on this machine? Where the whole suite is run, it must be. */
export const hasExiftool = spawnSync('exiftool', ['-ver']).status === 0

/**
 * What exiftool may say of a picture of ours: what kind of file it is, its size, and how its pixels are coded. Anything
 * else (a camera, a place, a person, a program, an hour, a thumbnail, a profile, a word) has no business there.
 */
const ALLOWED: readonly RegExp[] = [
  /^SourceFile$/,
  /^ExifTool:ExifToolVersion$/,
  /^System:/,
  /^File:(?:FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling)$/,
  /^JFIF:(?:JFIFVersion|ResolutionUnit|XResolution|YResolution)$/,
  /^PNG(?:-pHYs)?:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|Palette|Transparency|PixelsPerUnit[XY]|PixelUnits|SignificantBits|SRGBRendering)$/,
  /^RIFF:(?:VP8Version|WebP_Flags|ImageWidth|ImageHeight|HorizontalScale|VerticalScale|AlphaIsUsed|AlphaPreprocessing|AlphaFiltering|AlphaCompression)$/,
  /^(?:QuickTime|Meta|ItemProp\w*|Ipco):(?:MajorBrand|MinorVersion|CompatibleBrands|HandlerType|HandlerDescription|PrimaryItemReference|MetaImageSize|ImageSpatialExtent|ImageWidth|ImageHeight|PixelAspectRatio|AV1Configuration\w*|ChromaFormat|ChromaSamplePosition|ImagePixelDepth|ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|MediaDataSize|MediaDataOffset|MediaData|SeqProfile|SeqTier0|InitialDelaySamples|AuxiliaryImageType)$/,
  // The one drawing that we serve, made of the paper's name: its shapes and that letter.
  /^SVG:(?:Xmlns|ViewBox|Text|(?:Rect|Text|Path)[A-Z][\w-]*)$/,
  /^Composite:(?:ImageSize|Megapixels)$/,
]

/** Writes files into a folder, to be looked at all at once: starting the tool takes longer than looking. */
export function writeAll(folder: string, files: Iterable<readonly [string, Uint8Array]>): void {
  for (const [name, bytes] of files) {
    const path = join(folder, name.replaceAll(/[^\w./-]/g, '_').replaceAll('..', '_'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

/** Everything that exiftool finds in the files of a folder and that is not allowed: `file: tag = value`. */
export function metadataIn(folder: string): { readonly looked: number; readonly found: string[] } {
  const said = execFileSync('exiftool', ['-json', '-G1', '-a', '-u', '-U', '-ee', '-m', '-r', folder], {
    encoding: 'utf8',
    maxBuffer: 200_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const files = JSON.parse(said) as Record<string, unknown>[]
  const found = files.flatMap((file) =>
    Object.entries(file)
      .filter(([tag]) => !ALLOWED.some((allowed) => allowed.test(tag)))
      .map(
        ([tag, value]) =>
          `${String(file['SourceFile']).slice(folder.length + 1)}: ${tag} = ${String(value).slice(0, 60)}`,
      ),
  )
  return { looked: files.length, found }
}
