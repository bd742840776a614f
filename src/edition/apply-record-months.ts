import type { EntryId } from '../record/entry.ts'
import type { EditionTx } from './edition-db.ts'

/** The months that these events are listed under now. */
export async function listedMonths(tx: EditionTx, ids: readonly EntryId[]): Promise<string[]> {
  const rows = await tx.selectFrom('events').select('month').distinct().where('id', 'in', ids).execute()
  return rows.flatMap(({ month }) => month ?? [])
}

/** Counts these months over: an index holds the events of each. */
export async function countMonths(tx: EditionTx, months: readonly string[]): Promise<void> {
  if (months.length === 0) return
  await tx.deleteFrom('record_months').where('month', 'in', months).execute()
  const counted = await tx
    .selectFrom('events')
    .select((select) => ['month', select.fn.countAll<number>().as('events')])
    .where('month', 'in', months)
    .groupBy('month')
    .execute()
  const rows = counted.flatMap(({ month, events }) => (month === null ? [] : [{ month, events }]))
  if (rows.length > 0) await tx.insertInto('record_months').values(rows).execute()
}
