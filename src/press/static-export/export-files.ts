import {
  chmodSync,
  closeSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { chmod, copyFile, link, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { brotliAtOnce } from '../compression.ts'

/** Large files half-written lie in here, on the same disk, until they are whole. */
export const DRAFTS = '.onrecord-tmp'

/** What files half-written are called that lie beside their place; no address has such a name. */
const DRAFT = '.onrecord-draft-'

/** Below this many bytes the site sends a text as it is; a compressed sibling would be no shorter. */
const PLAIN_BELOW_BYTES = 200

/** Onrecord keeps its own files to itself; these are for whatever server reads them. */
const READABLE_FILE = 0o644
const READABLE_FOLDER = 0o755

const SIBLINGS = ['.br', '.gz'] as const

/** What an export writes besides addresses, and what no address may therefore be called. */
const OWN_NAME = /^(?:_redirects|_headers|README\.txt|404\.html|[a-z]+\.nginx\.conf)$/

/**
 * The file of an address below the folder of the export: `path/index.html` for what is HTML, its own name for all else.
 * Null where that name is none that every server and disk takes, or one of the export's own.
 */
export function fileFor(path: string, isHtml: boolean): string | null {
  if (path === '/') return 'index.html'
  const parts = path.slice(1).split('/')
  const last = parts.at(-1) ?? ''
  if (parts.some((part) => !isPlainName(part)) || OWN_NAME.test(parts[0] ?? '')) return null
  if (last === 'index.html' || last === '404.html') return null
  if (isHtml) return `${parts.join('/')}/index.html`
  return SIBLINGS.some((ending) => last.endsWith(ending)) ? null : parts.join('/')
}

const isPlainName = (part: string): boolean =>
  part !== '' &&
  (!part.startsWith('.') || part === '.well-known') &&
  Buffer.byteLength(part) <= 200 &&
  !/[\p{Cc}\\?#%*:|"<>]/u.test(part)

/** Writes files so that each is there whole or not at all, whatever moment it is stopped. For one thread. */
export class ExportFiles {
  readonly folder: string
  readonly #draft: string
  readonly #made = new Set<string>()

  /** @param name a name of this thread's own */
  constructor(folder: string, name: string) {
    this.folder = folder
    this.#draft = `${DRAFT}${name}`
  }

  /** Writes a text with its compressed siblings; the text itself comes last. */
  writeText(file: string, bytes: Buffer): void {
    const compressed = bytes.length >= PLAIN_BELOW_BYTES
    this.#sibling(`${file}.br`, compressed ? brotliAtOnce(bytes) : undefined)
    this.#sibling(`${file}.gz`, compressed ? gzipSync(bytes, { level: 6 }) : undefined)
    this.write(file, bytes)
  }

  write(file: string, bytes: Uint8Array | string): void {
    this.#makeFolderOf(file)
    // Beside its place: disks keep what is made in one folder together, and moving it from elsewhere costs five times as much.
    const draft = join(this.folder, dirname(file), this.#draft)
    const handle = openSync(draft, 'w')
    try {
      fchmodSync(handle, READABLE_FILE)
      writeFileSync(handle, bytes)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, join(this.folder, file))
  }

  /** Writes what is not there yet, or otherwise. @returns whether it did */
  writeIfOther(file: string, text: string, withSiblings = false): boolean {
    if (contentOf(join(this.folder, file)) === text) return false
    if (withSiblings) this.writeText(file, Buffer.from(text))
    else this.write(file, text)
    return true
  }

  /** Takes away what this very address had under its other kind of name. @returns whether there was anything */
  clearFormer(file: string): boolean {
    const other = file.endsWith('/index.html') ? dirname(file) : `${file}/index.html`
    if (!isFile(join(this.folder, other))) return false
    removeFile(this.folder, other)
    this.#made.clear()
    return true
  }

  #sibling(file: string, bytes: Uint8Array | undefined): void {
    if (bytes) this.write(file, bytes)
    else rmSync(join(this.folder, file), { force: true })
  }

  #makeFolderOf(file: string): void {
    const folder = dirname(file)
    if (this.#made.has(folder)) return
    makeFolder(this.folder, folder)
    this.#made.add(folder)
  }
}

/** Makes a folder, with those above it, that a web server may read. */
export function makeFolder(root: string, folder: string): void {
  const first = mkdirSync(join(root, folder), { recursive: true })
  if (first === undefined) return
  for (let made = join(root, folder); made.length >= first.length; made = dirname(made))
    chmodSync(made, READABLE_FOLDER)
}

/** Takes a file and its siblings away, and the folders that it leaves empty. Nothing outside the folder is touched. */
export function removeFile(folder: string, file: string): void {
  for (const name of [file, ...SIBLINGS.map((ending) => file + ending)]) {
    // What has taken its place meanwhile may be a folder: that stays.
    if (isFile(join(folder, name))) rmSync(join(folder, name))
  }
  for (let above = dirname(file); above !== '.' && above !== ''; above = dirname(above)) {
    try {
      rmdirSync(join(folder, above))
    } catch {
      return
    }
  }
}

/** Takes away what a run that was stopped had half-written. */
export function removeDrafts(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeDrafts(join(folder, entry.name))
    else if (entry.name.startsWith(DRAFT)) rmSync(join(folder, entry.name), { force: true })
  }
}

/** A second name for a file, or a copy of it where the disk is another. */
export async function linkOrCopy(from: string, folder: string, file: string): Promise<void> {
  const draft = join(folder, DRAFTS, 'media')
  makeFolder(folder, dirname(file))
  await rm(draft, { force: true })
  await secondName(from, draft).catch(async (error: unknown) => {
    if (codeOf(error) === 'ENOENT') throw error
    await rm(draft, { force: true })
    await copyFile(from, draft)
    await chmod(draft, READABLE_FILE)
  })
  await rename(draft, join(folder, file))
}

/** Both names are of one file, so that the server's right to read it is given in the data folder too: it is public. */
async function secondName(from: string, draft: string): Promise<void> {
  await link(from, draft)
  await chmod(draft, READABLE_FILE)
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
