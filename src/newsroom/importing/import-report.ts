import type { IncomingProblem, IncomingStory } from '../../intake/incoming.ts'

/** How an import is to go. */
export interface ImportPlan {
  /** Whose stories these are: the same source and foreign id are the same story, whenever they are read. */
  readonly source: string
  /** Put stories that were public at their source before readers; otherwise all arrive as drafts. */
  readonly publish: boolean
}

/** What an import did. Every problem is here, in the order it was met. */
export interface ImportReport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly published: number
  readonly skipped: number
  readonly problems: readonly ReportedProblem[]
  /** False when a file was faulty or ended too early: stories may be missing. */
  readonly isComplete: boolean
}

export interface ReportedProblem {
  readonly foreignId: string | null
  readonly headline: string | null
  readonly where: string | null
  readonly what: string
}

/** Nothing done yet. */
export const EMPTY_REPORT: ImportReport = {
  added: 0,
  changed: 0,
  unchanged: 0,
  published: 0,
  skipped: 0,
  problems: [],
  isComplete: true,
}

/** Two reports as one, in order. */
export const reportOfBoth = (one: ImportReport, other: ImportReport): ImportReport => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  published: one.published + other.published,
  skipped: one.skipped + other.skipped,
  problems: [...one.problems, ...other.problems],
  isComplete: one.isComplete && other.isComplete,
})

/** What is said of a second item under a name that the source has used already. */
export const reportOfRepeat = ({ foreignId, headline }: IncomingStory): ImportReport => ({
  ...EMPTY_REPORT,
  skipped: 1,
  problems: [
    { foreignId, headline, where: null, what: 'The source has another item of this name: the first was taken.' },
  ],
})

/** A report with what a reader could not read. */
export const reportWithProblem = (
  report: ImportReport,
  { foreignId, where, what, fatal }: IncomingProblem,
): ImportReport => ({
  ...report,
  problems: [...report.problems, { foreignId, headline: null, where, what }],
  isComplete: report.isComplete && fatal !== true,
})
