import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { DOCUMENT_VERSION, type StoryDocument } from './document.ts'
import { idOf, inline, webAddress } from './inline-schema.ts'
import { picture } from './picture-schema.ts'
import { upcast } from './upcast.ts'

const inlines = z.array(inline)
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines })

const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
})

const list = z.strictObject({
  type: z.literal('list'),
  attrs: z.strictObject({ ordered: z.boolean(), start: z.number().int() }),
  get content() {
    return z.array(listItem)
  },
})

const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content(): z.ZodArray<z.ZodUnion<readonly [typeof paragraph, typeof list]>> {
    return z.array(z.union([paragraph, list])).min(1)
  },
})

const figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({
    picture: picture,
    alt: z.string(),
    decorative: z.boolean(),
    credit: z.string().nullable(),
    licence: z.string().nullable(),
  }),
  content: inlines,
})

const cell = z.strictObject({
  type: z.literal('tableCell'),
  attrs: z.strictObject({
    header: z.boolean(),
    colspan: z.number().int().min(1).max(100),
    rowspan: z.number().int().min(1).max(1000),
  }),
  content: inlines,
})

const table = z.strictObject({
  type: z.literal('table'),
  attrs: z.strictObject({ caption: z.string().nullable() }),
  content: z.array(z.strictObject({ type: z.literal('tableRow'), content: z.array(cell) })),
})

const block = z.discriminatedUnion('type', [
  paragraph,
  heading,
  list,
  z.strictObject({
    type: z.literal('blockquote'),
    attrs: z.strictObject({ attribution: z.string().nullable(), source: webAddress.nullable() }),
    content: z.array(z.union([paragraph, list])),
  }),
  z.strictObject({
    type: z.literal('pullQuote'),
    attrs: z.strictObject({ attribution: z.string().nullable() }),
    content: inlines,
  }),
  figure,
  table,
  z.strictObject({
    type: z.literal('embed'),
    attrs: z.strictObject({ url: z.url({ protocol: /^https?$/ }), title: z.string(), provider: z.string().nullable() }),
  }),
  z.strictObject({ type: z.literal('footnote'), attrs: z.strictObject({ id: z.string().min(1) }), content: inlines }),
  z.strictObject({
    type: z.literal('aside'),
    attrs: z.strictObject({ title: z.string().nullable() }),
    content: z.array(z.union([paragraph, list, heading])),
  }),
  z.strictObject({ type: z.literal('ledger'), attrs: z.strictObject({ eventId: idOf('event') }) }),
  z.strictObject({ type: z.literal('timeline'), attrs: z.strictObject({ eventId: idOf('event') }) }),
  z.strictObject({
    type: z.literal('eventMap'),
    attrs: z.strictObject({ eventIds: z.array(idOf('event')).min(1).max(20) }),
    content: inlines,
  }),
  z.strictObject({ type: z.literal('rule') }),
])

const document: z.ZodType<StoryDocument> = z.strictObject({
  type: z.literal('doc'),
  version: z.literal(DOCUMENT_VERSION),
  content: z.array(block),
})

/** Lists in lists in boxes: no newsroom goes a quarter as deep, and every walk over a document is recursive. */
const MAX_DEPTH = 100

/** Does the tree go deeper than any story's? Walked level by level, since a hostile one would end a recursion. */
function isTooDeep(json: unknown): boolean {
  let level = [json]
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
    if (level.length === 0) return false
  }
  return true
}

/**
 * Reads a document of any version that this release knows, raising older ones to the present schema.
 *
 * @throws OnrecordError `bad-input`, naming the place and the fault
 */
export function parseDocument(json: unknown): StoryDocument {
  if (isTooDeep(json)) throw noDocument(`it is nested more than ${MAX_DEPTH} levels deep`)
  const parsed = document.safeParse(upcast(json))
  if (parsed.success) return parsed.data
  const [fault] = parsed.error.issues
  throw noDocument(`${fault?.path.join('.')}: ${fault?.message}`)
}

const noDocument = (fault: string): OnrecordError =>
  new OnrecordError('bad-input', `This is no story document: ${fault}.`, {
    remedy: 'docs/formats/story-document.md describes every block and mark.',
  })
