import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetDeleted } from '../../src/database/forget-deleted.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import { search, type SearchAnswer } from '../../src/edition/search/search.ts'
import { namesLike } from '../../src/edition/search/search-names.ts'
import type { SearchRequest } from '../../src/edition/search/search-request.ts'
import type { PersonaId, SectionId, StoryGroupId, StoryId } from '../../src/ids.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { searchFrom } from '../../src/press/load/load-search.ts'
import type { Entry } from '../../src/record/entry.ts'
import type { Name } from '../../src/record/names.ts'
import { readQuestion } from '../../src/record/search-question.ts'
import type { PublicStory } from '../../src/story/public-story.ts'
import type { LocalDate, Month } from '../../src/time.ts'
import { aBody, aNewsroom, aParagraph, at } from '../builders.ts'
import { anActor, anEvent, aPlace, aSource } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aGoneStory, aPublicStory, writeChanges } from './public-stories.ts'
import { hourOf, publishAll, takeStep } from './record-world.ts'
import { ask } from './search-questions.ts'

const name = (text: string, lang: string, kind: Name['kind'] = 'official'): Name => ({ text, lang, script: null, kind })

const TOWN = aPlace('Tinzaouaten', {
  content: {
    names: [
      name('Tinzaouaten', 'en'),
      name('Tin Zaouatine', 'fr', 'transliteration'),
      name('Ti-n-Zaouâtene', 'fr', 'transliteration'),
      name('تين زواتين', 'ar'),
    ],
  },
})
const WAGNER = anActor('Wagner', { content: { names: [name('Wagner', 'en', 'short'), name('فاغنر', 'ar')] } })
const BATTLE = anEvent('Battle in the desert', {
  place: 'Tinzaouaten',
  sides: [['Wagner']],
  when: '2024-07-27',
  content: { titles: { en: 'Battle in the desert', fr: 'Combat dans le désert' } },
})
const RECORD: readonly Entry[] = [TOWN, WAGNER, aSource('Wagner channel'), BATTLE]

const TEXTS: Readonly<Record<'en' | 'fr' | 'ar', readonly string[]>> = {
  en: [
    'The army says that nine fighters died near Tinzaouaten.',
    'Two drones struck a market in Kidal.',
    'Talks on grain prices went on.',
  ],
  fr: [
    'L’armée annonce douze tués près de Tin Zaouatine.',
    'Deux frappes de drones à Kidal.',
    'Le prix du mil augmente encore.',
  ],
  ar: ['قال الجيش إن المعركة وقعت قرب تين زواتين.', 'غارة على سوق في كيدال.', 'ارتفعت أسعار الحبوب.'],
}
const HEADLINES: Readonly<Record<'en' | 'fr' | 'ar', readonly string[]>> = {
  en: ['Army counts its dead', 'Drone strike on Kidal', 'Grain'],
  fr: ['L’armée compte ses morts', 'Frappe de drone à Kidal', 'Le mil'],
  ar: ['معركة في الشمال', 'غارة', 'الحبوب'],
}

/** One of three hundred stories in three languages, always the same for the same number. */
function story(number: number): PublicStory {
  const language = (['en', 'fr', 'ar'] as const)[number % 3] ?? 'en'
  const about = Math.floor(number / 3) % 3
  const day = new Date(Date.UTC(2023, 0, 1, 9) + Math.floor(number / 2) * 86_400_000).toISOString()
  return aPublicStory({
    id: `sty_s${number}` as StoryId,
    groupId: `grp_s${number}` as StoryGroupId,
    language,
    path: `/${language}/${day.slice(0, 10).replaceAll('-', '/')}/story-${number}`,
    headline: `${HEADLINES[language][about]} ${number}`,
    standfirst: '',
    sectionIds: [`sec_${number % 4}` as SectionId],
    bylines: [`per_${number % 5}` as PersonaId],
    body: aBody(aParagraph(TEXTS[language][about] ?? ''), aParagraph(`Number ${number} of 1 200.`)),
    firstPublished: { at: at(day), precision: 'minute' },
    updatedAt: at(day),
    month: day.slice(0, 7) as Month,
  })
}

const live = (one: PublicStory) =>
  ({ id: one.id, projection: { kind: 'live', story: one, versions: [] }, redirectsFrom: [] }) as const

/** What a reader would see of an answer. */
const told = ({ hits, entries, ...rest }: SearchAnswer) => ({
  hits: hits.map((hit) => (hit.kind === 'story' ? hit.story.headline : hit.text)),
  entries: entries.map(({ kind, entry }) => `${kind} ${entry.slug}`),
  ...rest,
})

/** The stories that a page leads to. */
const paths = (html: string) => [...html.matchAll(/href="(\/(?:en|fr|ar)\/\d[^"]+)"/g)].map(([, path]) => path)

const QUESTIONS: readonly SearchRequest[] = [
  ask('tinzaouaten'),
  ask('Tin Zaouatine tués'),
  ask('تين زواتين'),
  ask('tinzawaten'),
  ask('drone kidal'),
  ask('drones -kidal'),
  ask('"deux frappes de drones"'),
  ask('armée'),
  ask('army', { language: 'en' }),
  ask('kidal', { list: 'section:sec_1' }),
  ask('kidal', { from: '2023-02-01' as LocalDate, to: '2023-02-28' as LocalDate }),
  ask('wagner', { scope: 'record' }),
  ask('wagner', { scope: 'stories' }),
  ask('27 juillet 2024'),
  ask('the'),
  ask('1200', { limit: 50 }),
  ask('grain', { byAuthor: 'author:per_2' }),
  ...['NEAR(a b)', '" OR 1', 'a* ^b', "x' & !y", '\0', '', 'x'.repeat(10_000), '-army'].map((asked) => ask(asked)),
]

describe('the search', () => {
  const open: OpenDatabases[] = []
  const each = async (work: (db: EditionDb) => Promise<unknown>) => Promise.all(open.map(({ reader }) => work(reader)))
  const first = () => open[0]?.reader as EditionDb
  const headlines = async (request: SearchRequest) => told(await search(first(), request)).hits

  beforeAll(async () => {
    for (const database of databases) {
      const dbs = await database.open()
      open.push(dbs)
      await writeChanges(
        dbs.edition,
        Array.from({ length: 300 }, (_, number) => live(story(number))),
      )
      await publishAll(aNewsroom(dbs), RECORD)
    }
  })
  afterAll(async () => {
    for (const dbs of open) await dbs.close()
  })

  it('finds the same things in the same order on every database', async () => {
    for (const request of QUESTIONS) {
      const [one, other] = await each(async (db) => told(await search(db, request)))
      expect([request.question.asked, other]).toEqual([request.question.asked, one])
    }
  })

  it('walks through everything that fits, each once, newest first below the headlines', async () => {
    const [one, other] = await each(async (db) => {
      const seen: string[] = []
      for (let after: string | null = null; ; ) {
        const answer: SearchAnswer = await search(db, ask('kidal', { after, limit: 7 }))
        seen.push(...told(answer).hits)
        if (answer.next === null || seen.length > 300) return seen
        after = answer.next
      }
    })
    expect(other).toEqual(one)
    const all = one as string[]
    // A third of two hundred stories in Latin script, all of which name it in their headline.
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength((await search(first(), ask('kidal'))).count ?? 0)
    const numbers = all.map((headline) => Number(/\d+$/.exec(headline)?.[0]))
    expect(numbers.every((number, index) => index === 0 || (numbers[index - 1] ?? 0) >= number - 1)).toBe(true)
  })

  it('puts headlines that say everything before texts that do', async () => {
    const found = await headlines(ask('army', { limit: 300 }))
    const named = found.map((headline) => /Army/.test(headline))
    expect(named).toContain(true)
    expect(named.indexOf(false) === -1 || named.lastIndexOf(true) < named.indexOf(false)).toBe(true)
  })

  it('knows a place by all its names, and says which it looked for', async () => {
    for (const asked of ['Ti-n-Zaouâtene', 'تين زواتين', 'tin zaouatine', 'Tinzawaten']) {
      const answer = await search(first(), ask(asked, { limit: 100 }))
      const languages = new Set(answer.hits.map((hit) => (hit.kind === 'story' ? hit.story.language : 'record')))
      expect([asked, languages]).toEqual([asked, new Set(['en', 'fr', 'ar', 'record'])])
      expect(told(answer).entries).toContain('place tinzaouaten')
      expect([asked, ...answer.also]).toContain('Tinzaouaten')
    }
  })

  it('finds an event by its title in any language, its place, its sides and its date', async () => {
    for (const asked of ['combat désert', 'desert battle', 'فاغنر', 'Tinzaouaten wagner', '27 July 2024']) {
      expect([asked, (await headlines(ask(asked, { scope: 'record' })))[0]?.split('\n')[0]]).toEqual([
        asked,
        'Battle in the desert',
      ])
    }
  })

  it('narrows by days in the paper’s zone, by section, language and author', async () => {
    const inFebruary = await search(
      first(),
      ask('kidal', { from: '2023-02-01' as LocalDate, to: '2023-02-28' as LocalDate, limit: 300 }),
    )
    const months = inFebruary.hits.map((hit) => (hit.kind === 'story' ? hit.story.firstPublished.at.slice(0, 7) : ''))
    expect(new Set(months)).toEqual(new Set(['2023-02']))
    const french = await search(first(), ask('kidal', { language: 'fr', limit: 300 }))
    expect(new Set(french.hits.map((hit) => hit.kind === 'story' && hit.story.language))).toEqual(new Set(['fr']))
    const section = await search(first(), ask('kidal', { list: 'section:sec_1', limit: 300 }))
    expect(new Set(section.hits.flatMap((hit) => (hit.kind === 'story' ? hit.story.sectionIds : [])))).toEqual(
      new Set(['sec_1']),
    )
    expect((await search(first(), ask('nobodycalledso', { byAuthor: 'author:per_2' }))).count).toBe(60)
  })

  it('takes words in quotation marks in their order', async () => {
    expect((await search(first(), ask('"frappes de drones"'))).hits).toHaveLength(20)
    expect((await search(first(), ask('"drones de frappes"'))).hits).toEqual([])
  })

  it('is answered by a page that marks the words, keeps the question and is kept by nobody', async () => {
    const { answer, busy } = searchFrom({ edition: first(), siteUrl: 'https://paper.example' })
    const page = await answer('/search', new URLSearchParams('q=army+<b>&kind=stories&from=2023-02-30'))
    expect([page.status, page.kept]).toEqual([200, false])
    expect(page.body).toContain('value="army &lt;b&gt;"')
    expect(page.body).toContain('“2023-02-30” is no date')
    expect(page.body).toContain('name="robots" content="noindex"')
    const found = (await answer('/fr/search', new URLSearchParams('q=tinzaouaten'))).body
    expect(found).toContain('<mark>Tin Zaouatine</mark>')
    expect(found).toContain('<mark>تين زواتين</mark>')
    expect(found).toContain('Aussi cherché')
    expect((await answer('/search', new URLSearchParams('q=%00&after=nonsense'))).status).toBe(200)
    expect((await answer('/xx/search', new URLSearchParams('q=army'))).status).toBe(404)
    expect((await busy('/search')).status).toBe(503)
  })

  it('leads from one page of answers to the next, and from nothing to something', async () => {
    const { answer } = searchFrom({ edition: first(), siteUrl: 'https://paper.example' })
    const one = (await answer('/search', new URLSearchParams('q=kidal&kind=stories'))).body
    const next = /href="\/search(\?[^"]*)" rel="next"/.exec(one)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const two = (await answer('/search', new URLSearchParams(next))).body
    expect(paths(one)).toHaveLength(20)
    expect(paths(two)).toHaveLength(20)
    expect(new Set([...paths(one), ...paths(two)]).size).toBe(40)
    const nothing = (await answer('/search', new URLSearchParams('q=zzzz+wegner&language=fr'))).body
    expect(nothing).toContain('Nothing was found')
    expect(nothing).toContain('q=Wagner&amp;language=fr')
    expect(nothing).toContain('q=wegner')
    expect(nothing).toContain('href="/search?q=zzzz+wegner"')
  })

  it('offers names that sound alike', async () => {
    const near = (await namesLike(first(), readQuestion('wegner').words)).flat().map(({ text }) => text)
    expect(near).toContain('Wagner')
  })
})

describe.each(databases)('what the search holds on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  beforeAll(async () => {
    dbs = await open()
  })
  afterAll(() => dbs.close())

  const count = async (asked: string) => {
    const { count, entries } = await search(dbs.reader, ask(asked))
    return (count ?? 0) + entries.length
  }

  it('goes with a killed story, in the same transaction, and out of the file', async () => {
    const killed = aPublicStory({ headline: 'Zqxwordone stands', body: aBody(aParagraph('Zqxwordtwo hides.')) })
    await writeChanges(dbs.edition, [live(killed), live(story(1))])
    expect([await count('zqxwordone'), await count('zqxwordtwo')]).toEqual([1, 1])
    await writeChanges(dbs.edition, [
      { id: killed.id, projection: { kind: 'gone', story: aGoneStory({ id: killed.id }) }, redirectsFrom: [] },
    ])
    expect([await count('zqxwordone'), await count('zqxwordtwo'), await count('armée')]).toEqual([0, 0, 1])
    if (dbs.addresses.edition.kind !== 'sqlite') return
    const { file } = dbs.addresses.edition
    await forgetDeleted(dbs.edition, kind)
    for (const ending of ['', '-wal']) expect(readFileSync(file + ending).includes('zqxword')).toBe(false)
    const config = await sql<{ v: number }>`select v from search_index_config where k = 'secure-delete'`.execute(
      dbs.reader,
    )
    expect(config.rows).toEqual([{ v: 1 }])
    await sql`insert into search_index (search_index, rank) values ('integrity-check', 1)`.execute(dbs.edition)
  })

  it('follows a new name to the events that it belongs to, and forgets an entry that was withdrawn', async () => {
    const newsroom = aNewsroom(dbs)
    await publishAll(newsroom, RECORD)
    expect(await count('tinzaouaten desert')).toBe(1)
    await takeStep(newsroom, { entry: TOWN, does: 'amend' }, hourOf(20))
    await followChanges(newsroom)
    expect([await count('tinzaouaten desert'), await count('renamed desert')]).toEqual([0, 1])
    await takeStep(newsroom, { entry: WAGNER, does: 'erase' }, hourOf(21))
    await takeStep(newsroom, { entry: BATTLE, does: 'withdraw' }, hourOf(22))
    await followChanges(newsroom)
    expect([await count('فاغنر'), await count('renamed desert')]).toEqual([0, 0])
  })

  it('is the same when it is made again', async () => {
    const grown = await canonicalDump(dbs.reader)
    expect(grown).toContain('search_documents')
    const newsroom = aNewsroom(dbs)
    // The story was never in the newsroom: a rebuild takes it out of the search, too.
    expect((await rebuildEdition(newsroom)).strays).toBeGreaterThan(0)
    expect(await count('armée')).toBe(0)
    const once = await canonicalDump(dbs.reader)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.reader)).toBe(once)
  })
})
