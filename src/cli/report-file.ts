import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { OnrecordError } from '../errors.ts'
import type { ImportReport, ReportedProblem } from '../newsroom/importing/import-report.ts'

/** An import's report as one JSON object in a file: every problem as it is met, the sums at the end. */
export interface ReportFile {
  readonly add: (problem: ReportedProblem) => void
  end(report: ImportReport): Promise<void>
}

/** A report that nobody asked for. */
const NO_FILE: ReportFile = { add: () => undefined, end: async () => undefined }

/**
 * Begins a report in a file, or none.
 *
 * @throws OnrecordError `folder-not-writable`, before anything is imported
 */
export async function reportFile(path: string | undefined): Promise<ReportFile> {
  if (path === undefined) return NO_FILE
  const out = createWriteStream(path, { mode: 0o600 })
  await once(out, 'open').catch((error: unknown) => {
    throw new OnrecordError('folder-not-writable', `The report ${path} cannot be written.`, {
      cause: error,
      remedy: 'Name a file in a folder that you may write to.',
    })
  })
  let isFirst = true
  out.write('{\n  "problems": [')
  return {
    add: (problem) => {
      out.write(`${isFirst ? '' : ','}\n    ${JSON.stringify(problem)}`)
      isFirst = false
    },
    end: async (report) => {
      const sums = Object.entries(report).filter(([name]) => name !== 'problems')
      out.end(`\n  ],\n${JSON.stringify(Object.fromEntries(sums), null, 2).slice(2)}\n`)
      await finished(out)
    },
  }
}
