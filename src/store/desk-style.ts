import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What a paper has told the desk of its manner. */
export interface KeptStyle {
  /** Words that it does not use as its own; null: the list that comes with Onrecord. */
  readonly words: readonly KeptStyleWord[] | null
  /** Kinds of findings that it does without. */
  readonly without: readonly string[]
}

export interface KeptStyleWord {
  readonly word: string
  readonly language: string
  readonly instead: string | null
}

/** What the paper has told the desk; nothing yet where it has told nothing. */
export async function readKeptStyle(db: NewsroomDb): Promise<KeptStyle> {
  const row = await db.selectFrom('desk_style').selectAll().executeTakeFirst()
  if (!row) return { words: null, without: [] }
  return {
    words: row.words === null ? null : (JSON.parse(row.words) as KeptStyleWord[]),
    without: JSON.parse(row.left_out) as string[],
  }
}

/** Keeps it in place of what was told before. */
export async function writeKeptStyle(tx: NewsroomTx, { words, without }: KeptStyle): Promise<void> {
  const row = { words: words && JSON.stringify(words), left_out: JSON.stringify(without) }
  await tx
    .insertInto('desk_style')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}
