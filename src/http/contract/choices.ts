import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'

const translated = z.record(z.string(), z.string())

/** What a story can stand under: the sections and bylines to choose from. */
export const CHOICES_ENDPOINTS = endpoints({
  'GET /sections': {
    summary: 'All sections of the paper: places, subjects, series.',
    may: 'signed-in',
    scope: 'read',
    answer: z.object({
      sections: z.array(
        z.object({
          id: idOf('section'),
          kind: z.enum(['place', 'subject', 'series']),
          slug: z.string(),
          parentId: idOf('section').nullable(),
          names: translated,
        }),
      ),
    }),
  },
  'GET /bylines': {
    summary: 'All bylines as readers see them. Who writes under one is not said.',
    may: 'signed-in',
    scope: 'read',
    answer: z.object({
      bylines: z.array(
        z.object({
          id: idOf('persona'),
          slug: z.string(),
          name: z.string(),
          names: translated,
          kind: z.enum(['person', 'desk', 'organisation']),
        }),
      ),
    }),
  },
})
