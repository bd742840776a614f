import { OnrecordError } from '../errors.ts'

/** The largest file that is looked at, in bytes. */
export const MAX_PICTURE_BYTES = 40_000_000

/** The most pixels a picture may have: more than any camera a reporter carries, and 400 MB when unpacked. */
export const MAX_PIXELS = 100_000_000

/** The most pixels that all pictures of an animation may have together: only the first is ever unpacked. */
const MAX_ANIMATED_PIXELS = 500_000_000

/** @throws OnrecordError `bad-input` for a file larger than 40 MB */
export function assertFileSize(bytes: number): void {
  if (bytes <= MAX_PICTURE_BYTES) return
  const megabytes = Math.ceil(bytes / 1_000_000)
  throw new OnrecordError('bad-input', `The picture has ${megabytes} MB; at most 40 MB are taken.`, {
    remedy: 'Save it smaller: readers never get more than 1,920 pixels of its width.',
  })
}

/** @throws OnrecordError `bad-input` by what the header says, before a pixel is unpacked */
export function assertPixels({ width, height, pages }: { width: number; height: number; pages: number }): void {
  if (width < 1 || height < 1) throw brokenPicture()
  if (width * height > MAX_PIXELS) throw tooManyPixels()
  if (width * height * pages <= MAX_ANIMATED_PIXELS) return
  throw new OnrecordError('bad-input', `The picture moves, and has ${pages} frames of ${width} × ${height} pixels.`, {
    remedy: 'Save the one frame that you want as a picture of its own.',
  })
}

export const tooManyPixels = () =>
  new OnrecordError('bad-input', 'The picture says that it has more than 100 million pixels.', {
    remedy: 'Save it smaller: readers never get more than 1,920 pixels of its width.',
  })

export const brokenPicture = (cause?: unknown) =>
  new OnrecordError('bad-input', 'The picture is damaged or breaks off, so nothing of it was kept.', {
    remedy: 'Fetch or export it again, see that it opens in a viewer, and try once more.',
    cause,
  })

export const tooSlowPicture = () =>
  new OnrecordError('bad-input', 'The picture took too long to unpack, so nothing of it was kept.', {
    remedy: 'Open it in a picture program, save it as JPEG, and add that.',
  })
