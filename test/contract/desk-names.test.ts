import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/record/entry.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { appendRevisions, type NewRevision } from '../../src/store/record-log.ts'
import { at } from '../builders.ts'
import { aClaim, aDenial, aGroup, anActor, anEvent, aPlace, aRevision, aSource } from '../record/builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const name = (text: string, lang = 'en', kind: 'official' | 'short' = 'official') => ({
  text,
  lang,
  script: null,
  kind,
})

const tinzaouaten = aPlace('Tinzaouaten', {
  status: 'draft',
  content: { names: [name('Tinzaouaten'), name('Ti-n-Zaouâtene', 'fr')], country: null, parentId: aPlace('Mali').id },
})
const jnim = anActor('JNIM', {
  content: { names: [name('Jama’a Nusrat ul-Islam wa al-Muslimin'), name('JNIM', 'en', 'short')] },
})
const officials = aSource('officials', { described: 'two security officials', category: 'security' })
const six = aClaim('six', { by: 'army-office', on: 'strike', group: 'civilians', figure: 'exact 6' })
const forty = aClaim('forty', { by: 'jnim-office', on: 'ambush', group: 'soldiers', figure: 'exact 40' })

const RECORD: readonly Entry[] = [
  aPlace('Mali', { content: { kind: 'country', country: 'ML' } }),
  aPlace('Congo', { content: { kind: 'country', country: 'CD' } }),
  aPlace('Old town', { status: 'withdrawn' }),
  tinzaouaten,
  jnim,
  anActor('army', { content: { kind: 'state-armed-force' } }),
  aSource('army-office', { actor: 'army' }),
  aSource('jnim-office', { actor: 'JNIM' }),
  // Somebody left a name behind on a source that must not be known by it.
  { ...officials, content: { ...officials.content, names: [name('A name that nobody may read')] } },
  anEvent('ambush', { place: 'Tinzaouaten' }),
  anEvent('strike', { place: 'Tinzaouaten', when: '2024-08-XX' }),
  anEvent('raid', { place: 'Tinzaouaten', status: 'draft' }),
  aGroup('soldiers', { of: 'ambush' }),
  aGroup('civilians', { of: 'strike' }),
  six,
  forty,
  aRevision('fifty', forty, { figure: 'exact 50' }),
  aDenial('denial', { by: 'army-office', on: 'strike', group: 'civilians', denies: 'six' }),
  { ...aClaim('seven', { by: 'jnim-office', on: 'strike', group: 'civilians', figure: 'exact 7' }), status: 'draft' },
]

const added = ({ type, id, content, status }: Entry): NewRevision =>
  ({ type, id, content, status, reason: null, act: `add-${type}` }) as NewRevision

describe.each(databases)('what the record tells the desk, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let reporter: Caller
  const record = (entries: readonly Entry[]) =>
    inTransaction(dbs.newsroom, (tx) =>
      appendRevisions(tx, entries.map(added), { at: at('2024-08-01T00:00:00Z'), by: 'somebody' }),
    )

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    reporter = await studio.staff('Awa', 'reporter')
    await record(RECORD)
  })
  afterEach(async () => {
    await dbs.close()
    if (studio.faults.length > 0) throw new AggregateError(studio.faults)
  })

  const asked = async (query: { language?: string; limit?: number; have?: number } = {}) =>
    reporter.ask('GET /desk/names', { query })
  const called = async (text: string, language?: string) =>
    (await asked(language === undefined ? {} : { language })).names?.find(
      (one) => one.name === text || one.aliases.includes(text),
    )

  it('is every name of actors, places and named sources, drafts included', async () => {
    const { names } = await asked()
    expect(names?.map((one) => `${one.kind} ${one.name}`).toSorted()).toEqual([
      'actor JNIM',
      'actor army',
      'place Congo',
      'place Mali',
      'place Tinzaouaten',
      'source army-office',
      'source jnim-office',
    ])
    expect(await called('JNIM')).toEqual({
      entryId: jnim.id,
      kind: 'actor',
      name: 'JNIM',
      aliases: ['Jama’a Nusrat ul-Islam wa al-Muslimin'],
      actorKind: 'non-state-armed-group',
      zone: null,
    })
  })

  it('calls a thing by its name in the story’s language first', async () => {
    expect(await called('Tinzaouaten', 'fr')).toMatchObject({ name: 'Ti-n-Zaouâtene', aliases: ['Tinzaouaten'] })
  })

  it('says what a source’s actor is, and the zone of a place whose country has but one', async () => {
    expect(await called('army-office')).toMatchObject({ kind: 'source', actorKind: 'state-armed-force' })
    expect(await called('Tinzaouaten')).toMatchObject({ zone: 'Africa/Bamako' })
    expect(await called('Congo')).toMatchObject({ zone: null })
  })

  it('never has a name of somebody who is not named', async () => {
    const response = await reporter.send('GET /desk/names', {})
    expect(await response.text()).not.toContain('nobody may read')
  })

  it('keeps what was changed last where there are more than one asks for', async () => {
    const { names } = await asked({ limit: 2 })
    // The unnamed source was the last, and counts.
    expect(names?.map((one) => one.name)).toEqual(['jnim-office'])
  })

  it('leaves the names out for whoever has them already', async () => {
    const { version } = await asked()
    expect(await asked({ have: version })).toEqual({ version, names: null })
    await record([aPlace('Kidal')])
    const later = await asked({ have: version })
    expect(later.version).toBeGreaterThan(version)
    expect(later.names?.some((one) => one.name === 'Kidal')).toBe(true)
  })

  it('is as it was for the same record, in the same order', async () => {
    expect(await asked()).toEqual(await asked())
  })

  const figures = async (...events: readonly string[]) => {
    const eventIds = events.map((event) => anEvent(event).id).join(',')
    const answer = await reporter.ask('GET /desk/figures', { query: { eventIds } })
    return answer.figures
  }

  it('tells the figures that count for an event: no draft, nothing that was revised or only denied', async () => {
    expect(await figures('strike')).toEqual([
      {
        claimId: six.id,
        claimantId: six.content.claimantId,
        eventTitle: 'strike',
        eventDate: '2024-08-XX',
        measure: 'killed',
        group: 'civilians',
        figure: six.content.figure,
      },
    ])
    expect((await figures('ambush')).map(({ figure }) => figure)).toMatchObject([{ kind: 'exact', n: 50 }])
  })

  it('tells those of several events, and of none where none is named, or only a draft', async () => {
    expect(await figures('strike', 'ambush')).toHaveLength(2)
    expect(await figures()).toEqual([])
    expect(await figures('raid')).toEqual([])
  })
})
