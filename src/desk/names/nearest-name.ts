import { foldName, nameSkeleton } from '../../record/name-folding.ts'
import type { KnownName } from '../desk-text.ts'
import { isCountry } from '../places/country-names.ts'
import { isCommonWord } from './common-words.ts'
import { editDistance } from './edit-distance.ts'

interface Near {
  readonly fold: string
  readonly skeleton: string
  /** As the record writes it. */
  readonly spelling: string
  readonly known: KnownName
}

/** Names by their first sound and length. */
export interface NearNames {
  readonly buckets: ReadonlyMap<string, readonly Near[]>
  readonly folds: ReadonlySet<string>
}

/** Shorter names have too many neighbours: Kati and Kita, Gao and Goa. */
const SHORTEST = 5
/** Names of which the consonants are the same may differ in so many letters. */
const SAME_SOUNDS = { consonants: 4, letters: 3 }
/** Others in one only, and they must be so long. */
const ONE_LETTER = 8

/** Puts names where others that sound like them will be looked for. */
export function nearNames(known: readonly KnownName[]): NearNames {
  const buckets = new Map<string, Near[]>()
  const folds = new Set<string>()
  for (const one of known) {
    for (const spelling of [one.name, ...one.aliases]) {
      const fold = foldName(spelling)
      folds.add(fold)
      if (fold.length < SHORTEST || isAcronym(spelling) || !/^\p{Lu}/u.test(spelling)) continue
      const skeleton = nameSkeleton(spelling)
      const bucket = bucketOf(skeleton, fold.length)
      const near = buckets.get(bucket) ?? []
      near.push({ fold, skeleton, spelling, known: one })
      buckets.set(bucket, near)
    }
  }
  return { buckets, folds }
}

const bucketOf = (skeleton: string, length: number): string => `${skeleton.slice(0, 1)}${length}`
const isAcronym = (text: string): boolean => !/\p{Ll}/u.test(text)

/** The record's spelling of a name that a text has otherwise. */
export interface NearestName {
  readonly entryId: string
  readonly spelling: string
  readonly kind: KnownName['kind']
}

/**
 * The one name of the record that these words misspell: "Tinzawatene" for Tinzaouaten. Undefined where they are a name of
 * the record themselves, a country, a form of a name ("Malian"), or near to more than one.
 */
export function nearestName(words: string, index: { readonly near: () => NearNames }): NearestName | undefined {
  const near = index.near()
  const fold = foldName(words)
  if (fold.length < SHORTEST || near.folds.has(fold) || isAcronym(words)) return undefined
  if (isCommonWord(fold) || isCountry(words)) return undefined
  const skeleton = nameSkeleton(words)
  const found = new Map<string, Near>()
  for (let length = fold.length - SAME_SOUNDS.letters; length <= fold.length + SAME_SOUNDS.letters; length++) {
    for (const one of near.buckets.get(bucketOf(skeleton, length)) ?? []) {
      if (isSameName({ fold, skeleton }, one)) found.set(one.known.entryId, found.get(one.known.entryId) ?? one)
    }
  }
  const [only] = found.values()
  if (!only || !isOneThing([...found.values()])) return undefined
  return { entryId: only.known.entryId, spelling: only.spelling, kind: only.known.kind }
}

/** An actor and the source that speaks for it have one name. */
const isOneThing = (found: readonly Near[]): boolean => new Set(found.map(({ fold }) => fold)).size === 1

function isSameName(text: Pick<Near, 'fold' | 'skeleton'>, one: Near): boolean {
  if (text.fold[0] !== one.fold[0] || isForm(text.fold, one.fold)) return false
  const sounds = text.skeleton === one.skeleton && text.skeleton.length >= SAME_SOUNDS.consonants
  if (sounds) {
    const most = Math.min(SAME_SOUNDS.letters, Math.floor(Math.min(text.fold.length, one.fold.length) / 3))
    return editDistance(text.fold, one.fold, most) <= most
  }
  return Math.min(text.fold.length, one.fold.length) >= ONE_LETTER && editDistance(text.fold, one.fold, 1) === 1
}

/** Endings by which a name becomes a people, a language, a plural, or the same name in another language. */
const ENDINGS =
  /(?:s|es|e|i|a|n|an|ian|ians|en|in|ine|ines|ese|ish|ic|is|ais|aise|aises|ois|oise|oises|ien|iens|ienne|iennes|ite|ites|que|ie|ia|y)$/

/** Is one a form of the other: are they the same but for how they end? */
function isForm(one: string, other: string): boolean {
  if (one.startsWith(other) || other.startsWith(one)) return true
  return stemOf(one) === stemOf(other)
}

const stemOf = (word: string): string => word.replace(ENDINGS, '')
