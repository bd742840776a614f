import type { z } from 'zod'

/** Words in every form that an address of the API asks for: the first that the parameter's own schema takes is sent. */
const FORMS = [
  ...[
    'acc',
    'apk',
    'clm',
    'cmt',
    'dsk',
    'evt',
    'frc',
    'inc',
    'imp',
    'inv',
    'job',
    'pic',
    'prv',
    'rpt',
    'ses',
    'sid',
    'tsk',
    'upl',
    'wat',
  ].map((prefix) => `${prefix}_nothing`),
  'legal-name',
  'about',
  'en',
  // No version has this number.
  '999',
]

/** A word that a parameter's own schema takes, and that names nothing. */
export function anyFormOf(schema: z.ZodType): string {
  const found = FORMS.find((form) => schema.safeParse(form).success)
  if (found === undefined) throw new Error('No form in this list is what a parameter asks for: add one.')
  return found
}

/** Queries that are asked for; the rest may be left out. */
export const QUERY = new URLSearchParams({
  type: 'event',
  ids: 'clm_nothing',
  list: 'all',
  language: 'en',
  from: '2024-08-01',
  to: '2024-08-02',
  offset: '0',
}).toString()
