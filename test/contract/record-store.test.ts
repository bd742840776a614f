import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, EventId, PlaceId } from '../../src/ids.ts'
import { ENTRY_TYPES, type Entry, type EntryId } from '../../src/record/entry.ts'
import { inTransaction, type NewsroomTx } from '../../src/store/newsroom-db.ts'
import { changesAfter, noteChanges } from '../../src/store/outbox.ts'
import { canonicalJson } from '../../src/evidence/canonical-json.ts'
import { commitmentOf, firstBrokenCommitment } from '../../src/store/record-commitment.ts'
import { familySet } from '../../src/store/record-family.ts'
import { deleteEntries, hideKeys, keyedEntries, rememberKeys } from '../../src/store/record-keys.ts'
import { linksOf, mapLinks } from '../../src/record/entry-links.ts'
import { referringTo } from '../../src/store/record-links.ts'
import {
  appendRevisions,
  entriesById,
  type NewRevision,
  recordedBy,
  revisionsAfter,
  revisionsOf,
} from '../../src/store/record-log.ts'
import { idsNamed, idsNamedLike } from '../../src/store/record-names.ts'
import { awaitingSignature, entryIdsAfter, everLive, idBySlug, statesOf } from '../../src/store/record-state.ts'
import { at } from '../builders.ts'
import {
  aClaim,
  aDocument,
  aGroup,
  anActor,
  anAppearance,
  anAssessment,
  anEvent,
  aPlace,
  aSource,
  idOf,
  someEvidence,
} from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const now = at('2024-08-01T09:00:00Z')

const toRow = (entry: Entry, more: Partial<Pick<NewRevision, 'reason' | 'act'>> = {}): NewRevision => ({
  ...entry,
  reason: null,
  act: 'record',
  ...more,
})

/** The battle B with its part A, a figure on each, and what is needed for both. */
const aBattle = (): Entry[] => [
  aPlace('town', { content: { names: [{ text: 'Tinzaouaten', lang: 'fr', script: 'Latn', kind: 'official' }] } }),
  anActor('jnim'),
  anActor('wagner'),
  anEvent('B', { sides: [['jnim'], ['wagner']] }),
  anEvent('A', { partOf: ['B'] }),
  aGroup('W', { of: 'B', affiliation: 'wagner' }),
  aSource('jnim', { actor: 'jnim' }),
  aSource('bloggers'),
  aDocument('statement', { by: 'jnim' }),
  aClaim('fifty', { by: 'jnim', on: 'A', group: 'W', figure: 'exact 50' }),
  aClaim('twenty', { by: 'bloggers', on: 'B', group: 'W', figure: 'atLeast 20' }),
  anAppearance('statement', { of: 'fifty', in: 'statement' }),
]

describe.each(databases)('the record’s log on $name', ({ open }) => {
  let dbs: OpenDatabases
  beforeEach(async () => {
    dbs = await open()
  })
  afterEach(() => dbs.close())

  const write = <Result>(work: (tx: NewsroomTx) => Promise<Result>) => inTransaction(dbs.newsroom, work)
  const append = (...rows: NewRevision[]) => write((tx) => appendRevisions(tx, rows, { at: now, by: 'Ayize' }))
  const file = (...entries: Entry[]) => append(...entries.map((entry) => toRow(entry)))

  it('gives each revision the next number and gives back what went in', async () => {
    const revisions = await file(...aBattle())
    expect(revisions.map(({ sequence }) => sequence)).toEqual(revisions.map((_, index) => index + 1))
    const id = idOf('claim', 'fifty')
    expect((await revisionsOf(dbs.newsroom, [id])).get(id)).toEqual([
      {
        ...aClaim('fifty', { by: 'jnim', on: 'A', group: 'W', figure: 'exact 50' }),
        rev: 1,
        recordedAt: now,
        sequence: 10,
        reason: null,
        act: 'record',
        erasedAt: null,
        eventId: idOf('event', 'A'),
      },
    ])
    expect(await recordedBy(dbs.newsroom, id)).toEqual(['Ayize'])
    expect(await revisionsAfter(dbs.newsroom, 10, 5)).toEqual(revisions.slice(10))
  })

  it('keeps every revision of an entry, the newest being what stands', async () => {
    const first = aPlace('town')
    const second = { ...first, content: { ...first.content, country: 'DZ' } }
    await append(toRow(first), toRow(second, { reason: 'It lies on the other side.', act: 'amend-entry' }))
    const revisions = (await revisionsOf(dbs.newsroom, [first.id])).get(first.id)
    expect(revisions?.map(({ rev, reason }) => [rev, reason])).toEqual([
      [1, null],
      [2, 'It lies on the other side.'],
    ])
    expect(await entriesById(dbs.newsroom, [first.id])).toMatchObject([{ rev: 2, content: { country: 'DZ' } }])
  })

  it('leaves no hole in the numbers when many write at once, or when one gives up', async () => {
    const places = Array.from({ length: 12 }, (_, number) => aPlace(`town${number}`))
    await Promise.allSettled(
      places.map((place, number) =>
        write(async (tx) => {
          await appendRevisions(tx, [toRow(place)], { at: now, by: 'Ayize' })
          if (number % 3 === 0) throw new Error('given up')
        }),
      ),
    )
    const numbers = (await revisionsAfter(dbs.newsroom, 0, 100)).map(({ sequence }) => sequence)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await firstBrokenCommitment(dbs.newsroom)).toBeNull()
  })

  it('commits to each text with a salt, so that a changed word and a missing revision are found', async () => {
    await file(...aBattle())
    expect(await firstBrokenCommitment(dbs.newsroom)).toBeNull()
    const rows = await dbs.newsroom.selectFrom('record_revisions').selectAll().orderBy('number').execute()
    expect(new Set(rows.map(({ salt }) => salt)).size).toBe(rows.length)
    for (const { salt, content, commitment } of rows) expect(commitmentOf(salt ?? '', content ?? '')).toBe(commitment)
    await dbs.newsroom
      .updateTable('record_revisions')
      .set({ content: (rows[9]?.content ?? '').replace('50', '60') })
      .where('number', '=', 10)
      .execute()
    expect(await firstBrokenCommitment(dbs.newsroom)).toBe(10)
  })

  it('keeps number, date and commitment of what was erased, and nothing it was called', async () => {
    const place = aPlace('town')
    await file(place)
    const tombstone = { ...toRow(place, { reason: 'personal-data', act: 'erase' }), content: null, status: 'withdrawn' }
    await append(tombstone as NewRevision)
    expect(await entriesById(dbs.newsroom, [place.id])).toEqual([])
    expect(await idBySlug(dbs.newsroom, 'place', 'town')).toBeUndefined()
    expect(await idsNamed(dbs.newsroom, 'place', ['town'])).toEqual([])
    expect((await revisionsOf(dbs.newsroom, [place.id])).get(place.id)).toMatchObject([
      { rev: 1, erasedAt: null },
      { rev: 2, content: null, erasedAt: now, act: 'erase', status: 'withdrawn' },
    ])
    expect(await firstBrokenCommitment(dbs.newsroom)).toBeNull()
  })

  it('writes the same content alike in whichever order its fields come', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined, e: -1.5 })).toBe(
      '{"b":[1,{"c":"é","d":null}],"e":-1.5}',
    )
  })

  it('knows who refers to whom by the newest revision only', async () => {
    await file(...aBattle())
    expect(await referringTo(dbs.newsroom, idOf('event', 'B'))).toEqual(
      [idOf('event', 'A'), idOf('victim-group', 'W'), idOf('claim', 'twenty')].toSorted(),
    )
    await file(anEvent('A', { partOf: [] }))
    expect(await referringTo(dbs.newsroom, idOf('event', 'B'))).not.toContain(idOf('event', 'A'))
  })

  it('misses no place where an entry names another', () => {
    const whole: Entry[] = [
      ...aBattle(),
      aClaim('all', {
        by: 'jnim',
        on: 'A',
        that: { controls: 'jnim', place: 'town' },
        denies: 'one',
        derivedFrom: ['two'],
        sameStatementAs: 'three',
        includes: ['four'],
        content: {
          revises: idOf('claim', 'five'),
          retracts: idOf('claim', 'six'),
          sharedEvidence: [idOf('evidence', 'film')],
          saidAt: {
            edtf: '2024-07-27' as never,
            basis: null,
            anchor: { document: idOf('document', 'x'), publishedAt: now },
          },
        },
      }),
      anAppearance('all', { of: 'fifty', in: 'x', from: { appearance: 'y' }, via: ['site'] }),
      anAssessment('all', {
        of: { claim: 'fifty' },
        content: { evidenceIds: [idOf('evidence', 'film')], supersedes: idOf('assessment', 'old') },
      }),
      someEvidence('film', { content: { documentId: idOf('document', 'x'), claimIds: [idOf('claim', 'fifty')] } }),
      aGroup('S', { of: 'B', subsetOf: ['W'], content: { partitionBasis: idOf('claim', 'fifty') } }),
      aDocument('print', { by: 'afp', wireOf: 'x', content: { translationOf: idOf('document', 'y') } }),
    ]
    expect(new Set(whole.map(({ type }) => type)).size).toBe(ENTRY_TYPES.length)
    for (const { type, content } of whole) {
      const written = JSON.stringify(content).match(/"[a-z]{3}_[0-9a-z]+"/g) ?? []
      const found = linksOf(type, content).map(({ to }) => JSON.stringify(to))
      expect(found.toSorted()).toEqual(written.toSorted())
      expect(mapLinks(type, content, ({ to }) => to)).toEqual(content)
    }
  })

  it('finds a name whatever its accents, hyphens and script, and what a name begins with', async () => {
    await file(...aBattle())
    const town = [idOf('place', 'town')]
    for (const name of ['TINZAOUATEN', 'Tin Zaouatine', 'Ti-n-Zaouâtene', 'تين زواتين']) {
      expect(await idsNamed(dbs.newsroom, 'place', [name])).toEqual(town)
    }
    expect(await idsNamed(dbs.newsroom, 'place', ['Kidal'])).toEqual([])
    expect(await idsNamed(dbs.newsroom, 'actor', ['Tinzaouaten'])).toEqual([])
    expect(await idsNamedLike(dbs.newsroom, 'place', { start: 'tín z', limit: 5 })).toEqual(town)
    expect(await idsNamedLike(dbs.newsroom, 'place', { start: 'ki', limit: 5 })).toEqual([])
  })

  it('never gives a slug to a second entry, not even one that its owner left', async () => {
    const place = aPlace('town')
    await file(place)
    await file({ ...place, content: { ...place.content, slug: 'tinzaouaten' } })
    expect(await idBySlug(dbs.newsroom, 'place', 'town')).toBe(place.id)
    expect(await idBySlug(dbs.newsroom, 'place', 'tinzaouaten')).toBe(place.id)
    expect(await idBySlug(dbs.newsroom, 'actor', 'town')).toBeUndefined()
  })

  it('gathers an event’s family: its parts and wholes, what is claimed of them, by whom and where', async () => {
    await file(...aBattle(), aPlace('elsewhere'), anEvent('other', { place: 'elsewhere' }))
    for (const name of ['A', 'B']) {
      const set = await familySet(dbs.newsroom, idOf('event', name))
      expect([...set.events.keys()].toSorted()).toEqual([idOf('event', 'A'), idOf('event', 'B')])
      expect(set.claims.size).toBe(2)
      expect(set.appearances.size).toBe(1)
      expect(set.documents.size).toBe(1)
      expect(set.groups.size).toBe(1)
      expect([...set.places.keys()]).toEqual([idOf('place', 'town')])
      expect([set.sources.size, set.actors.size]).toEqual([2, 2])
    }
  })

  it('leaves drafts out of a family, unless staff look', async () => {
    await file(...aBattle(), aClaim('draft', { by: 'jnim', on: 'A', group: 'W', figure: 'exact 9', status: 'draft' }))
    const id = idOf('claim', 'draft')
    expect((await familySet(dbs.newsroom, idOf('event', 'A'))).claims.has(id)).toBe(false)
    expect((await familySet(dbs.newsroom, idOf('event', 'A'), { drafts: true })).claims.get(id)?.status).toBe('live')
  })

  it('remembers what readers have or had, and pages through it', async () => {
    const places = ['a', 'b', 'c', 'd'].map((name) => aPlace(name))
    await file(...places, aPlace('e', { status: 'draft' }))
    await file(aPlace('c', { status: 'withdrawn' }))
    const all: EntryId[] = []
    for (let after: EntryId | null = null; ; ) {
      const page: EntryId[] = await entryIdsAfter(dbs.newsroom, after, 3)
      all.push(...page)
      after = page.at(-1) ?? null
      if (page.length < 3) break
    }
    expect(all).toEqual(places.map(({ id }) => id))
    expect(await everLive(dbs.newsroom, [idOf('place', 'c'), idOf('place', 'e')])).toEqual(
      new Set([idOf('place', 'c')]),
    )
    expect((await statesOf(dbs.newsroom, [idOf('place', 'c')])).get(idOf('place', 'c'))).toEqual({
      rev: 2,
      status: 'withdrawn',
      number: 6,
      firstLive: 3,
    })
  })

  it('lists assessments that wait for a second person', async () => {
    const waiting = anAssessment('x', { of: { claim: 'fifty' }, status: 'draft', content: { signers: 1 } })
    await file(waiting)
    expect(await awaitingSignature(dbs.newsroom)).toEqual([waiting.id])
    await file({ ...waiting, status: 'live', content: { ...waiting.content, signers: 2 } })
    expect(await awaitingSignature(dbs.newsroom)).toEqual([])
  })

  it('hands entries to the edition by id, among stories and the house', async () => {
    const entryId = idOf('claim', 'fifty') as ClaimId
    await write((tx) => noteChanges(tx, [{ kind: 'house' }, { kind: 'record', entryId }], now))
    expect(await changesAfter(dbs.newsroom, 0, 5)).toEqual([
      { number: 1, kind: 'house' },
      { number: 2, kind: 'record', entryId },
    ])
  })

  it('remembers keys of a file, and hides them when their entry is erased', async () => {
    const keyed = { key: 'town', id: idOf('place', 'town') as PlaceId, fileHash: 'f', contentHash: 'c' }
    await write((tx) => rememberKeys(tx, 'sample', [keyed]))
    await write((tx) => rememberKeys(tx, 'sample', [{ ...keyed, fileHash: 'g' }]))
    expect(await keyedEntries(dbs.newsroom, 'sample')).toEqual(new Map([['town', { ...keyed, fileHash: 'g' }]]))
    await write((tx) => hideKeys(tx, keyed.id))
    const [hidden] = [...(await keyedEntries(dbs.newsroom, 'sample')).values()]
    expect(hidden).toEqual({ key: expect.stringMatching(/^erased:/), id: keyed.id, fileHash: '', contentHash: '' })
  })

  it('takes the sample’s entries away with everything that hangs on them', async () => {
    const entries = aBattle()
    await file(...entries)
    await write((tx) =>
      deleteEntries(
        tx,
        entries.map(({ id }) => id),
        now,
      ),
    )
    expect(await firstBrokenCommitment(dbs.newsroom)).toBeNull()
    expect(await entryIdsAfter(dbs.newsroom, null, 5)).toEqual([])
    expect(await referringTo(dbs.newsroom, idOf('event', 'B') as EventId)).toEqual([])
    expect(await idsNamed(dbs.newsroom, 'place', ['Tinzaouaten'])).toEqual([])
  })
})
