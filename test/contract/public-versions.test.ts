import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetDeleted } from '../../src/database/forget-deleted.ts'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import { correctionsBetween, correctionTimes, newestCorrections } from '../../src/edition/corrections.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { originalOf } from '../../src/edition/originals.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import { newestVersionAt, versionsOf } from '../../src/edition/versions.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection, issueUpdate } from '../../src/newsroom/issue-note.ts'
import { scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { withholdVersions } from '../../src/newsroom/withhold-versions.ts'
import type { StoryId } from '../../src/ids.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import { auditLines } from '../../src/store/audit.ts'
import { publicationsOf } from '../../src/store/story-publications.ts'
import type { StoryContent } from '../../src/story/story.ts'
import type { LocalDate } from '../../src/time.ts'
import { aBody, aContent, aNewspaper, aNewsroom, anIncoming, aParagraph, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { CANARY } from './what-is-written.ts'

const PATH = '/2024/08/01/two-tolls-for-one-shelling'

describe.each(databases)('what readers have had, on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs, {
      forget: async () => {
        await forgetDeleted(dbs.newsroom, kind)
        await forgetDeleted(dbs.edition, kind)
      },
    })
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
  })
  afterEach(() => dbs.close())

  async function published(content: Partial<StoryContent> = {}): Promise<StoryId> {
    const { id } = await createStory(newsroom, {
      language: 'en',
      translatedFrom: null,
      slug: null,
      content: aContent(content),
    })
    await publishStory(newsroom, { storyId: id, revision: null })
    return id
  }

  async function republished(storyId: StoryId, hour: string, content: Partial<StoryContent>, change?: string) {
    newsroom.setClock(at(hour))
    await reviseStory(newsroom, { storyId, revision: null, content: aContent(content) })
    await publishStory(newsroom, { storyId, revision: null, ...(change === undefined ? {} : { change }) })
  }

  const page = async (path: string) => renderFrom({ edition: dbs.reader, siteUrl: 'https://test.example' })(path)

  /** All that leaves by a public door, and the edition's file and logs. */
  async function everythingPublic(): Promise<string> {
    const bodies = []
    for (const path of [PATH, `${PATH}/changes`, '/corrections', '/corrections/2024/08', '/'])
      bodies.push((await page(path)).body)
    const rows = await canonicalDump(dbs.reader)
    const changes = JSON.stringify(await editionChangesAfter(dbs.reader, 0))
    const address = dbs.addresses.edition
    const files =
      address.kind === 'postgres'
        ? []
        : [address.file, `${address.file}-wal`].flatMap((file) =>
            existsSync(file) ? [readFileSync(file, 'latin1')] : [],
          )
    return [...bodies, rows, changes, ...files].join('\n')
  }

  it('is one version, of which nothing is kept twice, until a story changes', async () => {
    const id = await published()
    expect(await publicationsOf(dbs.newsroom, id)).toMatchObject([{ version: 1, revision: 1, change: null }])
    expect(await versionsOf(dbs.reader, id)).toEqual([])
    expect(await lookUp(dbs.reader, PATH)).toMatchObject({ story: { versions: 1 } })
    expect((await page(`${PATH}/changes`)).status).toBe(404)
  })

  it('is every published revision with its hour and what the editor said, and no other', async () => {
    const id = await published()
    await reviseStory(newsroom, { storyId: id, revision: null, content: aContent({ headline: 'Never published' }) })
    await republished(id, '2024-08-02T10:00:00Z', { headline: 'Three tolls' }, 'The ministry gave a figure.')
    const versions = await versionsOf(dbs.reader, id)
    expect(versions).toMatchObject([
      { version: 1, at: '2024-08-01T09:00:00.000Z', text: { headline: 'Two tolls for one shelling' }, change: null },
      {
        version: 2,
        at: '2024-08-02T10:00:00.000Z',
        text: { headline: 'Three tolls' },
        change: 'The ministry gave a figure.',
      },
    ])
    expect(await newestVersionAt(dbs.reader, id)).toBe('2024-08-02T10:00:00.000Z')
    expect(await canonicalDump(dbs.reader)).not.toContain('Never published')
    const { body, status } = await page(`${PATH}/changes`)
    expect(status).toBe(200)
    expect(body).toContain('The ministry gave a figure.')
    expect(body).toMatch(/<del>.*Two.*<\/del>.*<ins>.*Three/s)
    expect(body).toContain('<meta name="robots" content="noindex"')
  })

  it('counts what a schedule published', async () => {
    const id = await published()
    await reviseStory(newsroom, { storyId: id, revision: null, content: aContent({ headline: 'Three tolls' }) })
    await scheduleStory(newsroom, id, at('2024-08-02T06:00:00Z'))
    newsroom.setClock(at('2024-08-02T06:00:00Z'))
    await publishDueStories(newsroom)
    expect(await versionsOf(dbs.reader, id)).toMatchObject([{ version: 1 }, { version: 2 }])
  })

  it('begins for an imported story with what readers had until its first change here', async () => {
    const incoming = anIncoming({ published: { precision: 'day', on: '2019-05-04' as LocalDate } })
    await importStories(newsroom, [incoming], { source: 'wxr', publish: true })
    const { id } = await dbs.newsroom.selectFrom('stories').select('id').executeTakeFirstOrThrow()
    const storyId = id as StoryId
    expect(await publicationsOf(dbs.newsroom, storyId)).toEqual([])
    await republished(storyId, '2024-08-02T10:00:00Z', { headline: 'Three tolls' })
    expect(await versionsOf(dbs.reader, storyId)).toMatchObject([
      { version: 1, at: '2019-05-04T12:00:00.000Z', text: { headline: 'Two tolls for one shelling' } },
      { version: 2, text: { headline: 'Three tolls' } },
    ])
  })

  it('is the same in an edition that grew and in one made anew', async () => {
    const id = await published()
    await issueCorrection(newsroom, id, 'It was Saturday.')
    await republished(id, '2024-08-02T10:00:00Z', { headline: 'Three tolls' })
    await republished(id, '2024-08-03T10:00:00Z', { headline: 'Four tolls' })
    await withholdVersions(newsroom, { storyId: id, before: 2, reason: 'A name.' })
    const grown = await canonicalDump(dbs.edition)
    for (const table of ['story_versions', 'corrections', 'stories'] as const) {
      await dbs.edition.deleteFrom(table).execute()
    }
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  })

  describe('a text that could harm somebody', () => {
    const harmful = {
      headline: `Two tolls, says ${CANARY}`,
      body: aBody(aParagraph(`The witness is ${CANARY} of Goma.`), aParagraph('The army says that four died.')),
    }

    async function changedAway(): Promise<StoryId> {
      const { id } = await createStory(newsroom, {
        language: 'en',
        translatedFrom: null,
        slug: 'two-tolls-for-one-shelling',
        content: aContent(harmful),
      })
      await publishStory(newsroom, { storyId: id, revision: null })
      await republished(id, '2024-08-02T10:00:00Z', { headline: 'Two tolls' }, 'A name was taken out.')
      return id
    }

    it('is shown as taken out until it is withheld: what readers had, they may see', async () => {
      await changedAway()
      expect(await everythingPublic()).toContain(CANARY)
    })

    it('leaves every public byte once it is withheld; its date and the reason stay', async () => {
      const id = await changedAway()
      const before = await editionNumber(dbs.reader)
      const { result } = await withholdVersions(newsroom, {
        storyId: id,
        before: null,
        reason: 'It named a witness who was promised not to be named.',
      })
      expect(result).toEqual([1])
      expect(await everythingPublic()).not.toContain(CANARY)
      const [change] = await editionChangesAfter(dbs.reader, before)
      expect(change?.purge).toEqual([`story:${id}`])
      expect(await versionsOf(dbs.reader, id)).toMatchObject([
        { version: 1, text: null, withheld: 'It named a witness who was promised not to be named.' },
        { version: 2, withheld: null, change: 'A name was taken out.' },
      ])
      const { body } = await page(`${PATH}/changes`)
      expect(body).toContain('It named a witness who was promised not to be named.')
      expect(body).toContain('is not shown any more')
      await rebuildEdition(newsroom)
      expect(await everythingPublic()).not.toContain(CANARY)
      expect(JSON.stringify(await auditLines(dbs.newsroom, 0, 100))).not.toContain('promised')
    })

    it('leaves with a killed story, whose page of changes answers as the story does', async () => {
      const id = await changedAway()
      await killStory(newsroom, id, 'It put a source at risk.')
      expect(await everythingPublic()).not.toContain(CANARY)
      expect(await versionsOf(dbs.reader, id)).toEqual([])
      const { status, body } = await page(`${PATH}/changes`)
      expect([status, body.includes('It put a source at risk.')]).toEqual([410, true])
    })

    it('is not withheld without a reason, nor where it is the present one, nor twice', async () => {
      const id = await changedAway()
      const asked = (before: number | null, reason = 'A name.') =>
        withholdVersions(newsroom, { storyId: id, before, reason })
      await expect(asked(null, ' ')).rejects.toMatchObject({ code: 'bad-input' })
      await expect(asked(3)).rejects.toMatchObject({ code: 'bad-input' })
      await expect(asked(1)).rejects.toMatchObject({ code: 'bad-input' })
      await asked(2)
      await expect(asked(null)).rejects.toMatchObject({ code: 'refused' })
      await expect(
        withholdVersions(newsroom, {
          storyId: await published({ headline: 'Other' }),
          before: null,
          reason: 'A name.',
        }),
      ).rejects.toMatchObject({ code: 'refused' })
    })
  })

  describe('corrections', () => {
    it('of live stories are listed newest first, by month in the paper’s zone, and leave with their story', async () => {
      const one = await published({ headline: 'One' })
      const two = await published({ headline: 'Two' })
      newsroom.setClock(at('2024-08-31T23:59:00Z'))
      await issueCorrection(newsroom, one, 'It was Saturday.')
      await issueUpdate(newsroom, one, 'The army has answered.')
      newsroom.setClock(at('2024-09-01T00:01:00Z'))
      await issueCorrection(newsroom, two, 'It was Goma.')
      const listed = async () =>
        (await newestCorrections(dbs.reader, { language: 'en', limit: 10 })).map(({ note, story }) => [
          story.headline,
          note.text,
        ])
      expect(await listed()).toEqual([
        ['Two', 'It was Goma.'],
        ['One', 'It was Saturday.'],
      ])
      expect(await newestCorrections(dbs.reader, { language: 'fr', limit: 10 })).toEqual([])
      expect(await correctionTimes(dbs.reader, 'en')).toEqual(['2024-09-01T00:01:00.000Z', '2024-08-31T23:59:00.000Z'])
      const inAugust = { language: 'en', from: at('2024-08-01T00:00:00Z'), until: at('2024-09-01T00:00:00Z') }
      expect((await correctionsBetween(dbs.reader, inAugust)).map(({ note }) => note.text)).toEqual([
        'It was Saturday.',
      ])
      expect((await page('/corrections')).body).toMatch(/It was Goma\..*It was Saturday\./s)
      const august = await page('/corrections/2024/08')
      expect(august.body).toContain('It was Saturday.')
      expect(august.body).not.toContain('It was Goma.')
      expect((await page('/corrections/2024/07')).status).toBe(404)
      const before = await editionNumber(dbs.reader)
      await killStory(newsroom, two, 'Withdrawn.')
      const [change] = await editionChangesAfter(dbs.reader, before)
      expect(change?.tags).toEqual(expect.arrayContaining(['corrections:en', 'corrections:en:2024-09']))
      expect(await listed()).toEqual([['One', 'It was Saturday.']])
      expect((await page('/corrections/2024/09')).status).toBe(404)
    })

    it('are none yet: the page says so', async () => {
      expect((await page('/fr/corrections')).body).toContain('Aucun article n’a encore été rectifié')
    })
  })

  async function translated(): Promise<{ original: StoryId; translation: StoryId }> {
    const original = await published()
    newsroom.setClock(at('2024-08-01T12:00:00Z'))
    const { id } = await createStory(newsroom, {
      language: 'fr',
      translatedFrom: original,
      slug: 'bilans',
      content: aContent({ headline: 'Deux bilans' }),
    })
    await publishStory(newsroom, { storyId: id, revision: null })
    return { original, translation: id }
  }
  const french = async () => (await page('/fr/2024/08/01/bilans')).body

  describe('a translation', () => {
    it('says what it was translated from, and what was corrected there since, until it follows', async () => {
      const { original, translation } = await translated()
      expect(await french()).toContain('Traduit d’après l’original en anglais, état du 1er août 2024')
      expect(await french()).not.toContain('L’original a été corrigé')
      newsroom.setClock(at('2024-08-02T10:00:00Z'))
      await issueCorrection(newsroom, original, 'It was Saturday.')
      expect(await french()).toMatch(
        /L’original a été corrigé depuis, le 2 août 2024.*<p lang="en" dir="ltr">It was Sat/s,
      )
      expect((await page(PATH)).body).not.toContain('original')
      newsroom.setClock(at('2024-08-03T10:00:00Z'))
      await issueCorrection(newsroom, translation, 'C’était samedi.')
      expect(await french()).not.toContain('L’original a été corrigé')
    })

    it('says that the original changed without it, or was withdrawn', async () => {
      const { original } = await translated()
      await republished(original, '2024-08-04T10:00:00Z', { headline: 'Three tolls' })
      expect(await french()).toMatch(/L’original a changé depuis, le 4 août 2024.*\/changes"/s)
      newsroom.setClock(at('2024-08-05T10:00:00Z'))
      await killStory(newsroom, original, 'Withdrawn.')
      expect(await originalOf(dbs.reader, original)).toMatchObject({ kind: 'gone', path: PATH })
      expect(await french()).toContain('L’original a été retiré, le 5 août 2024')
      expect(await french()).not.toContain('Three tolls')
    })
  })

  it('keeps no version without its story', async () => {
    const id = await published()
    await republished(id, '2024-08-02T10:00:00Z', { headline: 'Three tolls' })
    await dbs.edition.deleteFrom('stories').where('id', '=', id).execute()
    const { rows } = await sql<{ left: number }>`select count(*) as left from story_versions`.execute(dbs.edition)
    expect(Number(rows[0]?.left)).toBe(0)
  })
})
