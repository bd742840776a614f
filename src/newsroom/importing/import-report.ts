import type { IncomingProblem, IncomingStory } from '../../intake/incoming.ts'
import type { NameMapping } from '../../intake/name-mapping.ts'
import type { ProblemGroup } from '../../store/imports.ts'

/** How an import is to go. */
export interface ImportPlan {
  /** Whose stories these are: the same source and foreign id are the same story, whenever they are read. */
  readonly source: string
  /** Put stories that were public at their source before readers; otherwise all arrive as drafts. */
  readonly publish: boolean
  /** What the source's names become; left out, they stay as they are. */
  readonly mapping?: NameMapping
}

/** What an import did: everything as numbers, and of the problems the first and a summary. */
export interface ImportReport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly published: number
  /** In the bin at their source, or a second item of a name. */
  readonly skipped: number
  /** Stories whose words were here already, under another name. */
  readonly duplicates: number
  /** How many problems there were in all. */
  readonly problemCount: number
  /** The first of them, in the order they were met; each of them goes to whoever listens (`onProblem`). */
  readonly problems: readonly ReportedProblem[]
  /** All of them, those that say the same together, the most frequent first. */
  readonly summary: readonly ProblemGroup[]
  /** False when a file was faulty or ended too early: stories may be missing. */
  readonly isComplete: boolean
}

export interface ReportedProblem {
  readonly foreignId: string | null
  readonly headline: string | null
  readonly where: string | null
  readonly what: string
}

/** How many problems a report carries itself. */
export const PROBLEMS_KEPT = 200

/** How many groups a summary has; what fits in none is counted together. */
export const MOST_GROUPS = 100

/** Nothing done yet. */
export const EMPTY_REPORT: ImportReport = {
  added: 0,
  changed: 0,
  unchanged: 0,
  published: 0,
  skipped: 0,
  duplicates: 0,
  problemCount: 0,
  problems: [],
  summary: [],
  isComplete: true,
}

/** Two reports as one, in order. */
export const reportOfBoth = (one: ImportReport, other: ImportReport): ImportReport => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  published: one.published + other.published,
  skipped: one.skipped + other.skipped,
  duplicates: one.duplicates + other.duplicates,
  problemCount: one.problemCount + other.problemCount,
  problems:
    one.problems.length >= PROBLEMS_KEPT ? one.problems : [...one.problems, ...other.problems].slice(0, PROBLEMS_KEPT),
  summary: other.summary.length === 0 ? one.summary : summaryOfBoth(one.summary, other.summary),
  isComplete: one.isComplete && other.isComplete,
})

/** What did not fit among the groups of a summary. */
export const OTHERS = 'Other problems'

function summaryOfBoth(one: readonly ProblemGroup[], other: readonly ProblemGroup[]): readonly ProblemGroup[] {
  const counts = new Map(one.map(({ what, count }) => [what, count]))
  for (const { what, count } of other) {
    const group = counts.has(what) || counts.size < MOST_GROUPS ? what : OTHERS
    counts.set(group, (counts.get(group) ?? 0) + count)
  }
  return [...counts]
    .map(([what, count]) => ({ what, count }))
    .toSorted((first, second) => second.count - first.count || (first.what < second.what ? -1 : 1))
}

/** The sentence that problems of one kind share: names, numbers and addresses in it do not tell them apart. */
export const groupOf = (what: string): string =>
  what
    .slice(0, 500)
    .replace(/“[^”]*”|"[^"]*"/g, '“…”')
    .replace(/\bhttps?:\/\/\S+/g, '…')
    .replace(/\b\d[\d.,:-]*\b/g, '…')

/** A report of these problems and nothing else. */
export function reportOfProblems(problems: readonly ReportedProblem[]): ImportReport {
  if (problems.length === 0) return EMPTY_REPORT
  const groups = [...Map.groupBy(problems, ({ what }) => groupOf(what))]
  return {
    ...EMPTY_REPORT,
    problemCount: problems.length,
    problems: problems.slice(0, PROBLEMS_KEPT),
    summary: summaryOfBoth(
      [],
      groups.map(([what, { length }]) => ({ what, count: length })),
    ),
  }
}

/** What is said of a story, in the whole or at a place in it. */
export const problemOf = (
  { foreignId, headline }: Pick<IncomingStory, 'foreignId' | 'headline'>,
  what: string,
  where: string | null = null,
): ReportedProblem => ({ foreignId, headline, where, what })

/** What a reader has found out about a story. */
export const problemsIn = (story: IncomingStory): ReportedProblem[] =>
  story.problems.map(({ what, where }) => problemOf(story, what, where))

/** What a reader could not read. */
export const problemOfItem = ({ foreignId, where, what }: IncomingProblem): ReportedProblem => ({
  foreignId,
  headline: null,
  where,
  what,
})

/** What is said of a second item under a name that the source has used already. */
export const problemOfRepeat = (story: IncomingStory): ReportedProblem =>
  problemOf(story, 'The source has another item of this name: the first was taken.', story.address)
