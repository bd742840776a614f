import { OnrecordError } from '../errors.ts'
import { updateSection } from '../store/house-changes.ts'
import { inLanguage, type Section, type Translated } from '../story/section.ts'
import { type Outcome, perform } from './act.ts'
import type { Newsroom } from './newsroom.ts'
import { sectionBySlug } from './pin-story.ts'
import { theNewspaper } from './story-path.ts'
import { assertLanguages, withTexts } from './translated-texts.ts'

/** What is to be different; what is left out stays. An empty text takes the text of that language away. */
export interface SectionChange {
  readonly names?: Translated
  readonly about?: Translated
  /** Its order in the masthead; null takes it out. */
  readonly position?: number | null
}

/**
 * Changes what a section is called, what stands under its name, and its place in the masthead. Its address stays.
 *
 * @throws OnrecordError `not-found`, or `bad-input` for a language the paper does not have, a name that would be empty
 *   or a position that is no whole number
 */
export const changeSection = (
  newsroom: Newsroom,
  slug: string,
  { names = {}, about = {}, position }: SectionChange,
): Promise<Outcome<Section>> =>
  perform(newsroom, 'change-section', async (tx) => {
    const before = await sectionBySlug(tx, slug)
    assertLanguages(await theNewspaper(tx), { ...names, ...about })
    if (typeof position === 'number' && !(Number.isInteger(position) && position >= 0)) {
      throw new OnrecordError('bad-input', 'A position in the masthead is a whole number.', {
        remedy: 'Give 1 for the first place, or none to take the section out.',
      })
    }
    const after: Section = {
      ...before,
      names: withTexts(before.names, names),
      about: withTexts(before.about, about),
      position: position === undefined ? before.position : position,
    }
    if (inLanguage(after.names, '') === '') throw new OnrecordError('bad-input', 'A section needs a name.')
    await updateSection(tx, after)
    return {
      result: after,
      subject: before.id,
      detail: { slug, position: after.position },
      changes: [{ kind: 'house' }],
    }
  })
