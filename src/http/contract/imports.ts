import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { isZone } from '../../story/wall-clock.ts'
import { endpoints } from './endpoint.ts'
import { instant, named } from './shapes.ts'

const problem = z.object({ what: z.string(), headline: z.string().nullable(), where: z.string().nullable() })

const numbered = problem.extend({ number: z.number(), foreignId: z.string().nullable() })

/** Problems that say the same, but for names and numbers in them. */
const group = z.object({ what: z.string(), count: z.number() })

const report = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  published: z.number(),
  /** In the bin at their source, or named twice there. */
  skipped: z.number(),
  /** Their words were here already. */
  duplicates: z.number(),
  problemCount: z.number(),
  /** False when a file was faulty or ended too early: stories may be missing. */
  isComplete: z.boolean(),
  summary: z.array(group),
  /** The first of them; all are at `GET /imports/{importId}`. */
  problems: z.array(problem),
})

const oneImport = z.object({
  id: idOf('import'),
  name: z.string(),
  source: z.string(),
  /** What its files are: `wxr`, or several with commas between. */
  kind: z.string(),
  publish: z.boolean(),
  /** Who began it, by name. */
  by: z.string(),
  beganAt: instant,
  /** For one that broke off: when it was last heard of. */
  endedAt: instant.nullable(),
  state: z.enum(['running', 'stopping', 'ended', 'failed', 'broken-off']),
  /** Why it ended early; null as long as it goes well. */
  failure: z.string().nullable(),
  progress: z.object({
    bytes: z.number(),
    bytesRead: z.number(),
    storiesPerSecond: z.number(),
    /** Null when nothing was read yet, and when it has ended. */
    secondsLeft: z.number().nullable(),
  }),
  report,
})

const zone = z.string().refine(isZone, 'must be the name of a time zone, such as Africa/Bamako')

const origin = {
  uploadId: idOf('upload'),
  /** A name for where it comes from; left out, the kind of its files. */
  source: z.string().trim().max(100).exactOptional(),
  /** Of times that have none. */
  zone: zone.exactOptional(),
  /** What names become: see docs/formats/imports.md. */
  mapping: z.unknown().exactOptional(),
}

const nameSeen = z.object({ name: z.string(), stories: z.number() })

const published = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('minute'), at: instant }),
  z.object({ precision: z.literal('day'), on: z.string() }),
])

const STATUSES = ['published', 'draft', 'scheduled', 'private', 'trashed'] as const

const oneOf = named('importId', idOf('import'))

/** Moving in: files that were sent become stories. */
export const IMPORTS_ENDPOINTS = endpoints({
  'POST /imports/preview': {
    summary: 'What an import of a file that was sent would bring in: the first stories, sums, names. Changes nothing.',
    may: 'import-stories',
    body: z.object(origin),
    answer: z.object({
      kinds: z.array(z.string()),
      /** False when the file is so large that only its beginning was read. */
      isWhole: z.boolean(),
      stories: z.number(),
      /** How many of them came in before. */
      known: z.number(),
      statuses: z.partialRecord(z.enum(STATUSES), z.number()),
      pictures: z.number(),
      hosts: z.array(z.string()),
      first: z.array(
        z.object({
          headline: z.string(),
          published: published.nullable(),
          status: z.enum(STATUSES),
          sectionPath: z.array(z.string()),
          bylines: z.array(z.string()),
          language: z.string().nullable(),
          words: z.number(),
          pictures: z.number(),
          problems: z.array(z.string()),
        }),
      ),
      names: z.object({
        sections: z.array(nameSeen),
        tags: z.array(nameSeen),
        authors: z.array(nameSeen),
        languages: z.array(nameSeen),
      }),
      notes: z.array(z.string()),
      problemCount: z.number(),
      problems: z.array(group),
      isComplete: z.boolean(),
    }),
  },
  'POST /imports': {
    summary:
      'Bring stories in from a file that was sent: an export of another system, a feed, saved pages, an archive of them. They arrive as drafts unless they are to be published.',
    may: 'import-stories',
    body: z.object({ ...origin, publish: z.boolean() }),
    answer: z.object({ importId: idOf('import') }),
  },
  'GET /imports': {
    summary: 'Every import, the newest first: how far it is, and what came of it.',
    may: 'import-stories',
    query: z.object({ before: z.coerce.number().int().exactOptional() }),
    answer: z.object({ imports: z.array(oneImport), before: z.number().nullable() }),
  },
  'GET /imports/{importId}': {
    summary: 'One import with its problems, a page at a time. Of long ago the summary is left.',
    may: 'import-stories',
    params: oneOf,
    query: z.object({ after: z.coerce.number().int().min(0).exactOptional() }),
    answer: z.object({ import: oneImport, problems: z.array(numbered), after: z.number().nullable() }),
  },
  'GET /imports/{importId}/report': {
    summary: 'The report of an import as a JSON file, with every problem.',
    may: 'import-stories',
    params: oneOf,
    answer: 'other',
  },
  'POST /imports/{importId}/stop': {
    summary:
      'Stop an import after the stories it is writing. What came in stays; the same file again goes on from there.',
    may: 'import-stories',
    params: oneOf,
    answer: z.object({}),
  },
})
