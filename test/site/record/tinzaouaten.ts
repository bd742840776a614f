import type { EventId } from '../../../src/ids.ts'
import type { Entry } from '../../../src/record/entry.ts'
import type { RecordSet } from '../../../src/record/record-set.ts'
import { ledgerOf } from '../../../src/record/make-ledger.ts'
import {
  aClaim,
  aDenial,
  aDocument,
  aGroup,
  anActor,
  anAppearance,
  anEvent,
  aPlace,
  aRevision,
  aSet,
  aSource,
  type Entries,
  idOf,
} from '../../record/builders.ts'

/** The touchstone's battle, ambush and clashes; who fought; who says what of it as of 30 July 2024. */
export const BATTLE: EventId = idOf('event', 'battle')
export const AMBUSH: EventId = idOf('event', 'ambush')

const title = (en: string, fr: string) => ({ titles: { en, fr } })

const PLACES: readonly Entry[] = [
  aPlace('Kidal region', { content: { kind: 'adm1', adm1: 'ML-8' } }),
  aPlace('Tinzaouaten', { content: { parentId: idOf('place', 'Kidal region'), point: { lat: 19.95, lon: 2.97 } } }),
  aPlace('Kidal', { content: { parentId: idOf('place', 'Kidal region'), point: { lat: 18.44, lon: 1.41 } } }),
]

const ACTORS: readonly Entry[] = ['JNIM', 'CSP-PSD', 'Wagner', 'Malian army', 'Mali’s government'].map((name) =>
  anActor(name),
)

const SIDES = [['JNIM'], ['CSP-PSD'], ['Wagner', 'Malian army', 'Mali’s government']]

const EVENTS: readonly Entry[] = [
  anEvent('battle', {
    when: '2024-07-22/2024-07-27',
    place: 'Tinzaouaten',
    sides: SIDES,
    content: { ...title('Fighting at Tinzaouaten', 'Combats à Tinzaouaten'), type: 'battle' },
  }),
  anEvent('ambush', {
    when: '2024-07-27',
    partOf: ['battle'],
    sides: SIDES,
    content: {
      ...title('Ambush of 27 July', 'Embuscade du 27 juillet'),
      type: 'ambush',
      where: { placeId: idOf('place', 'Tinzaouaten'), relation: 'near', direction: 'S', precision: 3, basis: null },
    },
  }),
]

const GROUPS: readonly Entry[] = [
  aGroup('w', {
    of: 'battle',
    affiliation: 'Wagner',
    content: { labels: { en: 'Wagner fighters', fr: 'Combattants de Wagner' } },
  }),
  aGroup('m', {
    of: 'battle',
    affiliation: 'Malian army',
    content: { labels: { en: 'Malian soldiers', fr: 'Soldats maliens' } },
  }),
]

const SOURCES: readonly Entry[] = [
  aSource('JNIM', { actor: 'JNIM' }),
  aSource('CSP-PSD', { actor: 'CSP-PSD' }),
  aSource('Wagner', { actor: 'Wagner' }),
  aSource('Malian army', { actor: 'Malian army' }),
  aSource('Mali’s government', { actor: 'Mali’s government' }),
  aSource('Russian military bloggers', { content: { kind: 'channel', sympathy: { en: 'sympathetic to Wagner' } } }),
  aSource('SITE Intelligence Group'),
]

/** Ten outlets that carry one statement by way of SITE. */
const OUTLETS: Entries = Array.from({ length: 10 }, (_, index) => [
  aSource(`Outlet ${index}`),
  aDocument(`Dispatch ${index}`, { by: `Outlet ${index}` }),
  anAppearance(`appearance ${index}`, {
    of: 'jnim-w',
    in: `Dispatch ${index}`,
    from: { claim: 'jnim-w' },
    via: ['SITE Intelligence Group'],
  }),
])

export const CSP_M = aClaim('csp-m', {
  by: 'CSP-PSD',
  said: '2024-07-27',
  on: 'battle',
  group: 'm',
  figure: 'vague dozens',
})

/** CSP-PSD's later figure, for what changed. */
export const CSP_M_47 = aRevision('csp-m-47', CSP_M, { said: '2024-08-02', figure: 'exact 47' })

const CLAIMS: Entries = [
  aClaim('jnim-w', { by: 'JNIM', said: '2024-07-28', on: 'ambush', group: 'w', figure: 'exact 50' }),
  aClaim('jnim-m', { by: 'JNIM', said: '2024-07-28', on: 'ambush', group: 'm', figure: 'exact 10' }),
  aClaim('bloggers-w', {
    by: 'Russian military bloggers',
    said: '2024-07-28/2024-07-29',
    on: 'battle',
    group: 'w',
    figure: 'atLeast 20',
  }),
  aClaim('wagner-w', {
    by: 'Wagner',
    act: 'admit',
    said: '2024-07-29',
    on: 'battle',
    group: 'w',
    figure: 'some "significant losses"',
    content: { namedDead: 1 },
  }),
  CSP_M,
  aDenial('government', {
    by: 'Mali’s government',
    said: '2024-07-29',
    on: 'battle',
    that: { participated: 'Wagner', as: 'as fighters' },
  }),
]

/** The record of the battle, and whatever a test adds to it. */
export const tinzaouaten = (...more: Entries): RecordSet =>
  aSet(PLACES, ACTORS, EVENTS, GROUPS, SOURCES, CLAIMS, OUTLETS, more)

export const battleLedger = (set: RecordSet, eventId: EventId = BATTLE) => ledgerOf(set, eventId)
