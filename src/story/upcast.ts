import { OnrecordError } from '../errors.ts'
import { DOCUMENT_VERSION } from './document.ts'

/** Raises a document by one version. Pure, total on documents of its version, never changed once released. */
export type Upcaster = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** The upcaster at index n raises version n + 1 to n + 2: one for every version before the present one. */
const UPCASTERS: readonly Upcaster[] = [
  // Version 2 added blocks that are drawn from the record; what stood in a document before stands as it did.
  (document) => ({ ...document, version: 2 }),
]

/**
 * Raises a stored document to the present version, step by step; a document of the present version is returned as it is.
 *
 * @throws OnrecordError `bad-input` for no document at all, `database-newer` for one from a later release
 */
export function upcast(
  json: unknown,
  upcasters: readonly Upcaster[] = UPCASTERS,
  head: number = DOCUMENT_VERSION,
): unknown {
  const version = versionOf(json)
  if (version > head) {
    throw new OnrecordError(
      'database-newer',
      `The document has version ${version}; this release reads up to ${head}.`,
      {
        remedy: 'Upgrade Onrecord to the release that wrote it, or a later one.',
      },
    )
  }
  return upcasters
    .slice(version - 1, head - 1)
    .reduce<unknown>((raised, step) => step(raised as Record<string, unknown>), json)
}

function versionOf(json: unknown): number {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined
  if (typeof version === 'number' && Number.isInteger(version) && version >= 1) return version
  throw new OnrecordError('bad-input', 'This is no story document: it has no version.')
}
