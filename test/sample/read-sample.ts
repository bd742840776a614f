import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { withPictureIds } from '../../src/newsroom/sample-pictures.ts'
import { withRecordIds } from '../../src/newsroom/sample-record-ids.ts'
import type { PictureId } from '../../src/ids.ts'
import type { EntryId } from '../../src/record/entry.ts'
import type { StoryDocument } from '../../src/story/document.ts'
import { parseDocument } from '../../src/story/document-schema.ts'
import { parseInstant, parseLocalDate } from '../../src/time.ts'

const instant = z.string().refine((text) => parseInstant(text) === text, 'must be an instant in UTC with milliseconds')
const line = z.string().regex(/^\S(.*\S)?$/u, 'must be one line of text without spaces at its ends')
const translated = z.strictObject({ en: line, fr: line, ar: line })

const Newspaper = z.strictObject({
  name: line,
  tagline: translated,
  languages: z.array(z.enum(['en', 'fr', 'ar'])),
  defaultLanguage: z.literal('en'),
  zone: z.literal('Africa/Bamako'),
  isSample: z.literal(true),
})

const Section = z.strictObject({
  slug: line,
  kind: z.enum(['place', 'subject', 'series']),
  parent: line.nullable(),
  names: translated,
  about: translated,
  position: z.number().int().positive().nullable(),
})

const Persona = z.strictObject({
  slug: line,
  name: line,
  names: z.strictObject({ fr: line, ar: line }),
  kind: z.literal('desk'),
  about: translated,
})

const StoryFile = z.strictObject({
  key: line,
  group: line,
  language: z.enum(['en', 'fr', 'ar']),
  translationOf: line.nullable(),
  slug: line,
  published: instant,
  updated: instant.exactOptional(),
  kicker: line.nullable(),
  headline: line,
  standfirst: line,
  dateline: z.strictObject({ place: line, on: z.string().refine((text) => parseLocalDate(text)) }).nullable(),
  sections: z.array(line).min(1),
  bylines: z.array(line).min(1),
  keywords: z.array(line).min(1),
  notes: z.array(z.strictObject({ kind: z.enum(['correction', 'update']), at: instant, text: line })),
  body: z.unknown(),
})

export type SampleStory = Omit<z.infer<typeof StoryFile>, 'body'> & {
  readonly file: string
  readonly body: StoryDocument
}

const folder = new URL('../../sample/', import.meta.url)
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

export const newspaper = Newspaper.parse(readJson('newspaper.json'))
export const sections = z.array(Section).parse(readJson('sections.json'))
export const personas = z.array(Persona).parse(readJson('personas.json'))

interface RecordFile {
  readonly [list: string]: unknown
}

/** The record's files, as they are read one after the other. */
const recordFiles: readonly RecordFile[] = ['record/1-record.json', 'record/2-later.json'].map(
  (name) => readJson(name) as RecordFile,
)

const PREFIX: Readonly<Record<string, string>> = { events: 'evt', claims: 'clm' }

/** An id for each key of the record, as loading the sample gives it one. */
const recordIds: ReadonlyMap<string, EntryId> = new Map(
  recordFiles.flatMap((file) =>
    Object.entries(PREFIX).flatMap(([list, prefix]) =>
      ((file[list] ?? []) as { key: string }[]).map(
        ({ key }, index) => [key, `${prefix}_${list.length}${index}` as EntryId] as const,
      ),
    ),
  ),
)

/** The same for its pictures. */
const pictureIds: ReadonlyMap<string, PictureId> = new Map(
  (readJson('pictures/pictures.json') as { key: string }[]).map(({ key }, index) => [key, `pic_${index}` as PictureId]),
)

/** Every story of the edition, in the order of its files. */
export const stories: readonly SampleStory[] = readdirSync(fileURLToPath(new URL('stories', folder)))
  .toSorted()
  .map((file) => {
    const story = StoryFile.parse(readJson(`stories/${file}`))
    return { ...story, file, body: parseDocument(withPictureIds(withRecordIds(story.body, recordIds), pictureIds)) }
  })
