import { randomBytes } from 'node:crypto'
import { generateTOTP } from '@oslojs/otp'
import { vi } from 'vitest'
import { makeId, type AccountId, type StoryId } from '../src/ids.ts'
import { invite } from '../src/newsroom/entering/invite.ts'
import { hashOfToken, newToken } from '../src/newsroom/token.ts'
import type { Grant, Scope } from '../src/staff/role.ts'
import { insertApiKey } from '../src/store/api-keys.ts'
import { inTransaction } from '../src/store/newsroom-db.ts'
import { fromBase32 } from './from-base32.ts'
import { asOwnPage, cookieOf, type TestStudio } from './studio-caller.ts'

/** Not one that is easily guessed. */
const PASSWORD = 'paper river lantern seven'

/** Somebody who came in by an invitation, with a password and an app. */
export interface StaffMember {
  readonly accountId: AccountId
  readonly name: string
  /** The session that began with the invitation. */
  readonly cookie: string
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** What the app shows at the newsroom's time. */
export function codeFor(studio: TestStudio, secret: string): string {
  vi.useFakeTimers({ now: new Date(studio.newsroom.now()), toFake: ['Date'] })
  try {
    return generateTOTP(fromBase32(secret), 30, 6)
  } finally {
    vi.useRealTimers()
  }
}

/** Lets somebody make their account, with a password. */
export async function joins(studio: TestStudio, name: string, grants: readonly Grant[]): Promise<StaffMember> {
  const { token } = await invite(studio.newsroom, { name, email: null, grants })
  const { challengeId, secret } = await studio.stranger.ask('POST /entering/invitation/second-factor', {
    body: { token, name },
  })
  const factor = { kind: 'password' as const, challengeId, password: PASSWORD, code: codeFor(studio, secret) }
  const response = await studio.stranger.send('POST /entering/invitation/accept', {
    body: { token, name, language: 'en', factor },
  })
  const cookie = cookieOf(response)
  const { accountId, recoveryCodes } = (await response.json()) as { accountId: AccountId; recoveryCodes: string[] }
  return { accountId, name, cookie, secret, recoveryCodes }
}

/** Comes in with a password and a code of the app, or with a recovery code. */
export const enters = (studio: TestStudio, who: string, code: string, password = PASSWORD): Promise<Response> =>
  studio.stranger.send('POST /entering/password', { body: { kind: 'password', who, password, code } })

/** Asks the studio's API as a page of it does, in a session's name. */
export const askedWith = async (
  studio: TestStudio,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> =>
  studio.app.request(`http://localhost/studio/api${path}`, {
    method,
    headers: { origin: 'http://localhost', ...asOwnPage(cookie) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

/** A key that acts for somebody. @returns its token */
export async function keyOf({ newsroom }: TestStudio, accountId: AccountId, scopes: readonly Scope[]): Promise<string> {
  const token = `onrecord_${newToken()}`
  const madeAt = newsroom.now()
  const key = { id: makeId('api-key', randomBytes(16)), name: 'A test', accountId, scopes, madeAt }
  await inTransaction(newsroom.db, (tx) =>
    insertApiKey(tx, { ...key, expiresAt: null, usedOn: null, revokedAt: null }, hashOfToken(token)),
  )
  return token
}

/** A link to a story, made by whoever has this session. @returns its path */
export async function previewOf(studio: TestStudio, cookie: string, storyId: StoryId): Promise<string> {
  const made = await askedWith(studio, cookie, 'POST', `/stories/${storyId}/preview-links`, { label: 'the lawyer' })
  return new URL(((await made.json()) as { url: string }).url).pathname
}
