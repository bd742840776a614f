import { createHash } from 'node:crypto'
import type { PictureId } from '../ids.ts'
import type { CutPicture } from '../media/cut-picture.ts'
import type { PictureShelves } from '../media/media-store.ts'
import { assertFileSize } from '../media/picture-limits.ts'
import type { PictureNotes } from '../media/picture-notes.ts'
import { takeInPicture } from '../media/take-in-picture.ts'
import { insertPicture, type Picture, pictureByHash, type PictureWords } from '../store/pictures.ts'
import { sealKeys } from '../store/sealed.ts'
import { MIDDLE } from '../story/picture-focus.ts'
import type { PublicPicture } from '../story/public-picture.ts'
import { perform } from './act.ts'
import { assertWords, describePicture } from './describe-picture.ts'
import { findPicture } from './find-picture.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { sealOriginalPicture } from './seal-original-picture.ts'
import { setFocus } from './set-focus.ts'

export interface PictureRequest {
  readonly bytes: Uint8Array
  /** What the person said. */
  readonly words: Partial<PictureWords>
  /**
   * Takes what the person left out from the file, where it says something. Never unasked: a photographer's name in a
   * file may be the one name that must not go out.
   */
  readonly usesFileWords?: boolean
  readonly focus?: PublicPicture['focus']
}

/** What came of it. */
export interface AddedPicture {
  readonly picture: Picture
  /** False when this very file had been added before. */
  readonly isNew: boolean
  /** What the file said of itself, to be told to whoever added it; null when it was known already. */
  readonly notes: PictureNotes | null
  /** Is what came in kept, sealed? Only where there are keys to seal it to. */
  readonly isOriginalKept: boolean
}

/**
 * Takes a picture in. Readers get copies cut from its pixels alone; of what the camera wrote beside them an editor is
 * told the caption, the credit, the day, and whether there was a place. The same file again is the same picture, with the
 * words given now in place of those given then.
 *
 * @throws OnrecordError `bad-input` for what is no picture, too large, damaged, or both described and called decorative;
 *   `storage-full`
 */
export async function addPicture(
  newsroom: Newsroom,
  shelves: PictureShelves,
  request: PictureRequest,
): Promise<AddedPicture> {
  assertFileSize(request.bytes.length)
  assertWords(request.words)
  const sha256 = createHash('sha256').update(request.bytes).digest('hex')
  const known = await pictureByHash(newsroom.db, sha256)
  if (known) return describeAgain(newsroom, shelves, known, request)
  const cut = await takeInPicture(request.bytes)
  const id = newId(newsroom, 'picture')
  const files = await keepFiles(newsroom, shelves, { id, cut, bytes: request.bytes })
  try {
    const picture = await file(newsroom, { id, sha256, cut, request })
    if (picture.id === id) return { picture, isNew: true, notes: cut.notes, isOriginalKept: files.isOriginalKept }
    // Somebody else added it a moment ago: the pixels are theirs too.
    await files.removeOwn()
    return { picture, isNew: false, notes: null, isOriginalKept: await isKept(shelves, picture.id) }
  } catch (error) {
    await files.removeAll()
    throw error
  }
}

const originalName = (id: PictureId): string => `${id}.age`

/** Is the picture kept as it came, sealed? */
export const isKept = (shelves: PictureShelves, id: PictureId): Promise<boolean> =>
  shelves.originals.has(originalName(id))

interface Kept {
  readonly isOriginalKept: boolean
  /** Takes back what belongs to this picture alone. */
  removeOwn(): Promise<void>
  /** Takes back every file that was not there before. */
  removeAll(): Promise<void>
}

const run = async (steps: readonly (() => Promise<void>)[]) => {
  for (const step of steps) await step()
}

/** Keeps the files before anything refers to them: a picture on file is a picture that can be served. */
async function keepFiles(
  newsroom: Newsroom,
  { media, masters, originals }: PictureShelves,
  { id, cut, bytes }: { id: PictureId; cut: CutPicture; bytes: Uint8Array },
): Promise<Kept> {
  const undo: (() => Promise<void>)[] = []
  const undoOwn: (() => Promise<void>)[] = []
  try {
    for (const { name, content } of cut.renditions) {
      if (await media.has(name)) continue
      undo.push(() => media.remove(name))
      await media.put(name, content)
    }
    const master = `${id}.${cut.master.extension}`
    undoOwn.push(() => masters.remove(master))
    await masters.put(master, cut.master.content)
    const keys = await sealKeys(newsroom.db)
    undoOwn.push(() => originals.remove(originalName(id)))
    if (keys.length > 0) await originals.put(originalName(id), await sealOriginalPicture(keys, bytes))
    return {
      isOriginalKept: keys.length > 0,
      removeOwn: () => run(undoOwn),
      removeAll: () => run([...undo, ...undoOwn]),
    }
  } catch (error) {
    await run([...undo, ...undoOwn])
    throw error
  }
}

interface Filing {
  readonly id: PictureId
  readonly sha256: string
  readonly cut: CutPicture
  readonly request: PictureRequest
}

/** The picture on file: the one that is filed now, or the one that somebody else filed meanwhile. */
async function file(newsroom: Newsroom, { id, sha256, cut, request }: Filing): Promise<Picture> {
  const { result } = await perform(newsroom, 'add-picture', async (tx, now) => {
    const known = await pictureByHash(tx, sha256)
    if (known) return { result: known, subject: known.id, detail: { isNew: false } }
    const { decorative = false } = request.words
    const inFile = request.usesFileWords ? cut.notes : null
    const picture: Picture = {
      id,
      width: cut.width,
      height: cut.height,
      focus: request.focus ?? MIDDLE,
      colour: cut.colour,
      thumbhash: cut.thumbhash,
      renditions: cut.renditions.map(({ name, format, width, height, bytes }) => ({
        name,
        format,
        width,
        height,
        bytes,
      })),
      alt: decorative ? '' : (request.words.alt?.trim() ?? ''),
      decorative,
      caption: request.words.caption ?? inFile?.caption ?? null,
      credit: request.words.credit ?? inFile?.credit ?? null,
      licence: request.words.licence ?? inFile?.copyright ?? null,
      takenOn: cut.notes.takenOn,
      addedAt: now,
      by: newsroom.actor.name,
      sha256,
    }
    await insertPicture(tx, picture)
    return { result: picture, subject: id, detail: { isNew: true, width: cut.width, height: cut.height } }
  })
  return result
}

/** Words that were given take the place of earlier ones; stories that show it keep their own. */
async function describeAgain(
  newsroom: Newsroom,
  shelves: PictureShelves,
  known: Picture,
  { words, focus }: PictureRequest,
): Promise<AddedPicture> {
  if (focus) await setFocus(newsroom, known.id, focus)
  const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined))
  const isOriginalKept = await isKept(shelves, known.id)
  if (Object.keys(given).length === 0) {
    return { picture: await findPicture(newsroom.db, known.id), isNew: false, notes: null, isOriginalKept }
  }
  return { picture: await describePicture(newsroom, known.id, words), isNew: false, notes: null, isOriginalKept }
}
