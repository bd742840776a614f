import { z } from 'zod'
import { SCOPES } from '../../staff/role.ts'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, line, named } from './shapes.ts'

const key = z.object({
  id: idOf('api-key'),
  name: z.string(),
  /** In whose name it acts. */
  account: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  madeAt: instant,
  expiresAt: instant.nullable(),
  usedOn: z.string().nullable(),
  revokedAt: instant.nullable(),
})

/** API keys. */
export const KEYS_ENDPOINTS = endpoints({
  'GET /keys': {
    summary: 'Every key there is or was, in whose name it acts, and the day it was last used.',
    may: 'read-keys',
    answer: z.object({ keys: z.array(key) }),
  },
  'POST /keys': {
    summary: 'Make a key. Its token is in this answer and nowhere else.',
    may: 'make-key',
    confirmed: true,
    body: z.object({ name: line(100), scopes: z.array(z.enum(SCOPES)).min(1), expiresAt: instant.nullable() }),
    answer: z.object({ key, token: z.string() }),
  },
  'POST /keys/{keyId}/revoke': {
    summary: 'Let a key open nothing any more, at once.',
    may: 'revoke-key',
    params: named('keyId', idOf('api-key')),
    answer: z.object({}),
  },
})
