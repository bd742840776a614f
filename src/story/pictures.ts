import type { PictureId } from '../ids.ts'
import type { Block, StoryDocument } from './document.ts'

/** The pictures that a body shows, each once, in reading order. The first of them leads the story. */
export const picturesIn = (document: StoryDocument): PictureId[] => [...new Set(document.content.flatMap(pictureOf))]

const pictureOf = (block: Block): readonly PictureId[] =>
  block.type === 'figure' && block.attrs.picture.kind === 'photo' ? [block.attrs.picture.pictureId] : []
