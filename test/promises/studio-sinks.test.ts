import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { openSite } from '../../src/press/load/page-source.ts'
import { renderIn } from '../../src/press/load/render-page.ts'
import { pageHeaders } from '../../src/press/page-headers.ts'
import { aNewspaper } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { aLiveStory } from './canaries.ts'
import { aStoryOfWords } from './every-field.ts'
import { collectedTexts, harmlessTwin, OWN_TEXTS, WAYS_OUT } from './hostile-texts.ts'
import { activeParts, formOf } from './page-form.ts'

const sqlite = databases.filter(({ kind }) => kind === 'sqlite')
/** Each becomes several addresses and things: of our own every eighth. */
const TEXTS = [...WAYS_OUT, ...OWN_TEXTS.filter((_, at) => at % 8 === 0), ...collectedTexts().slice(0, 20)]

const pageOf = async (response: Response) => ({
  status: response.status,
  contentType: response.headers.get('content-type') ?? '',
  body: await response.text(),
})

/** As much of a text as fits a line. */
const asLine = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ').slice(0, 120)

describe.each(sqlite)('whatever is written in the studio', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let editor: Caller

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
    editor = await studio.staff('Edo', 'editor')
  })
  afterEach(async () => {
    await dbs.close()
    if (studio.faults.length > 0) throw new AggregateError(studio.faults)
  })

  const aStoryOf = async (words: string): Promise<StoryId> => {
    const content = aStoryOfWords(() => words, { plain: 'plain', claimId: 'clm_plain' as ClaimId })
    return (await createStory(studio.newsroom, { language: 'en', translatedFrom: null, slug: null, content })).id
  }

  /** The page as staff see it and as whoever has the link does. */
  async function previewsOf(storyId: StoryId, label: string): Promise<Response[]> {
    const params = { storyId }
    const { url } = await editor.ask('POST /stories/{storyId}/preview-links', { params, body: { label } })
    return [
      await editor.send('GET /stories/{storyId}/preview/page', { params }),
      await editor.send('GET /stories/{storyId}/preview/page', { params, query: { as: 'dark' } }),
      await studio.app.request(url),
    ]
  }

  it('runs on no preview, which has the form that harmless words give it, is kept nowhere and found by nobody', async () => {
    const all = `Words ${WAYS_OUT.join(' ')} end`
    const hostile = await previewsOf(await aStoryOf(all), asLine(`<script>alert(1)</script>"'${WAYS_OUT[1]}`))
    const harmless = await previewsOf(await aStoryOf(harmlessTwin(all)), 'harmless')
    for (const [at, response] of hostile.entries()) {
      const page = await pageOf(response)
      expect(page.body).toContain('alert(1)')
      expect(activeParts(page)).toEqual([])
      expect(formOf(page)).toBe(formOf(await pageOf(harmless[at] as Response)))
      const policy = response.headers.get('content-security-policy') ?? ''
      const frames = at === 2 ? "'none'" : "'self'"
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src 'self'; base-uri 'none'; form-action 'none'; /,
      )
      expect(policy).toMatch(new RegExp(`frame-ancestors ${frames}$`))
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
    }
  })

  it('becomes no address but one of plain letters', async () => {
    const storyId = await aStoryOf('plain')
    for (const text of TEXTS) {
      const slug = asLine(text)
      const sent = await editor.send('POST /stories/{storyId}/slug', { params: { storyId }, body: { slug } })
      expect([slug, sent.status < 500]).toEqual([slug, true])
      const names = { en: text }
      const section = await editor.send('POST /paper/sections', {
        body: { kind: 'subject', names, parentId: null, position: null },
      })
      expect([text, section.status < 500]).toEqual([text, true])
      await editor.send('POST /paper/bylines', { body: { name: slug.trim() || 'x', kind: 'person' } })
    }
    const { newsroom: db } = dbs
    const slugs = [
      ...(await db.selectFrom('stories').select('slug').execute()),
      ...(await db.selectFrom('sections').select('slug').execute()),
      ...(await db.selectFrom('personas').select('slug').execute()),
    ]
    expect(slugs.length).toBeGreaterThan(20)
    expect(slugs.filter(({ slug }) => slug !== null && !/^[\p{L}\p{N}-]+$/u.test(slug))).toEqual([])
  })

  it('as a former address leads to the story and nowhere else, and breaks no header', async () => {
    const storyId = await aLiveStory(studio.newsroom)
    const tried = TEXTS.flatMap((text) => {
      const bare = text.replaceAll(/[\s?#\\\p{Cc}]/gu, '')
      return [text, `/${text}`, `/${bare}`, `/${encodeURIComponent(text.toWellFormed())}`, `//evil.example/${bare}`]
    })
    const taken: string[] = []
    for (const fromPath of tried) {
      const sent = await editor.send('POST /paper/redirects', { body: { fromPath, storyId } })
      expect([fromPath, sent.status < 500]).toEqual([fromPath, true])
      if (sent.status === 200) taken.push(fromPath)
    }
    expect(taken.length).toBeGreaterThan(10)
    expect(taken.filter((path) => path.startsWith('//') || /[\s\\]/.test(path))).toEqual([])
    const render = renderIn(await openSite({ edition: dbs.reader, siteUrl: 'https://paper.example' }))
    for (const path of taken) {
      const page = await render(path)
      const headers = pageHeaders(page, null, undefined)
      expect([path, headers.filter((value) => !/^[\x20-\x7e]*$/.test(value))]).toEqual([path, []])
      const location = headers[headers.indexOf('Location') + 1] ?? ''
      expect([path, page.status >= 400 || location.startsWith('/2024/08/01/')]).toEqual([path, true])
      expect(activeParts(page)).toEqual([])
    }
  })
})
