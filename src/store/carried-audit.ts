import type { NewsroomTx } from './newsroom-db.ts'

/** The seal of the line before this number; empty where there is none. */
export async function newestSealBefore(tx: NewsroomTx, number: number): Promise<string> {
  const row = await tx
    .selectFrom('audit')
    .select('seal')
    .where('number', '=', number - 1)
    .executeTakeFirst()
  return row?.seal ?? ''
}
