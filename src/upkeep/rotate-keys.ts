import { putNextSecretsInPlace, writeNextSecrets } from '../config/next-secrets.ts'
import { OnrecordError } from '../errors.ts'
import { firstBrokenSeal, sealWith } from '../newsroom/audit-seal.ts'
import { closeSecret, openSecret } from '../newsroom/entering/sealed-secret.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { markOf } from '../newsroom/same-secrets.ts'
import { allAccounts } from '../store/accounts.ts'
import { auditLines, insertAuditLine, reseal } from '../store/audit.ts'
import { forgetChallenges } from '../store/challenges.ts'
import { forgetTries } from '../store/failed-tries.ts'
import { inTransaction, type NewsroomTx } from '../store/newsroom-db.ts'
import { forgetRecoveryCodes, passwordOf, replaceTotpSecret } from '../store/passwords.ts'
import { revokeSessions } from '../store/sessions.ts'
import { putSecretsMark } from '../store/secrets-mark.ts'
import { noteUpkeep } from '../store/upkeep.ts'
import type { Instant } from '../time.ts'

/** What came of it. */
export interface Rotated {
  readonly auditLines: number
  /** Second factors that were closed anew. */
  readonly factors: number
  /** Names of those who need new recovery codes. */
  readonly withoutCodes: readonly string[]
  readonly sessions: number
}

/**
 * Gives the newsroom new secrets: the audit is sealed anew from its first line, second factors are closed with the new key,
 * recovery codes end, and everybody signs in again. Passwords, passkeys and sealed identities rest on other keys.
 *
 * Killed at any point, the next start finds out which secrets hold. Other processes of this newsroom go on with secrets that
 * hold no more: they end by themselves, and need the new `secrets.json` before they start.
 *
 * @throws OnrecordError `damaged` where the audit does not bear its seals: sealing it anew would hide that
 */
export async function rotateKeys(newsroom: Newsroom, folder: string): Promise<Rotated> {
  const broken = await firstBrokenSeal(newsroom.db, newsroom.auditKey)
  if (broken !== null) {
    throw new OnrecordError(
      'damaged',
      `The audit was changed at line ${broken}, and sealing it anew would hide that.`,
      {
        remedy: 'Compare it with a backup first.',
      },
    )
  }
  const { auditKey } = await writeNextSecrets(folder)
  const rotated = await inTransaction(newsroom.db, (tx) => rotateIn(tx, newsroom, auditKey))
  await putNextSecretsInPlace(folder)
  return rotated
}

async function rotateIn(tx: NewsroomTx, newsroom: Newsroom, auditKey: string): Promise<Rotated> {
  const at = newsroom.now()
  const rotated = {
    ...(await closeFactorsAnew(tx, { from: newsroom.auditKey, to: auditKey, at })),
    auditLines: await sealAnew(tx, auditKey),
  }
  await forgetChallenges(tx)
  // Tries are counted under names that the old key made.
  await forgetTries(tx, at)
  await putSecretsMark(tx, markOf(auditKey))
  const { auditLines: lines, factors, sessions } = rotated
  const detail = { lines, factors, sessions }
  await noteUpkeep(tx, { kind: 'rotate-keys', at, isDone: true, detail })
  const { name: actor, via } = newsroom.actor
  await insertAuditLine(tx, { at, actor, via, act: 'rotate-keys', subject: null, detail }, sealWith(auditKey))
  return rotated
}

async function closeFactorsAnew(
  tx: NewsroomTx,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Instant },
): Promise<Omit<Rotated, 'auditLines'>> {
  let factors = 0
  let sessions = 0
  const withoutCodes: string[] = []
  for (const { id, name } of await allAccounts(tx)) {
    sessions += await revokeSessions(tx, { accountId: id, now: at })
    const password = await passwordOf(tx, id)
    const secret = password && openSecret(password.totpSecret, from, id)
    if (!secret) continue
    await replaceTotpSecret(tx, id, closeSecret(secret, to, id))
    if (await forgetRecoveryCodes(tx, id)) withoutCodes.push(name)
    factors += 1
  }
  return { factors, sessions, withoutCodes }
}

const PORTION = 500

async function sealAnew(tx: NewsroomTx, auditKey: string): Promise<number> {
  const seal = sealWith(auditKey)
  let before = ''
  let last = 0
  for (;;) {
    const lines = await auditLines(tx, last, PORTION)
    for (const line of lines) {
      before = seal(before, line)
      last = line.number
      await reseal(tx, last, before)
    }
    if (lines.length < PORTION) return last
  }
}
