import { basename } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import type { IncomingProblem } from '../../intake/incoming.ts'
import { INPUT_KINDS, type InputKind } from '../../intake/input-kinds.ts'
import type { IntakeFile } from '../../intake/intake-file.ts'
import type { RecognisedFile } from '../../intake/recognise.ts'
import { leftAlone } from './files-by-path.ts'
import { type InputFiles, openInputFiles } from './input-files.ts'
import { recognisedFrom } from './recognised.ts'

/** A file that a reader makes something of. */
export interface ReadableFile {
  readonly file: IntakeFile
  readonly kind: InputKind
}

/** Everything that was named for an import: what will be read, and what lies beside it. */
export interface Inputs {
  /** What was named, for people: "export.xml", or "export.xml and 3 more". */
  readonly name: string
  readonly readable: readonly ReadableFile[]
  /** Pictures that lie in the same folders and archives. */
  readonly pictures: readonly IntakeFile[]
  /** What was left alone, and why. */
  readonly problems: readonly IncomingProblem[]
  /** The size of all that will be read. */
  readonly bytes: number
  close(): Promise<void>
}

/** Kinds that are one file among many and reach for the others themselves; the first of them speaks for the folder. */
const MAIN_KINDS: ReadonlySet<InputKind> = new Set(INPUT_KINDS.filter((kind) => /^(?:onrecord|substack)$/.test(kind)))

/**
 * Opens what was named for an import, and tells by its content what each file is. A folder or an archive is looked
 * through; what in it is neither stories nor pictures is told in one line.
 *
 * @param names files, folders and archives
 * @param wanted the reader that was asked for; null lets the content decide
 * @throws OnrecordError `not-found` or `bad-input`, before anything is read, when one of the names leads to nothing that
 *   can be read
 */
export async function openInputs(names: readonly string[], wanted: InputKind | null): Promise<Inputs> {
  const opened: InputFiles[] = []
  const close = async () => {
    for (const input of opened) await input.close()
  }
  try {
    const parts: Sorted[] = []
    for (const name of names) {
      const files = await openInputFiles(name)
      opened.push(files)
      parts.push(await sorted(files, wanted))
    }
    const readable = parts.flatMap((part) => part.readable)
    return {
      name: nameOf(names),
      readable,
      pictures: parts.flatMap(({ pictures }) => pictures),
      problems: [...opened.flatMap(({ problems }) => problems), ...parts.flatMap(({ problems }) => problems)],
      bytes: readable.reduce((sum, { file }) => sum + file.bytes, 0),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The last part of the first name, and how many more there are. */
function nameOf([first = '', ...more]: readonly string[]): string {
  const last = basename(first)
  return more.length === 0 ? last : `${last} and ${more.length} more`
}

interface Sorted {
  readonly readable: readonly ReadableFile[]
  readonly pictures: readonly IntakeFile[]
  readonly problems: readonly IncomingProblem[]
}

async function sorted(input: InputFiles, wanted: InputKind | null): Promise<Sorted> {
  const readable: ReadableFile[] = []
  const pictures: IntakeFile[] = []
  const others: { readonly name: string; readonly what: string }[] = []
  const unreadable: IncomingProblem[] = []
  for (const file of input.files) {
    const found = await recognisedFrom(file).catch((error: unknown) => {
      if (!(error instanceof OnrecordError) || input.files.length === 1) throw error
      unreadable.push(leftAlone(file.name, error.message))
    })
    if (!found) continue
    if (found.kind === 'picture') pictures.push(file)
    else if (isPartOfAPage(file, input)) continue
    else if (found.kind === 'page-text' && isRemark(file, input)) others.push({ name: file.name, what: found.name })
    else if (isReadable(found) && (wanted === null || wanted === found.kind)) readable.push({ file, kind: found.kind })
    else if (wanted !== null && MAY_BE[found.kind]?.includes(wanted)) readable.push({ file, kind: wanted })
    else others.push({ name: file.name, what: found.name })
    if (input.files.length === 1 && readable.length === 0) throw notReadable(input.name, found, wanted)
  }
  if (readable.length === 0) throw nothingIn(input.name, others)
  return {
    readable: mainFirst(readable),
    pictures,
    problems: [...unreadable, ...(others.length > 0 ? [told(input.name, others)] : [])],
  }
}

const isReadable = (found: RecognisedFile): found is RecognisedFile & { kind: InputKind } =>
  (INPUT_KINDS as readonly string[]).includes(found.kind)

/** What a file that nobody recognised may be after all, when a person says so. */
const MAY_BE: Readonly<Partial<Record<RecognisedFile['kind'], readonly InputKind[]>>> = {
  xml: INPUT_KINDS,
  json: INPUT_KINDS,
  feed: ['wxr'],
}

/** A frame or script of a page that a browser saved whole: NAME_files/frame.html belongs to NAME.html. */
const isPartOfAPage = ({ name }: IntakeFile, { files }: InputFiles): boolean =>
  files.length > 1 && /(?:_files|_fichiers|-Dateien|_archivos|_arquivos)\//.test(name)

/** Among other files a text is a page's only when it is named as one: a README is somebody's remark. */
const isRemark = ({ name }: IntakeFile, { files }: InputFiles): boolean =>
  files.length > 1 && !/\.(?:txt|text)$/i.test(name)

/** An export of ours, or of Substack, speaks for its whole folder. */
function mainFirst(readable: readonly ReadableFile[]): readonly ReadableFile[] {
  const main = readable.filter(({ kind }) => MAIN_KINDS.has(kind))
  return [...main, ...readable.filter(({ kind }) => !MAIN_KINDS.has(kind))]
}

const NAMED = 5

function told(folder: string, others: readonly { readonly name: string; readonly what: string }[]): IncomingProblem {
  const names = others.slice(0, NAMED).map(({ name, what }) => `${name} (${what})`)
  const more = others.length - names.length
  const list = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
  return leftAlone(
    folder,
    `${others.length === 1 ? 'One file is' : `${others.length} files are`} neither stories nor pictures and stayed where they are: ${list}.`,
  )
}

function notReadable(name: string, { kind, name: what }: RecognisedFile, wanted: InputKind | null): OnrecordError {
  const isOther = wanted !== null && (INPUT_KINDS as readonly string[]).includes(kind)
  return new OnrecordError('bad-input', `${name} is ${what}: it cannot be read this way, and nothing was imported.`, {
    remedy: isOther
      ? `Leave the word “${wanted}” out: what a file is shows in its content.`
      : (WAY_OUT[kind] ?? 'What can be read, and how it is exported elsewhere: docs/formats/imports.md.'),
  })
}

const WAY_OUT: Readonly<Partial<Record<RecognisedFile['kind'], string>>> = {
  picture: 'Pictures come with the stories that show them; one alone is added with `./onrecord picture add`.',
  binary: 'If it is a document, save it as a web page or as plain text first.',
}

const nothingIn = (name: string, others: readonly { readonly name: string; readonly what: string }[]) =>
  new OnrecordError('bad-input', `Nothing in ${name} can be read as stories.`, {
    remedy: others[0]
      ? `For example ${others[0].name} is ${others[0].what}. What can be read: docs/formats/imports.md.`
      : 'It holds pictures only; they come with the stories that show them.',
  })
