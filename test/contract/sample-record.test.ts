import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { findBySlug } from '../../src/edition/record-lookups.ts'
import { eventFamilySet } from '../../src/edition/record-sets.ts'
import type { ClaimId, EventId, StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { loadSample } from '../../src/newsroom/load-sample.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { readRecordFile } from '../../src/newsroom/record/read-record-file.ts'
import { recordClaim } from '../../src/newsroom/record/record-claim.ts'
import { removeSample } from '../../src/newsroom/remove-sample.ts'
import { readSample, type SampleEdition } from '../../src/newsroom/sample-files.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import type { CellSummary } from '../../src/record/cell-summary.ts'
import { cellsOf } from '../../src/record/cells-of.ts'
import type { Claim, Measure } from '../../src/record/claim.ts'
import type { EntryId, EntryStatus } from '../../src/record/entry.ts'
import { ledgerOf } from '../../src/record/make-ledger.ts'
import type { RecordSet } from '../../src/record/record-set.ts'
import { stanceWord } from '../../src/record/stance.ts'
import { entriesById } from '../../src/store/record-log.ts'
import { keyedEntries } from '../../src/store/record-keys.ts'
import { pendingTasks } from '../../src/store/story-tasks.ts'
import { aBody, aContent, aNewsroom, type TestNewsroom } from '../builders.ts'
import { databases, MIGRATIONS, type OpenDatabases } from './databases.ts'

const FOLDER = join(MIGRATIONS, '..', 'sample')
const PATH = '/2024/07/29/tinzaouaten'

/** The sample edition without what was learnt after its stories were written. */
const asWritten = (sample: SampleEdition): SampleEdition => ({
  ...sample,
  record: { ...sample.record, later: { format: 'onrecord-record', version: 1, source: 'sample' } },
})

const lines = (dump: string) => dump.split('\n').length
const range = ({ low, high, open: isOpen }: CellSummary) => `${low}-${high}${isOpen ? '+' : ''}`
const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

describe.each(databases)('the record of the sample edition on $name', ({ open }) => {
  let sample: SampleEdition
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  const ids = async () => await keyedEntries(dbs.newsroom, 'sample')
  const idOf = async <Id extends EntryId>(key: string): Promise<Id> => (await ids()).get(key)?.id as Id
  const setOf = async (slug: string): Promise<{ set: RecordSet; eventId: EventId }> => {
    const found = await findBySlug(dbs.reader, 'event', slug)
    const eventId = (found?.kind === 'found' ? found.id : 'evt_none') as EventId
    return { set: await eventFamilySet(dbs.reader, eventId), eventId }
  }
  /** One figure of an event, by its group's English label. */
  const figure = async (slug: string, label: string, measure: Measure = 'killed') => {
    const { set, eventId } = await setOf(slug)
    const found = ledgerOf(set, eventId).cells.find(
      ({ summary: { cell } }) =>
        cell.measure === measure && set.groups.get(cell.groupId)?.content.labels['en'] === label,
    )
    if (!found) throw new Error(`${slug} has no ${label} ${measure}`)
    return found.summary
  }
  const wordOf = async (slug: string, key: string) => {
    const { set } = await setOf(slug)
    const claim = set.claims.get(await idOf<ClaimId>(key))
    return claim && stanceWord(set, claim)
  }
  const page = async (path: string) =>
    (await renderFrom({ edition: dbs.reader, siteUrl: 'https://paper.example' })(path)).body

  const standing = async () => {
    const all = await ids()
    const found = await entriesById(
      dbs.newsroom,
      [...all.values()].map(({ id }) => id),
    )
    return new Set([...all].flatMap(([key, { id }]) => (found.some((entry) => entry.id === id) ? [key] : [])))
  }
  const rebuiltIsSame = async () => {
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  }

  beforeAll(async () => {
    sample = await readSample(FOLDER)
  })

  describe('as its stories were written', () => {
    beforeAll(async () => {
      dbs = await open()
      newsroom = aNewsroom(dbs)
      await loadSample(newsroom, asWritten(sample))
    })
    afterAll(() => dbs.close())

    it('has at least 20 Wagner fighters killed in the battle: disputed, and admitted without a number', async () => {
      const dead = await figure('tinzaouaten-2024', 'Wagner fighters')
      expect(range(dead)).toBe('20-20+')
      expect(dead).toMatchObject({ conflict: false, disputed: true, best: null, admitted: { low: null, floor: 1 } })
      expect(dead.withParts).toMatchObject({ low: 20, high: 50, open: true })
      expect(dead.unquantified).toEqual([await idOf('wagner-losses')])
      expect(dead.deniedBy).toEqual([await idOf('junta-denies')])
    })

    it('has 50 and 10 killed in the ambush, of one origin, carried by SITE and two agencies', async () => {
      const fighters = await figure('tinzaouaten-ambush-2024', 'Wagner fighters')
      expect(range(fighters)).toBe('50-50')
      expect(fighters).toMatchObject({ disputed: true, admitted: null, conflict: false })
      expect(fighters.origins).toMatchObject({ named: 1, min: 1, max: 1, appearances: 3, publishers: 3 })
      expect(range(await figure('tinzaouaten-ambush-2024', 'Malian soldiers'))).toBe('10-10')
      expect(await wordOf('tinzaouaten-2024', 'jnim-50')).toBe('claimed')
      expect(await wordOf('tinzaouaten-2024', 'wagner-losses')).toBe('admitted')
      expect(await wordOf('tinzaouaten-2024', 'bloggers-20')).toBe('reported')
    })

    it('adds up only what JNIM itself said of the two groups', async () => {
      const { set, eventId } = await setOf('tinzaouaten-ambush-2024')
      expect(ledgerOf(set, eventId).sums).toMatchObject([{ low: 60, high: 60 }])
    })

    it('has the Malian army’s two against the movement’s dozens, and its about 20 against the movement’s own seven', async () => {
      const soldiers = await figure('tinzaouaten-2024', 'Malian soldiers')
      expect(range(soldiers)).toBe('2-2')
      expect(soldiers).toMatchObject({ conflict: true, byStance: { 'own-loss': { low: 2, high: 2 } } })
      expect(soldiers.unquantified).toEqual([await idOf('csp-dozens')])
      expect(soldiers.crossConflicts.map(({ claimIds }) => claimIds)).toEqual([
        [await idOf('jnim-10'), await idOf('army-m-2')],
      ])
      const movement = await figure('tinzaouaten-2024', 'CSP-PSD fighters')
      expect(range(movement)).toBe('7-20')
      expect(movement).toMatchObject({ conflict: true, approxHigh: true, admitted: { low: 7, high: 7 } })
      expect(range(await figure('tinzaouaten-2024', 'CSP-PSD fighters', 'wounded'))).toBe('12-12')
    })

    it('has no story that is older than the record, and no desk with anything to do', async () => {
      expect(await page(PATH)).not.toContain('Since this was written')
      expect(words(await page(PATH))).toContain('Wagner fighters killed: at least 20')
      expect(await pendingTasks(dbs.newsroom, { storyId: null, limit: 10 })).toEqual([])
    })
  })

  describe('as it stands now', () => {
    beforeAll(async () => {
      dbs = await open()
      newsroom = aNewsroom(dbs)
      await loadSample(newsroom, sample)
    })
    afterAll(() => dbs.close())

    it('has 20 to 84 Wagner fighters killed, with the 50 of the ambush as a part of them', async () => {
      const { set, eventId } = await setOf('tinzaouaten-2024')
      const cells = ledgerOf(set, eventId).cells
      const dead = await figure('tinzaouaten-2024', 'Wagner fighters')
      expect(range(dead)).toBe('20-84')
      expect(dead).toMatchObject({ conflict: false, disputed: true, crossConflicts: [], origins: { min: 3, max: 3 } })
      expect(dead.withParts).toMatchObject({ low: 20, high: 84, open: false })
      expect(dead.fromParts).toEqual([await idOf('jnim-50')])
      const parts = cells.find(({ summary }) => summary.cell.groupId === dead.cell.groupId)?.parts ?? []
      expect(parts.map(({ claimId }) => claimId)).toEqual([await idOf('jnim-50')])
    })

    it('leaves the ambush as it was, with the battle as its upper bound', async () => {
      const dead = await figure('tinzaouaten-ambush-2024', 'Wagner fighters')
      expect(range(dead)).toBe('50-50')
      expect(dead.atMost).toEqual([{ number: 84, claimId: await idOf('csp-84') }])
      expect(dead.crossConflicts).toEqual([])
    })

    it('has 2 to 47 Malian soldiers killed, side by side by who says so', async () => {
      const dead = await figure('tinzaouaten-2024', 'Malian soldiers')
      expect(range(dead)).toBe('2-47')
      expect(dead).toMatchObject({
        conflict: true,
        origins: { min: 3, max: 3 },
        byStance: {
          'own-loss': { low: 2, high: 2 },
          'enemy-loss': { low: 47, high: 47 },
          'third-party': { low: 24, high: 24, open: true },
        },
      })
    })

    it('has 9 to about 20 of the movement killed; its seven and its dozens are history, and stay there', async () => {
      const dead = await figure('tinzaouaten-2024', 'CSP-PSD fighters')
      expect(range(dead)).toBe('9-20')
      expect(dead).toMatchObject({
        conflict: true,
        approxHigh: true,
        byStance: {
          'own-loss': { low: 9, high: 9 },
          'enemy-loss': { low: 20, high: 20, approxHigh: true },
          'third-party': { low: 18, high: 18 },
        },
      })
      const seven = dead.claims.find(({ isMember }) => !isMember)
      expect(seven).toMatchObject({ claimId: await idOf('csp-own-7'), notLive: { kind: 'revised' } })
    })

    it('knows no number for both forces together, and derives none', async () => {
      const all = await figure('tinzaouaten-2024', 'Soldiers and Wagner fighters together', 'killed-or-wounded')
      expect(all).toMatchObject({ low: null, high: null })
      const { set } = await setOf('tinzaouaten-2024')
      const shown = [...set.events.keys()].flatMap((id) =>
        ledgerOf(set, id).cells.flatMap(({ summary }) => [summary.low, summary.high]),
      )
      for (const never of [94, 131, 134, 70, 97]) expect(shown).not.toContain(never)
    })

    it('counts the 700 of Goma once, whoever repeats it, and the newspapers’ nearly 3,000 as nobody’s own count', async () => {
      const dead = await figure('goma-2025', 'People')
      expect(range(dead)).toBe('700-773')
      expect(dead.origins).toMatchObject({ named: 2, min: 2, max: 2 })
      const states = new Map(dead.claims.map((claim) => [claim.claimId, claim]))
      expect(states.get(await idOf('un-700'))).toMatchObject({ isMember: false, notLive: { kind: 'derived' } })
      expect(states.get(await idOf('who-700'))).toMatchObject({ isMember: true })
    })

    it('admits nothing for a ministry that counts the dead of a city, and lets a doubt of what the newspapers added up touch no count', async () => {
      expect(await wordOf('goma-2025', 'minister-773')).not.toBe('admitted')
      const dead = await figure('goma-2025', 'People')
      expect(dead).toMatchObject({ admitted: null, disputed: false, deniedBy: [] })
      expect(await figure('goma-2025', 'People', 'wounded')).toMatchObject({ disputed: false, admitted: null })
      expect(await figure('goma-2025', 'Bodies collected or buried')).toMatchObject({ disputed: false })
    })

    it('has 133 to 600 killed at Barsalogho, of four origins that cannot all be right', async () => {
      const dead = await figure('barsalogho-2024', 'People at the trench')
      expect(range(dead)).toBe('133-600')
      expect(dead).toMatchObject({ conflict: true, best: null, origins: { min: 4, max: 4 } })
      const children = await figure('barsalogho-2024', 'Children')
      expect(children).toMatchObject({ low: null, high: null, unquantified: [await idOf('hrw-children')] })
      const militia = await figure('barsalogho-2024', 'Militiamen (JNIM’s word)')
      expect(militia).toMatchObject({ low: null, high: 300 })
    })

    it('keeps five voices on the drone strikes apart: three of them unnamed', async () => {
      const civilians = await figure('tinzaouaten-strikes-2024', 'Civilians')
      expect(range(civilians)).toBe('15-21')
      expect(civilians.origins).toMatchObject({ named: 2, anonMin: 3, anonMax: 3 })
      expect(range(await figure('tinzaouaten-strikes-2024', 'Children'))).toBe('11-11')
    })

    it('has moved under the story of 29 July alone: its desk has a task, its readers a note, its words stand', async () => {
      const tasks = await pendingTasks(dbs.newsroom, { storyId: null, limit: 100 })
      expect(tasks.length).toBeGreaterThan(0)
      const moved = new Set(tasks.map(({ storyId }) => storyId))
      expect(moved.size).toBe(3)
      for (const path of [PATH, `/fr${PATH}`, '/ar/2024/08/01/tinzaouaten']) {
        const html = await page(path)
        expect(html).toContain('id="since:"')
      }
      expect(words(await page(PATH))).toContain('Wagner fighters killed: 20 to 84')
      expect(await page('/2024/10/30/barsalogho-four-tolls')).not.toContain('Since this was written')
    })

    it('shows every event, and every claim of them, to readers', async () => {
      const all = [...(await ids()).values()].map(({ id }) => id)
      expect(new Set((await entriesById(dbs.newsroom, all)).map(({ status }) => status))).toEqual(
        new Set<EntryStatus>(['live']),
      )
      const render = renderFrom({ edition: dbs.reader, siteUrl: 'https://paper.example' })
      for (const id of all.filter((one) => one.startsWith('clm_'))) {
        expect({ id, status: (await render(`/record/claim/${id}`)).status }).toEqual({ id, status: 200 })
      }
    })

    it('changes nothing when its files are read again', async () => {
      const before = await canonicalDump(dbs.edition)
      for (const file of [sample.record.before, sample.record.later]) {
        const { result } = await readRecordFile(newsroom, file, { publish: true })
        expect(result).toMatchObject({ added: 0, changed: 0, published: 0, left: [] })
      }
      expect(await canonicalDump(dbs.edition)).toBe(before)
    })
  })

  describe('taken away', () => {
    beforeEach(async () => {
      dbs = await open()
      newsroom = aNewsroom(dbs)
      await loadSample(newsroom, sample)
      return () => dbs.close()
    })

    it('goes with its stories, its tasks and its figures, and can be loaded again', async () => {
      const before = await canonicalDump(dbs.edition)
      await removeSample(newsroom)
      expect(await standing()).toEqual(new Set())
      expect(await pendingTasks(dbs.newsroom, { storyId: null, limit: 10 })).toEqual([])
      expect((await renderFrom({ edition: dbs.reader, siteUrl: '' })('/record/tinzaouaten-2024')).status).toBe(404)
      await rebuiltIsSame()
      await loadSample(newsroom, sample)
      expect(lines(await canonicalDump(dbs.edition))).toBe(lines(before))
    })

    it('is not loaded twice', async () => {
      const before = await canonicalDump(dbs.edition)
      await expect(loadSample(newsroom, sample)).rejects.toMatchObject({ code: 'refused' })
      expect(await canonicalDump(dbs.edition)).toBe(before)
    })

    it('stays where a claim of one’s own rests on it: the event, its whole, its people, its places and sources', async () => {
      const { set } = await setOf('tinzaouaten-2024')
      const ambush = await idOf<EventId>('tinzaouaten-ambush-2024')
      const [cell] = cellsOf(set, ambush)
      const jnim = set.claims.get(await idOf<ClaimId>('jnim-50'))
      if (!cell || !jnim) throw new Error('the sample has no ambush')
      const own: Claim = { ...jnim.content, about: { kind: 'measure', ...cell }, sameStatementAs: null }
      const { result } = await recordClaim(newsroom, { claim: own, appearances: [] })
      await removeSample(newsroom)
      const left = await standing()
      for (const key of ['tinzaouaten-ambush-2024', 'tinzaouaten-2024', 'wagner-fighters', 'tinzaouaten', 'mali']) {
        expect(left).toContain(key)
      }
      expect(left).toContain('jnim-media')
      for (const key of ['goma-2025', 'm23', 'barsalogho-2024', 'hrw-133']) expect(left).not.toContain(key)
      expect(await page('/record/tinzaouaten-ambush-2024')).toContain(result.claim.id)
      await rebuiltIsSame()
    })

    it('stays where a story of one’s own shows it, with what was said of it', async () => {
      const eventId = await idOf<EventId>('tinzaouaten-ambush-2024')
      const claimId = await idOf<ClaimId>('hrw-133')
      const stated = { type: 'text', text: 'at least 133', marks: [{ type: 'claim', attrs: { claimId } }] } as const
      const body = aBody({ type: 'paragraph', content: [stated] }, { type: 'ledger', attrs: { eventId } })
      const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent({ body }) }
      const { id }: { id: StoryId } = await createStory(newsroom, draft)
      await publishStory(newsroom, { storyId: id, revision: null })
      expect(await removeSample(newsroom)).toMatchObject({ kept: 1 })
      const html = words(await page('/2024/08/01/two-tolls-for-one-shelling'))
      expect(html).toContain('at least 133')
      expect(html).toContain('Wagner fighters killed: 50')
      const left = await standing()
      for (const key of ['hrw-133', 'barsalogho-2024', 'jnim-50']) expect(left).toContain(key)
      for (const key of ['goma-2025', 'm23']) expect(left).not.toContain(key)
      await rebuiltIsSame()
    })
  })
})
