import type { Persona, Section } from '../story/section.ts'
import type { NewsroomTx } from './newsroom-db.ts'

/** Keeps what a section is called, what stands under its name, and its place in the masthead. */
export async function updateSection(tx: NewsroomTx, { id, names, about, position }: Section): Promise<void> {
  await tx
    .updateTable('sections')
    .set({ names: JSON.stringify(names), about: JSON.stringify(about), position })
    .where('id', '=', id)
    .execute()
}

/** Keeps what readers learn of a byline. */
export async function updatePersona(tx: NewsroomTx, persona: Persona): Promise<void> {
  const { id, name, names, kind, about, pictureId } = persona
  await tx
    .updateTable('personas')
    .set({ name, names: JSON.stringify(names), kind, about: JSON.stringify(about), picture_id: pictureId })
    .where('id', '=', id)
    .execute()
}
