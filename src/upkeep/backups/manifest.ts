import { z } from 'zod'
import { OnrecordError } from '../../errors.ts'

export const FORMAT = 'onrecord-backup'

/** Raised when an archive means something else than before. */
export const FORMAT_VERSION = 1

const Count = z.number().int().min(0)

const Manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** The release that made it. */
  release: z.string().max(200),
  /** When the newsroom was as it stands in here. */
  madeAt: z.string().max(40),
  /** Where it lived; in here it is a SQLite file in any case. */
  database: z.enum(['sqlite', 'postgres']),
  /** The number of its newest change. */
  change: Count,
  /** The steps of the schema that it has, oldest first. */
  schema: z.array(z.string().max(200)).max(10_000).readonly(),
  /** How many rows each table has. */
  counts: z.record(z.string(), Count).readonly(),
  /** Do the pictures lie in a bucket, and so not in here? */
  picturesElsewhere: z.boolean(),
})

/** What a backup says of itself at its beginning. */
export type Manifest = z.infer<typeof Manifest>

const Line = z.object({
  name: z.string().max(600),
  bytes: Count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** A file of a backup, as the list at its end has it. */
export type ContentsLine = z.infer<typeof Line>

/** Another archive that happens to be encrypted to the same key. */
export const notOurs = (cause?: unknown): OnrecordError =>
  new OnrecordError('bad-input', 'The key opens this file, but it is no backup of Onrecord.', {
    remedy: 'Backups of Onrecord are called onrecord-….tar.age.',
    cause,
  })

/**
 * @throws OnrecordError `bad-input` when this is no manifest of ours, `database-newer` when it is one that this release
 *   cannot read
 */
export function parseManifest(text: string): Manifest {
  const value = jsonOf(text)
  const said = z.object({ format: z.literal(FORMAT), version: Count }).safeParse(value)
  if (!said.success) throw notOurs(said.error)
  if (said.data.version > FORMAT_VERSION) {
    throw new OnrecordError(
      'database-newer',
      'This backup was made by a later release, in a form that is new to this.',
      {
        remedy: 'Install that release or a later one, and restore with it.',
      },
    )
  }
  const parsed = Manifest.safeParse(value)
  if (!parsed.success) throw notOurs(parsed.error)
  return parsed.data
}

/** @throws OnrecordError `damaged` */
export function parseContents(text: string): ContentsLine[] {
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line) => {
    const parsed = Line.safeParse(jsonOf(line))
    if (!parsed.success) throw new OnrecordError('damaged', 'The list of files in this backup cannot be read.')
    return parsed.data
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
