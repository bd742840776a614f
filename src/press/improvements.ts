import { brotliBest } from './compression.ts'
import { brotliAnswer, identityOf, type KeptPage } from './kept-page.ts'
import type { PageShelf } from './page-shelf.ts'

/** When the press does what nobody waits for: it calls `work` a moment later. */
export type Later = (work: () => void) => void

/** Above this many bytes of brotli the best compression would hold a thread for seconds. */
const MAX_IMPROVED_BYTES = 256 * 1024

/**
 * Compresses kept pages better in the background, one at a time, on the threads of zlib.
 *
 * With a quarter of a second between two pages it takes about a tenth of a processor, however many pages wait.
 * It knows paths, not pages: one that was dropped before its turn is neither compressed nor held in memory.
 */
export class Improvements {
  readonly #shelf: PageShelf
  readonly #later: Later
  readonly #onFault: (error: unknown) => void
  readonly #paths = new Set<string>()
  #isScheduled = false

  constructor(shelf: PageShelf, later: Later, onFault: (error: unknown) => void) {
    this.#shelf = shelf
    this.#later = later
    this.#onFault = onFault
  }

  add(page: KeptPage): void {
    if (page.isPlain || page.main.bytes.length > MAX_IMPROVED_BYTES) return
    this.#paths.add(page.path)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#isScheduled || this.#paths.size === 0) return
    this.#isScheduled = true
    this.#later(() => void this.#improveNext())
  }

  async #improveNext(): Promise<void> {
    try {
      const page = this.#next()
      if (page) await this.#improve(page)
    } catch (error) {
      this.#onFault(error)
    } finally {
      this.#isScheduled = false
      this.#schedule()
    }
  }

  /** The first page in the queue that is still worth it: fresh, and the one that asked. */
  #next(): KeptPage | undefined {
    for (const path of this.#paths) {
      this.#paths.delete(path)
      const page = this.#shelf.peek(path)
      if (page?.isWanted && !page.isStale) return page
    }
    return undefined
  }

  async #improve(page: KeptPage): Promise<void> {
    const best = await brotliBest(await identityOf(page))
    if (best.length >= page.main.bytes.length) return
    page.main = brotliAnswer(page, best)
    this.#shelf.recount(page)
  }
}
