import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What tells the secrets that this newsroom was made with from others, and says nothing of them; null before it is noted. */
export async function secretsMark(db: NewsroomDb): Promise<string | null> {
  const row = await db.selectFrom('installation').select('secrets_mark').where('id', '=', 1).executeTakeFirst()
  return row?.secrets_mark ?? null
}

/** Notes the mark where none is noted yet. @returns the one that is noted now: whoever was first has it */
export async function claimSecretsMark(tx: NewsroomTx, mark: string): Promise<string> {
  const before = await secretsMark(tx)
  if (before === null) await putSecretsMark(tx, mark)
  return before ?? mark
}

/** Notes another mark, for secrets that were changed on purpose. */
export async function putSecretsMark(tx: NewsroomTx, mark: string): Promise<void> {
  await tx
    .insertInto('installation')
    .values({ id: 1, secrets_mark: mark, locked_at: null, lock_reason: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ secrets_mark: mark }))
    .execute()
}
