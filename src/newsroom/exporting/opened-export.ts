import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import type { StoryProblem } from '../../intake/incoming.ts'
import {
  EXPORT_VERSION,
  type ExportManifest,
  isExportPath,
  MANIFEST_FILE,
  manifestBeginning,
  parseManifest,
  SUMS_FILE,
} from './export-format.ts'
import { linesOf } from './read-lines.ts'

/** An export that was found to be whole, as far as its manifest goes. */
export interface OpenedExport {
  readonly root: string
  readonly manifest: ExportManifest
}

/** One file of an export as the list of sums has it. */
export interface ListedFile {
  readonly path: string
  readonly sha256: string
}

/** A manifest is a page of text; a story with hundreds of revisions is a few megabytes. */
const MAX_MANIFEST_BYTES = 1_000_000
const MAX_JSON_BYTES = 256 * 1024 * 1024

/** Is there a manifest of ours in this folder, of whatever version and whole or not? */
export async function isExportFolder(folder: string): Promise<boolean> {
  const json = await jsonAt(join(folder, MANIFEST_FILE), MAX_MANIFEST_BYTES)
  return 'value' in json && manifestBeginning(json.value) !== undefined
}

/** Opens an export. @returns it, or why it cannot be read */
export async function openExport(folder: string): Promise<OpenedExport | StoryProblem> {
  const json = await jsonAt(join(folder, MANIFEST_FILE), MAX_MANIFEST_BYTES)
  if ('fault' in json) return problem(MANIFEST_FILE, json.fault)
  const beginning = manifestBeginning(json.value)
  if (!beginning) return problem(MANIFEST_FILE, 'It is not the manifest of a newsroom’s export.')
  if (beginning.version > EXPORT_VERSION) {
    const what = `It was written by a newer Onrecord (format ${beginning.version}; this one reads up to ${EXPORT_VERSION}). Update Onrecord first.`
    return problem(MANIFEST_FILE, what)
  }
  if (!beginning.isComplete) {
    return problem(
      MANIFEST_FILE,
      'The export was stopped half-way. Run it again where it was made, into the same folder.',
    )
  }
  const manifest = parseManifest(json.value)
  if (!manifest) return problem(MANIFEST_FILE, 'Something in it is missing or is not what it should be.')
  const fault = await faultOf(folder, { path: SUMS_FILE, sha256: manifest.sums.sha256 })
  return fault === null ? { root: folder, manifest } : problem(SUMS_FILE, fault)
}

const problem = (where: string, what: string): StoryProblem => ({ where, what })

/** Every file of an export, in the order in which it was written. @throws OnrecordError `bad-input` for a line that is none */
export async function* listedFiles({ root }: Pick<OpenedExport, 'root'>): AsyncGenerator<ListedFile> {
  for await (const { text, number } of linesOf(join(root, SUMS_FILE))) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(text) ?? []
    if (sha256 === undefined || path === undefined) {
      throw new OnrecordError('bad-input', `${SUMS_FILE}, line ${number}: it is no sum with the name of a file.`)
    }
    yield { sha256, path }
  }
}

/**
 * What is wrong with a file of an export: that its name leads out of the folder or is none of an export's, that it is a
 * link, missing, or not what was written. Null when nothing is.
 */
export async function faultOf(root: string, { path, sha256 }: ListedFile): Promise<string | null> {
  if (path !== SUMS_FILE && !isExportPath(path)) return 'No file of an export has such a name: it is not read.'
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const folder = await lstat(join(root, above)).catch(() => undefined)
    if (folder?.isSymbolicLink()) return `${above} is a link to another place: it is not followed.`
  }
  const found = await lstat(join(root, path)).catch(() => undefined)
  if (!found) return 'The file is missing. Copy the export again.'
  if (found.isSymbolicLink()) return 'It is a link to another place: it is not followed.'
  if (!found.isFile()) return 'It is no file.'
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(join(root, path))) hash.update(piece as Buffer)
  } catch {
    return 'It cannot be read. Check who may read it, and whether the disk is whole.'
  }
  return hash.digest('hex') === sha256
    ? null
    : 'It is not what was written: it was changed, cut off or damaged. Copy the export again.'
}

/** The JSON in a file of an export, or what is wrong with it. */
export async function jsonAt(
  path: string,
  maxBytes = MAX_JSON_BYTES,
): Promise<{ readonly value: unknown } | { readonly fault: string }> {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isFile()) return { fault: 'The file is missing, or is no file.' }
  if (found.size > maxBytes)
    return { fault: `It has more than ${Math.round(maxBytes / 1_000_000)} MB: too many to be read.` }
  try {
    return { value: JSON.parse(await readFile(path, 'utf8')) as unknown }
  } catch {
    return { fault: 'It is no JSON: it was cut off or changed.' }
  }
}
