import type { StoryProblem } from '../../intake/incoming.ts'
import { type CarriedRow, deleteRows, insertRows, rowsWith } from '../../store/carried-rows.ts'
import { HOUSE_TABLES, PEOPLE_TABLES } from '../../store/carried-tables.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { PAPER_FILE, USERS_FILE } from './export-format.ts'
import type { OpenedExport } from './opened-export.ts'
import { type Columns, readTables } from './read-export.ts'

/** Puts the paper, its sections, bylines, desks and own pages in place. What stood there without a name goes. */
export async function moveInHouse(tx: NewsroomTx, { root }: OpenedExport, columns: Columns): Promise<void> {
  const house = await readTables(root, PAPER_FILE, HOUSE_TABLES, columns)
  const { newspaper, sections, personas, desks, housePages, deskStyle } = house
  await deleteRows(tx, HOUSE_TABLES.newspaper)
  await insertRows(tx, HOUSE_TABLES.newspaper, newspaper)
  await insertRows(tx, HOUSE_TABLES.sections, parentsFirst(sections))
  await insertRows(tx, HOUSE_TABLES.personas, personas)
  await insertRows(tx, HOUSE_TABLES.desks, desks)
  await insertRows(tx, HOUSE_TABLES.housePages, housePages)
  await deleteRows(tx, HOUSE_TABLES.deskStyle)
  await insertRows(tx, HOUSE_TABLES.deskStyle, deskStyle)
}

/** What was chosen for the fronts, after the stories that it names. */
export async function moveInFronts(tx: NewsroomTx, { root }: OpenedExport, columns: Columns): Promise<void> {
  const { frontSlots, frontChanges, frontsBefore } = await readTables(root, PAPER_FILE, HOUSE_TABLES, columns)
  await insertRows(tx, HOUSE_TABLES.frontSlots, frontSlots)
  await insertRows(tx, HOUSE_TABLES.frontChanges, frontChanges)
  await insertRows(tx, HOUSE_TABLES.frontsBefore, frontsBefore)
}

/** A section is written after the one it belongs to; one whose parent is nowhere comes last, and the database refuses it. */
function parentsFirst(sections: readonly CarriedRow[]): CarriedRow[] {
  const ordered: CarriedRow[] = []
  const placed = new Set<unknown>([null, undefined])
  for (let left = [...sections]; left.length > 0; ) {
    const ready = left.filter((section) => placed.has(section['parent_id']))
    if (ready.length === 0) return [...ordered, ...left]
    for (const section of ready) placed.add(section['id'])
    ordered.push(...ready)
    left = left.filter((section) => !placed.has(section['id']))
  }
  return ordered
}

/**
 * Puts everybody's account in place, with their roles and without any way in. Whoever set this newsroom up may have an
 * account here already: where a mail address is taken, the account that moves in comes without it.
 */
export async function moveInPeople(tx: NewsroomTx, { root }: OpenedExport, columns: Columns): Promise<StoryProblem[]> {
  const { accounts, grants } = await readTables(root, USERS_FILE, PEOPLE_TABLES, columns)
  const mails = accounts.flatMap(({ email }) => (typeof email === 'string' ? [email] : []))
  const here = await rowsWith(tx, PEOPLE_TABLES.accounts, 'email', mails)
  const taken = new Set(here.map(({ email }) => email))
  await insertRows(
    tx,
    PEOPLE_TABLES.accounts,
    accounts.map((account) => (taken.has(account['email']) ? { ...account, email: null } : account)),
  )
  await insertRows(tx, PEOPLE_TABLES.grants, grants)
  return accounts
    .filter(({ email }) => email !== null && taken.has(email))
    .map(({ name }) => ({
      where: USERS_FILE,
      what: `${String(name)} came without a mail address: an account that is here already has it.`,
    }))
}
