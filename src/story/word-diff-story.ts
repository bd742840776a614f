import { bestPairs } from './best-pairs.ts'
import type { VersionText } from './public-version.ts'
import { type DiffPart, diffWords, isSame } from './word-diff.ts'
import { commonPairs } from './word-diff-common.ts'
import { type Line, type LineRole, linesOf } from './word-diff-lines.ts'

/** A line of a story as it changed: all of it the same, all of it come or gone, or words of it. */
export interface ChangedLine {
  readonly role: LineRole
  readonly parts: readonly DiffPart[]
}

/** What changed between two versions of a story: over the body first, then the body line by line. */
export interface StoryDiff {
  /** Null where nothing changed in it. */
  readonly kicker: readonly DiffPart[] | null
  readonly headline: readonly DiffPart[] | null
  readonly standfirst: readonly DiffPart[] | null
  readonly body: readonly ChangedLine[]
}

/** Compares two versions of a story. A paragraph that moved is shown where it went and where it came. */
export const diffStory = (before: VersionText, after: VersionText): StoryDiff => ({
  kicker: changed(before.kicker ?? '', after.kicker ?? ''),
  headline: changed(before.headline, after.headline),
  standfirst: changed(before.standfirst, after.standfirst),
  body: diffLines(linesOf(before.body), linesOf(after.body)),
})

/** Did no word change? */
export const isUnchanged = ({ kicker, headline, standfirst, body }: StoryDiff): boolean =>
  kicker === null && headline === null && standfirst === null && body.every(({ parts }) => isSame(parts))

function changed(before: string, after: string): readonly DiffPart[] | null {
  const parts = diffWords(before, after)
  return isSame(parts) ? null : parts
}

/** Compares lines: equal ones are found first, then those between them that are like one another, word by word. */
export function diffLines(before: readonly Line[], after: readonly Line[]): ChangedLine[] {
  const lines: ChangedLine[] = []
  let [atLeft, atRight] = [0, 0]
  const upTo = (leftEnd: number, rightEnd: number) => {
    for (const line of rewritten(before.slice(atLeft, leftEnd), after.slice(atRight, rightEnd))) lines.push(line)
  }
  for (const [left, right] of commonPairs(before.map(keyOf), after.map(keyOf))) {
    upTo(left, right)
    const line = after[right]
    if (line) lines.push(whole(line, 'same'))
    atLeft = left + 1
    atRight = right + 1
  }
  upTo(before.length, after.length)
  return lines
}

const keyOf = ({ role, text }: Line): string => `${role} ${text.trim().replaceAll(/\s+/g, ' ')}`

const whole = ({ role, text }: Line, kind: DiffPart['kind']): ChangedLine => ({
  role,
  parts: [{ kind, text: text.trim() }],
})

/** Lines of which none stayed as it was: those that are like one another in pairs, the others gone or come. */
function rewritten(before: readonly Line[], after: readonly Line[]): ChangedLine[] {
  const lines: ChangedLine[] = []
  let [atLeft, atRight] = [0, 0]
  const upTo = (leftEnd: number, rightEnd: number) => {
    for (const line of before.slice(atLeft, leftEnd)) lines.push(whole(line, 'removed'))
    for (const line of after.slice(atRight, rightEnd)) lines.push(whole(line, 'added'))
  }
  for (const [left, right] of likePairs(before, after)) {
    upTo(left, right)
    const [one, other] = [before[left], after[right]]
    if (one && other) lines.push({ role: other.role, parts: diffWords(one.text, other.text) })
    atLeft = left + 1
    atRight = right + 1
  }
  upTo(before.length, after.length)
  return lines
}

/** Beyond this many pairs of lines none is looked for: the passage was written anew. */
const MAX_PAIRS = 10_000

/** How much two lines must have in common to be one that was rewritten: twice the shared words over all words. */
const LIKE = 0.4

/** Pairs of lines in order that are as like one another, together, as can be. */
function likePairs(before: readonly Line[], after: readonly Line[]): (readonly [number, number])[] {
  const height = before.length
  const width = after.length
  if (height * width === 0 || height * width > MAX_PAIRS) return []
  const left = before.map(countsOf)
  const right = after.map(countsOf)
  return bestPairs(height, width, (row, column) => {
    const [one, other] = [left[row], right[column]]
    return one && other ? likeness(one, other) : 0
  })
}

interface Counts {
  readonly role: LineRole
  readonly words: ReadonlyMap<string, number>
  readonly total: number
}

function countsOf({ role, text }: Line): Counts {
  const words = new Map<string, number>()
  const all = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { role, words, total: all.length }
}

/** From 0 to 1; less than {@link LIKE} is 0, and so are lines of two kinds. */
function likeness(one: Counts, other: Counts): number {
  if (one.role !== other.role || one.total + other.total === 0) return 0
  let shared = 0
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0)
  const ratio = (2 * shared) / (one.total + other.total)
  return ratio < LIKE ? 0 : ratio
}
