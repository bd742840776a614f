import { z } from 'zod'
import { OnrecordError } from '../../errors.ts'
import type { EntryType } from '../../record/entry.ts'

/** The lists of a record file, in the order in which they are read, and what each holds. */
const LISTS = {
  places: 'place',
  actors: 'actor',
  events: 'event',
  victimGroups: 'victim-group',
  sources: 'source',
  documents: 'document',
  evidence: 'evidence',
  claims: 'claim',
  appearances: 'appearance',
  assessments: 'assessment',
} as const satisfies Record<string, EntryType>

/** One entry of the file: a key of the file's own, and fields in which keys stand where the record has ids. */
export interface FileItem {
  readonly type: EntryType
  readonly key: string
  /** The entry that the record has already under this id: the key is a name for it, and nothing else is said. */
  readonly id: string | null
  /** The file says that it is another one than those of the same name. */
  readonly despite: boolean
  readonly fields: Readonly<Record<string, unknown>>
  /** How an error names it: "claims, jnim-w". */
  readonly label: string
}

/** A record file, read but not yet judged. */
export interface RecordFile {
  /** Whose file it is: keys are known by it. */
  readonly source: string
  /** Why entries that changed in the file are amended; readers are told. */
  readonly reason: string
  readonly items: readonly FileItem[]
}

const item = z.looseObject({
  key: z.string().regex(/^\S{1,120}$/, { error: 'must be one word of at most 120 letters' }),
  id: z.string().optional(),
  despite: z.boolean().optional(),
})

const list = z.array(item).default([])

const file = z.strictObject({
  format: z.literal('onrecord-record', { error: 'must be "onrecord-record"' }),
  version: z.literal(1, { error: 'must be 1' }),
  source: z.string().min(1, { error: 'must name whose file it is' }),
  reason: z.string().min(1).optional(),
  ...(Object.fromEntries(Object.keys(LISTS).map((name) => [name, list])) as Record<keyof typeof LISTS, typeof list>),
})

/** Reads a record file's frame. @throws OnrecordError `bad-input`, naming the place and the fault */
export function parseRecordFile(json: unknown): RecordFile {
  const parsed = file.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') ?? ''
    throw new OnrecordError(
      'bad-input',
      `This is no record file: ${where === '' ? '' : `${where} `}${issue?.message}.`,
      {
        remedy: 'docs/formats/record-file.md describes the format.',
      },
    )
  }
  const { source, reason = `Changed in the record of “${source}”.` } = parsed.data
  const names = Object.keys(LISTS) as (keyof typeof LISTS)[]
  const items = names.flatMap((name) => parsed.data[name].map((one) => toItem(name, one)))
  assertKeysDiffer(items)
  return { source, reason, items }
}

function toItem(name: keyof typeof LISTS, { key, id, despite, ...fields }: z.output<typeof item>): FileItem {
  const label = `${name}, ${key}`
  if (id !== undefined && Object.keys(fields).length > 0) {
    throw new OnrecordError(
      'bad-input',
      `${label}: an entry with an id is the record’s own, and is not described here.`,
      {
        remedy: 'Take out the id to describe an entry, or everything else to refer to one.',
      },
    )
  }
  return { type: LISTS[name], key, id: id ?? null, despite: despite ?? false, fields, label }
}

function assertKeysDiffer(items: readonly FileItem[]): void {
  const seen = new Map<string, string>()
  for (const { key, label } of items) {
    const before = seen.get(key)
    if (before !== undefined) {
      throw new OnrecordError('bad-input', `The key “${key}” stands twice in the file: ${before}; ${label}.`, {
        remedy: 'Give every entry a key of its own, whatever its type.',
      })
    }
    seen.set(key, label)
  }
}
