import type { PersonaId, SectionId } from '../story/ids.ts'
import type { Newspaper, Persona, Section, SectionKind, Translated } from '../story/section.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'

/** The paper as readers know it; undefined before it was set up. */
export async function publicNewspaper(db: EditionDb): Promise<Newspaper | undefined> {
  const row = await db.selectFrom('newspaper').selectAll().executeTakeFirst()
  return (
    row && {
      name: row.name,
      tagline: JSON.parse(row.tagline) as Translated,
      languages: JSON.parse(row.languages) as string[],
      defaultLanguage: row.default_language,
      zone: row.zone,
      isSample: row.is_sample === 1,
    }
  )
}

/** All sections, in order of slug. */
export async function publicSections(db: EditionDb): Promise<Section[]> {
  const rows = await db.selectFrom('sections').selectAll().orderBy('slug').execute()
  return rows.map((row) => ({
    id: row.id as SectionId,
    kind: row.kind as SectionKind,
    slug: row.slug,
    parentId: row.parent_id as SectionId | null,
    names: JSON.parse(row.names) as Translated,
    position: row.position,
  }))
}

/** These authors, in no particular order. */
export async function authorsById(db: EditionDb, ids: readonly PersonaId[]): Promise<Persona[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('authors').selectAll().where('id', 'in', ids).execute()).map(toPersona)
}

export async function authorBySlug(db: EditionDb, slug: string): Promise<Persona | undefined> {
  const row = await db.selectFrom('authors').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && toPersona(row)
}

/** All authors, by name. */
export async function allAuthors(db: EditionDb): Promise<Persona[]> {
  const people = (await db.selectFrom('authors').selectAll().execute()).map(toPersona)
  return people.sort((one, other) => one.name.localeCompare(other.name))
}

const toPersona = (row: { id: string; slug: string; name: string; about: string }): Persona => ({
  id: row.id as PersonaId,
  slug: row.slug,
  name: row.name,
  about: JSON.parse(row.about) as Translated,
})

/** What stands around the stories. */
export interface PublicHouse {
  readonly newspaper: Newspaper
  readonly sections: readonly Section[]
  readonly personas: readonly Persona[]
}

/** Puts the paper, its sections and its authors in place of what was there; null clears them. */
export async function replaceHouse(tx: EditionTx, house: PublicHouse | null): Promise<void> {
  await tx.deleteFrom('newspaper').execute()
  await tx.deleteFrom('sections').execute()
  await tx.deleteFrom('authors').execute()
  if (!house) return
  const { newspaper, sections, personas } = house
  await tx.insertInto('newspaper').values(toNewspaperRow(newspaper)).execute()
  for (const section of sections) await tx.insertInto('sections').values(toSectionRow(section)).execute()
  for (const persona of personas) {
    await tx
      .insertInto('authors')
      .values({ id: persona.id, slug: persona.slug, name: persona.name, about: JSON.stringify(persona.about) })
      .execute()
  }
}

const toNewspaperRow = (newspaper: Newspaper) => ({
  id: 1,
  name: newspaper.name,
  tagline: JSON.stringify(newspaper.tagline),
  languages: JSON.stringify(newspaper.languages),
  default_language: newspaper.defaultLanguage,
  zone: newspaper.zone,
  is_sample: newspaper.isSample ? 1 : 0,
})

const toSectionRow = (section: Section) => ({
  id: section.id,
  kind: section.kind,
  slug: section.slug,
  parent_id: section.parentId,
  names: JSON.stringify(section.names),
  position: section.position,
})
