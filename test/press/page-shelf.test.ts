import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOf, finishPage } from '../../src/press/kept-page.ts'
import { PageShelf } from '../../src/press/page-shelf.ts'
import { aChange, aPage, aPress, FakeEdition } from './builders.ts'

const finished = (path: string, tags: readonly string[] = []) =>
  finishPage(path, aPage({ tags, body: 'short' }), undefined)

describe('the shelf', () => {
  it('lets the page go that nobody asked for the longest', async () => {
    const pages = await Promise.all(['/a', '/b', '/c', '/d'].map((path) => finished(path)))
    const [first] = pages
    if (!first) throw new Error('no page')
    const shelf = new PageShelf(costOf(first) * 3)
    for (const page of pages.slice(0, 3)) shelf.put(page)
    shelf.take('/a')
    for (const page of pages.slice(3)) shelf.put(page)
    expect(['/a', '/b', '/c', '/d'].filter((path) => shelf.peek(path))).toEqual(['/a', '/c', '/d'])
    expect(shelf.evicted).toBe(1)
  })

  it('refuses a page larger than its whole budget, and keeps the others', async () => {
    const [small, large] = [await finished('/a'), await finished('/large', [`story:${'x'.repeat(9000)}`])]
    const shelf = new PageShelf(costOf(small) * 2)
    shelf.put(small)
    shelf.put(large)
    expect([shelf.peek('/a'), shelf.peek('/large')]).toEqual([small, undefined])
  })

  it('counts nothing when nothing is left', async () => {
    const shelf = new PageShelf(100_000)
    shelf.put(await finished('/a', ['site']))
    shelf.put(await finished('/a', ['site']))
    shelf.remove('/a')
    expect([shelf.size, shelf.bytes, shelf.carrying(['site']).size]).toEqual([0, 0, 0])
  })
})

const TAGS = ['site', 'story:sty_1', 'story:sty_2', 'list:site:en', 'list:mali:2024-07']
const PATHS = ['/', '/a', '/b', '/c', '/d', '/e', '/f']

const aTagList = fc.subarray(TAGS)
const anEdition = fc.dictionary(fc.constantFrom(...PATHS), fc.tuple(aTagList, fc.nat(4_000)))
const aStep = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), path: fc.constantFrom(...PATHS) }),
  fc.record({ kind: fc.constant('zip' as const), path: fc.constantFrom(...PATHS) }),
  fc.record({ kind: fc.constant('change' as const), tags: aTagList, purge: aTagList }),
)

describe('whatever is asked for and changed, in whatever order', () => {
  it('the budget is never exceeded, and a change drops exactly the pages that carry its tags', async () => {
    await fc.assert(
      fc.asyncProperty(anEdition, fc.array(aStep, { maxLength: 40 }), fc.integer({ min: 0, max: 20_000 }), runSteps),
      { numRuns: 60 },
    )
  })
})

async function runSteps(
  pages: Record<string, [tags: string[], words: number]>,
  steps: readonly (
    | { kind: 'ask' | 'zip'; path: string }
    | { kind: 'change'; tags: readonly string[]; purge: readonly string[] }
  )[],
  maxBytes: number,
) {
  const edition = new FakeEdition()
  for (const [path, [tags, length]] of Object.entries(pages)) {
    edition.pages.set(path, aPage({ tags, body: scrambled(length) }))
  }
  const press = aPress(edition, { maxBytes })
  for (const step of steps) {
    const fresh = () => PATHS.filter((path) => pages[path] && press.kept(path))
    const left = step.kind === 'change' ? fresh().filter((path) => !carriesAny(path, step)) : undefined
    if (step.kind === 'change') press.changed([aChange(step)])
    else await press.encode(await press.page(step.path), step.kind === 'zip' ? 'gzip' : 'br')
    expect(fresh()).toEqual(left ?? fresh())
    expect(press.stats().bytes).toBeLessThanOrEqual(maxBytes)
  }

  function carriesAny(path: string, change: { tags: readonly string[]; purge: readonly string[] }): boolean {
    const tags = pages[path]?.[0] ?? []
    return tags.some((tag) => change.tags.includes(tag) || change.purge.includes(tag))
  }
}

/** Text that does not compress well. */
const scrambled = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * 7919 + (at >> 3) * 104_729) % 26))).join('')
