import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { amendEntry } from '../../src/newsroom/record/amend-entry.ts'
import { findEntry } from '../../src/newsroom/record/find-entry.ts'
import { readRecordFile } from '../../src/newsroom/record/read-record-file.ts'
import { summariseCell } from '../../src/record/summarise-cell.ts'
import type { EventId, VictimGroupId } from '../../src/ids.ts'
import type { EntryId } from '../../src/record/entry.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { familySet } from '../../src/store/record-family.ts'
import { entriesById, revisionsAfter } from '../../src/store/record-log.ts'
import { aNewsroom, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

/** The example of the manual: what it shows is what is read. */
async function theExample(): Promise<Record<string, unknown>> {
  const manual = await readFile(new URL('../../docs/formats/record-file.md', import.meta.url), 'utf8')
  const json = /```json\n([\s\S]*?)\n```/.exec(manual)?.[1] ?? ''
  return JSON.parse(json) as Record<string, unknown>
}

describe.each(databases)('a record in a file on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let example: Record<string, unknown>

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    example = await theExample()
  })
  afterEach(() => dbs.close())

  const read = async (json: unknown, publish = true) => (await readRecordFile(newsroom, json, { publish })).result
  const log = () => revisionsAfter(dbs.newsroom, 0, 1000)
  const list = (name: string) => (example[name] ?? []) as Record<string, unknown>[]
  /** The example with one entry changed, or with one more. */
  const withEntry = (name: string, key: string, change: Record<string, unknown>) => {
    const before = list(name)
    const entry = { ...before.find((one) => one['key'] === key), key, ...change }
    return { ...example, [name]: [...before.filter((one) => one['key'] !== key), entry] }
  }

  it('comes in whole, in one act, every key with its entry', async () => {
    const report = await read(example)
    const entries = await entriesById(dbs.newsroom, [...report.ids.values()])
    expect(entries).toHaveLength(report.ids.size)
    expect(new Set(entries.map(({ status }) => status))).toEqual(new Set(['live']))
    expect(report).toMatchObject({
      added: report.ids.size,
      published: report.ids.size,
      changed: 0,
      unchanged: 0,
      left: [],
    })
    expect(
      new Set((await changesAfter(dbs.newsroom, 0, 1000)).map((row) => ('entryId' in row ? row.entryId : ''))),
    ).toEqual(new Set(report.ids.values()))
    const eventId = report.ids.get('ambush') as EventId
    const cell = {
      eventId,
      groupId: report.ids.get('wagner-fighters') as VictimGroupId,
      measure: 'killed',
      equipment: null,
    } as const
    const { low, high, disputed } = summariseCell(await familySet(dbs.newsroom, eventId), cell)
    expect({ low, high, disputed }).toEqual({ low: 50, high: 50, disputed: true })
  })

  it('read again changes nothing', async () => {
    const first = await read(example)
    const before = await log()
    const again = await read(example)
    expect(again).toMatchObject({ added: 0, changed: 0, published: 0, unchanged: first.ids.size, left: [] })
    expect(again.ids).toEqual(first.ids)
    expect(await log()).toEqual(before)
  })

  it('comes in as drafts, and goes live when it is asked for', async () => {
    const drafts = await read(example, false)
    expect(drafts).toMatchObject({ published: 0, added: drafts.ids.size })
    expect(await changesAfter(dbs.newsroom, 0, 10)).toEqual([])
    expect(await read(example)).toMatchObject({ added: 0, changed: 0, published: drafts.ids.size })
  })

  it('amends what changed in the file, and nothing else', async () => {
    const first = await read(example)
    const before = await log()
    const changed = { ...withEntry('claims', 'fifty', { namedDead: 1 }), reason: 'A name was found.' }
    expect(await read(changed)).toMatchObject({ added: 0, changed: 1, left: [] })
    const [amended, ...others] = (await log()).slice(before.length)
    expect(others).toEqual([])
    expect(amended).toMatchObject({
      id: first.ids.get('fifty'),
      rev: 2,
      status: 'live',
      reason: 'A name was found.',
      act: 'amend-entry',
    })
  })

  it('leaves alone what was worked on here, and says so', async () => {
    const { ids } = await read(example)
    const id = ids.get('tinzaouaten') as EntryId
    const { content } = await findEntry(dbs.newsroom, id)
    await amendEntry(newsroom, { id, rev: null, content: { ...content, country: 'DZ' }, reason: 'The border.' })
    const report = await read(withEntry('places', 'tinzaouaten', { adm1: 'ML-9' }))
    expect(report).toMatchObject({
      changed: 0,
      left: [{ key: 'tinzaouaten', why: expect.stringMatching(/worked on here/) }],
    })
    expect(await findEntry(dbs.newsroom, id)).toMatchObject({ content: { country: 'DZ' } })
  })

  it('may name entries that the record has already', async () => {
    const { ids } = await read(example)
    const more = {
      format: 'onrecord-record',
      version: 1,
      source: 'another desk',
      places: [{ key: 'town', id: ids.get('tinzaouaten') }],
      events: [
        {
          key: 'raid',
          titles: { en: 'A raid' },
          type: 'raid',
          when: '2024-08-25',
          where: { placeId: 'town', relation: 'at', precision: 2 },
        },
      ],
      claims: [
        {
          key: 'said',
          claimantId: ids.get('jnim'),
          saidAt: '2024-08-26',
          about: { kind: 'proposition', eventId: 'raid', proposition: { kind: 'occurred' } },
          wording: { text: 'We came.', lang: 'en' },
        },
      ],
    }
    expect(await read(more)).toMatchObject({ added: 2, published: 2 })
  })

  it('is refused whole for one fault, with the entry and what to do', async () => {
    const faults: readonly (readonly [string, string, Record<string, unknown>, RegExp])[] = [
      ['claims', 'fifty', { figure: 'lots' }, /claims, fifty: .*lots/],
      ['events', 'ambush', { when: '2024-06-31' }, /events, ambush: .*2024-06-31/],
      ['events', 'battle', { partOf: ['ambush'] }, /events, .*part of itself/],
      ['claims', 'fifty', { claimantId: 'nobody' }, /claims, fifty: claimantId names “nobody”/],
      ['claims', 'fifty', { claimantId: 'tinzaouaten' }, /claims, fifty: .*plc_/],
      [
        'places',
        'twin',
        { names: [{ text: 'A', lang: 'en' }], kind: 'settlement', colour: 'red' },
        /places, twin: .*colour/,
      ],
      ['claims', 'tinzaouaten', {}, /stands twice/],
      ['assessments', 'sure', { subject: { kind: 'claim', claimId: 'fifty' }, verdict: 'verified' }, /two people/],
    ]
    for (const [name, key, change, sentence] of faults) {
      const base = list(name) ?? []
      const json = { ...withEntry(name, key, change) }
      expect(base).toBeDefined()
      await expect(read(json)).rejects.toMatchObject({ message: expect.stringMatching(sentence) })
    }
    await expect(read({ ...example, format: 'something' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(read('text')).rejects.toMatchObject({ code: 'bad-input' })
    expect(await log()).toEqual([])
  })

  it('offers what the record has under the same name, unless the file says that it is another', async () => {
    await read(example)
    const twin = {
      format: 'onrecord-record',
      version: 1,
      source: 'another desk',
      places: [{ key: 'town', names: [{ text: 'Tin Zaouatine', lang: 'fr' }], kind: 'settlement', country: 'ML' }],
    }
    await expect(read(twin)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/^places, town: .*Tinzaouaten/),
    })
    const [town] = twin.places
    expect(await read({ ...twin, places: [{ ...town, despite: true }] })).toMatchObject({ added: 1 })
  })
})
