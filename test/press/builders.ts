import { type PressOptions, type Press } from '../../src/press/press.ts'
import { keepPages } from '../../src/press/kept-pages.ts'
import type { EditionChange, FinishedPage } from '../../src/press/page.ts'

/** A story's page, long enough to be worth compressing. */
export const aPage = (overrides: Partial<FinishedPage> = {}): FinishedPage => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><title>Tinzaouaten</title>${'<p>Fighting went on for three days near the border.</p>'.repeat(20)}`,
  location: null,
  language: 'en',
  style: 'p{margin:0}',
  tags: ['story:sty_1', 'site'],
  kept: true,
  ...overrides,
})

export const noPage = (overrides: Partial<FinishedPage> = {}): FinishedPage =>
  aPage({ status: 404, body: '<!doctype html><title>Nothing here</title>', tags: [], kept: false, ...overrides })

let number = 0

export const aChange = (overrides: Partial<EditionChange> = {}): EditionChange => {
  number += 1
  return { number, tags: [], purge: [], ...overrides }
}

/** An edition in memory: pages by path, which can be changed, fail, or be held back until they are let go. */
export class FakeEdition {
  readonly pages = new Map<string, FinishedPage>()
  readonly asked: string[] = []
  failure: Error | undefined
  readonly #held: (() => void)[] = []
  #isHolding = false

  readonly render = async (path: string): Promise<FinishedPage> => {
    this.asked.push(path)
    const page = this.pages.get(path) ?? noPage({ language: path.startsWith('/fr/') ? 'fr' : 'en' })
    if (this.failure) throw this.failure
    if (this.#isHolding) await new Promise<void>((resolve) => this.#held.push(resolve))
    return page
  }

  /** From now on a render that has begun waits; what it will show is settled. */
  hold(): void {
    this.#isHolding = true
  }

  letGo(): void {
    this.#isHolding = false
    for (const resolve of this.#held.splice(0)) resolve()
  }
}

/** A press over a fake edition whose background work is done when the test says so. */
export function aPress(edition: FakeEdition, options: Partial<PressOptions> = {}): Press & { improve(): void } {
  const waiting: (() => void)[] = []
  const press = keepPages({ render: edition.render, later: (work) => void waiting.push(work), ...options })
  return Object.assign(press, {
    improve: () => {
      for (const work of waiting.splice(0)) work()
    },
  })
}

/** The text of a path as a client without any compression gets it. */
export async function textAt(press: Press, path: string): Promise<string> {
  const kept = press.kept(path)
  const served = kept ? { page: kept, isStale: false } : await press.page(path)
  return (await press.encode(served, 'identity')).bytes.toString()
}

/** Resolves once what has been set off has got as far as it can without the outside. */
export async function untilTrue(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}
