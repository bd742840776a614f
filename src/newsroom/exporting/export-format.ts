import { z } from 'zod'
import { parseInstant } from '../../time.ts'

/** What the manifest calls itself. */
export const EXPORT_FORMAT = 'onrecord-export'

/** Counts changes of this format. A reader refuses what is newer than itself. */
export const EXPORT_VERSION = 1

export const MANIFEST_FILE = 'onrecord.json'

/** The name, the size and the SHA-256 of every other file, as `sha256sum --check` reads it. */
export const SUMS_FILE = 'SHA256SUMS'

export const README_FILE = 'README.md'
export const PAPER_FILE = 'paper.json'
export const USERS_FILE = 'users.json'
export const STORY_FORMAT = 'onrecord-story'
export const CAPTURES_FILE = 'record/captures.jsonl'

const count = z.number().int().nonnegative()

const counts = z.object({
  stories: count,
  pictures: count,
  users: count,
  recordRevisions: count,
  captures: count,
  auditLines: count,
})

const manifest = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.number().int().positive(),
  /** False while it is being written, and where writing was stopped. */
  isComplete: z.boolean(),
  at: z.string().refine((text) => parseInstant(text) !== undefined),
  paper: z.string(),
  counts,
  /** Did every seal of the audit fit when it was written? */
  isAuditWhole: z.boolean(),
  files: count,
  bytes: count,
  sums: z.object({ path: z.literal(SUMS_FILE), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
})

/** What `onrecord.json` says of an export. */
export type ExportManifest = z.infer<typeof manifest>

export type ExportCounts = ExportManifest['counts']

/** Reads a manifest. @returns undefined when it is none, or says of itself what cannot be */
export function parseManifest(json: unknown): ExportManifest | undefined {
  const parsed = manifest.safeParse(json)
  return parsed.success ? parsed.data : undefined
}

/** The beginning of every manifest, whatever its version: enough to say what is wrong with the rest. */
const beginning = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.number().int().positive(),
  isComplete: z.boolean(),
})

/** What can be read of a manifest of any version. */
export function manifestBeginning(json: unknown): z.infer<typeof beginning> | undefined {
  const parsed = beginning.safeParse(json)
  return parsed.success ? parsed.data : undefined
}

const SLUG = '[a-z0-9][a-z0-9-]{0,99}'

/** Every path that an export may hold. What is not among them is neither written, nor read, nor removed. */
const PATHS = new RegExp(
  `^(?:${[
    'README\\.md|paper\\.json|users\\.json|redirects\\.csv|reports\\.jsonl|audit\\.jsonl|evidence\\.jsonl',
    `stories/(?:drafts|\\d{4}/\\d{2})/${SLUG}--sty_[0-9a-z]{1,32}/story\\.(?:json|html|md)`,
    'media/pic_[0-9a-z]{1,32}\\.(?:jpg|png|json)',
    'media/sizes/pic_[0-9a-z]{1,32}/[a-z0-9_]{1,64}\\.(?:jpg|png|avif|webp)',
    'media/sealed/pic_[0-9a-z]{1,32}\\.age',
    'record/[a-z][a-z0-9_-]{0,40}\\.(?:csv|md|json|jsonl)',
    'record/captures/[0-9a-f]{64}',
    'intake/[a-z][a-z-]{0,40}\\.jsonl',
  ].join('|')})$`,
)

/** May a file of this name be part of an export? Nothing that leads out of its folder may. */
export const isExportPath = (path: string): boolean => PATHS.test(path)

/** The id at the end of a story's folder. */
export const storyIdOfPath = (path: string): string | undefined =>
  /^stories\/.*--(sty_[0-9a-z]{1,32})\/story\.json$/.exec(path)?.[1]

/** A slug as it may stand in a folder's name: of an old or strange one what fits is kept. */
export const folderSlug = (slug: string): string =>
  slug
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80) || 'story'
