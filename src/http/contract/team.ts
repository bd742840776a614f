import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { grant } from './session.ts'
import { instant, line, named, words } from './shapes.ts'

const grants = z.array(grant).min(1, 'somebody who works here has at least one role').max(30)

const account = z.object({
  id: idOf('account'),
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(['active', 'suspended']),
  createdAt: instant,
  /** The day they were last here. */
  seenOn: z.string().nullable(),
  grants: z.array(grant),
})

const invitation = z.object({
  id: idOf('invitation'),
  kind: z.enum(['first-owner', 'invitation', 'reset']),
  name: z.string().nullable(),
  email: z.string().nullable(),
  grants: z.array(grant),
  at: instant,
  expiresAt: instant,
})

/** A link to hand over, once; and whether it went out by mail. */
const handedOver = z.object({ link: z.string(), expiresAt: instant, wasMailed: z.boolean() })

const desk = z.object({
  id: idOf('desk'),
  names: z.record(z.string(), z.string()),
  sectionIds: z.array(idOf('section')),
})

const deskWords = z.object({
  names: z.record(z.string().max(20), words(100)),
  sectionIds: z.array(idOf('section')).max(500),
})

const oneAccount = named('accountId', idOf('account'))
const oneDesk = named('deskId', idOf('desk'))

/** Who works here, desks and invitations. */
export const TEAM_ENDPOINTS = endpoints({
  'GET /team': {
    summary: 'Everybody who works here, what each is trusted with, and invitations that are open.',
    may: 'read-team',
    answer: z.object({ accounts: z.array(account), invitations: z.array(invitation), canMail: z.boolean() }),
  },
  'POST /team/invitations': {
    summary: 'Make a link by which somebody makes themselves an account: good once, for a week.',
    may: 'invite',
    confirmed: true,
    body: z.object({ name: line(100), email: z.email().nullable(), grants }),
    answer: handedOver,
  },
  'DELETE /team/invitations/{invitationId}': {
    summary: 'Take an invitation back.',
    may: 'withdraw-invitation',
    params: named('invitationId', idOf('invitation')),
    answer: z.object({}),
  },
  'PUT /team/accounts/{accountId}/grants': {
    summary: 'Change what somebody is trusted with. They have to sign in again.',
    may: 'change-grants',
    confirmed: true,
    params: oneAccount,
    body: z.object({ grants }),
    answer: z.object({}),
  },
  'POST /team/accounts/{accountId}/suspend': {
    summary: 'Let somebody in no more, on any device, at once.',
    may: 'suspend-account',
    confirmed: true,
    params: oneAccount,
    answer: z.object({}),
  },
  'POST /team/accounts/{accountId}/restore': {
    summary: 'Let somebody in again, with the ways in that they had.',
    may: 'restore-account',
    confirmed: true,
    params: oneAccount,
    answer: z.object({}),
  },
  'POST /team/accounts/{accountId}/reset': {
    summary: 'Close every way into an account, and make one link to a new one, good for an hour.',
    may: 'reset-account',
    confirmed: true,
    params: oneAccount,
    answer: handedOver,
  },
  'POST /desks': {
    summary: 'Make a desk: who answers for the stories of some sections.',
    may: 'change-desk',
    body: deskWords,
    answer: desk,
  },
  'PUT /desks/{deskId}': {
    summary: 'Change what a desk is called, and which sections are its own.',
    may: 'change-desk',
    params: oneDesk,
    body: deskWords,
    answer: desk,
  },
  'DELETE /desks/{deskId}': {
    summary: 'Take a desk away. Its stories are the whole paper’s again.',
    may: 'change-desk',
    confirmed: true,
    params: oneDesk,
    answer: z.object({}),
  },
})
