/** What a paste can leave out, and what it can do to words: said in one line below the text, never in a window. */
export const DROPPED_KINDS = ['pictures', 'comments', 'deleted', 'struck', 'links', 'objects', 'blocks'] as const

/** One kind: pictures and drawings, remarks, words struck by track changes, links that lead nowhere safe … */
export type DroppedKind = (typeof DROPPED_KINDS)[number]

/** How many of each kind were left out; kinds of which there were none are missing. */
export type Dropped = Readonly<Partial<Record<DroppedKind, number>>>

/** Counts what is left out while a paste is cleaned. */
export class DroppedCount {
  readonly #counts = new Map<DroppedKind, number>()

  add(kind: DroppedKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  all(): Dropped {
    return Object.fromEntries(this.#counts)
  }
}
