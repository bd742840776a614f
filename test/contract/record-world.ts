import { sql } from 'kysely'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import type { Entry, EntryId, EntryStatus } from '../../src/record/entry.ts'
import { eraseRevisions } from '../../src/store/erasing.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { noteChanges } from '../../src/store/outbox.ts'
import { appendRevisions, type NewRevision, revisionsOf } from '../../src/store/record-log.ts'
import type { Instant } from '../../src/time.ts'
import { at, type TestNewsroom } from '../builders.ts'
import {
  aClaim,
  aDenial,
  aDocument,
  aGroup,
  anActor,
  anAppearance,
  anAssessment,
  anEvent,
  aPlace,
  aRetraction,
  aRevision,
  aSource,
  cell,
  someEvidence,
} from '../record/builders.ts'

const fifty = aClaim('jnim-fifty', { by: 'jnim', on: 'ambush', group: 'fighters', figure: 'exact 50' })
const forty = aClaim('jnim-forty', { by: 'jnim', on: 'ambush', group: 'soldiers', figure: 'exact 40' })
const seven = aClaim('csp-seven', { by: 'csp', on: 'clash', group: 'rebels', figure: 'exact 7' })

/** A battle, an ambush and a clash within it, and who said what: something of every type and of every kind of link. */
export const WORLD: readonly Entry[] = [
  aPlace('Mali', { content: { kind: 'country', country: 'ML' } }),
  aPlace('Kidal', { content: { kind: 'adm1', country: null, parentId: aPlace('Mali').id, adm1: 'ML-8' } }),
  aPlace('town', { content: { country: null, parentId: aPlace('Kidal').id, point: { lat: 19.95, lon: 2.97 } } }),
  anActor('state', { content: { kind: 'government', country: 'ML' } }),
  anActor('army', { partOf: 'state', content: { kind: 'state-armed-force' } }),
  anActor('wagner', { alliedWith: 'state', content: { kind: 'private-military-company' } }),
  anActor('jnim'),
  anActor('csp'),
  anEvent('battle', {
    when: '2024-07-22/2024-07-27',
    sides: [['army', 'wagner'], ['csp']],
    content: { type: 'battle' },
  }),
  anEvent('ambush', { partOf: ['battle'], sides: [['army', 'wagner'], ['jnim']], content: { type: 'ambush' } }),
  anEvent('clash', { when: '2024-07-25', partOf: ['battle'], sides: [['army', 'wagner'], ['csp']] }),
  anEvent('strike', { when: '2024-08-XX', sides: [['army']], content: { type: 'air-or-drone-strike' } }),
  aGroup('fighters', { of: 'battle', affiliation: 'wagner' }),
  aGroup('soldiers', { of: 'battle', affiliation: 'army' }),
  aGroup('rebels', { of: 'battle', affiliation: 'csp' }),
  aGroup('civilians', { of: 'strike' }),
  aGroup('children', { of: 'strike', subsetOf: ['civilians'] }),
  aSource('jnim', { actor: 'jnim' }),
  aSource('csp', { actor: 'csp' }),
  aSource('army-office', { actor: 'army' }),
  aSource('officials', { described: 'two security officials', category: 'security' }),
  aSource('afp'),
  aSource('rfi', { owner: 'afp' }),
  aDocument('statement', { by: 'jnim', isCaptured: true }),
  aDocument('dispatch', { by: 'afp' }),
  aDocument('reprint', { by: 'rfi', wireOf: 'dispatch' }),
  someEvidence('film', { content: { claimIds: [fifty.id], documentId: aDocument('statement', { by: 'jnim' }).id } }),
  fifty,
  forty,
  seven,
  aClaim('bloggers', { by: 'officials', on: 'battle', group: 'fighters', figure: 'atLeast 20' }),
  aClaim('some', { by: 'csp', on: 'battle', group: 'fighters', figure: 'some "heavy losses"' }),
  aClaim('six', { by: 'rfi', on: 'strike', group: 'civilians', figure: 'exact 6' }),
  aClaim('eight', { by: 'csp', on: 'strike', group: 'children', figure: 'exact 8' }),
  aClaim('repeat', { by: 'afp', on: 'ambush', group: 'fighters', figure: 'exact 50', derivedFrom: ['jnim-fifty'] }),
  aDenial('denial', { by: 'army-office', on: 'ambush', group: 'soldiers', denies: 'jnim-forty' }),
  aDenial('not-there', { by: 'csp', on: 'battle', that: { participated: 'jnim' } }),
  aRevision('csp-nine', seven, { figure: 'exact 9' }),
  aRetraction('jnim-back', forty),
  anAppearance('in-statement', { of: 'jnim-fifty', in: 'statement' }),
  anAppearance('in-dispatch', { of: 'jnim-fifty', in: 'dispatch', from: { appearance: 'in-statement' }, via: ['afp'] }),
  anAppearance('in-reprint', { of: 'six', in: 'reprint', withdrawn: '2024-08-20' }),
  anAssessment('ours', { of: cell('ambush', 'fighters'), content: { best: 50 } }),
  anAssessment('of-claim', { of: { claim: 'six' }, content: { verdict: 'disputed' } }),
]

/** One thing that happens to an entry. */
export interface Step {
  readonly entry: Entry
  readonly does: 'publish' | 'draft' | 'amend' | 'withdraw' | 'erase'
}

/** Appends the revision that a verb would append, with its number for the edition. */
export async function takeStep(newsroom: TestNewsroom, { entry, does }: Step, hour: Instant): Promise<void> {
  await inTransaction(newsroom.db, async (tx) => {
    const before = (await revisionsOf(tx, [entry.id])).get(entry.id) ?? []
    const made = { at: hour, by: 'somebody' }
    if (does === 'erase') {
      if (before.length === 0) return
      await appendRevisions(tx, [{ ...newRevision(entry, 'withdrawn', 'erase'), content: null }], made)
      await eraseRevisions(
        tx,
        entry.id,
        before.map(({ rev }) => rev),
        hour,
      )
    } else await appendRevisions(tx, [revisionOf(entry, does)], made)
    await noteChanges(tx, [{ kind: 'record', entryId: entry.id }], hour)
  })
}

const newRevision = ({ type, id, content }: Entry, status: EntryStatus, act: string): NewRevision =>
  ({ type, id, content, status, reason: null, act }) as NewRevision

function revisionOf(entry: Entry, does: Exclude<Step['does'], 'erase'>): NewRevision {
  const status = does === 'draft' ? 'draft' : does === 'withdraw' ? 'withdrawn' : 'live'
  return newRevision(does === 'amend' ? amended(entry) : entry, status, `${does}-${entry.type}`)
}

/** The entry with something that others show changed: its name, its address, its day, its figure. */
function amended(entry: Entry): Entry {
  switch (entry.type) {
    case 'event':
      return {
        ...entry,
        content: {
          ...entry.content,
          slug: `${entry.content.slug}-2`,
          when: anEvent('x', { when: '2024-09-01' }).content.when,
          partOf: [],
        },
      }
    case 'claim':
      return {
        ...entry,
        content: {
          ...entry.content,
          figure: entry.content.figure && { kind: 'exact', n: 3, verbatim: 'three', lang: 'en' },
        },
      }
    case 'actor':
      return { ...entry, content: { ...entry.content, slug: `${entry.content.slug}-2`, memberships: [] } }
    case 'place':
      return {
        ...entry,
        content: { ...entry.content, names: [{ text: 'Renamed', lang: 'en', script: null, kind: 'official' }] },
      }
    case 'source':
      return { ...entry, content: { ...entry.content, slug: `${entry.content.slug}-2`, actorId: null } }
    case 'victim-group':
      return { ...entry, content: { ...entry.content, labels: { en: 'Others' }, affiliation: null } }
    case 'evidence':
      return { ...entry, content: { ...entry.content, isPublic: false } }
    case 'appearance':
      return { ...entry, content: { ...entry.content, takenFrom: { kind: 'unknown' } } }
    case 'document':
      return { ...entry, content: { ...entry.content, title: 'Another title' } }
    case 'assessment':
      return { ...entry, content: { ...entry.content, verdict: 'unverified', best: null } }
  }
}

const START = Date.UTC(2024, 7, 1, 9)

/** The hour of the n-th step: each is recorded a minute after the one before. */
export const hourOf = (step: number): Instant => at(new Date(START + step * 60_000).toISOString())

/** Makes all of these live, one after the other, and lets the edition follow. */
export async function publishAll(newsroom: TestNewsroom, entries: readonly Entry[]): Promise<void> {
  for (const [number, entry] of entries.entries()) await takeStep(newsroom, { entry, does: 'publish' }, hourOf(number))
  await followChanges(newsroom)
}

/** Takes everything out of the edition that it holds of the record. */
export async function emptyRecord(edition: EditionDb): Promise<void> {
  const tables = [
    'record_log',
    'record_links',
    'record_slugs',
    'record_stale',
    'places',
    'actors',
    'events',
    'record_months',
    'victim_groups',
    'sources',
    'documents',
    'evidence',
    'claims',
    'appearances',
    'assessments',
    'event_parts',
    'event_actors',
    'event_places',
    'cells',
  ]
  await edition.transaction().execute(async (tx) => {
    for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(tx)
    await sql`delete from search_documents where kind <> 'story'`.execute(tx)
  })
}

export const idsOf = (entries: readonly Entry[]): EntryId[] => entries.map(({ id }) => id)
