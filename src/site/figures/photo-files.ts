import type { PublicPicture, Rendition } from '../../story/public-picture.ts'

/** Where a picture's file stands. */
export const mediaPath = ({ name }: Rendition): string => `/media/${name}`

/** The files that every browser shows, narrowest first: JPEG, or PNG for a picture that is transparent. */
export const plainFiles = ({ renditions }: Pick<PublicPicture, 'renditions'>): Rendition[] =>
  renditions.filter(({ format }) => format === 'jpeg' || format === 'png')

/** The same widths in the smaller of AVIF and WebP; none where that saved nothing. */
export const modernFiles = ({ renditions }: Pick<PublicPicture, 'renditions'>): Rendition[] =>
  renditions.filter(({ format }) => format === 'avif' || format === 'webp')

/** Wide enough for any column, and for a card in somebody else's feed. */
const MIDDLE_WIDTH = 1_300

/** The file for a reader that is offered no choice: the widest plain one up to 1,300 pixels. */
export function middleFile(picture: Pick<PublicPicture, 'renditions'>): Rendition | undefined {
  const files = plainFiles(picture)
  return files.findLast(({ width }) => width <= MIDDLE_WIDTH) ?? files[0]
}

/** The files with their widths, for a browser to choose from (HTML, 4.8.4.2.2). */
export const sourceSet = (files: readonly Rendition[]): string =>
  files.map((file) => `${mediaPath(file)} ${file.width}w`).join(',')
