import type { EditionChange } from './page.ts'

/** What has changed since a render began. Its page was drawn from before, perhaps. */
export class ChangesSince {
  readonly #tags = new Set<string>()
  readonly #purged = new Set<string>()
  #hasChanged = false
  #hasDroppedAll = false

  get isEmpty(): boolean {
    return !this.#hasChanged
  }

  /** Begins to watch anew: what comes now is drawn from after all of it. */
  reset(): void {
    this.#tags.clear()
    this.#purged.clear()
    this.#hasChanged = false
    this.#hasDroppedAll = false
  }

  note(change: EditionChange): void {
    this.#hasChanged = true
    for (const tag of change.tags) this.#tags.add(tag)
    for (const tag of change.purge) this.#purged.add(tag)
  }

  noteDropAll(): void {
    this.#hasChanged = true
    this.#hasDroppedAll = true
  }

  /** May a page with these tags show what is no longer so? */
  hasTouched(tags: readonly string[]): boolean {
    return this.hasPurged(tags) || tags.some((tag) => this.#tags.has(tag))
  }

  /** May a page with these tags show what must not be shown at all? */
  hasPurged(tags: readonly string[]): boolean {
    return this.#hasDroppedAll || tags.some((tag) => this.#purged.has(tag))
  }
}

interface Render<Result> {
  readonly since: ChangesSince
  readonly result: Promise<Result>
  /** The render that begins when this one ends, for those who came after a change. */
  following: Promise<Result> | undefined
}

/**
 * One render of a path at a time, however many readers wait for it.
 *
 * Who asks after a change does not get a render begun before it: they wait for the next one, all of them together.
 */
export class Renders<Result> {
  readonly #render: (path: string, since: ChangesSince) => Promise<Result>
  readonly #running = new Map<string, Render<Result>>()

  constructor(render: (path: string, since: ChangesSince) => Promise<Result>) {
    this.#render = render
  }

  /** Joins the render of a path, or begins one. Rejects as the render does. */
  join(path: string): Promise<Result> {
    const running = this.#running.get(path)
    if (running === undefined) return this.#begin(path)
    if (running.since.isEmpty) return running.result
    running.following ??= this.#after(running.result, path)
    return running.following
  }

  note(change: EditionChange): void {
    for (const { since } of this.#running.values()) since.note(change)
  }

  noteDropAll(): void {
    for (const { since } of this.#running.values()) since.noteDropAll()
  }

  #begin(path: string): Promise<Result> {
    const since = new ChangesSince()
    const result = this.#run(path, since)
    const render: Render<Result> = { since, result, following: undefined }
    this.#running.set(path, render)
    return result
  }

  async #after(running: Promise<Result>, path: string): Promise<Result> {
    await running.catch(() => undefined)
    return this.join(path)
  }

  async #run(path: string, since: ChangesSince): Promise<Result> {
    // Lets the caller enter the render before it can end.
    await Promise.resolve()
    try {
      return await this.#render(path, since)
    } finally {
      this.#running.delete(path)
    }
  }
}
