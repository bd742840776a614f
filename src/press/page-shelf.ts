import { costOf, type KeptPage } from './kept-page.ts'

/** A page's place on the shelf, between a page asked for before it and one asked for after. */
interface Place {
  readonly page: KeptPage
  cost: number
  older: Place | undefined
  newer: Place | undefined
}

/**
 * Kept pages by path, within a budget of bytes: when it is used up, the page that nobody asked for the longest goes.
 *
 * It also knows which pages carry a tag, so that a change costs as much as the pages it touches and no more.
 */
export class PageShelf {
  readonly #maxBytes: number
  readonly #places = new Map<string, Place>()
  readonly #carriers = new Map<string, Set<KeptPage>>()
  #oldest: Place | undefined
  #newest: Place | undefined
  #bytes = 0
  #evicted = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get size(): number {
    return this.#places.size
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Pages that went because the budget was used up, since the start. */
  get evicted(): number {
    return this.#evicted
  }

  /** The page of a path, which thereby becomes the last to go. */
  take(path: string): KeptPage | undefined {
    const place = this.#places.get(path)
    if (place === undefined) return undefined
    if (place !== this.#newest) {
      this.#unlink(place)
      this.#append(place)
    }
    return place.page
  }

  /** The page of a path, without counting as asked for. */
  peek(path: string): KeptPage | undefined {
    return this.#places.get(path)?.page
  }

  holds(page: KeptPage): boolean {
    return this.peek(page.path) === page
  }

  /** Keeps a page in place of an older one of its path. One that is larger than the whole budget is not kept. */
  put(page: KeptPage): void {
    this.remove(page.path)
    const cost = costOf(page)
    if (cost > this.#maxBytes) return
    const place: Place = { page, cost, older: undefined, newer: undefined }
    this.#places.set(page.path, place)
    this.#append(place)
    for (const tag of page.tags) this.#carry(tag, page)
    this.#bytes += cost
    this.#makeRoom()
  }

  /** Counts a kept page anew after an encoding was added to it or replaced. */
  recount(page: KeptPage): void {
    const place = this.#places.get(page.path)
    if (place?.page !== page) return
    const cost = costOf(page)
    this.#bytes += cost - place.cost
    place.cost = cost
    this.#makeRoom()
  }

  /** Every kept page that carries one of the tags, stale ones included. */
  carrying(tags: readonly string[]): Set<KeptPage> {
    return new Set(tags.flatMap((tag) => [...(this.#carriers.get(tag) ?? [])]))
  }

  /** Takes a page off the shelf; false when there was none. */
  remove(path: string): boolean {
    const place = this.#places.get(path)
    if (place === undefined) return false
    this.#places.delete(path)
    this.#unlink(place)
    for (const tag of place.page.tags) this.#uncarry(tag, place.page)
    this.#bytes -= place.cost
    return true
  }

  clear(): void {
    this.#places.clear()
    this.#carriers.clear()
    this.#oldest = undefined
    this.#newest = undefined
    this.#bytes = 0
  }

  #makeRoom(): void {
    while (this.#bytes > this.#maxBytes && this.#oldest) {
      this.remove(this.#oldest.page.path)
      this.#evicted += 1
    }
  }

  #append(place: Place): void {
    place.older = this.#newest
    place.newer = undefined
    if (this.#newest) this.#newest.newer = place
    else this.#oldest = place
    this.#newest = place
  }

  #unlink(place: Place): void {
    if (place.older) place.older.newer = place.newer
    else this.#oldest = place.newer
    if (place.newer) place.newer.older = place.older
    else this.#newest = place.older
  }

  #carry(tag: string, page: KeptPage): void {
    const pages = this.#carriers.get(tag)
    if (pages) pages.add(page)
    else this.#carriers.set(tag, new Set([page]))
  }

  #uncarry(tag: string, page: KeptPage): void {
    const pages = this.#carriers.get(tag)
    pages?.delete(page)
    if (pages?.size === 0) this.#carriers.delete(tag)
  }
}
