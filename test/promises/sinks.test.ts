import { beforeAll, describe, expect, it } from 'vitest'
import { readPage } from '../../src/newsroom/written-page.ts'
import { allPaths } from '../../src/press/all-addresses.ts'
import { oembedFrom } from '../../src/press/load/load-embed.ts'
import { searchFrom } from '../../src/press/load/load-search.ts'
import { openSite } from '../../src/press/load/page-source.ts'
import { renderIn } from '../../src/press/load/render-page.ts'
import { pageHeaders } from '../../src/press/page-headers.ts'
import type { FinishedPage } from '../../src/press/page.ts'
import { housePageOf } from '../../src/site/house/house-page.tsx'
import { aNewsroom, at } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { aContext } from '../site/paper.ts'
import type { Word } from './every-field.ts'
import { collectedTexts, harmlessTwin, inTurn, OWN_TEXTS, WAYS_OUT } from './hostile-texts.ts'
import { activeParts, formOf } from './page-form.ts'
import { aPaperOf } from './paper-of-words.ts'

const SITE = 'https://paper.example'
const PUT_AT = at('2024-08-01T09:00:00Z')
const sqlite = databases.filter(({ kind }) => kind === 'sqlite')

/** Every page of the paper by its path, and what is answered to questions. */
async function everythingOf(dbs: OpenDatabases, words: string): Promise<Map<string, FinishedPage>> {
  const source = { edition: dbs.reader, siteUrl: SITE, now: () => at('2024-08-01T12:00:00Z') }
  const site = await openSite(source)
  const render = renderIn(site)
  const pages = new Map<string, FinishedPage>()
  for await (const { path } of allPaths(site, { text: true, offline: true })) pages.set(path, await render(path))
  const { answer } = searchFrom(source)
  for (const q of ['words', 'somebody', words]) {
    for (const path of ['/search', '/fr/search']) {
      pages.set(
        `${path}?${q === words ? 'the words' : q}`,
        await answer(path, new URLSearchParams({ q, section: words })),
      )
    }
  }
  const oembed = await oembedFrom(source)({ url: `${SITE}/record/plain-event`, maxWidth: null, maxHeight: null })
  const json = [...pages.values()].find(({ contentType }) => contentType.includes('json'))
  if (json) pages.set('/oembed', { ...json, body: JSON.stringify(oembed), links: null })
  return pages
}

describe.each(sqlite)('whatever is written in whatever field', ({ open }) => {
  const collected = collectedTexts()
  const papers: { hostile: Map<string, FinishedPage>; harmless: Map<string, FinishedPage> }[] = []

  const paper = async (word: Word, asked: string) => {
    const dbs = await open()
    await aPaperOf(aNewsroom(dbs), word)
    const pages = await everythingOf(dbs, asked)
    await dbs.close()
    return pages
  }

  beforeAll(async () => {
    const all = `Words ${WAYS_OUT.join(' ')} end`
    papers.push({
      hostile: await paper(() => all, all),
      harmless: await paper(() => harmlessTwin(all), harmlessTwin(all)),
    })
    for (const texts of [OWN_TEXTS, collected].filter(({ length }) => length > 0)) {
      const hostile = await paper(inTurn(texts), 'end')
      papers.push({ hostile, harmless: await paper(inTurn(texts, harmlessTwin), 'end') })
    }
  })

  it('stands in every page there is', () => {
    for (const { hostile, harmless } of papers) {
      expect([...hostile.keys()]).toEqual([...harmless.keys()])
      expect(hostile.size).toBeGreaterThan(200)
      expect([...hostile].filter(([, { status }]) => status >= 500)).toEqual([])
    }
  })

  it('leaves every page, feed and file in the form that harmless words give it', () => {
    const other: string[] = []
    for (const { hostile, harmless } of papers) {
      for (const [path, page] of hostile) {
        const twin = harmless.get(path)
        if (twin === undefined || formOf(page) !== formOf(twin)) other.push(path)
      }
    }
    expect(other).toEqual([])
  })

  it('runs nowhere, and leads nowhere but to the web', () => {
    const active = papers.flatMap(({ hostile }) =>
      [...hostile].flatMap(([path, page]) => activeParts(page).map((part) => `${path}: ${part}`)),
    )
    expect(active).toEqual([])
  })

  it('runs nowhere when it is written as the Markdown of a page', async () => {
    const context = { ...aContext(), path: '/about' }
    const active = [...OWN_TEXTS, ...collected].flatMap((words) => {
      const { page } = readPage({ kind: 'about', language: 'en', markdown: `# About\n\nWords.\n\n${words}` }, PUT_AT)
      const { body, contentType } = housePageOf({ context, kind: 'about', page })
      return activeParts({ body, contentType }).map((part) => `${words}: ${part}`)
    })
    expect(active).toEqual([])
  })

  it('breaks no header into two', () => {
    for (const { hostile } of papers) {
      for (const page of hostile.values()) {
        expect(pageHeaders(page, null, undefined).filter((value) => !/^[\x20-\x7e]*$/.test(value))).toEqual([])
      }
    }
  })
})
