import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import type { PersonaId, SectionId, StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { readSections } from '../../src/store/house.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aBody, aContent, aNewspaper, aParagraph, at } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

describe.each(databases)('publishing from the studio on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let editor: Caller
  let sectionIds: readonly SectionId[]

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    sectionIds = (await readSections(dbs.newsroom)).map(({ id }) => id)
    editor = await studio.staff('Ana', 'editor')
  })
  afterEach(() => dbs.close())

  const words = (more: Partial<StoryContent> = {}) => aContent({ sectionIds, ...more })
  const aDraft = async (more: Partial<StoryContent> = {}): Promise<StoryId> => {
    const draft = { language: 'en', translatedFrom: null, slug: null, content: words(more) }
    return (await createStory(studio.newsroom, draft)).id
  }
  /** The sample text has no byline and states a figure without a claim: an editor lets both stand. */
  const lookedAt = async (storyId: StoryId): Promise<string[]> => {
    const { findings } = await editor.ask('GET /stories/{storyId}/checklist', { params: { storyId } })
    return findings.filter(({ level }) => level === 'should').map(({ key }) => key)
  }
  const publish = async (storyId: StoryId) =>
    editor.ask('POST /stories/{storyId}/publish', { params: { storyId }, body: { lookedAt: await lookedAt(storyId) } })
  const revise = (storyId: StoryId, text: string) =>
    reviseStory(studio.newsroom, { storyId, revision: null, content: words({ body: aBody(aParagraph(text)) }) })
  const equalsRebuild = async () => {
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(studio.newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  }

  it('wants what the checklist found to be looked at, and leaves everything as it was until then', async () => {
    const storyId = await aDraft()
    const before = await canonicalDump(dbs.edition)
    const refused = await editor.send('POST /stories/{storyId}/publish', { params: { storyId }, body: {} })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('no-byline')
    expect(await canonicalDump(dbs.edition)).toBe(before)
    expect(await publish(storyId)).toMatchObject({ state: 'published', isLive: true, revision: 1 })
  })

  it('refuses words that changed since somebody looked at them', async () => {
    const storyId = await aDraft()
    const body = { version: 7, lookedAt: await lookedAt(storyId) }
    expect((await editor.send('POST /stories/{storyId}/publish', { params: { storyId }, body })).status).toBe(412)
    expect((await editor.send('POST /stories/{storyId}/approve', { params: { storyId }, body })).status).toBe(412)
  })

  it('lets nothing pass a hold or an embargo: not an owner, not a list of many, not a schedule before its time', async () => {
    const owner = await studio.staff('Odile', 'owner')
    const held = await aDraft({ headline: 'Held back' })
    const embargoed = await aDraft({ headline: 'Under embargo' })
    await editor.ask('POST /stories/{storyId}/hold', {
      params: { storyId: held },
      body: { reason: 'the lawyer reads' },
    })
    const until = at('2024-08-02T06:00:00Z')
    await editor.ask('POST /stories/{storyId}/embargo', { params: { storyId: embargoed }, body: { until } })
    for (const storyId of [held, embargoed]) {
      const body = { lookedAt: await lookedAt(storyId) }
      expect((await owner.send('POST /stories/{storyId}/publish', { params: { storyId }, body })).status).toBe(409)
      const early = { ...body, at: at('2024-08-01T10:00:00Z') }
      expect((await owner.send('POST /stories/{storyId}/schedule', { params: { storyId }, body: early })).status).toBe(
        409,
      )
    }
    const many = await owner.ask('POST /stories/bulk', { body: { storyIds: [held, embargoed], act: 'publish' } })
    expect(many.results.map(({ refusal }) => refusal)).toEqual([
      'The story is on hold: the lawyer reads.',
      'The story is under embargo until 2024-08-02T06:00:00.000Z.',
    ])
    const body = { at: until, lookedAt: await lookedAt(embargoed) }
    await owner.ask('POST /stories/{storyId}/schedule', { params: { storyId: embargoed }, body })
    await owner.ask('POST /stories/{storyId}/embargo', {
      params: { storyId: embargoed },
      body: { until: at('2024-08-03T06:00:00Z') },
    })
    studio.newsroom.setClock(at('2024-08-02T07:00:00Z'))
    await publishDueStories(studio.newsroom)
    const { state } = await owner.ask('GET /stories/{storyId}/publishing', { params: { storyId: embargoed } })
    expect(state).toBe('scheduled')
  })

  it('carries an embargo and a hold over to a translation', async () => {
    const storyId = await aDraft()
    await editor.ask('POST /stories/{storyId}/embargo', {
      params: { storyId },
      body: { until: at('2024-09-01T06:00:00Z') },
    })
    const made = await editor.ask('POST /stories/{storyId}/translations', {
      params: { storyId },
      body: { language: 'fr' },
    })
    const body = { lookedAt: await lookedAt(made.storyId) }
    const tried = await editor.send('POST /stories/{storyId}/publish', { params: { storyId: made.storyId }, body })
    expect(await tried.text()).toContain('under embargo')
  })

  it('says that a translation is behind its original, and that it has caught up', async () => {
    const storyId = await aDraft()
    await publish(storyId)
    const { storyId: translated } = await editor.ask('POST /stories/{storyId}/translations', {
      params: { storyId },
      body: { language: 'fr' },
    })
    const state = async () =>
      (await editor.ask('GET /stories/{storyId}/publishing', { params: { storyId: translated } })).translation
    expect(await state()).toMatchObject({ originalId: storyId, isStale: false })
    await revise(storyId, 'The army now says that five people died on Saturday 27 July 2024.')
    await publish(storyId)
    expect(await state()).toMatchObject({ isStale: true, fromRevision: 1, nowRevision: 2 })
    const { before, now } = await editor.ask('GET /stories/{storyId}/original', { params: { storyId: translated } })
    expect(JSON.stringify(before)).toContain('four people')
    expect(JSON.stringify(now)).toContain('five people')
    await editor.ask('POST /stories/{storyId}/translation-current', { params: { storyId: translated }, body: {} })
    expect(await state()).toMatchObject({ isStale: false, fromRevision: 2 })
  })

  it('takes back a first publication: a draft again, an ordinary absence, not a word of it in the edition', async () => {
    const storyId = await aDraft({ headline: 'Published by mistake' })
    const { path } = await publish(storyId)
    await editor.ask('POST /stories/{storyId}/slug', { params: { storyId }, body: { slug: 'another-slug' } })
    const undone = await editor.ask('POST /stories/{storyId}/undo', { params: { storyId }, body: {} })
    expect(undone).toMatchObject({ state: 'draft', liveRevision: null, path: null })
    expect(await lookUp(dbs.reader, path ?? '')).toEqual({ kind: 'nothing' })
    expect(await lookUp(dbs.reader, '/2024/08/01/another-slug')).toEqual({ kind: 'nothing' })
    expect(await canonicalDump(dbs.edition)).not.toContain('Published by mistake')
    await equalsRebuild()
    expect(await publish(storyId)).toMatchObject({ path: '/2024/08/01/another-slug' })
  })

  it('takes back an update within half an hour, so that readers have the words before, and not after', async () => {
    const storyId = await aDraft()
    await publish(storyId)
    studio.newsroom.setClock(at('2024-08-01T10:00:00Z'))
    await revise(storyId, 'It named a witness, which nobody should have done.')
    await publish(storyId)
    studio.newsroom.setClock(at('2024-08-01T10:29:00Z'))
    await editor.ask('POST /stories/{storyId}/undo', { params: { storyId }, body: {} })
    const dump = await canonicalDump(dbs.edition)
    expect(dump).not.toContain('witness')
    expect(dump).toContain('four people')
    await equalsRebuild()
    const again = await editor.send('POST /stories/{storyId}/undo', { params: { storyId }, body: {} })
    expect(again.status).toBe(409)
  })

  it('shows notes of three kinds with what was and what is, the same in an edition that was rebuilt', async () => {
    const storyId = await aDraft()
    await publish(storyId)
    for (const kind of ['correction', 'clarification', 'update'] as const) {
      studio.newsroom.setClock(at('2024-08-01T11:00:00Z'))
      const body = { kind, text: `One ${kind}.`, was: 'four people', now: 'five people' }
      await editor.ask('POST /stories/{storyId}/notes', { params: { storyId }, body })
    }
    const found = await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')
    expect(found).toMatchObject({ kind: 'story' })
    const notes = found.kind === 'story' ? found.story.notes : []
    expect(notes.map(({ kind }) => kind).toSorted()).toEqual(['clarification', 'correction', 'update'])
    expect(notes[0]).toMatchObject({ was: 'four people', now: 'five people' })
    const listed = await dbs.edition.selectFrom('corrections').select(['kind', 'was']).orderBy('kind').execute()
    expect(listed.map(({ kind }) => kind)).toEqual(['clarification', 'correction'])
    await equalsRebuild()
  })

  it('takes the address from the headline that a story has when it goes out, though it was begun without one', async () => {
    const storyId = await aDraft({ headline: '' })
    const content = words({ headline: 'A column leaves Kidal' })
    await reviseStory(studio.newsroom, { storyId, revision: null, content })
    const { url } = await editor.ask('GET /stories/{storyId}/preview', { params: { storyId } })
    expect(url).toBe('http://localhost/2024/08/01/a-column-leaves-kidal')
    expect(await publish(storyId)).toMatchObject({ path: '/2024/08/01/a-column-leaves-kidal' })
  })

  it('gives a story back with a word of what it lacks', async () => {
    const storyId = await aDraft()
    await editor.ask('POST /stories/{storyId}/submit', { params: { storyId }, body: {} })
    const word = 'Who says four?'
    await editor.ask('POST /stories/{storyId}/send-back', { params: { storyId }, body: { word } })
    const { state, deskWords } = await editor.ask('GET /stories/{storyId}/publishing', { params: { storyId } })
    expect({ state, deskWords }).toMatchObject({ state: 'draft', deskWords: [{ by: 'Ana', text: word }] })
  })

  it('shows readers’ page of a draft to staff, for a frame of the studio’s own, kept by nobody', async () => {
    const storyId = await aDraft()
    const page = await editor.ask('GET /stories/{storyId}/preview/page', { params: { storyId } })
    expect(await page.text()).toContain('<h1>Two tolls for one shelling</h1>')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(page.headers.get('x-robots-tag')).toContain('noindex')
  })

  it('lets somebody outside in by a link that is counted, expires and is revoked, and tells nothing else apart', async () => {
    const storyId = await aDraft()
    const label = 'Radio Kayes <script>'
    const { link, url } = await editor.ask('POST /stories/{storyId}/preview-links', {
      params: { storyId },
      body: { label },
    })
    const visit = (address = url) => Promise.resolve(studio.app.request(address))
    const seen = await visit()
    expect(seen.headers.get('cache-control')).toBe('no-store')
    const html = await seen.text()
    expect(html).toContain('Not published. For Radio Kayes &lt;script&gt; only.')
    expect(html).not.toContain('Ana')
    const links = await editor.ask('GET /stories/{storyId}/preview-links', { params: { storyId } })
    expect(links.links).toMatchObject([{ label, opened: 1, by: 'Ana' }])
    expect(JSON.stringify(await dbs.newsroom.selectFrom('preview_links').selectAll().execute())).not.toContain(
      url.split('/').at(-1),
    )
    const absence = async (address = url) => {
      const answer = await visit(address)
      return [answer.status, JSON.stringify([...answer.headers]), await answer.text()]
    }
    const unknown = await absence('http://localhost/studio/preview/nothing-like-a-token')
    expect(unknown[0]).toBe(404)
    studio.newsroom.setClock(at('2024-08-03T09:00:01Z'))
    expect(await absence()).toEqual(unknown)
    studio.newsroom.setClock(at('2024-08-01T09:00:01Z'))
    await editor.ask('DELETE /stories/{storyId}/preview-links/{linkId}', { params: { storyId, linkId: link.id } })
    expect(await absence()).toEqual(unknown)
  })

  it('answers each of many stories for itself, those that one may not see included', async () => {
    const reporter = await studio.staff('Rosa', 'contributor')
    const [mine, other] = [await aDraft({ headline: 'Mine' }), await aDraft({ headline: 'Another’s' })]
    await dbs.newsroom.insertInto('story_authors').values({ story_id: mine, account_id: reporter.accountId }).execute()
    const { results } = await reporter.ask('POST /stories/bulk', { body: { storyIds: [mine, other], act: 'submit' } })
    expect(results.map(({ state }) => state)).toEqual(['in-review', null])
    expect(results[1]?.refusal).toContain('There is no story')
  })

  it('says where a story is used, and which of its figures have no claim', async () => {
    const storyId = await aDraft({ bylines: ['per_x' as PersonaId] })
    const { findings } = await editor.ask('GET /stories/{storyId}/checklist', { params: { storyId } })
    expect(findings.map(({ kind }) => kind)).toEqual(['uncited-figure'])
    const { used } = await editor.ask('GET /stories/{storyId}/publishing', { params: { storyId } })
    expect(used).toEqual({ slots: [], relatedFrom: [], redirects: [], sameClaims: [], languages: [] })
  })
})
