import { z } from 'zod'
import type { Incoming } from '../incoming.ts'
import type { IntakeFile } from '../intake-file.ts'
import { incomingOf, ownByline, type OwnHouse, ownNotes, ownSection, type OwnStory } from './own-story.ts'
import { textLines } from './text-lines.ts'

const nullableText = z.string().nullable().catch(null)

const story = z.object({
  id: z.string(),
  groupId: nullableText,
  language: z.string().catch(''),
  state: z.string(),
  slug: nullableText,
  path: nullableText,
  firstPublished: z.object({ at: z.string(), precision: z.string() }).nullable().catch(null),
  updatedAt: nullableText,
  kill: z.object({ notice: z.string() }).nullable().catch(null),
})

const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('newspaper'), newspaper: z.looseObject({}).catch({}) }),
  z.object({ kind: z.literal('section'), section: ownSection }),
  z.object({ kind: z.literal('persona'), persona: ownByline }),
  z.object({
    kind: z.literal('story'),
    story,
    newest: z.unknown().optional(),
    live: z.unknown(),
    notes: ownNotes,
  }),
])

/**
 * Reads the JSON lines of `onrecord export` (docs/formats/export.md): the paper, sections and bylines, then stories. A
 * line that cannot be read is told, and the next one is read.
 */
export async function* readOwnLinesFile(file: IntakeFile): AsyncGenerator<Incoming> {
  const sections = new Map<string, z.infer<typeof ownSection>>()
  const bylines = new Map<string, z.infer<typeof ownByline>>()
  const house: OwnHouse = { sections, bylines }
  let stories = 0
  for await (const { text, number } of textLines(file)) {
    const where = `line ${number}`
    const read = line.safeParse(jsonOf(text))
    if (!read.success) {
      yield unreadable(where, text)
    } else if (read.data.kind === 'newspaper') yield siteOf(read.data.newspaper)
    else if (read.data.kind === 'section') sections.set(read.data.section.id, read.data.section)
    else if (read.data.kind === 'persona') bylines.set(read.data.persona.id, read.data.persona)
    else {
      stories += 1
      yield incomingOf(toOwn(read.data), house, { where, pictureName: (id) => `${id}.jpg` })
    }
  }
  if (stories === 0) {
    yield { kind: 'problem', foreignId: null, where: file.name, what: 'There is no story in the file.', fatal: true }
  }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A line that is no JSON at all was cut off: what came after it is not there. */
const unreadable = (where: string, text: string): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where,
  what: `The line cannot be read (“${text.slice(0, 60)}”): left out. Export again if the file was cut off.`,
  fatal: jsonOf(text) === undefined,
})

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const siteOf = (paper: Readonly<Record<string, unknown>>): Incoming => ({
  kind: 'site',
  hosts: [],
  title: textOf(paper['name']),
  language: textOf(paper['defaultLanguage']),
  zone: textOf(paper['zone']),
})

type StoryLine = Extract<z.infer<typeof line>, { kind: 'story' }>

const toOwn = ({ story: told, live, newest, notes }: StoryLine): OwnStory => ({
  ...told,
  publishedAt: told.firstPublished?.at ?? null,
  precision: told.firstPublished?.precision ?? null,
  killNotice: told.kill?.notice ?? null,
  live: live ?? null,
  newest: newest ?? null,
  notes,
  redirectsFrom: [],
})
