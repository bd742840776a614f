import { OnrecordError } from '../errors.ts'
import type { SectionId } from '../ids.ts'
import { insertSections, readSections } from '../store/house.ts'
import { maySectionUse, slugFrom } from '../story/addresses.ts'
import { inLanguage, type Section, type SectionKind, type Translated } from '../story/section.ts'
import { type Outcome, perform } from './act.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { theNewspaper } from './story-path.ts'
import { assertLanguages, withTexts } from './translated-texts.ts'

export interface NewSection {
  readonly kind: SectionKind
  readonly names: Translated
  /** The place that this one lies in; null for a place of the first rank, a subject or a series. */
  readonly parentId: SectionId | null
  /** Its order in the masthead; null keeps it out. */
  readonly position: number | null
}

/**
 * Adds a section. Its address comes from its name in the paper's first language, and stays when the name changes.
 *
 * @throws OnrecordError `bad-input` for a missing name or one that makes no address, `refused` when the address is taken
 */
export const addSection = (newsroom: Newsroom, asked: NewSection): Promise<Outcome<Section>> =>
  perform(newsroom, 'change-section', async (tx) => {
    const newspaper = await theNewspaper(tx)
    assertLanguages(newspaper, asked.names)
    const names = withTexts({}, asked.names)
    const slug = slugFrom(inLanguage(names, newspaper.defaultLanguage))
    if (!maySectionUse(slug, newspaper)) throw noAddress(slug)
    const known = await readSections(tx)
    if (known.some((section) => section.slug === slug)) throw isTaken(slug)
    assertPlaces(asked, known)
    const section: Section = { ...asked, id: newId(newsroom, 'section'), slug, names, about: {} }
    await insertSections(tx, [section])
    return { result: section, subject: section.id, detail: { slug }, changes: [{ kind: 'house' }] }
  })

/** Only places lie in one another. */
function assertPlaces({ kind, parentId }: NewSection, known: readonly Section[]): void {
  if (parentId === null) return
  if (kind === 'place' && known.some((section) => section.id === parentId && section.kind === 'place')) return
  throw new OnrecordError('bad-input', 'Only a place lies in another section, and only in a place.')
}

const noAddress = (slug: string) =>
  new OnrecordError('bad-input', `A section cannot have this name: its address would be /${slug}.`, {
    remedy: 'Choose a name that is no language code, no number and none of the addresses Onrecord needs itself.',
  })

const isTaken = (slug: string) =>
  new OnrecordError('refused', `There is a section at /${slug} already.`, {
    remedy: 'Change that one, or choose another name.',
  })
