import type { IncomingDate, IncomingSection, IncomingStory } from '../intake/incoming.ts'
import { insertPersonas, insertSections, readPersonas, readSections } from '../store/house.ts'
import { revisionAuthor } from '../store/stories.ts'
import { isSlug, maySectionUse, slugFrom } from '../story/addresses.ts'
import type { PersonaId, SectionId } from '../story/ids.ts'
import type { Newspaper, Persona, Section } from '../story/section.ts'
import type { Publication, Story } from '../story/story.ts'
import { type Instant, noonOf } from '../story/time.ts'
import type { StoryDraft } from './create-story.ts'
import type { ImportBatch } from './import-batch.ts'
import { newId } from './newsroom.ts'
import { theNewspaper } from './story-path.ts'

/** The author of imported revisions; a revision by anyone else means that staff have worked on the story. */
export const IMPORTER = 'import'

/** How a source's names become the newsroom's own sections, bylines and languages. */
export interface Mapping {
  readonly newspaper: Newspaper
  readonly sectionFor: (label: string) => SectionId | undefined
  readonly personaFor: (name: string) => PersonaId | undefined
  /** Were sections or bylines added for this batch? */
  readonly isExtended: boolean
  readonly isStaffWork: (story: Story) => Promise<boolean>
}

/** Finds the newsroom's sections and bylines for a batch, and adds those it does not have. */
export async function prepareMapping(batch: ImportBatch, stories: readonly IncomingStory[]): Promise<Mapping> {
  const newspaper = await theNewspaper(batch.tx)
  const sections = bySlug(await readSections(batch.tx), (section) => [section.slug, ...Object.values(section.names)])
  const personas = bySlug(await readPersonas(batch.tx), (persona) => [persona.slug, persona.name])
  const newSections = sectionsToAdd(batch, newspaper, stories, sections)
  const newPersonas = personasToAdd(batch, stories, personas)
  await insertSections(batch.tx, newSections)
  await insertPersonas(batch.tx, newPersonas)
  return {
    newspaper,
    sectionFor: (label) => sections.get(slugFrom(label))?.id,
    personaFor: (name) => personas.get(slugFrom(name))?.id,
    isExtended: newSections.length + newPersonas.length > 0,
    isStaffWork: async (story) => (await revisionAuthor(batch.tx, story)) !== IMPORTER,
  }
}

/** Things by every name they go under, spelled as a slug: accents, case and punctuation do not count. */
function bySlug<Thing>(things: readonly Thing[], namesOf: (thing: Thing) => string[]): Map<string, Thing> {
  return new Map(things.flatMap((thing) => namesOf(thing).map((name) => [slugFrom(name), thing] as const)))
}

/** A new place goes under the place that stands before it in its path: Mali under Africa. */
function sectionsToAdd(
  { newsroom }: ImportBatch,
  newspaper: Newspaper,
  stories: readonly IncomingStory[],
  known: Map<string, Section>,
): Section[] {
  const added: Section[] = []
  for (const { sectionPath } of stories) {
    let above: Section | null = null
    for (const { label, kind } of sectionPath) {
      const slug = sectionSlug(label, newspaper)
      if (slug === null) continue
      const existing: Section | undefined = known.get(slugFrom(label))
      const section: Section = existing ?? {
        id: newId(newsroom, 'section'),
        kind,
        slug,
        parentId: kind === 'place' ? (above?.id ?? null) : null,
        names: { [newspaper.defaultLanguage]: label },
        position: null,
      }
      if (!existing) {
        known.set(slugFrom(label), section)
        added.push(section)
      }
      if (section.kind === 'place') above = section
    }
  }
  return added
}

function sectionSlug(label: string, newspaper: Newspaper): string | null {
  const slug = slugFrom(label)
  if (slug === '') return null
  return maySectionUse(slug, newspaper) ? slug : `section-${slug}`
}

function personasToAdd(
  { newsroom }: ImportBatch,
  stories: readonly IncomingStory[],
  known: Map<string, Persona>,
): Persona[] {
  const added: Persona[] = []
  for (const name of new Set(stories.flatMap((story) => story.bylines))) {
    const slug = slugFrom(name) || `author-${newId(newsroom, 'persona').slice(4, 10)}`
    if (known.has(slug)) continue
    const persona: Persona = { id: newId(newsroom, 'persona'), slug, name, about: {} }
    known.set(slug, persona)
    known.set(slugFrom(name), persona)
    added.push(persona)
  }
  return added
}

/** An incoming story in the newsroom's own terms. */
export function toDraft(
  mapping: Mapping,
  incoming: IncomingStory,
): { draft: StoryDraft; firstPublished: Publication | null; updatedAt: Instant | null } {
  const { newspaper } = mapping
  return {
    draft: {
      language: languageOf(incoming, newspaper),
      translatedFrom: null,
      slug: slugOf(incoming),
      content: {
        kicker: incoming.kicker,
        headline: incoming.headline,
        standfirst: incoming.standfirst,
        dateline: null,
        sectionIds: found(incoming.sectionPath, (section: IncomingSection) => mapping.sectionFor(section.label)),
        bylines: found(incoming.bylines, mapping.personaFor),
        keywords: incoming.keywords,
        body: incoming.body,
      },
    },
    firstPublished: incoming.published && toPublication(incoming.published),
    updatedAt: incoming.updatedAt,
  }
}

const found = <Name, Id>(names: readonly Name[], find: (name: Name) => Id | undefined): Id[] => [
  ...new Set(names.flatMap((name) => find(name) ?? [])),
]

const toPublication = (date: IncomingDate): Publication =>
  date.precision === 'day' ? { at: noonOf(date.on), precision: 'day' } : { at: date.at, precision: 'minute' }

/** A story keeps its language when the paper has it; `fr-FR` counts as `fr`. */
function languageOf({ language }: IncomingStory, newspaper: Newspaper): string {
  const primary = language?.split('-')[0]
  return (
    newspaper.languages.find((own) => own === language) ??
    newspaper.languages.find((own) => own === primary) ??
    newspaper.defaultLanguage
  )
}

/** The last part of the old address, where it is one; else from the headline. */
function slugOf({ redirectsFrom }: IncomingStory): string | null {
  const last = redirectsFrom
    .find((path) => !path.includes('?'))
    ?.split('/')
    .findLast((part) => part !== '')
  return last !== undefined && isSlug(last) && /[a-z]/.test(last) ? last : null
}
