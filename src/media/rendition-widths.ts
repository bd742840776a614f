/** The widths that renditions are cut to, in pixels: from a small phone to a wide column on a fine screen. */
const STEPS = [320, 640, 960, 1280] as const
const WIDEST = 1920

/**
 * The widths to cut a picture to, narrowest first: never wider than the picture is. One that is narrower than 1,920
 * pixels is kept at its own width too, in place of a step that would differ by less than a seventh.
 */
export function renditionWidths(pictureWidth: number): number[] {
  const top = Math.min(pictureWidth, WIDEST)
  return [...STEPS.filter((step) => step < top * 0.86), top]
}
