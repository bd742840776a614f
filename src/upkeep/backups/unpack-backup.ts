import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ParsedTarEntry } from 'modern-tar'
import { OnrecordError } from '../../errors.ts'
import { readNewsroomFile } from '../../store/newsroom-file.ts'
import { CONTENTS, isNameOfOurs, MANIFEST, NEWSROOM } from './archive-names.ts'
import { diskFailure } from './disk-failure.ts'
import type { Identities } from './identities.ts'
import { type ContentsLine, type Manifest, notOurs, parseContents, parseManifest } from './manifest.ts'
import { damaged, openArchive } from './open-archive.ts'

/** What was unpacked, and found to be what was packed. */
export interface UnpackedBackup {
  readonly manifest: Manifest
  /** Every file of the newsroom in it. */
  readonly files: readonly ContentsLine[]
}

export interface Unpacking {
  /** The backup as it lies somewhere, encrypted. */
  readonly source: Readable
  readonly identities: Identities
  /** An empty folder. */
  readonly folder: string
  /** The steps of the schema that this release knows. */
  readonly knownSteps: ReadonlySet<string>
  /** Told how many bytes have been unpacked. */
  readonly onProgress?: (bytes: number) => void
}

/**
 * Unpacks a backup into an empty folder and checks all of it: that it decrypts to its end, that every file is there once
 * and is what the list at the end says, that the database is whole and has what the manifest says. Nothing but plain
 * files under names of ours is written. What is written may not outlast a power cut yet.
 *
 * @throws OnrecordError `damaged`; `bad-input` for another key or another program's file; `database-newer`;
 *   `storage-full`. What has been written by then is the caller's to remove.
 */
export async function unpackBackup({
  source,
  identities,
  folder,
  knownSteps,
  onProgress = () => undefined,
}: Unpacking): Promise<UnpackedBackup> {
  try {
    const entries = await openArchive(source, identities)
    const unpacked = await takeEntries(entries, { folder, knownSteps, onProgress })
    await assertNewsroom(join(folder, NEWSROOM), unpacked.manifest)
    return unpacked
  } catch (error) {
    const said = diskFailure(error, folder)
    // What the decrypter, the unpacker or a broken disk says is one thing to whoever restores: it is not what it was.
    throw said instanceof OnrecordError ? said : damaged('it was altered or cut off since it was made', error)
  } finally {
    source.destroy()
  }
}

async function takeEntries(
  entries: AsyncIterable<ParsedTarEntry>,
  { folder, knownSteps, onProgress }: Required<Omit<Unpacking, 'source' | 'identities'>>,
): Promise<UnpackedBackup> {
  const found = new Map<string, ContentsLine>()
  let manifest: Manifest | undefined
  let listed: readonly ContentsLine[] | undefined
  let bytes = 0
  for await (const { header, body } of entries) {
    const { name, type, size } = header
    if (type !== 'file' || listed !== undefined || found.has(name)) throw unexpected()
    if (manifest === undefined) {
      if (name !== MANIFEST) throw notOurs()
      const text = await textOf(body, size, MANIFEST_MAX)
      manifest = parseManifest(text)
      assertKnown(manifest, knownSteps)
      found.set(name, lineOf(name, text))
    } else if (name === CONTENTS) {
      listed = parseContents(await textOf(body, size, CONTENTS_MAX))
    } else {
      if (!isNameOfOurs(name)) throw unexpected()
      found.set(name, { name, ...(await writeEntry(join(folder, name), body)) })
    }
    bytes += size
    onProgress(bytes)
  }
  if (manifest === undefined || listed === undefined) throw damaged('it ends too early')
  assertListed(listed, found)
  return { manifest, files: listed.filter(({ name }) => name !== MANIFEST) }
}

const MANIFEST_MAX = 4_000_000

/** Some ten million files. */
const CONTENTS_MAX = 2_000_000_000

const unexpected = () => damaged('it holds something that no backup of ours holds')

const lineOf = (name: string, text: string): ContentsLine => {
  const content = Buffer.from(text)
  return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

function assertKnown({ schema, release }: Manifest, knownSteps: ReadonlySet<string>): void {
  const unknown = schema.find((step) => !knownSteps.has(step))
  if (unknown === undefined) return
  throw new OnrecordError(
    'database-newer',
    `The backup was made by a later release, ${release.split('+')[0]} (it knows ${unknown}).`,
    { remedy: 'Install that release or a later one, and restore with it.' },
  )
}

async function textOf(body: AsyncIterable<Uint8Array>, size: number, maxBytes: number): Promise<string> {
  if (size > maxBytes) throw unexpected()
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function writeEntry(path: string, body: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of body) {
      hash.update(chunk)
      bytes += chunk.byteLength
      await handle.writeFile(chunk)
    }
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

function assertListed(listed: readonly ContentsLine[], found: ReadonlyMap<string, ContentsLine>): void {
  const isRight = ({ name, bytes, sha256 }: ContentsLine) => {
    const there = found.get(name)
    return there?.bytes === bytes && there.sha256 === sha256
  }
  if (listed.length !== found.size || !found.has(NEWSROOM) || !listed.every(isRight)) {
    throw damaged('its files are not those that its list names')
  }
}

async function assertNewsroom(file: string, { change, counts, schema }: Manifest): Promise<void> {
  const found = await readNewsroomFile(file)
  if (found.damage.length > 0) throw damaged(`its database is not whole (${found.damage[0]})`)
  const isSame =
    found.change === change &&
    found.schema.join() === schema.join() &&
    Object.keys(found.counts).length === Object.keys(counts).length &&
    Object.entries(counts).every(([table, count]) => found.counts[table] === count)
  if (!isSame) throw damaged('its database does not hold what it says')
}
