import type { SealedId, SealKeyId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** The public half of an owner's key. The private half is with its owner and nowhere else. */
export interface SealKey {
  readonly id: SealKeyId
  /** An age recipient, `age1…`. */
  readonly recipient: string
  /** Whose it is, in the newsroom's words. */
  readonly label: string
  readonly at: Instant
}

/** A text that only the holders of these keys can read. */
export interface Sealed {
  readonly id: SealedId
  readonly subjectId: string
  readonly keyIds: readonly SealKeyId[]
  /** An age file in its armour. */
  readonly ciphertext: string
  readonly at: Instant
  readonly by: string
}

/** Every key that identities are sealed to, oldest first. */
export async function sealKeys(db: NewsroomDb): Promise<SealKey[]> {
  const rows = await db.selectFrom('seal_keys').selectAll().orderBy('at').orderBy('id').execute()
  return rows.map((row) => ({ ...row, id: row.id as SealKeyId, at: row.at as Instant }))
}

export async function insertSealKey(tx: NewsroomTx, key: SealKey): Promise<void> {
  await tx.insertInto('seal_keys').values(key).execute()
}

/** What is sealed of a thing, oldest first. */
export async function sealedOf(db: NewsroomDb, subjectId: string): Promise<Sealed[]> {
  const rows = await db
    .selectFrom('sealed')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as SealedId,
    subjectId: row.subject_id,
    keyIds: JSON.parse(row.recipient_ids) as SealKeyId[],
    ciphertext: row.ciphertext,
    at: row.at as Instant,
    by: row.by,
  }))
}

/** Is anything sealed of a thing? */
export const isSealed = async (db: NewsroomDb, subjectId: string): Promise<boolean> =>
  (await db.selectFrom('sealed').select('id').where('subject_id', '=', subjectId).limit(1).executeTakeFirst()) !==
  undefined

export async function insertSealed(tx: NewsroomTx, sealed: Sealed): Promise<void> {
  const { subjectId, keyIds, ...rest } = sealed
  await tx
    .insertInto('sealed')
    .values({ ...rest, subject_id: subjectId, recipient_ids: JSON.stringify(keyIds) })
    .execute()
}

/** Takes away everything that is sealed of a thing. @returns how many texts that were */
export async function deleteSealed(tx: NewsroomTx, subjectId: string): Promise<number> {
  const rows = await tx.deleteFrom('sealed').where('subject_id', '=', subjectId).returning('id').execute()
  return rows.length
}
