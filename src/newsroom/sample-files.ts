import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { FRONT_SLOTS } from '../story/front-slot.ts'
import { HOUSE_PAGES, type HousePageKind } from '../story/house-page.ts'
import { EMPTY_PROFILE, type Profile } from '../story/section.ts'
import { NOTE_KINDS } from '../story/story.ts'
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
  notes: z.array(z.strictObject({ kind: z.enum(NOTE_KINDS), at: instant, text: z.string() })).default([]),
  // With keys of the record's files where a document has ids: read when those are known.
  body: z.unknown(),
})

const front = z.array(z.strictObject({ story: z.string(), position: z.number().int().min(1).max(FRONT_SLOTS) }))

/** A page on which the paper speaks of itself, as its Markdown file has it. */
export interface SamplePage {
  readonly kind: HousePageKind
  readonly language: string
  readonly markdown: string
}

const pictures = z.array(
  z.strictObject({
    key: z.string(),
    file: z.string().regex(/^[a-z0-9-]+\.jpg$/),
    credit: z.string(),
    licence: z.string(),
    focus: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  }),
)

/** A picture with its bytes. */
export type SamplePicture = z.infer<typeof pictures>[number] & { readonly bytes: Uint8Array }

/** The sample edition as its files tell it: see sample/README.md. */
export interface SampleEdition {
  readonly newspaper: z.infer<typeof newspaper>
  readonly sections: z.infer<typeof sections>
  readonly personas: z.infer<typeof personas>
  readonly stories: readonly z.infer<typeof story>[]
  /** Stories chosen for places of the home page, each in its own language. */
  readonly front: z.infer<typeof front>
  readonly pages: readonly SamplePage[]
  readonly pictures: readonly SamplePicture[]
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
    front: front.parse(await read('front.json')),
    pages: await readPages(join(folder, 'pages')),
    pictures: await readPictures(join(folder, 'pictures')),
    stories: await Promise.all(names.map(async (name) => story.parse(await read(join('stories', name))))),
  }
}

/** Files are called by their page and their language: `about.fr.md`. */
async function readPages(folder: string): Promise<SamplePage[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (name): Promise<SamplePage> => {
      const [page = '', language = ''] = name.split('.')
      const kind = HOUSE_PAGES.find((known) => known === page)
      if (!kind) throw new OnrecordError('bad-input', `The sample edition has a page “${page}” that no paper has.`)
      return { kind, language, markdown: await readFile(join(folder, name), 'utf8') }
    }),
  )
}

async function readPictures(folder: string): Promise<SamplePicture[]> {
  const listed = pictures.parse(JSON.parse(await readFile(join(folder, 'pictures.json'), 'utf8')))
  return Promise.all(listed.map(async (one) => ({ ...one, bytes: await readFile(join(folder, one.file)) })))
}
