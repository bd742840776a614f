import { stat } from 'node:fs/promises'
import { type Entry, getFileNameLowLevel, openPromise, parseExtraFields, validateFileName, type ZipFile } from 'yauzl'
import { OnrecordError } from '../../errors.ts'
import type { IncomingProblem } from '../../intake/incoming.ts'
import { filesByPath, type FoundFile, isOfTheSystem, leftAlone, MOST_FILES } from './files-by-path.ts'
import type { InputFiles } from './input-files.ts'

/** Text packs to a tenth; what unpacks to two hundred times its size and is large is made to fill a disk. */
const MAX_RATIO = 200
const RATIO_COUNTS_FROM_BYTES = 64 * 1024 * 1024

/**
 * Every file of an archive (ZIP), read from it without unpacking it anywhere.
 *
 * Names that lead out of the archive, links, locked files, files that would unpack to monstrous size and files that
 * share their bytes with others are left alone and told.
 *
 * @throws OnrecordError `bad-input` for an archive that is cut off or damaged, or holds nothing that can be read
 */
export async function openArchive(name: string): Promise<InputFiles> {
  const { size } = await stat(name)
  const zip = await opened(name)
  try {
    const found: FoundFile[] = []
    const problems: IncomingProblem[] = []
    const seen = new Set<string>()
    let packed = 0
    for await (const entry of entriesOf(name, zip)) {
      packed += entry.compressedSize
      const path = pathOf(entry)
      const why = refusalOf(entry, path, { seen, packed, size, count: found.length })
      if (why === null) {
        seen.add(path)
        found.push({ path, bytes: entry.uncompressedSize, open: () => contentOf(zip, entry, path) })
      } else if (why !== '') problems.push(leftAlone(path.slice(0, 200), why))
    }
    if (found.length === 0) throw nothingIn(name, problems)
    return { name, files: filesByPath(found), problems, close: async () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function opened(name: string): Promise<ZipFile> {
  try {
    return await openPromise(name, {
      autoClose: false,
      decodeStrings: false,
      lazyEntries: true,
      validateEntrySizes: true,
    })
  } catch (error) {
    throw damaged(name, error)
  }
}

async function* entriesOf(name: string, zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (error) {
    throw error instanceof OnrecordError ? error : damaged(name, error)
  }
}

const pathOf = (entry: Entry): string =>
  getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    parseExtraFields(entry.extraFieldRaw),
    false,
  ).replaceAll('\\', '/')

interface Soundness {
  readonly seen: ReadonlySet<string>
  /** The packed size of everything so far. */
  readonly packed: number
  /** The size of the archive itself. */
  readonly size: number
  readonly count: number
}

/** Why a file of an archive is not read; null when it is, empty for what nobody misses. */
function refusalOf(entry: Entry, path: string, { seen, packed, size, count }: Soundness): string | null {
  const fault = validateFileName(path)
  if (fault !== null) return 'Its name leads out of the archive: not read.'
  if (path.endsWith('/') || isOfTheSystem(path)) return ''
  if (isLink(entry)) return 'It is a link to another place: not followed.'
  if (entry.isEncrypted()) return 'It is locked with a password: not read. Unlock the archive first.'
  if (!entry.canDecodeFileData())
    return 'It is packed in a way that cannot be unpacked here. Pack the archive again as a plain ZIP.'
  if (packed > size)
    return 'It shares its bytes with other files, as an archive does that is made to fill a disk: not read.'
  if (isMonstrous(entry))
    return `It would unpack to ${Math.round(entry.uncompressedSize / 1_000_000)} MB, far more than it holds: not read.`
  if (seen.has(path)) return 'The archive has another file of this name: the first was taken.'
  return count < MOST_FILES
    ? null
    : count === MOST_FILES
      ? `More than ${MOST_FILES} files: the rest is left alone.`
      : ''
}

const UNIX_KIND = 0o170000
const UNIX_LINK = 0o120000

const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & UNIX_KIND) === UNIX_LINK

const isMonstrous = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO

/** A file's content, unpacked as it is read. A file that unpacks to another size than it says ends with an error. */
async function* contentOf(zip: ZipFile, entry: Entry, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Uint8Array
  } catch (error) {
    throw new OnrecordError('bad-input', `${path} is damaged in the archive`, { cause: error })
  }
}

const damaged = (name: string, cause: unknown) =>
  new OnrecordError('bad-input', `${name} is a ZIP archive that is cut off or damaged: nothing was imported.`, {
    cause,
    remedy: 'Download or copy it again; or unpack it as far as it goes and name the folder.',
  })

const nothingIn = (name: string, problems: readonly IncomingProblem[]) =>
  new OnrecordError('bad-input', `${name} holds no files that can be read.`, {
    remedy: problems[0] ? `${problems[0].where ?? ''}: ${problems[0].what}` : 'It is an archive without files.',
  })
