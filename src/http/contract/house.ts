import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, named } from './shapes.ts'

const job = z.object({
  id: idOf('job'),
  kind: z.string(),
  dueAt: instant,
  attempts: z.number(),
  lastError: z.string().nullable(),
  isGivenUp: z.boolean(),
})

/** Audit, health, export. */
export const HOUSE_ENDPOINTS = endpoints({
  'GET /audit': {
    summary: 'Who did what to which thing, newest first: ids and counts, never a text.',
    may: 'read-audit',
    query: z.object({
      before: z.coerce.number().int().exactOptional(),
      actor: z.string().max(200).exactOptional(),
      act: z.string().max(60).exactOptional(),
      subject: z.string().max(200).exactOptional(),
    }),
    answer: z.object({
      lines: z.array(
        z.object({
          number: z.number(),
          at: instant,
          /** The account's name, or the user name of whoever was at the machine. */
          actor: z.string(),
          actorId: z.string(),
          via: z.enum(['command-line', 'server', 'studio', 'key']),
          act: z.string(),
          subject: z.string().nullable(),
          detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
        }),
      ),
      before: z.number().nullable(),
    }),
  },
  'GET /health': {
    summary: 'How the system is, in plain words: what is sound, what is worth knowing, what is to be mended.',
    may: 'read-health',
    answer: z.object({
      findings: z.array(
        z.object({ level: z.enum(['ok', 'note', 'fault']), what: z.string(), remedy: z.string().nullable() }),
      ),
      jobs: z.array(job),
    }),
  },
  'POST /jobs/{jobId}/retry': {
    summary: 'Try a job again that was given up.',
    may: 'retry-job',
    params: named('jobId', idOf('job')),
    answer: z.object({}),
  },
  'GET /export': {
    summary: 'The newsroom as one file of JSON lines: stories, sections, bylines. Accounts and secrets are not in it.',
    may: 'export-newsroom',
    confirmed: true,
    answer: 'other',
  },
})
