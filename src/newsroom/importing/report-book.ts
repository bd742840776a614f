import type { BatchDone } from './import-work.ts'
import {
  EMPTY_REPORT,
  groupOf,
  type ImportReport,
  MOST_GROUPS,
  OTHERS,
  PROBLEMS_KEPT,
  type ReportedProblem,
} from './import-report.ts'

/** Keeps the account of an import that is under way, in memory that does not grow with it. */
export class ReportBook {
  #counts: BatchDone['counts'] = EMPTY_REPORT
  #isComplete = true
  #problemCount = 0
  readonly #problems: ReportedProblem[] = []
  readonly #groups = new Map<string, number>()
  readonly #onProblem: (problem: ReportedProblem) => void

  /** @param onProblem told every problem as it is met */
  constructor(onProblem: (problem: ReportedProblem) => void) {
    this.#onProblem = onProblem
  }

  addBatch({ counts, problems }: BatchDone): void {
    const sum = this.#counts
    this.#counts = {
      added: sum.added + counts.added,
      changed: sum.changed + counts.changed,
      unchanged: sum.unchanged + counts.unchanged,
      published: sum.published + counts.published,
      skipped: sum.skipped + counts.skipped,
      duplicates: sum.duplicates + counts.duplicates,
      isComplete: true,
    }
    for (const problem of problems) this.addProblem(problem)
  }

  /** @param isFatal stories may be missing because of it */
  addProblem(problem: ReportedProblem, isFatal = false): void {
    if (isFatal) this.#isComplete = false
    this.#problemCount += 1
    if (this.#problems.length < PROBLEMS_KEPT) this.#problems.push(problem)
    const group = groupOf(problem.what)
    const known = this.#groups.has(group) || this.#groups.size < MOST_GROUPS ? group : OTHERS
    this.#groups.set(known, (this.#groups.get(known) ?? 0) + 1)
    this.#onProblem(problem)
  }

  /** One item was left out, and why. */
  addSkipped(problem: ReportedProblem): void {
    this.#counts = { ...this.#counts, skipped: this.#counts.skipped + 1 }
    this.addProblem(problem)
  }

  report(): ImportReport {
    return {
      ...this.#counts,
      isComplete: this.#isComplete,
      problemCount: this.#problemCount,
      problems: [...this.#problems],
      summary: [...this.#groups]
        .map(([what, count]) => ({ what, count }))
        .toSorted((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1)),
    }
  }
}
