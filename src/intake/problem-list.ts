import type { StoryProblem } from './incoming.ts'

/** Collects what could not be kept of one story; the same thing at the same place is said once. */
export class ProblemList {
  readonly #seen = new Map<string, StoryProblem>()
  /** Where the reader stands now: the last heading passed. */
  where: string | null = null

  add(what: string, where: string | null = this.where): void {
    const key = `${what}\n${where ?? ''}`
    if (!this.#seen.has(key)) this.#seen.set(key, { what, where })
  }

  all(): StoryProblem[] {
    return [...this.#seen.values()]
  }
}

/** "1 picture", "3 pictures". */
export const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
