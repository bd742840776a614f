import type { z } from 'zod'
import { OnrecordError } from '../../errors.ts'
import type { StoryId } from '../../ids.ts'
import { assertMay, type Deed } from '../../newsroom/assert-may.ts'
import { isConfirmed } from '../../newsroom/entering/session-life.ts'
import { STORY_ACTS, type StoryAct } from '../../staff/acts.ts'
import { whyNotInWords } from '../../staff/can.ts'
import type { Scope, Staff } from '../../staff/role.ts'
import type { Answered, Asked, Endpoint, Endpoints } from '../contract/endpoint.ts'
import { jsonBody } from './json-body.ts'
import { assertUnlocked } from './studio-lock.ts'
import type { Visit } from './visit.ts'

/** What does an endpoint's work, once the request was checked and its maker is known. */
export type Handler<One extends Endpoint> = (asked: Asked<One>, visit: Visit) => Promise<Answered<One>>

/** A handler for every endpoint of an area: one that is missing does not compile. */
export type Handlers<Area extends Endpoints> = {
  readonly [Key in keyof Area]: Area[Key] extends Endpoint ? Handler<Area[Key]> : never
}

/**
 * Answers a request of whoever is in (`assertSignedIn`): who may is judged before anything is read, then what was sent is checked, then the work is done.
 *
 * @param raw what the path and the query say
 * @throws OnrecordError `forbidden`, `not-found`, `bad-input`, or what the verb throws
 */
export async function answerEndpoint<One extends Endpoint>(
  endpoint: One,
  handler: Handler<One>,
  { params, query, visit }: { params: unknown; query: unknown; visit: Visit },
): Promise<Response> {
  await assertUnlocked(endpoint, visit)
  const asked = { params: checked(endpoint.params, params), query: checked(endpoint.query, query) }
  await assertAllowed(endpoint, asked.params, visit)
  const body = endpoint.body === 'bytes' ? visit.request.body : await checkedBody(endpoint.body, visit.request)
  const answer = await handler({ ...asked, body } as Asked<One>, visit)
  if (endpoint.answer === 'other') return withHeaders(answer as Response, visit.headers)
  // Parsed on its way out as well: what the contract does not name stays here.
  return withHeaders(Response.json(endpoint.answer.parse(answer)), visit.headers)
}

function withHeaders(response: Response, headers: Headers): Response {
  for (const [name, value] of headers) response.headers.append(name, value)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  response.headers.set('x-content-type-options', 'nosniff')
  return response
}

/** @throws OnrecordError `signed-out`, `session-revoked`, `confirm-identity` */
export function assertSignedIn({ may, confirmed }: Endpoint, { visitor, revoked, newsroom }: Visit): void {
  if (may === 'anyone') return
  if (revoked !== null) {
    throw new OnrecordError('session-revoked', 'Your session was ended, by you elsewhere or by an owner.', {
      remedy: 'What this device kept of your texts is removed. If your account is open, sign in again.',
    })
  }
  if (!visitor) {
    throw new OnrecordError('signed-out', 'You are not signed in, or your session has ended.', {
      remedy: 'Sign in again. What you wrote is kept on this device.',
    })
  }
  if (!confirmed) return
  if (visitor.session && isConfirmed(visitor.session.confirmedAt, newsroom.now())) return
  throw new OnrecordError('confirm-identity', 'This needs you to show once more that it is you.', {
    remedy: 'Confirm with your passkey or your password.',
  })
}

const isStoryAct = (may: Endpoint['may']): may is StoryAct => (STORY_ACTS as readonly string[]).includes(may)

async function assertAllowed({ may, scope }: Endpoint, params: unknown, { newsroom }: Visit): Promise<void> {
  if (may === 'anyone') return
  if (may === 'signed-in') return assertKeyMay(newsroom.actor.staff, scope ?? null)
  const storyId = (params as { storyId?: StoryId } | undefined)?.storyId ?? null
  const deed: Deed = isStoryAct(may) ? [may, storyId] : may
  await assertMay(newsroom.db, newsroom.actor, deed)
}

/** What everybody who works here may, their key may only within its scopes. @throws OnrecordError `forbidden` */
function assertKeyMay(staff: Staff | undefined, scope: Scope | null): void {
  if (!staff?.scopes || (scope !== null && staff.scopes.includes(scope))) return
  throw new OnrecordError('forbidden', whyNotInWords({ kind: 'scope', scope }))
}

const checkedBody = async (schema: z.ZodType | undefined, request: Request): Promise<unknown> =>
  schema && checked(schema, jsonBody(await request.text()))

function checked(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  // The path and the message of each fault; never the value, which may be a secret.
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  )
  throw new OnrecordError('bad-input', `The request cannot be understood: ${faults.slice(0, 5).join('; ')}.`, {
    remedy: 'The API is described at /studio/api/openapi.json.',
  })
}
