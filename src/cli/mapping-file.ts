import { readFile, writeFile } from 'node:fs/promises'
import { OnrecordError } from '../errors.ts'
import { EMPTY_MAPPING, type NameMapping, parseNameMapping } from '../intake/name-mapping.ts'
import type { NamesSeen } from '../intake/names-seen.ts'

/**
 * The mapping in a file; one that changes nothing where none was named or the file is still to be written.
 *
 * @param mayBeMissing a dry run writes the file that is not there
 * @throws OnrecordError `not-found`, or `bad-input` with everything that is wrong in it
 */
export async function readMapping(path: string | undefined, mayBeMissing: boolean): Promise<NameMapping> {
  if (path === undefined) return EMPTY_MAPPING
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && mayBeMissing) return null
    throw new OnrecordError('not-found', `The mapping file ${path} cannot be read.`, {
      cause: error,
      remedy: 'A dry run writes it: ./onrecord import FILE --dry-run --mapping FILE',
    })
  })
  if (text === null) return EMPTY_MAPPING
  const parsed = parseNameMapping(parsedJson(path, text))
  if (parsed.kind === 'mapping') return parsed.mapping
  throw new OnrecordError('bad-input', `The mapping file ${path} is not as it should be: ${parsed.faults.join(' ')}`, {
    remedy: 'docs/formats/imports.md shows how it is written.',
  })
}

/** Writes the names that were met, for somebody to edit; a file that is there stays as it is. @returns whether it did */
export async function writeMapping(path: string, names: NamesSeen): Promise<boolean> {
  try {
    await writeFile(path, `${JSON.stringify(names.asMapping(), null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw new OnrecordError('folder-not-writable', `The mapping file ${path} cannot be written.`, { cause: error })
  }
}

function parsedJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new OnrecordError('bad-input', `The mapping file ${path} is no JSON: ${(error as Error).message}.`, {
      cause: error,
      remedy: 'A comma or a quotation mark is often missing just before the place.',
    })
  }
}
