import { nearestName } from '../names/nearest-name.ts'
import type { DeskFinding } from '../reading.ts'
import type { Token } from '../text/token.ts'
import type { FindingInput, FindingSentence } from './finding-input.ts'
import { findingIn } from './make-finding.ts'

/** A name that is spelled almost as one of the record is, and as none of its other names. */
export function nameAgainstRecord(input: FindingInput): DeskFinding[] {
  return input.sentences.flatMap((read) => {
    if (read.sentence.isShouted || isTitleCase(read)) return []
    return capitalRuns(read).flatMap((run) => misspelt(input, read, run) ?? [])
  })
}

function misspelt(input: FindingInput, read: FindingSentence, run: readonly Token[]): DeskFinding | undefined {
  // The first word of a sentence has its capital from there: "In Tinzawatene".
  for (const part of run[0] === read.sentence.tokens[0] ? [run, run.slice(1)] : [run]) {
    const [start, end] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0]
    const words = read.sentence.text.slice(start - read.sentence.start, end - read.sentence.start)
    const nearest = nearestName(words, input.names)
    if (!nearest) continue
    const { spelling } = nearest
    const found = { kind: 'name-against-record', span: { start, end }, fix: spelling, facts: { spelling } } as const
    return findingIn(input, read, { ...found, confidence: 0.75 })
  }
  return undefined
}

/** A longer row of capitals is a title or a list. */
const LONGEST = 6

/** Words in a row that begin with capitals and belong to no name of the record. */
function capitalRuns({ sentence: { tokens }, names }: FindingSentence): Token[][] {
  const runs: Token[][] = [[]]
  tokens.forEach((token, at) => {
    const isKnown = names.some(({ first, last }) => first <= at && at <= last)
    if (token.kind === 'word' && token.isCapital && !isKnown) runs.at(-1)?.push(token)
    else runs.push([])
  })
  return runs.filter(({ length }) => length > 0 && length <= LONGEST)
}

/** In a headline where every word has a capital, capitals tell no names. */
export function isTitleCase({ sentence: { tokens } }: FindingSentence): boolean {
  const long = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3)
  return long.length > 3 && long.filter(({ isCapital }) => isCapital).length > 0.7 * long.length
}
