import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import { codeOf, DRAFTS, makeFolder } from './export-files.ts'
import { type IndexedAddress, readIndex, writeIndex } from './export-index.ts'
import type { ExportedAddress } from './exported-address.ts'

const STATE = '.onrecord-export.json'
const INDEX = '.onrecord-export.index'
const JOURNAL = '.onrecord-export.journal'
const LOCK = '.onrecord-export.lock'

/** What all files of an export have in common: when one of these changes, every file is made anew. */
export interface ExportTerms {
  readonly siteUrl: string
  /** What was made with it looks like it: the release and its build. */
  readonly release: string
  /** A hash of the settings that show on pages. */
  readonly settings: string
}

/** What an export has noted of itself when it was last whole. */
interface NotedState extends ExportTerms {
  readonly format: 1
  /** The change of the edition that it has reached; null before it was whole for the first time. */
  readonly number: number | null
  /** Files that belong to no address: pictures, lists for servers. */
  readonly files: readonly string[]
}

/** The folder of an export with what it knows of itself. One at a time may write there. */
export class ExportState {
  readonly folder: string
  readonly addresses: Map<string, IndexedAddress>
  readonly files: ReadonlySet<string>
  /** Was the run before this one stopped? Then a file may be newer than what was noted of it. */
  readonly wasStopped: boolean
  readonly #terms: ExportTerms
  #journal: number | undefined
  #isChanged: boolean

  private constructor(
    folder: string,
    terms: ExportTerms,
    known: { addresses: IndexedAddress[]; files: readonly string[] },
  ) {
    this.folder = folder
    this.#terms = terms
    this.addresses = new Map(known.addresses.map((address) => [address.path, address]))
    this.files = new Set(known.files)
    this.wasStopped = existsSync(join(folder, JOURNAL))
    this.#isChanged = this.wasStopped || !existsSync(join(folder, INDEX))
  }

  /**
   * Opens the folder of an export, or begins one in a folder that is empty or not there yet.
   *
   * @throws OnrecordError `refused` for a folder that holds anything else, or in which another export is under way;
   * `folder-not-writable`
   */
  static open(folder: string, terms: ExportTerms): ExportState {
    const noted = notedIn(folder)
    try {
      makeFolder(folder, '.')
      mkdirSync(join(folder, DRAFTS), { recursive: true })
    } catch (error) {
      throw notWritable(folder, error)
    }
    lock(folder)
    if (!noted) replaceFile(folder, STATE, JSON.stringify({ ...terms, format: 1, number: null, files: [] }))
    const known = noted ? knownIn(folder, terms, noted) : []
    return new ExportState(folder, terms, { addresses: known, files: noted?.files ?? [] })
  }

  /** From here on each address that is made is noted at once, so that a stopped run can go on. */
  begin(number: number): void {
    this.#journal = openSync(join(this.folder, JOURNAL), 'a')
    writeSync(this.#journal, `${JSON.stringify({ ...this.#terms, number })}\n`)
  }

  /** Notes addresses that have been written. */
  note(made: readonly ExportedAddress[], number: number): void {
    for (const address of made) this.addresses.set(address.path, { ...address, number })
    if (made.length > 0) this.#isChanged = true
    if (this.#journal === undefined || made.length === 0) return
    writeSync(this.#journal, made.map((address) => `${JSON.stringify(address)}\n`).join(''))
  }

  /** There is nothing any more at this path. */
  forget(path: string): void {
    if (this.addresses.delete(path)) this.#isChanged = true
  }

  /** All is written: the export stands for this change of the edition. */
  finish(number: number, files: readonly string[]): void {
    if (this.#isChanged) replaceFile(this.folder, INDEX, writeIndex(this.addresses.values()))
    const noted: NotedState = { ...this.#terms, format: 1, number, files }
    replaceFile(this.folder, STATE, `${JSON.stringify(noted, null, 1)}\n`)
    this.#closeJournal()
    rmSync(join(this.folder, JOURNAL), { force: true })
  }

  close(): void {
    this.#closeJournal()
    rmSync(join(this.folder, DRAFTS), { recursive: true, force: true })
    rmSync(join(this.folder, LOCK), { force: true })
  }

  #closeJournal(): void {
    if (this.#journal !== undefined) closeSync(this.#journal)
    this.#journal = undefined
  }
}

function notedIn(folder: string): NotedState | undefined {
  if (!existsSync(folder)) return undefined
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    throw notWritable(folder, error)
  }
  const text = names.includes(STATE) ? readFileSync(join(folder, STATE), 'utf8') : undefined
  if (text === undefined && names.length === 0) return undefined
  const noted = text === undefined ? undefined : stateIn(text)
  if (noted) return noted
  throw new OnrecordError('refused', `${folder} holds files, and it is no export of a site that this release knows.`, {
    remedy: 'Name a folder that is empty or not there yet: an export takes away what it does not know.',
  })
}

function stateIn(text: string): NotedState | undefined {
  try {
    const noted = JSON.parse(text) as NotedState
    return noted.format === 1 ? noted : undefined
  } catch {
    return undefined
  }
}

/** What the last whole run wrote, and what a run since then had written before it was stopped. */
function knownIn(folder: string, terms: ExportTerms, noted: NotedState): IndexedAddress[] {
  const known = new Map<string, IndexedAddress>()
  const index = join(folder, INDEX)
  const number = noted.number !== null && isSame(noted, terms) ? noted.number : -1
  if (existsSync(index)) {
    for (const address of readIndex(readFileSync(index, 'utf8'), number)) known.set(address.path, address)
  }
  const journal = join(folder, JOURNAL)
  if (existsSync(journal)) {
    for (const address of journalIn(readFileSync(journal, 'utf8'), terms)) known.set(address.path, address)
  }
  return [...known.values()]
}

/** Each run begins with a line of its own; the last line may have been cut off. */
function* journalIn(text: string, terms: ExportTerms): Generator<IndexedAddress> {
  let number = -1
  for (const line of text.split('\n')) {
    const noted = lineIn(line)
    if (!noted) continue
    if ('path' in noted) yield { ...noted, number }
    else number = isSame(noted, terms) ? noted.number : -1
  }
}

function lineIn(line: string): ExportedAddress | (ExportTerms & { number: number }) | undefined {
  try {
    return JSON.parse(line) as ExportedAddress
  } catch {
    return undefined
  }
}

const isSame = (one: ExportTerms, other: ExportTerms): boolean =>
  one.siteUrl === other.siteUrl && one.release === other.release && one.settings === other.settings

/** A lock whose process is gone was left by a crash. */
function lock(folder: string): void {
  const file = join(folder, LOCK)
  for (const isLastTry of [false, true]) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw notWritable(folder, error)
      if (isLastTry || isRunning(Number(readFileSync(file, 'utf8')))) {
        throw new OnrecordError('refused', `Another export is writing to ${folder} just now.`, {
          remedy: 'Wait until it is done, or name another folder.',
        })
      }
      rmSync(file, { force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Safe on the disk before it takes the place of the one before. */
function replaceFile(folder: string, name: string, text: string): void {
  const draft = join(folder, DRAFTS, name)
  const handle = openSync(draft, 'w')
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, join(folder, name))
}

const notWritable = (folder: string, cause: unknown): OnrecordError =>
  new OnrecordError('folder-not-writable', `The folder ${folder} cannot be written.`, {
    remedy: 'Give yourself the right to write there, or name another folder.',
    cause,
  })
