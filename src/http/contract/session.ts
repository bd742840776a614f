import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { ROLES, SCOPES } from '../../staff/role.ts'
import { endpoints } from './endpoint.ts'

export const grant = z.object({ role: z.enum(ROLES), deskId: idOf('desk').nullable() })

/** Whoever is signed in. */
const me = z.object({
  accountId: idOf('account'),
  name: z.string(),
  language: z.string(),
  grants: z.array(grant),
  scopes: z.array(z.enum(SCOPES)).nullable(),
})

/** What every screen needs to know of the paper. */
const paper = z.object({
  name: z.string(),
  languages: z.array(z.string()),
  defaultLanguage: z.string(),
  zone: z.string(),
  isSample: z.boolean(),
  siteUrl: z.string(),
})

const desk = z.object({
  id: idOf('desk'),
  names: z.record(z.string(), z.string()),
  sectionIds: z.array(idOf('section')),
})

/** Who is signed in, and what the studio needs to know of the paper. */
export const SESSION_ENDPOINTS = endpoints({
  'GET /session': {
    summary: 'Who asks, what they may, and the paper they work for; nobody and nothing when nobody is signed in.',
    may: 'anyone',
    answer: z.object({
      me: me.nullable(),
      /** Null before the paper was set up, and for those who are not signed in. */
      paper: paper.nullable(),
      desks: z.array(desk),
      /** Whose session it was that somebody has ended on purpose: the device destroys what it keeps of that account. */
      revoked: idOf('account').nullable(),
      /** Is there an owner yet? Before that, the link that the server prints is the only way in. */
      hasOwner: z.boolean(),
      /** Since when nothing can be changed here, for those who are signed in; null while it can. */
      lockedSince: z.string().nullable(),
      now: z.string(),
    }),
  },
})
