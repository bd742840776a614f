import { z } from 'zod'
import type { Incoming } from '../incoming.ts'
import { type IntakeFile, wholeBytes } from '../intake-file.ts'
import { incomingOf, ownByline, type OwnHouse, ownNotes, ownSection, type OwnStory } from './own-story.ts'
import { textLines } from './text-lines.ts'

const nullableText = z.string().nullable().catch(null)
const known = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) => list.flatMap((one) => schema.safeParse(one).data ?? []) as z.infer<Schema>[])

const manifest = z.object({
  format: z.literal('onrecord-export'),
  version: z.number(),
  isComplete: z.boolean().catch(false),
})

/** The newest version of the format that is known here. */
const NEWEST = 1

const paper = z.object({
  newspaper: known(z.object({ name: z.string(), defaultLanguage: nullableText, zone: nullableText })),
  sections: known(ownSection),
  personas: known(ownByline),
})

const storyFile = z.object({
  format: z.literal('onrecord-story'),
  story: z.object({
    id: z.string(),
    groupId: nullableText,
    language: z.string().catch(''),
    state: z.string(),
    revision: z.number(),
    liveRevision: z.number().nullable().catch(null),
    slug: nullableText,
    path: nullableText,
    firstPublishedAt: nullableText,
    firstPublishedPrecision: nullableText,
    updatedAt: nullableText,
    killNotice: nullableText,
  }),
  revisions: known(z.object({ revision: z.number(), content: z.unknown() })),
  workingCopy: z.object({ baseRevision: z.number(), content: z.unknown() }).nullable().catch(null),
  notes: ownNotes,
  redirects: known(z.object({ fromPath: z.string() })),
})

/**
 * Reads the stories of a whole export (`onrecord export --all`), as a newsroom that is in use takes them in. Its manifest
 * is the main file; the others are reached from it by the list of sums.
 */
export async function* readOwnExportFile(file: IntakeFile): AsyncGenerator<Incoming> {
  const told = manifest.safeParse(await jsonIn(file))
  if (!told.success) return yield fault(file.name, 'It is not the manifest of a newsroom’s export.')
  if (told.data.version > NEWEST) {
    return yield fault(file.name, 'It was written by a newer Onrecord: nothing was read. Update Onrecord first.')
  }
  if (!told.data.isComplete) yield fault(file.name, 'The export was stopped half-way: stories may be missing.')
  const sums = file.beside('SHA256SUMS')
  if (!sums) return yield fault('SHA256SUMS', 'The list of files is missing: copy the export again.')
  const house = await houseBeside(file)
  if (house.site) yield house.site
  if (house.problem) yield house.problem
  const masters = await mastersIn(sums)
  for await (const { text } of textLines(sums)) {
    const path = /^[0-9a-f]{64} {2}(stories\/.+\/story\.json)$/.exec(text)?.[1]
    if (path !== undefined) yield await storyBeside(file, path, { house: house.house, masters })
  }
}

const fault = (where: string, what: string): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where,
  what,
  fatal: true,
})

async function jsonIn(file: IntakeFile | undefined): Promise<unknown> {
  const bytes = file && (await wholeBytes(file))
  if (!bytes) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

interface House {
  readonly house: OwnHouse
  readonly site: Incoming | null
  readonly problem: Incoming | null
}

async function houseBeside(file: IntakeFile): Promise<House> {
  const read = paper.safeParse(await jsonIn(file.beside('paper.json')))
  if (!read.success) {
    const problem = fault('paper.json', 'It cannot be read: stories come without their sections and bylines.')
    return { house: { sections: new Map(), bylines: new Map() }, site: null, problem }
  }
  const { newspaper, sections, personas } = read.data
  const [own] = newspaper
  const site: Incoming | null = own
    ? { kind: 'site', hosts: [], title: own.name, language: own.defaultLanguage, zone: own.zone }
    : null
  return { house: { sections: byId(sections), bylines: byId(personas) }, site, problem: null }
}

const byId = <One extends { readonly id: string }>(list: readonly One[]): ReadonlyMap<string, One> =>
  new Map(list.map((one) => [one.id, one]))

/** The names of pictures' files, by the pictures' ids. */
async function mastersIn(sums: IntakeFile): Promise<ReadonlyMap<string, string>> {
  const masters = new Map<string, string>()
  for await (const { text } of textLines(sums)) {
    const [, name, id] = / {2}media\/((pic_[0-9a-z]+)\.(?:jpg|png))$/.exec(text) ?? []
    if (id !== undefined && name !== undefined) masters.set(id, name)
  }
  return masters
}

async function storyBeside(
  file: IntakeFile,
  path: string,
  { house, masters }: { readonly house: OwnHouse; readonly masters: ReadonlyMap<string, string> },
): Promise<Incoming> {
  const beside = file.beside(path)
  if (!beside) return fault(path, 'The file is missing: copy the export again.')
  const read = storyFile.safeParse(await jsonIn(beside))
  if (!read.success) return fault(path, 'It is no story that can be read: it was cut off or changed.')
  return incomingOf(toOwn(read.data), house, { where: path, pictureName: (id) => masters.get(id) ?? `${id}.jpg` })
}

function toOwn({ story, revisions, workingCopy, notes, redirects }: z.infer<typeof storyFile>): OwnStory {
  const textOf = (number: number | null) => revisions.find(({ revision }) => revision === number)?.content ?? null
  const atWork = workingCopy?.baseRevision === story.revision ? workingCopy.content : undefined
  return {
    ...story,
    publishedAt: story.firstPublishedAt,
    precision: story.firstPublishedPrecision,
    live: textOf(story.liveRevision),
    newest: atWork ?? textOf(story.revision),
    notes,
    redirectsFrom: redirects.map(({ fromPath }) => fromPath),
  }
}
