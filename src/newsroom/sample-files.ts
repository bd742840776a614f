import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { EMPTY_PROFILE, type Profile } from '../story/section.ts'
import { type Instant, type LocalDate, parseInstant, parseLocalDate } from '../time.ts'

const instant = z.string().transform((text, context): Instant => {
  const parsed = parseInstant(text)
  if (parsed) return parsed
  context.addIssue('must be an instant')
  return z.NEVER
})

const localDate = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text)
  if (parsed) return parsed
  context.addIssue('must be a date')
  return z.NEVER
})

const translated = z.record(z.string(), z.string())

const profile = z
  .strictObject({
    legalName: z.string().exactOptional(),
    founded: z.number().int().exactOptional(),
    contactEmail: z.string().exactOptional(),
    securityContact: z.string().exactOptional(),
    signal: z.string().exactOptional(),
    secureDrop: z.string().exactOptional(),
    links: z.array(z.string()).exactOptional(),
    memberships: z.array(z.string()).exactOptional(),
    adsTxt: z.array(z.string()).exactOptional(),
  })
  .transform((given): Profile => ({ ...EMPTY_PROFILE, ...given }))

const newspaper = z.strictObject({
  name: z.string(),
  tagline: translated,
  languages: z.array(z.string()).min(1),
  defaultLanguage: z.string(),
  zone: z.string(),
  isSample: z.literal(true),
  profile: profile.default(EMPTY_PROFILE),
})

const sections = z.array(
  z.strictObject({
    slug: z.string(),
    kind: z.enum(['place', 'subject', 'series']),
    parent: z.string().nullable(),
    names: translated,
    about: translated.default({}),
    position: z.number().int().nullable(),
  }),
)

const personas = z.array(
  z.strictObject({
    slug: z.string(),
    name: z.string(),
    names: translated.default({}),
    kind: z.enum(['person', 'desk', 'organisation']).default('desk'),
    about: translated,
  }),
)

const story = z.strictObject({
  key: z.string(),
  group: z.string(),
  language: z.string(),
  translationOf: z.string().nullable(),
  slug: z.string(),
  published: instant,
  updated: instant.exactOptional(),
  kicker: z.string().nullable().default(null),
  headline: z.string(),
  standfirst: z.string(),
  dateline: z.strictObject({ place: z.string(), on: localDate.nullable() }).nullable().default(null),
  sections: z.array(z.string()),
  bylines: z.array(z.string()),
  keywords: z.array(z.string()).default([]),
  notes: z.array(z.strictObject({ kind: z.enum(['correction', 'update']), at: instant, text: z.string() })).default([]),
  // With keys of the record's files where a document has ids: read when those are known.
  body: z.unknown(),
})

/** The sample edition as its files tell it: see sample/README.md. */
export interface SampleEdition {
  readonly newspaper: z.infer<typeof newspaper>
  readonly sections: z.infer<typeof sections>
  readonly personas: z.infer<typeof personas>
  readonly stories: readonly z.infer<typeof story>[]
  /** The record behind them: what was known when they were written, and what was learnt later. */
  readonly record: { readonly before: unknown; readonly later: unknown }
}

/** One story of the sample edition. */
export type SampleStory = z.infer<typeof story>

/** Reads the sample edition. @param folder `sample/` of this release */
export async function readSample(folder: string): Promise<SampleEdition> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const names = (await readdir(join(folder, 'stories'))).filter((name) => name.endsWith('.json')).sort()
  return {
    newspaper: newspaper.parse(await read('newspaper.json')),
    sections: sections.parse(await read('sections.json')),
    personas: personas.parse(await read('personas.json')),
    record: {
      before: await read(join('record', '1-record.json')),
      later: await read(join('record', '2-later.json')),
    },
    stories: await Promise.all(names.map(async (name) => story.parse(await read(join('stories', name))))),
  }
}
