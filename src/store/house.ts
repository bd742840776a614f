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
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** The paper, its sections and its bylines: what stands around the stories. */
export interface House {
  readonly newspaper: Newspaper
  readonly sections: readonly Section[]
  readonly personas: readonly Persona[]
}

/** The paper; undefined before it was set up. */
export async function readNewspaper(db: NewsroomDb): Promise<Newspaper | undefined> {
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

/** Everything that stands around the stories; undefined before the paper was set up. */
export async function readHouse(db: NewsroomDb): Promise<House | undefined> {
  const newspaper = await readNewspaper(db)
  return newspaper && { newspaper, sections: await readSections(db), personas: await readPersonas(db) }
}

/** All sections, in order of slug. */
export async function readSections(db: NewsroomDb): Promise<Section[]> {
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

/** All bylines, in order of slug. */
export async function readPersonas(db: NewsroomDb): Promise<Persona[]> {
  const rows = await db.selectFrom('personas').selectAll().orderBy('slug').execute()
  return rows.map((row) => ({
    id: row.id as PersonaId,
    slug: row.slug,
    name: row.name,
    names: JSON.parse(row.names) as Translated,
    kind: row.kind as PersonaKind,
    about: JSON.parse(row.about) as Translated,
    pictureId: row.picture_id as PictureId | null,
  }))
}

/** Sets the paper's name, languages and zone, whether it was set before or not. */
export async function writeNewspaper(tx: NewsroomTx, newspaper: Newspaper): Promise<void> {
  const row = {
    name: newspaper.name,
    tagline: JSON.stringify(newspaper.tagline),
    languages: JSON.stringify(newspaper.languages),
    default_language: newspaper.defaultLanguage,
    zone: newspaper.zone,
    is_sample: newspaper.isSample ? 1 : 0,
    profile: JSON.stringify(newspaper.profile),
  }
  await tx
    .insertInto('newspaper')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Adds sections; a parent must come before its children. */
export async function insertSections(tx: NewsroomTx, sections: readonly Section[]): Promise<void> {
  if (sections.length === 0) return
  await tx
    .insertInto('sections')
    .values(
      sections.map((section) => ({
        id: section.id,
        kind: section.kind,
        slug: section.slug,
        parent_id: section.parentId,
        names: JSON.stringify(section.names),
        about: JSON.stringify(section.about),
        position: section.position,
      })),
    )
    .execute()
}

export async function insertPersonas(tx: NewsroomTx, personas: readonly Persona[]): Promise<void> {
  if (personas.length === 0) return
  await tx.insertInto('personas').values(personas.map(toPersonaRow)).execute()
}

const toPersonaRow = ({ id, slug, name, names, kind, about, pictureId }: Persona) => ({
  id,
  slug,
  name,
  names: JSON.stringify(names),
  kind,
  about: JSON.stringify(about),
  picture_id: pictureId,
})

/** Removes sections and bylines that no story stands under. */
export async function deleteUnused(
  tx: NewsroomTx,
  unused: { sections: readonly SectionId[]; personas: readonly PersonaId[] },
): Promise<void> {
  if (unused.sections.length > 0) {
    await tx.updateTable('sections').set({ parent_id: null }).where('id', 'in', unused.sections).execute()
    await tx.deleteFrom('sections').where('id', 'in', unused.sections).execute()
  }
  if (unused.personas.length > 0) await tx.deleteFrom('personas').where('id', 'in', unused.personas).execute()
}

/** Takes the paper's name and settings away, so that it can be set up anew. */
export async function deleteNewspaper(tx: NewsroomTx): Promise<void> {
  await tx.deleteFrom('newspaper').execute()
}
