import { codePointsOf } from '../desk/code-points.ts'
import type { LintClaim, LintFigure, LintFinding, LintJson, LintResponsibility } from '../desk/lint-json.ts'
import { faint, strong } from './terminal.ts'

/** A text that was read, with what is to be told of it. */
export interface LintedText {
  readonly file: string
  readonly story: string | null
  /** What places are counted in. */
  readonly source: string
  readonly json: LintJson
}

/** What was found in one text, for a person: each finding with its sentence, the words underlined, why and what to do. */
export function lintLines({ file, story, source, json }: LintedText): string[] {
  const characters = codePointsOf(source)
  const placeOf = placesIn(characters)
  const { findings, claims, responsibilities } = json
  const name = file === '-' ? 'standard input' : file
  return [
    strong(story === null ? name : `${name}: ${story}`),
    ...findings.flatMap((finding) => ['', ...findingLines(finding, characters, placeOf)]),
    ...(claims.length + responsibilities.length > 0 ? ['', '  Suggested claims'] : []),
    ...claims.map((claim) => claimLine(claim, placeOf(claim.figure.start))),
    ...responsibilities.map((told) => responsibilityLine(told, placeOf(told.start))),
    '',
  ]
}

type PlaceOf = (at: number) => string

/** Line and column, from 1, of a character. */
function placesIn(characters: readonly string[]): PlaceOf {
  const starts = [0]
  for (const [at, character] of characters.entries()) if (character === '\n') starts.push(at + 1)
  return (at) => {
    let line = 0
    let above = starts.length
    while (above - line > 1) {
      const middle = (line + above) >> 1
      if ((starts[middle] ?? 0) <= at) line = middle
      else above = middle
    }
    return `${line + 1}:${at - (starts[line] ?? 0) + 1}`
  }
}

/** So many characters are shown on each side of what is underlined. */
const AROUND = 40

function findingLines(finding: LintFinding, characters: readonly string[], placeOf: PlaceOf): string[] {
  const { start, end, kind, why, fix } = finding
  const from = firstBoundary(characters, Math.max(0, start - AROUND), start)
  const to = lastBoundary(characters, end, Math.min(characters.length, end + AROUND))
  const before = oneLine(characters.slice(from, start))
  const words = oneLine(characters.slice(start, end))
  const excerpt = `${before}${words}${oneLine(characters.slice(end, to))}`
  return [
    `  ${placeOf(start)}  ${strong(kind)}`,
    `    ${excerpt.trimEnd()}`,
    `    ${' '.repeat(codePointsOf(before).length)}${'~'.repeat(Math.max(1, codePointsOf(words).length))}`,
    `    ${why}`,
    `    ${fix}`,
  ]
}

/** The beginning of the first whole word behind a place, or of the line on which it stands. */
function firstBoundary(characters: readonly string[], from: number, to: number): number {
  const line = characters.slice(from, to).lastIndexOf('\n')
  if (line !== -1) return from + line + 1
  const space = from === 0 ? -1 : characters.slice(from, to).indexOf(' ')
  return from + space + 1
}

/** The end of the last whole word before a place, or of the line. */
function lastBoundary(characters: readonly string[], from: number, to: number): number {
  const line = characters.slice(from, to).indexOf('\n')
  if (line !== -1) return from + line
  const space = to === characters.length ? -1 : characters.slice(from, to).lastIndexOf(' ')
  return space === -1 ? to : from + space
}

const oneLine = (characters: readonly string[]): string =>
  characters.map((one) => (/\s/.test(one) ? ' ' : one)).join('')

/** Claimant → what happened, to whom, when and where. */
function claimLine(claim: LintClaim, place: string): string {
  const { claimant, via, effect, who, figure, date, place: where, stance, confidence } = claim
  const count = figureWords(figure)
  const people = who === null || count.includes(who) ? count : `${count} ${who}`
  const told = [`${effect} ${people}`, date, where].filter((part) => part !== null).join(', ')
  const by = via === null ? '' : ` (via ${via})`
  return `  ${place}  ${claimant ?? 'the text itself'} → ${told}${by}  ${faint(`${stance}, ${confidence.toFixed(2)}`)}`
}

function figureWords({ text, min, max, approx, vague }: LintFigure): string {
  if (vague !== null || (min === null && max === null)) return `“${text}”`
  if (max === null) return `at least ${min}`
  if (min === null) return `at most ${max}`
  if (min !== max) return `${min} to ${max}`
  return approx ? `about ${min}` : `${min}`
}

function responsibilityLine(told: LintResponsibility, place: string): string {
  const by = told.via === null ? '' : ` (via ${told.via})`
  const who = told.claimant ?? 'the text itself'
  return `  ${place}  ${who} → done by ${told.organisation}: ${told.kind}${by}  ${faint(told.confidence.toFixed(2))}`
}

/** How much was found, in one line. */
export function lintSummary(texts: readonly LintedText[]): string {
  const findings = texts.reduce((sum, { json }) => sum + json.findings.length, 0)
  const claims = texts.reduce((sum, { json }) => sum + json.claims.length + json.responsibilities.length, 0)
  const among = texts.length > 1 ? ` in ${texts.length} texts` : ''
  return `${counted(findings, 'finding')}, ${counted(claims, 'suggested claim')}${among}.`
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
