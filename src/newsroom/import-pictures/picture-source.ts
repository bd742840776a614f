import type { IntakeFile } from '../../intake/intake-file.ts'
import { withoutCopySize } from './larger-address.ts'

/** A picture that is looked for in a folder or an archive. */
export interface SoughtPicture {
  /** Where it stood on the web, the best first. */
  readonly addresses: readonly string[]
  readonly name: string | null
}

/** A place where pictures lie. */
export interface PictureSource {
  /** Its file for a picture; undefined when it has none, or several that it could be. */
  find(picture: SoughtPicture): IntakeFile | undefined
}

interface Place {
  readonly file: IntakeFile
  /** Its path, the name last, as it is compared. */
  readonly parts: readonly string[]
}

/** What is plainly no picture; a picture may have any other name, or none behind the dot. */
const NO_PICTURE = /\.(?:html?|xml|json|csv|txt|md|js|css|mp[34]|m4[av]|mov|avi|pdf|docx?|zip|woff2?|ttf)$/i

/** So many files of one name (in folders of one name) cannot be told apart by it: more of them need not be remembered. */
const MOST_ALIKE = 64

/**
 * The pictures among the files of a folder or an archive.
 *
 * A picture is the file whose path ends like its address: `uploads/2024/07/a.jpg`, `story_files/a.jpg`. The name alone
 * is enough where one file has it, unless year and month in the two paths differ: then it is another picture of that
 * name. The original is preferred to the smaller copies that WordPress puts beside it.
 */
export function picturesIn(files: readonly IntakeFile[]): PictureSource {
  const byEnd = new Map<string, IntakeFile[]>()
  for (const file of files) {
    if (NO_PICTURE.test(file.name)) continue
    for (const end of endsOf(partsOf(file.name))) {
      const alike = byEnd.get(end)
      if (!alike) byEnd.set(end, [file])
      else if (alike.length < MOST_ALIKE) alike.push(file)
    }
  }
  return {
    find: ({ addresses, name }) => {
      for (const path of [...addresses.map(pathOf), ...(name === null ? [] : [name])]) {
        const wanted = partsOf(path)
        for (const end of endsOf(wanted)) {
          const file = fileFor(wanted, byEnd.get(end) ?? [])
          if (file) return file
        }
      }
      return undefined
    },
  }
}

/** By what a path is looked up: its folder and name, and its name alone, both without the size of a copy. */
function endsOf(parts: readonly string[]): string[] {
  const name = withoutCopySize(parts.at(-1) ?? '')
  const folder = parts.at(-2)
  return folder === undefined ? [name] : [`${folder}/${name}`, name]
}

/** The one file that fits best; of a picture's copies the original, else the very copy, else the largest. */
function fileFor(wanted: readonly string[], files: readonly IntakeFile[]): IntakeFile | undefined {
  const places = files
    .map((file): Place => ({ file, parts: partsOf(file.name) }))
    .filter((place) => mayBe(place, wanted))
  const best = Math.max(0, ...places.map((place) => partsAlike(place, wanted)))
  const nearest = places.filter((place) => partsAlike(place, wanted) === best)
  const folders = new Set(nearest.map(({ parts }) => parts.slice(0, -1).join('/')))
  if (folders.size !== 1 || (best === 0 && files.length >= MOST_ALIKE)) return undefined
  return nearest.toSorted((one, other) => rank(other, wanted) - rank(one, wanted))[0]?.file
}

/** How many folders before the name are alike, from the end. */
function partsAlike({ parts }: Place, wanted: readonly string[]): number {
  let alike = 0
  while (alike + 1 < Math.min(parts.length, wanted.length) && parts.at(-2 - alike) === wanted.at(-2 - alike)) alike += 1
  return alike
}

const MONTH = /(?:^|\/)((?:19|20)\d\d\/(?:0[1-9]|1[0-2]))(?:\/|$)/

/** Cameras and people use one name every month; and only who asks for an original is content with a copy of it. */
function mayBe({ parts }: Place, wanted: readonly string[]): boolean {
  const name = wanted.at(-1) ?? ''
  if (withoutCopySize(name) !== name && parts.at(-1) !== name) return false
  const [here, there] = [parts, wanted].map((path) => MONTH.exec(path.slice(0, -1).join('/'))?.[1])
  return here === undefined || there === undefined || here === there
}

const rank = ({ file, parts }: Place, wanted: readonly string[]): number =>
  parts.at(-1) === wanted.at(-1) ? Infinity : file.bytes

/** The parts of a path: how letters are composed, and their case, differ between systems. */
const partsOf = (path: string): string[] =>
  path
    .normalize('NFC')
    .toLowerCase()
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')

function pathOf(address: string): string {
  const { host, pathname } = new URL(address)
  try {
    return `${host}${decodeURIComponent(pathname)}`
  } catch {
    return `${host}${pathname}`
  }
}
