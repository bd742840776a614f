import type { IncomingCopyId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What somebody said to "this carries the words of that". */
export interface CarriedAnswer {
  readonly ofId: string
  readonly answer: 'accepted' | 'refused'
  readonly by: string
  readonly at: Instant
}

/** What was said to the proposals for one item, by what its words are of. */
export async function carriedAnswers(db: NewsroomDb, id: IncomingCopyId): Promise<Map<string, CarriedAnswer>> {
  const rows = await db.selectFrom('carried_answers').selectAll().where('incoming_id', '=', id).execute()
  return new Map(
    rows.map((row) => [
      row.of_id,
      {
        ofId: row.of_id,
        answer: row.answer as CarriedAnswer['answer'],
        by: row.by,
        at: row.at as Instant,
      },
    ]),
  )
}

/** Keeps an answer in place of the one before. */
export async function keepCarriedAnswer(tx: NewsroomTx, id: IncomingCopyId, answer: CarriedAnswer): Promise<void> {
  const { ofId, by, at } = answer
  await tx
    .insertInto('carried_answers')
    .values({ incoming_id: id, of_id: ofId, answer: answer.answer, by, at })
    .onConflict((conflict) => conflict.columns(['incoming_id', 'of_id']).doUpdateSet({ answer: answer.answer, by, at }))
    .execute()
}

/** Takes a refusal back: the question is open again. What was accepted stands in the record and is not forgotten here. */
export async function forgetRefusal(tx: NewsroomTx, id: IncomingCopyId, ofId: string): Promise<void> {
  await tx
    .deleteFrom('carried_answers')
    .where('incoming_id', '=', id)
    .where('of_id', '=', ofId)
    .where('answer', '=', 'refused')
    .execute()
}
