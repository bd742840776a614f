import type { IncomingSection, IncomingStory } from '../../intake/incoming.ts'
import { insertPersonas, insertSections, readPersonas, readSections } from '../../store/house.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { isSlug, maySectionUse, slugFrom } from '../../story/addresses.ts'
import type { PersonaId, SectionId } from '../../ids.ts'
import type { Newspaper, Persona, Section } from '../../story/section.ts'
import type { StoryDraft } from '../create-story.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { theNewspaper } from '../story-path.ts'

/** Where names are looked up, and added. */
interface Batch {
  readonly newsroom: Newsroom
  readonly tx: NewsroomTx
}

/** How a source's names become the newsroom's own sections, bylines and languages. */
export interface Mapping {
  readonly newspaper: Newspaper
  readonly sectionFor: (label: string) => SectionId | undefined
  readonly personaFor: (name: string) => PersonaId | undefined
  /** Were sections or bylines added for this batch? */
  readonly isExtended: boolean
}

/** Finds the newsroom's sections and bylines for a batch, and adds those it does not have. */
export async function prepareMapping(batch: Batch, stories: readonly IncomingStory[]): Promise<Mapping> {
  const newspaper = await theNewspaper(batch.tx)
  const sections = byName(await readSections(batch.tx), (section) => [section.slug, ...Object.values(section.names)])
  const personas = byName(await readPersonas(batch.tx), (persona) => [persona.slug, persona.name])
  const newSections = sectionsToAdd(batch, newspaper, stories, sections)
  const newPersonas = personasToAdd(batch, stories, personas)
  await insertSections(batch.tx, newSections)
  await insertPersonas(batch.tx, newPersonas)
  return {
    newspaper,
    sectionFor: (label) => sections.get(nameKey(label))?.id,
    personaFor: (name) => personas.get(nameKey(name))?.id,
    isExtended: newSections.length + newPersonas.length > 0,
  }
}

const LETTER_OF_ANOTHER_SCRIPT = /[^\p{Script=Latin}\P{L}]/u

/**
 * What a name is known by: accents, case and punctuation do not count. A name in another script than Latin has no
 * slug to be known by, so it is known by its letters. Empty for what is no name at all.
 */
const nameKey = (name: string): string =>
  LETTER_OF_ANOTHER_SCRIPT.test(name)
    ? (name
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu)
        ?.join(' ') ?? '')
    : slugFrom(name)

/** Things by every name they go under. */
const byName = <Thing>(things: readonly Thing[], namesOf: (thing: Thing) => string[]): Map<string, Thing> =>
  new Map(things.flatMap((thing) => namesOf(thing).map((name) => [nameKey(name), thing] as const)))

const slugsOf = (things: ReadonlyMap<string, { readonly slug: string }>): Set<string> =>
  new Set([...things.values()].map(({ slug }) => slug))

/** A new place goes under the place that stands before it in its path: Mali under Africa. */
function sectionsToAdd(
  { newsroom }: Batch,
  newspaper: Newspaper,
  stories: readonly IncomingStory[],
  known: Map<string, Section>,
): Section[] {
  const added: Section[] = []
  const taken = slugsOf(known)
  for (const { sectionPath } of stories) {
    let above: Section | null = null
    for (const { label, kind } of sectionPath) {
      const key = nameKey(label)
      if (key === '') continue
      const existing: Section | undefined = known.get(key)
      const section: Section = existing ?? {
        ...named(label, newId(newsroom, 'section'), newspaper, taken),
        kind,
        about: {},
        parentId: kind === 'place' ? (above?.id ?? null) : null,
        position: null,
      }
      if (!existing) {
        known.set(key, section)
        taken.add(section.slug)
        added.push(section)
      }
      if (section.kind === 'place') above = section
    }
  }
  return added
}

/** A name as a slug; behind `section-` where Onrecord needs the name itself; else with some letters of the id. */
function named(label: string, id: SectionId, newspaper: Newspaper, taken: ReadonlySet<string>) {
  const plain = slugFrom(label)
  const candidates = plain === '' ? [] : [plain, `section-${plain}`]
  const slug = candidates.find((one) => maySectionUse(one, newspaper) && !taken.has(one)) ?? `section-${letters(id)}`
  return { id, slug, names: { [newspaper.defaultLanguage]: label } }
}

const letters = (id: string): string => id.slice(4, 12)

function personasToAdd({ newsroom }: Batch, stories: readonly IncomingStory[], known: Map<string, Persona>): Persona[] {
  const added: Persona[] = []
  const taken = slugsOf(known)
  for (const name of new Set(stories.flatMap((story) => story.bylines))) {
    const key = nameKey(name)
    if (key === '' || known.has(key)) continue
    const id = newId(newsroom, 'persona')
    const slug = slugFrom(name)
    const isFree = slug !== '' && !taken.has(slug)
    const persona: Persona = {
      id,
      slug: isFree ? slug : `author-${letters(id)}`,
      name,
      names: {},
      kind: 'person',
      about: {},
      pictureId: null,
    }
    known.set(key, persona)
    taken.add(persona.slug)
    added.push(persona)
  }
  return added
}

/** An incoming story in the newsroom's own terms. */
export const toDraft = (mapping: Mapping, incoming: IncomingStory): StoryDraft => ({
  language: languageOf(incoming, mapping.newspaper),
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
})

const found = <Name, Id>(names: readonly Name[], find: (name: Name) => Id | undefined): Id[] => [
  ...new Set(names.flatMap((name) => find(name) ?? [])),
]

/** A story keeps its language when the paper has it; `fr-FR` counts as `fr`. */
const languageOf = (incoming: IncomingStory, newspaper: Newspaper): string =>
  ownLanguage(incoming, newspaper) ?? newspaper.defaultLanguage

function ownLanguage({ language }: IncomingStory, { languages }: Newspaper): string | undefined {
  const primary = language?.split('-')[0]
  return languages.find((own) => own === language) ?? languages.find((own) => own === primary)
}

/** What is to be told of a story whose language the paper does not have. */
export function languageProblems({ newspaper }: Mapping, incoming: IncomingStory): string[] {
  if (incoming.language === null || ownLanguage(incoming, newspaper) !== undefined) return []
  return [
    `Its language is ${incoming.language}, in which the paper does not appear: it stands under ${newspaper.defaultLanguage}.`,
  ]
}

/** The last part of the old address, where it is one; else from the headline. */
function slugOf({ slug, redirectsFrom }: IncomingStory): string | null {
  const last = redirectsFrom
    .find((path) => !path.includes('?'))
    ?.split('/')
    .findLast((part) => part !== '')
  if (slug !== null && isSlug(slug) && /[a-z]/.test(slug)) return slug
  return last !== undefined && isSlug(last) && /[a-z]/.test(last) ? last : null
}
