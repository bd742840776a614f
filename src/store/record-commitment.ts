import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '../evidence/canonical-json.ts'
import type { NewsroomDb } from './newsroom-db.ts'
import { newestSequence } from './record-sequence.ts'

/** SHA-256 in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A revision's text, the salt that keeps its hash from being guessed, and the hash that stays when both are erased. */
export interface Committed {
  readonly content: string
  readonly salt: string
  readonly commitment: string
}

/** Commits to a content: SHA-256 over a fresh salt of 128 bits, in hexadecimal, followed by the canonical JSON. */
export function commit(value: unknown): Committed {
  const content = canonicalJson(value)
  const salt = randomBytes(16).toString('hex')
  return { content, salt, commitment: commitmentOf(salt, content) }
}

/** What the commitment must be when this salt and this text are the ones that were recorded. */
export const commitmentOf = (salt: string, content: string): string => sha256Of(salt + content)

/**
 * Checks the whole log: every number is there, and every text that stands is the one that was committed to.
 *
 * @returns the number of the first revision that does not fit; null when all do
 */
export async function firstBrokenCommitment(db: NewsroomDb): Promise<number | null> {
  let last = 0
  for (;;) {
    const rows = await db
      .selectFrom('record_revisions')
      .select(['number', 'content', 'salt', 'commitment'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(500)
      .execute()
    if (rows.length === 0) return last === (await newestSequence(db)) ? null : last + 1
    for (const { number, content, salt, commitment } of rows) {
      const isWhole = content === null || salt === null || commitmentOf(salt, content) === commitment
      if (number !== last + 1 || !isWhole) return last + 1
      last = number
    }
  }
}
