import { lettersOf } from '../record/name-folding.ts'

/** How many words in a row are compared at once: four stand in many texts by chance, five hardly do. */
export const SHINGLE_WORDS = 5

/** A text taken apart for comparing: its words without case, accents and punctuation, and where each stands. */
export interface ComparedText {
  readonly text: string
  readonly words: readonly string[]
  /** Where each word begins and ends in the text, in UTF-16 units. */
  readonly places: readonly (readonly [start: number, end: number])[]
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What two texts have in common. */
export interface TextOverlap {
  /** How much of the first stands in the second, 0 to 1. */
  readonly ofOne: number
  /** How much of the second stands in the first, 0 to 1. */
  readonly ofOther: number
  /** The longest run of words that both have, in each of them; null where they have none of five words. */
  readonly run: { readonly words: number; readonly one: Stretch; readonly other: Stretch } | null
}

/** Scripts that are written without spaces between words: there each letter is a word. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'

const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}][\\p{M}\\u0640]*)+`, 'gu')

/** Takes a text apart: `l’Armée` and `L'ARMEE` are the same two words. */
export function comparedText(text: string): ComparedText {
  const words: string[] = []
  const places: [number, number][] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push(lettersOf(word))
    places.push([index, index + word.length])
  }
  return { text, words, places }
}

/**
 * How much two texts share: runs of five words that stand in both, in hundredths of each, and the longest run as
 * evidence. Texts that are shorter than five words are compared by as many as the shorter has.
 *
 * The headline does not belong into it: an outlet that prints an agency's words gives them a headline of its own.
 *
 * The work grows with the two lengths added, not multiplied.
 */
export function overlapOf(one: ComparedText, other: ComparedText): TextOverlap {
  const size = Math.min(SHINGLE_WORDS, one.words.length, other.words.length)
  if (size === 0) return { ofOne: 0, ofOther: 0, run: null }
  const ofOne = shinglesOf(one.words, size)
  const ofOther = shinglesOf(other.words, size)
  const run = longestRun({ one, other }, ofOne, ofOther, size)
  return { ofOne: shareIn(ofOne, new Set(ofOther)), ofOther: shareIn(ofOther, new Set(ofOne)), run }
}

function shinglesOf(words: readonly string[], size: number): string[] {
  const shingles: string[] = []
  for (let at = 0; at + size <= words.length; at += 1) shingles.push(words.slice(at, at + size).join(' '))
  return shingles
}

/** Each run of words counts once, however often it is repeated. */
function shareIn(shingles: readonly string[], others: ReadonlySet<string>): number {
  const all = new Set(shingles)
  let shared = 0
  for (const shingle of all) if (others.has(shingle)) shared += 1
  return shared / all.size
}

/** A run of five words that stands in a text more often than this is a refrain; only its first places are looked at. */
const MOST_PLACES = 16

interface Both {
  readonly one: ComparedText
  readonly other: ComparedText
}

function longestRun(
  both: Both,
  ofOne: readonly string[],
  ofOther: readonly string[],
  size: number,
): TextOverlap['run'] {
  // Refrains aside, the same text is one run from end to end.
  if (isEqual(both.one.words, both.other.words)) return runAt(both, { at: 0, other: 0, words: both.one.words.length })
  const places = placesOf(ofOther)
  let best = { at: 0, other: 0, length: 0 }
  let before: ReadonlyMap<number, number> = new Map()
  for (const [index, shingle] of ofOne.entries()) {
    const here = new Map<number, number>()
    for (const place of places.get(shingle) ?? []) {
      const length = (before.get(place - 1) ?? 0) + 1
      here.set(place, length)
      if (length > best.length) best = { at: index - length + 1, other: place - length + 1, length }
    }
    before = here
  }
  if (best.length === 0) return null
  return runAt(both, { at: best.at, other: best.other, words: best.length + size - 1 })
}

const isEqual = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at])

function placesOf(shingles: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, shingle] of shingles.entries()) {
    const known = places.get(shingle)
    if (!known) places.set(shingle, [index])
    else if (known.length < MOST_PLACES) known.push(index)
  }
  return places
}

const runAt = ({ one, other }: Both, run: { at: number; other: number; words: number }): TextOverlap['run'] => ({
  words: run.words,
  one: stretchOf(one, run.at, run.words),
  other: stretchOf(other, run.other, run.words),
})

/** Where so many words of a text stand, from the first one's beginning to the last one's end. */
const stretchOf = ({ places }: ComparedText, at: number, words: number): Stretch => ({
  start: places[at]?.[0] ?? 0,
  end: places[at + words - 1]?.[1] ?? 0,
})

/** A number for every run of five words, by which texts that share one are found. A shorter text has one for all of it. */
export function marksOf({ words }: ComparedText): number[] {
  const size = Math.min(SHINGLE_WORDS, words.length)
  return size === 0 ? [] : shinglesOf(words, size).map(hashOf)
}

/** Of so many marks in a row one is kept: any run of twelve words that two texts share has a kept one in it. */
const WINDOW = 8

/**
 * A fifth of a text's marks, chosen so that texts which share a run of twelve words share one of them.
 *
 * Winnowing: the smallest of each window is kept.
 *
 * @see Schleimer, Wilkerson, Aiken: Winnowing. Local Algorithms for Document Fingerprinting, SIGMOD 2003
 */
export function keptMarksOf(text: ComparedText): number[] {
  const marks = marksOf(text)
  const kept = new Set<number>()
  for (let at = 0; at === 0 || at + WINDOW <= marks.length; at += 1) {
    const window = marks.slice(at, at + WINDOW)
    if (window.length > 0) kept.add(Math.min(...window))
  }
  return [...kept]
}

/** FNV-1a, 32 bits with a sign: both databases keep it as a small integer. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
