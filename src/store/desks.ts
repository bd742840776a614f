import type { DeskId, SectionId } from '../ids.ts'
import type { Translated } from '../story/section.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** The editors who answer for the stories of some sections. */
export interface Desk {
  readonly id: DeskId
  readonly names: Translated
  /** A new story in one of these sections is theirs. */
  readonly sectionIds: readonly SectionId[]
  /** Its place in lists. */
  readonly position: number
}

/** Every desk, in the order of lists. */
export async function allDesks(db: NewsroomDb): Promise<Desk[]> {
  const rows = await db.selectFrom('desks').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id as DeskId,
    names: JSON.parse(row.names) as Translated,
    sectionIds: JSON.parse(row.section_ids) as SectionId[],
    position: row.position,
  }))
}

/** Adds a desk, or changes the one that has this id. */
export async function writeDesk(tx: NewsroomTx, desk: Desk): Promise<void> {
  const row = {
    names: JSON.stringify(desk.names),
    section_ids: JSON.stringify(desk.sectionIds),
    position: desk.position,
  }
  await tx
    .insertInto('desks')
    .values({ id: desk.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Takes a desk away; its stories are the whole paper's again, and roles for it are gone. @returns whether there was one */
export async function deleteDesk(tx: NewsroomTx, id: DeskId): Promise<boolean> {
  await tx.updateTable('stories').set({ desk_id: null }).where('desk_id', '=', id).execute()
  await tx.deleteFrom('grants').where('desk_id', '=', id).execute()
  return (await tx.deleteFrom('desks').where('id', '=', id).returning('id').execute()).length > 0
}
