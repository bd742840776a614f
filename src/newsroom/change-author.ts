import { OnrecordError } from '../errors.ts'
import type { PictureId } from '../ids.ts'
import { readPersonas } from '../store/house.ts'
import { updatePersona } from '../store/house-changes.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import type { Persona, PersonaKind, Translated } from '../story/section.ts'
import { type Outcome, perform } from './act.ts'
import { findPicture } from './find-picture.ts'
import type { Newsroom } from './newsroom.ts'
import { theNewspaper } from './story-path.ts'
import { assertLanguages, withTexts } from './translated-texts.ts'

/** What is to be different; what is left out stays. An empty text takes the text of that language away. */
export interface AuthorChange {
  /** The name as it is written where no other is given for a language. */
  readonly name?: string
  readonly names?: Translated
  readonly kind?: PersonaKind
  readonly about?: Translated
  readonly pictureId?: PictureId | null
}

/**
 * Changes what readers learn of a byline. Its address stays; who stands behind it is none of this.
 *
 * @throws OnrecordError `not-found` for the byline or the picture, `bad-input` for an empty name or a language the paper
 *   does not have
 */
export const changeAuthor = (newsroom: Newsroom, slug: string, change: AuthorChange): Promise<Outcome<Persona>> =>
  perform(newsroom, 'change-author', async (tx) => {
    const before = await authorOnFile(tx, slug)
    const { names = {}, about = {}, ...rest } = change
    assertLanguages(await theNewspaper(tx), { ...names, ...about })
    const after: Persona = {
      ...before,
      ...rest,
      names: withTexts(before.names, names),
      about: withTexts(before.about, about),
    }
    if (change.pictureId) await findPicture(tx, change.pictureId)
    if (after.name.trim() === '') throw new OnrecordError('bad-input', 'An author needs a name.')
    await updatePersona(tx, after)
    return { result: after, subject: before.id, detail: { slug }, changes: [{ kind: 'house' }] }
  })

async function authorOnFile(db: NewsroomDb, slug: string): Promise<Persona> {
  const persona = (await readPersonas(db)).find((known) => known.slug === slug)
  if (persona) return persona
  throw new OnrecordError('not-found', `There is no author “${slug}”.`, {
    remedy: '`./onrecord author list` shows them all.',
  })
}
