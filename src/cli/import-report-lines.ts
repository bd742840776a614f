import type { ImportReport, ReportedProblem } from '../newsroom/importing/import-report.ts'
import { faint, strong } from './terminal.ts'

/** How many problems are listed on the screen one by one; of more, those that say the same stand together. */
const SHOWN = 40

/** What an import did, for a person: the sum first, then the problems, then where to look next. */
export function reportLines(report: ImportReport, given: { publish: boolean }): string[] {
  return [sumOf(report), ...problemLines(report), ...nextLines(report, given)]
}

function sumOf(report: ImportReport): string {
  const { added, changed, unchanged, published, duplicates, skipped, isComplete } = report
  const parts = [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, `${published} published`]
  if (duplicates > 0) parts.push(`${duplicates} here already in the same words`)
  if (skipped > 0) parts.push(`${skipped} left out (in the bin at their source, or twice in it)`)
  const sum = strong(`${parts.join(', ')}.`)
  return isComplete ? sum : `${sum} A file is faulty: stories may be missing.`
}

/** Each problem as one line: which story, where, what; of many, what they have in common and how often. */
function problemLines({ problemCount, problems, summary }: ImportReport): string[] {
  if (problemCount === 0) return []
  if (problemCount <= SHOWN)
    return ['', problemCount === 1 ? 'One problem:' : `${problemCount} problems:`, ...problems.map(problemLine)]
  return [
    '',
    `${problemCount.toLocaleString('en')} problems, the most frequent first (--report FILE writes each):`,
    ...summary.slice(0, SHOWN).map(({ what, count }) => `  ${String(count).padStart(6)} × ${what}`),
  ]
}

export function problemLine({ headline, foreignId, where, what }: ReportedProblem): string {
  const whose = headline || foreignId
  return `  • ${whose ? `${whose}: ` : ''}${what}${where ? faint(` (${where})`) : ''}`
}

function nextLines({ added, changed, unchanged, published }: ImportReport, given: { publish: boolean }): string[] {
  const waiting = added + changed + unchanged - published
  if (waiting <= 0 || given.publish) return []
  return [
    '',
    'The stories are drafts. Look at them, then publish them one by one or all at once:',
    '  ./onrecord story list --state draft',
    '  ./onrecord story publish ID',
    '  … or run the same import again with --publish',
  ]
}
