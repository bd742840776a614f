import { createHmac } from 'node:crypto'
import { OnrecordError } from '../errors.ts'
import { inTransaction, type NewsroomDb } from '../store/newsroom-db.ts'
import { claimSecretsMark, secretsMark } from '../store/secrets-mark.ts'

/** Whoever reads it learns nothing of the key, and two keys have two of them. */
export const markOf = (auditKey: string): string =>
  createHmac('sha256', auditKey).update('the secrets of this newsroom').digest('base64url')

/**
 * Sees to it that all processes of one newsroom work with the same secrets: with others, one would seal audit lines that
 * no other can check, and open nothing of what the others have closed. The first to come notes whose they are.
 *
 * @throws OnrecordError `bad-config`
 */
export async function assertSameSecrets(db: NewsroomDb, auditKey: string): Promise<void> {
  const own = markOf(auditKey)
  const noted = (await secretsMark(db)) ?? (await inTransaction(db, (tx) => claimSecretsMark(tx, own)))
  if (noted === own) return
  throw new OnrecordError('bad-config', 'The secrets.json in this data folder is not the one of this newsroom.', {
    remedy:
      'Copy secrets.json from the data folder of another process of this newsroom, or out of a backup, and start again.',
  })
}
