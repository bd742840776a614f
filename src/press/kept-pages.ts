import { OnrecordError } from '../errors.ts'
import { AbsentPaths } from './absent-paths.ts'
import { Improvements, type Later } from './improvements.ts'
import {
  type Answer,
  answerNow,
  type Encoding,
  finishPage,
  gzipAnswer,
  identityAnswer,
  identityOf,
  type KeptPage,
  staleAnswer,
} from './kept-page.ts'
import type { EditionChange, FinishedPage } from './page.ts'
import { PageShelf } from './page-shelf.ts'
import type { Press, PressOptions, PressStats, Served } from './press.ts'
import { type ChangesSince, Renders } from './renders.ts'

const MIB = 1024 * 1024
/** What the one notice shows that stands at every address without a page. */
const NOTICE_TAGS = ['site']

const quarterSecondLater: Later = (work) => void setTimeout(work, 250).unref()

/** A press with empty shelves. */
export const keepPages = (options: PressOptions): Press => new MemoryPress(options)

class MemoryPress implements Press {
  readonly #options: PressOptions
  readonly #maxBytes: number
  readonly #shelf: PageShelf
  readonly #absent: AbsentPaths
  readonly #renders: Renders<KeptPage>
  readonly #improvements: Improvements
  readonly #now: () => number
  readonly #beingZipped = new Map<KeptPage, Promise<Answer>>()
  /** Texts being made, or being sent; nothing of one that nobody is sent any more. */
  readonly #texts = new WeakMap<KeptPage, Promise<Buffer> | WeakRef<Buffer>>()
  #hits = 0
  #misses = 0
  #rendered = 0
  #faults = 0
  #dropped = 0

  constructor(options: PressOptions) {
    this.#options = options
    this.#maxBytes = options.maxBytes ?? 128 * MIB
    this.#now = options.now ?? Date.now
    const absentBytes = Math.min(2 * MIB, Math.floor(this.#maxBytes / 16))
    this.#absent = new AbsentPaths(absentBytes)
    this.#shelf = new PageShelf(this.#maxBytes - absentBytes)
    this.#renders = new Renders((path, since) => this.#renderAndKeep(path, since))
    const later = options.later ?? quarterSecondLater
    this.#improvements = new Improvements(this.#shelf, later, (error) => this.#fault(error))
  }

  kept(path: string): KeptPage | undefined {
    const page = this.#shelf.take(path) ?? this.#noticeAt(path)
    if (page === undefined || !this.#isFresh(page)) return undefined
    this.#hits += 1
    if (!page.isWanted) {
      page.isWanted = true
      this.#improvements.add(page)
    }
    return page
  }

  async page(path: string): Promise<Served> {
    this.#misses += 1
    try {
      const page = await this.#inTime(path)
      return (page.status >= 500 ? this.#older(path) : undefined) ?? { page, isStale: page.isStale }
    } catch (error) {
      this.#fault(error)
      // Looked up only now: what was killed while we waited is no longer there.
      const older = this.#older(path)
      if (older) return older
      throw error
    }
  }

  async encode({ page, isStale }: Served, encoding: Encoding): Promise<Answer> {
    const answer = answerNow(page, encoding) ?? (await this.#make(page, encoding))
    return isStale ? staleAnswer(answer) : answer
  }

  changed(changes: readonly EditionChange[]): number {
    const before = this.#dropped
    for (const change of changes) {
      this.#absent.clear()
      this.#renders.note(change)
      for (const page of this.#shelf.carrying(change.purge)) {
        this.#drop(page)
        this.#shelf.remove(page.path)
      }
      for (const page of this.#shelf.carrying(change.tags)) this.#drop(page)
    }
    return this.#dropped - before
  }

  dropAll(): number {
    const pages = this.#shelf.size
    this.#renders.noteDropAll()
    this.#absent.clear()
    this.#shelf.clear()
    this.#dropped += pages
    return pages
  }

  stats(): PressStats {
    return {
      pages: this.#shelf.size,
      absences: this.#absent.size,
      bytes: this.#shelf.bytes + this.#absent.bytes,
      maxBytes: this.#maxBytes,
      hits: this.#hits,
      misses: this.#misses,
      renders: this.#rendered,
      faults: this.#faults,
      dropped: this.#dropped,
      evicted: this.#shelf.evicted,
    }
  }

  /** Few pages have an hour of their own, and only those ask for the time. */
  #isFresh(page: KeptPage): boolean {
    if (page.staleAtMs !== null && page.staleAtMs <= this.#now()) page.isStale = true
    return !page.isStale
  }

  #drop(page: KeptPage): void {
    if (page.isStale) return
    page.isStale = true
    this.#dropped += 1
  }

  #noticeAt(path: string): KeptPage | undefined {
    const language = this.#absent.languageAt(path)
    return language === undefined ? undefined : this.#shelf.take(noticeKey(language))
  }

  /** The page kept from before, if there is one: fresh again when somebody else rendered it meanwhile. */
  #older(path: string): Served | undefined {
    const page = this.#shelf.take(path)
    return page && { page, isStale: page.isStale }
  }

  #fault(error: unknown): void {
    this.#faults += 1
    this.#options.onFault?.(error)
  }

  /** Joins the render of a path, but not for ever: a database that hangs is as good as one that fails. */
  async #inTime(path: string): Promise<KeptPage> {
    const { patienceMs = 3_000, renderTimeoutMs = 15_000 } = this.#options
    const timeoutMs = this.#shelf.peek(path) ? patienceMs : renderTimeoutMs
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      late.reject(new OnrecordError('database-unavailable', `A page was not rendered within ${timeoutMs} ms.`))
    }, timeoutMs)
    try {
      return await Promise.race([this.#renders.join(path), late.promise])
    } finally {
      clearTimeout(timer)
    }
  }

  async #renderAndKeep(cutFromRequest: string, since: ChangesSince): Promise<KeptPage> {
    // A copy of its own: a slice would hold on to the whole line of the request.
    const path = Buffer.from(cutFromRequest).toString()
    const meanwhile = this.#shelf.peek(path)
    if (meanwhile && this.#isFresh(meanwhile)) return meanwhile
    for (;;) {
      since.reset()
      this.#rendered += 1
      const page = await this.#options.render(path)
      const finished = page.status === 404 ? await this.#notice(page) : await this.#finish(path, page)
      // What was killed while it was drawn is not shown even to those who asked before.
      if (since.hasPurged(finished.tags)) continue
      if (finished.status === 404) this.#keepAbsence(path, finished, since)
      else if (page.kept && page.status < 500) this.#keep(finished, since)
      return finished
    }
  }

  /** What was touched while it was drawn is for those who asked before, and for nobody to keep. */
  #keep(page: KeptPage, since: ChangesSince): void {
    if (since.hasTouched(page.tags)) page.isStale = true
    else this.#shelf.put(page)
  }

  /** One and the same notice for all absences of a language, whatever else may differ in the path. */
  async #notice(page: FinishedPage): Promise<KeptPage> {
    const key = noticeKey(page.language ?? null)
    const kept = this.#shelf.take(key)
    return kept && !kept.isStale ? kept : this.#finish(key, { ...page, tags: NOTICE_TAGS, kept: true })
  }

  #keepAbsence(path: string, notice: KeptPage, since: ChangesSince): void {
    if (!since.isEmpty) return
    this.#shelf.remove(path)
    this.#absent.add(path, notice.language)
    if (!this.#shelf.holds(notice)) this.#shelf.put(notice)
  }

  #finish(path: string, page: FinishedPage): Promise<KeptPage> {
    return finishPage(path, page, this.#options.surrogate)
  }

  async #make(page: KeptPage, encoding: Encoding): Promise<Answer> {
    if (encoding !== 'gzip') return identityAnswer(page, await this.#textOf(page))
    const begun = this.#beingZipped.get(page)
    if (begun) return begun
    const making = this.#zip(page)
    this.#beingZipped.set(page, making)
    return making
  }

  /**
   * The text of a page, never kept, and one copy of it however many are being sent it: clients who ask for it by the hundred
   * and read slowly would fill the memory with a copy each.
   */
  async #textOf(page: KeptPage): Promise<Buffer> {
    const sent = this.#texts.get(page)
    if (sent instanceof Promise) return sent
    const text = sent?.deref()
    if (text) return text
    const making = identityOf(page)
    this.#texts.set(page, making)
    try {
      const made = await making
      this.#texts.set(page, new WeakRef(made))
      return made
    } catch (error) {
      this.#texts.delete(page)
      throw error
    }
  }

  async #zip(page: KeptPage): Promise<Answer> {
    try {
      page.gzip = await gzipAnswer(page)
      this.#shelf.recount(page)
      return page.gzip
    } finally {
      this.#beingZipped.delete(page)
    }
  }
}

// Requested paths begin with a slash, so none of them is this one.
const noticeKey = (language: string | null): string => `404 ${language ?? ''}`
