import type { AccountId } from '../../ids.ts'
import { insertChallenge } from '../../store/challenges.ts'
import { instantOf } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import { newToken } from '../token.ts'

/** Time to find one's phone, and not more. */
const LASTS_MS = 10 * 60 * 1000

/** Keeps what has to be answered. @returns the id under which it is answered */
export async function keepChallenge(
  newsroom: Newsroom,
  given: { readonly challenge: string; readonly purpose: string; readonly accountId: AccountId | null },
): Promise<string> {
  const id = newToken()
  const now = newsroom.now()
  const expiresAt = instantOf(new Date(Date.parse(now) + LASTS_MS))
  await insertChallenge(newsroom.db, { id, ...given, expiresAt }, now)
  return id
}
