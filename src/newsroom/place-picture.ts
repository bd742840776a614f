import type { PictureId, StoryId } from '../ids.ts'
import type { Picture } from '../store/pictures.ts'
import type { Block, Figure, StoryDocument } from '../story/document.ts'
import type { Story } from '../story/story.ts'
import { findPicture } from './find-picture.ts'
import { findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'
import { reviseStory } from './revise-story.ts'

export interface PicturePlacing {
  readonly storyId: StoryId
  readonly pictureId: PictureId
  /** At the top, where it leads the story on fronts too; else at the end. */
  readonly leads: boolean
  /** Why it is covered until a reader chooses to look: "shows the dead". Null shows it at once. */
  readonly cover: string | null
}

/**
 * Puts a picture into a story, as a new revision: readers have it when that is published. A picture that the story has
 * already is moved, and keeps the words that it has there; one without a description gets the picture's.
 *
 * @throws OnrecordError `not-found`, `stale-revision` when somebody saves the story at the same moment, `refused` for a
 *   killed story
 */
export async function placePicture(
  newsroom: Newsroom,
  { storyId, pictureId, leads, cover }: PicturePlacing,
): Promise<Story> {
  const picture = await findPicture(newsroom.db, pictureId)
  const story = await findStory(newsroom.db, storyId)
  const held = story.content.body.content.find((block): block is Figure => shows(block, pictureId))
  const figure = held ? moved(held, picture, cover) : figureOf(picture, cover)
  const body = withFigure(story.content.body, figure, leads)
  return reviseStory(newsroom, { storyId, revision: story.revision, content: { ...story.content, body } })
}

const shows = (block: Block, pictureId: PictureId): boolean =>
  block.type === 'figure' && block.attrs.picture.kind === 'photo' && block.attrs.picture.pictureId === pictureId

function moved({ attrs, ...figure }: Figure, { id, alt, decorative }: Picture, cover: string | null): Figure {
  const isMute = attrs.alt.trim() === '' && !attrs.decorative
  const photo = { kind: 'photo', pictureId: id, cover } as const
  return { ...figure, attrs: { ...attrs, ...(isMute ? { alt, decorative } : {}), picture: photo } }
}

const figureOf = ({ id, alt, decorative, caption, credit, licence }: Picture, cover: string | null): Figure => ({
  type: 'figure',
  attrs: { picture: { kind: 'photo', pictureId: id, cover }, alt, decorative, credit, licence },
  content: caption === null ? [] : [{ type: 'text', text: caption }],
})

/** Footnotes are no place in the text: they stay last. */
function withFigure(document: StoryDocument, figure: Figure, leads: boolean): StoryDocument {
  const { picture } = figure.attrs
  const others = document.content.filter((block) => picture.kind !== 'photo' || !shows(block, picture.pictureId))
  if (leads) return { ...document, content: [figure, ...others] }
  const end = others.findLastIndex(({ type }) => type !== 'footnote') + 1
  return { ...document, content: others.toSpliced(end, 0, figure) }
}
