import type { PictureHere } from '../../store/wanted-pictures.ts'
import type { Block, Figure, MissingPicture, StoryDocument } from '../../story/document.ts'
import { pictureKey } from './picture-address.ts'

/** A figure whose picture has not been brought over, with what the picture is known by. */
export interface MissingFigure {
  readonly key: string
  readonly figure: Figure
  readonly picture: MissingPicture
}

/**
 * The figures of a body whose pictures are missing, in reading order.
 *
 * @param source where the story came from: names without an address say something within one source only
 */
export const missingFigures = (document: StoryDocument, source: string): MissingFigure[] =>
  document.content.flatMap((block) => missingFigure(block, source) ?? [])

function missingFigure(block: Block, source: string): MissingFigure | null {
  if (block.type !== 'figure' || block.attrs.picture.kind !== 'missing') return null
  const { picture } = block.attrs
  const key = pictureKey(picture, source)
  return key === null ? null : { key, figure: block, picture }
}

/**
 * A body with the pictures that are here in the places of the missing ones. What stands at the figure stays: its
 * description, caption, credit and licence; one without a description gets the picture's.
 *
 * @returns the same body when none of its pictures is here
 */
export function withPictures(
  document: StoryDocument,
  source: string,
  here: ReadonlyMap<string, PictureHere>,
): StoryDocument {
  const content = document.content.map((block): Block => {
    const missing = missingFigure(block, source)
    const known = missing && here.get(missing.key)
    return missing && known ? showing(missing.figure, known) : block
  })
  return content.every((block, index) => block === document.content[index]) ? document : { ...document, content }
}

const isMute = ({ attrs }: Figure): boolean => attrs.alt.trim() === '' && !attrs.decorative

function showing(figure: Figure, { id, alt, decorative }: PictureHere): Figure {
  const words = isMute(figure) ? { alt, decorative } : {}
  const picture = { kind: 'photo', pictureId: id, cover: null } as const
  return { ...figure, attrs: { ...figure.attrs, ...words, picture } }
}

/**
 * Those of the pictures that have words for readers who cannot see them at every place in a body. Any other would keep
 * the whole story from readers: it is put in afterwards, as a revision that waits for an editor.
 */
export function describedIn(
  document: StoryDocument,
  source: string,
  here: ReadonlyMap<string, PictureHere>,
): ReadonlyMap<string, PictureHere> {
  const mute = new Set(
    missingFigures(document, source)
      .filter(({ key, figure }) => isMute(figure) && isWordless(here.get(key)))
      .map(({ key }) => key),
  )
  return mute.size === 0 ? here : new Map([...here].filter(([key]) => !mute.has(key)))
}

const isWordless = (picture: PictureHere | undefined): boolean =>
  picture !== undefined && !picture.decorative && picture.alt.trim() === ''
