import type { AccountId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Something the server has said and wants to hear of again: bytes a passkey has to sign, a secret to prove. */
export interface Challenge {
  readonly id: string
  readonly challenge: string
  /** What it was made for: one made for entering confirms nothing else. */
  readonly purpose: string
  readonly accountId: AccountId | null
  readonly expiresAt: Instant
}

/** Keeps a challenge until it is answered, and forgets those that nobody has answered in time. */
export async function insertChallenge(db: NewsroomDb, challenge: Challenge, now: Instant): Promise<void> {
  await db.deleteFrom('challenges').where('expires_at', '<=', now).execute()
  await db
    .insertInto('challenges')
    .values({
      id: challenge.id,
      challenge: challenge.challenge,
      purpose: challenge.purpose,
      account_id: challenge.accountId,
      expires_at: challenge.expiresAt,
    })
    .execute()
}

interface Asked {
  readonly id: string
  readonly purpose: string
  readonly now: Instant
}

/** The challenge, left where it is: for a secret that may be typed wrong first. */
export async function readChallenge(db: NewsroomDb, { id, purpose, now }: Asked): Promise<Challenge | undefined> {
  const row = await db
    .selectFrom('challenges')
    .selectAll()
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && toChallenge(row)
}

/** Takes a challenge out: whoever takes it is the only one who ever does, also where two try at once. */
export async function takeChallenge(db: NewsroomDb, { id, purpose, now }: Asked): Promise<Challenge | undefined> {
  const row = await db
    .deleteFrom('challenges')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row && toChallenge(row)
}

const toChallenge = (row: {
  id: string
  challenge: string
  purpose: string
  account_id: string | null
  expires_at: string
}): Challenge => ({
  id: row.id,
  challenge: row.challenge,
  purpose: row.purpose,
  accountId: row.account_id as AccountId | null,
  expiresAt: row.expires_at as Instant,
})

/** Forgets every challenge: whoever is about to enter begins anew. */
export async function forgetChallenges(tx: NewsroomTx): Promise<void> {
  await tx.deleteFrom('challenges').execute()
}
