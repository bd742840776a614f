import type { PersonaId, PictureId, SectionId } from '../ids.ts'
import {
  EMPTY_PROFILE,
  type Newspaper,
  type Persona,
  type PersonaKind,
  type Profile,
  type Section,
  type SectionKind,
  type Translated,
} from '../story/section.ts'
import { portions } from '../database/portions.ts'
import type { Selectable } from 'kysely'
import type { EditionDb, EditionTx } from './edition-db.ts'
import type { AuthorRow } from './tables.ts'
import type { ListKey } from './tags.ts'

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
      profile: { ...EMPTY_PROFILE, ...(JSON.parse(row.profile) as Partial<Profile>) },
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
    about: JSON.parse(row.about) as Translated,
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

const toPersona = (row: Selectable<AuthorRow>): Persona => ({
  id: row.id as PersonaId,
  slug: row.slug,
  name: row.name,
  names: JSON.parse(row.names) as Translated,
  kind: row.kind as PersonaKind,
  about: JSON.parse(row.about) as Translated,
  pictureId: row.picture_id as PictureId | null,
})

/** What stands around the stories. */
export interface PublicHouse {
  readonly newspaper: Newspaper
  readonly sections: readonly Section[]
  readonly personas: readonly Persona[]
}

/**
 * Puts the paper, its sections and its authors in place of what was there; null clears them.
 *
 * A byline that only drafts bear, or a section that only drafts stand in, is nobody's business yet: names go out with
 * their first live story, and leave with their last. Sections of the masthead are the paper's own choice.
 */
export async function replaceHouse(tx: EditionTx, house: PublicHouse | null): Promise<void> {
  await tx.deleteFrom('newspaper').execute()
  await tx.deleteFrom('sections').execute()
  await tx.deleteFrom('authors').execute()
  if (!house) return
  await tx.insertInto('newspaper').values(toNewspaperRow(house.newspaper)).execute()
  const inUse = await listsInUse(tx, null)
  const sections = house.sections.filter(({ id, position }) => position !== null || inUse.has(`section:${id}`))
  const known = new Set(sections.map(({ id }) => id))
  for (const section of sections) {
    const parentId = section.parentId !== null && known.has(section.parentId) ? section.parentId : null
    await tx
      .insertInto('sections')
      .values(toSectionRow({ ...section, parentId }))
      .execute()
  }
  for (const persona of house.personas) {
    if (inUse.has(`author:${persona.id}`)) await tx.insertInto('authors').values(toAuthorRow(persona)).execute()
  }
}

/**
 * Do the names shown still fit these lists? Not when a section or author has won its first live story or lost its last.
 */
export async function areNamesStale(tx: EditionTx, lists: ReadonlySet<ListKey>): Promise<boolean> {
  const inUse = await listsInUse(tx, [...lists])
  const shown = new Set<string>()
  for (const some of portions([...lists])) {
    const ids = some.map((list) => list.slice(list.indexOf(':') + 1))
    const sections = await tx.selectFrom('sections').select(['id', 'position']).where('id', 'in', ids).execute()
    for (const { id, position } of sections) {
      // The masthead shows its sections whether they have stories or not.
      if (position === null || inUse.has(`section:${id}`)) shown.add(`section:${id}`)
    }
    const authors = await tx.selectFrom('authors').select('id').where('id', 'in', ids).execute()
    for (const { id } of authors) shown.add(`author:${id}`)
  }
  const named = [...inUse].filter((list) => list !== 'all')
  return named.length !== shown.size || named.some((list) => !shown.has(list))
}

/** Those of these lists (or of all) that have a live story. */
async function listsInUse(tx: EditionTx, lists: readonly ListKey[] | null): Promise<Set<string>> {
  const query = tx.selectFrom('listing_months').select('list').distinct()
  if (lists === null) return new Set((await query.execute()).map((row) => row.list))
  const found = new Set<string>()
  for (const some of portions(lists)) {
    for (const { list } of await query.where('list', 'in', some).execute()) found.add(list)
  }
  return found
}

const toAuthorRow = ({ id, slug, name, names, kind, about, pictureId }: Persona): AuthorRow => ({
  id,
  slug,
  name,
  names: JSON.stringify(names),
  kind,
  about: JSON.stringify(about),
  picture_id: pictureId,
})

const toNewspaperRow = (newspaper: Newspaper) => ({
  id: 1,
  name: newspaper.name,
  tagline: JSON.stringify(newspaper.tagline),
  languages: JSON.stringify(newspaper.languages),
  default_language: newspaper.defaultLanguage,
  zone: newspaper.zone,
  is_sample: newspaper.isSample ? 1 : 0,
  profile: JSON.stringify(newspaper.profile),
})

const toSectionRow = (section: Section) => ({
  id: section.id,
  kind: section.kind,
  slug: section.slug,
  parent_id: section.parentId,
  names: JSON.stringify(section.names),
  about: JSON.stringify(section.about),
  position: section.position,
})
