import { createHash } from 'node:crypto'
import { OnrecordError } from '../../errors.ts'
import { type IntakeFile, wholeBytes } from '../../intake/intake-file.ts'
import type { PictureId } from '../../ids.ts'
import type { PictureShelves } from '../../media/media-store.ts'
import { MAX_PICTURE_BYTES } from '../../media/picture-limits.ts'
import { pictureByHash, type PictureWords } from '../../store/pictures.ts'
import type { WantedPicture } from '../../store/wanted-pictures.ts'
import { addPicture } from '../add-picture.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Fetched, PoliteFetch } from './fetch-politely.ts'
import { addressesToAsk } from './picture-address.ts'
import type { PictureSource } from './picture-source.ts'

/** What came of looking for one picture. */
export type Brought =
  | { readonly kind: 'here'; readonly pictureId: PictureId; readonly from: 'folder' | 'network' | 'library' }
  /** What was found is no picture that is taken; nowhere else was a better one. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'missing'; readonly why: string }
  /** A server may do better later: not before `notBeforeMs`. */
  | { readonly kind: 'later'; readonly why: string; readonly notBeforeMs: number; readonly isCounted: boolean }
  /** It is in none of the folders, and nobody may be asked. */
  | { readonly kind: 'not-found' }

export interface Bringer {
  readonly newsroom: Newsroom
  readonly shelves: PictureShelves
  readonly from: readonly PictureSource[]
  /** Null when no server may be asked. */
  readonly net: PoliteFetch | null
  /** Notes what was fetched, before anything is done with it: whatever happens now, it is not fetched again. */
  readonly noteFound: (wanted: WantedPicture, sha256: string) => Promise<void>
  /** The words that a story has for it, for a picture that is new here. */
  readonly wordsFor: (wanted: WantedPicture) => Promise<Partial<PictureWords>>
}

/**
 * Looks for one picture: in the folders first, then at each of its addresses, the original before its copies. The first
 * file that can be taken is taken.
 *
 * @throws OnrecordError `storage-full`, and whatever is no failure of the picture's
 */
export async function bringOne(bringer: Bringer, wanted: WantedPicture): Promise<Brought> {
  const before = wanted.sha256 === null ? undefined : await pictureByHash(bringer.newsroom.db, wanted.sha256)
  if (before) return { kind: 'here', pictureId: before.id, from: 'library' }
  const failures: Failed[] = []
  for await (const copy of copiesOf(bringer, wanted)) {
    if (copy.kind !== 'bytes') failures.push(copy)
    else {
      const taken = await take(bringer, wanted, copy)
      if (taken.kind === 'here') return taken
      failures.push(taken)
    }
  }
  return outcomeOf(failures, bringer, wanted)
}

type Failed = Exclude<Brought, { readonly kind: 'here' | 'not-found' }>
interface Copy {
  readonly kind: 'bytes'
  readonly bytes: Uint8Array
  readonly from: 'folder' | 'network'
}

/** Every copy that can be had, one after another: the next is looked for only when the one before was not taken. */
async function* copiesOf({ from, net }: Bringer, wanted: WantedPicture): AsyncGenerator<Copy | Failed> {
  const addresses = addressesToAsk(wanted.addresses)
  for (const source of from) {
    const file = source.find({ addresses, name: wanted.name })
    if (file) yield await readFile(file)
  }
  for (const address of net ? addresses : []) if (net) yield toCopy(await net.ask(address))
}

async function readFile(file: IntakeFile): Promise<Copy | Failed> {
  try {
    const bytes = await wholeBytes(file, MAX_PICTURE_BYTES)
    if (bytes) return { kind: 'bytes', bytes, from: 'folder' }
    return { kind: 'refused', why: `${file.name} is larger than ${MAX_PICTURE_BYTES / 1_000_000} MB.` }
  } catch (error) {
    const isOfTheDisk = error instanceof Error && 'code' in error
    if (!isOfTheDisk) throw error
    return { kind: 'refused', why: `${file.name} cannot be read: it is damaged, or nobody may read it.` }
  }
}

function toCopy(fetched: Fetched): Copy | Failed {
  if (fetched.kind === 'bytes') return { kind: 'bytes', bytes: fetched.bytes, from: 'network' }
  if (fetched.kind === 'put-off') {
    const { untilMs: notBeforeMs, why, isSilent } = fetched
    return { kind: 'later', why, notBeforeMs, isCounted: isSilent }
  }
  const { kind, why } = fetched.failure
  return kind === 'final' ? { kind: 'missing', why } : { kind: 'later', why, notBeforeMs: 0, isCounted: true }
}

/** Takes a file in. Of one that is here already the words stay as somebody gave them. */
async function take(
  bringer: Bringer,
  wanted: WantedPicture,
  { bytes, from }: Copy,
): Promise<Brought & { kind: 'here' | 'refused' }> {
  const { newsroom, shelves } = bringer
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await pictureByHash(newsroom.db, sha256)
  if (known) return { kind: 'here', pictureId: known.id, from }
  if (from === 'network') await bringer.noteFound(wanted, sha256)
  try {
    const { picture } = await addPicture(newsroom, shelves, { bytes, words: await bringer.wordsFor(wanted) })
    return { kind: 'here', pictureId: picture.id, from }
  } catch (error) {
    if (error instanceof OnrecordError && error.code === 'bad-input') return { kind: 'refused', why: error.message }
    throw error
  }
}

/** What a server may still mend is left for later; else a file that was refused says more than a place without one. */
function outcomeOf(failures: readonly Failed[], { net }: Bringer, { addresses }: WantedPicture): Brought {
  const later = failures.find(({ kind }) => kind === 'later')
  const refused = failures.find(({ kind }) => kind === 'refused')
  if (later) return later
  if (refused && (net !== null || addresses.length === 0)) return refused
  if (net === null) return { kind: 'not-found' }
  // The address that the story gave stands last, and is the one that people know.
  return failures.at(-1) ?? { kind: 'missing', why: 'It has a name and no address: it can come from a folder only.' }
}
