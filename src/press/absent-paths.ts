import type { Language } from '../story/story.ts'

const MAX_PATHS = 20_000
/** A string in a map: its header, its key and value in the table. */
const PATH_OVERHEAD_BYTES = 64

/**
 * Paths at which there is known to be nothing, with the language of the notice that says so.
 *
 * They spare the edition a question for every bot that tries the same wrong addresses. Any change may have put
 * something there, so any change forgets them all.
 */
export class AbsentPaths {
  readonly #maxBytes: number
  readonly #paths = new Map<string, Language | null>()
  #bytes = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get size(): number {
    return this.#paths.size
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The language of the notice; undefined when nothing is known of the path. */
  languageAt(path: string): Language | null | undefined {
    return this.#paths.get(path)
  }

  /** Remembers a path; the first remembered goes when there are more than 20,000, or too many bytes. */
  add(path: string, language: Language | null): void {
    if (!this.#paths.has(path)) this.#bytes += costOf(path)
    this.#paths.set(path, language)
    for (const first of this.#paths.keys()) {
      if (this.#paths.size <= MAX_PATHS && this.#bytes <= this.#maxBytes) return
      this.#paths.delete(first)
      this.#bytes -= costOf(first)
    }
  }

  clear(): void {
    this.#paths.clear()
    this.#bytes = 0
  }
}

// Paths outside Latin take two bytes a character.
const costOf = (path: string): number => path.length * 2 + PATH_OVERHEAD_BYTES
