import type { ImportReport, ReportedProblem } from '../newsroom/importing/import-report.ts'
import { faint, strong } from './terminal.ts'

/** How many problems are listed on the screen; all of them are in the JSON report. */
const SHOWN = 40

/** What an import did, for a person: the sum first, then every problem, then where to look next. */
export function reportLines(report: ImportReport, given: { publish: boolean }): string[] {
  return [sumOf(report), ...problemLines(report.problems), ...nextLines(report, given)]
}

function sumOf({ added, changed, unchanged, published, skipped, isComplete }: ImportReport): string {
  const parts = [`${added} added`, `${changed} changed`, `${unchanged} unchanged`, `${published} published`]
  if (skipped > 0) parts.push(`${skipped} left out (in the bin at their source)`)
  const sum = strong(`${parts.join(', ')}.`)
  return isComplete ? sum : `${sum} The file is faulty: stories may be missing.`
}

/** Each problem as one line: which story, where, what. */
export function problemLines(problems: readonly ReportedProblem[]): string[] {
  if (problems.length === 0) return []
  const lines = problems.slice(0, SHOWN).map(problemLine)
  const more = problems.length - lines.length
  return [
    '',
    problems.length === 1 ? 'One problem:' : `${problems.length} problems:`,
    ...lines,
    ...(more > 0 ? [`  … and ${more} more: --report FILE writes all of them.`] : []),
  ]
}

function problemLine({ headline, foreignId, where, what }: ReportedProblem): string {
  const whose = headline || foreignId
  return `  • ${whose ? `${whose}: ` : ''}${what}${where ? faint(` (${where})`) : ''}`
}

function nextLines(report: ImportReport, { publish }: { publish: boolean }): string[] {
  const waiting = report.added + report.changed + report.unchanged - report.published
  if (waiting <= 0 || publish) return []
  return [
    '',
    'The stories are drafts. Look at them, then publish them one by one or all at once:',
    '  ./onrecord story list --state draft',
    '  ./onrecord story publish ID',
    '  … or run the same import again with --publish',
  ]
}
