import { OnrecordError } from '../errors.ts'
import type { DeskId, SectionId } from '../ids.ts'
import { allDesks, deleteDesk, type Desk, writeDesk } from '../store/desks.ts'
import { readSections } from '../store/house.ts'
import { inLanguage, type Translated } from '../story/section.ts'
import { perform } from './act.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { theNewspaper } from './story-path.ts'
import { assertLanguages, withTexts } from './translated-texts.ts'

export interface DeskWords {
  readonly names: Translated
  /** Sections whose new stories are this desk's. */
  readonly sectionIds: readonly SectionId[]
}

/**
 * Makes a desk, or changes one. Stories stay with the desk they have.
 *
 * @param id the desk to change; null makes a new one
 * @throws OnrecordError `not-found`, `bad-input` for a missing name or a section that there is not
 */
export async function setDesk(newsroom: Newsroom, id: DeskId | null, words: DeskWords): Promise<Desk> {
  const { result } = await perform(newsroom, 'change-desk', async (tx) => {
    assertLanguages(await theNewspaper(tx), words.names)
    const names = withTexts({}, words.names)
    if (inLanguage(names, '') === '') throw new OnrecordError('bad-input', 'A desk needs a name.')
    const sections = new Set((await readSections(tx)).map((section) => section.id))
    if (words.sectionIds.some((section) => !sections.has(section))) {
      throw new OnrecordError('bad-input', 'There is no such section.')
    }
    const known = await allDesks(tx)
    const before = known.find((desk) => desk.id === id)
    if (id !== null && !before) throw noDesk()
    const position = before?.position ?? Math.max(0, ...known.map((desk) => desk.position)) + 1
    const desk: Desk = { id: id ?? newId(newsroom, 'desk'), names, sectionIds: words.sectionIds, position }
    await writeDesk(tx, desk)
    return { result: desk, subject: desk.id, detail: { sections: desk.sectionIds.length } }
  })
  return result
}

/** Takes a desk away. Its stories are the whole paper's again; roles that were for it alone are gone. */
export async function removeDesk(newsroom: Newsroom, id: DeskId): Promise<void> {
  await perform(newsroom, 'change-desk', async (tx) => {
    if (!(await deleteDesk(tx, id))) throw noDesk()
    return { result: undefined, subject: id, detail: { removed: true } }
  })
}

const noDesk = () => new OnrecordError('not-found', 'There is no such desk.')
