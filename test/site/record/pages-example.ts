import type { EventLine } from '../../../src/site/record/event-line.ts'
import type { RecordChange } from '../../../src/record/record-change.ts'
import type { LocalDate } from '../../../src/time.ts'
import { at } from '../../builders.ts'
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
  aSet,
  aSource,
  cell,
  edtf,
  idOf,
} from '../../record/builders.ts'

const JNIM_CLAIM = aClaim('jnim-w', {
  by: 'JNIM media',
  on: 'ambush',
  group: 'W',
  figure: 'exact 50',
  said: '2024-07-28',
  content: {
    basis: 'own-operations',
    wording: { text: 'قتل خمسين عنصرا من فاغنر', lang: 'ar', documentId: null, start: null, end: null },
    translations: [
      {
        text: 'It reads fifteen.',
        lang: 'en',
        kind: 'machine',
        by: null,
        state: 'rejected',
        figure: { kind: 'exact', n: 15, verbatim: '15', lang: 'en' },
      },
      {
        text: 'Killing fifty Wagner members',
        lang: 'en',
        kind: 'human',
        by: 'SITE Intelligence Group',
        state: 'confirmed',
      },
    ],
  },
})
const CSP_FIRST = aClaim('csp-own', {
  by: 'CSP-PSD',
  on: 'battle',
  group: 'C',
  figure: 'exact 7',
  said: '2024-07-27',
  act: 'admit',
})
const ARMY_FIRST = aClaim('army-m', {
  by: 'Army',
  on: 'battle',
  group: 'M',
  figure: 'exact 14',
  said: '2024-07-27',
  act: 'admit',
})

/** The fighting at Tinzaouaten as five pages of the record tell it; what a page needs beyond it, the test adds. */
export const EXAMPLE = aSet(
  aPlace('Mali', { content: { kind: 'country' } }),
  aPlace('Kidal region', { content: { kind: 'adm1', parentId: idOf('place', 'Mali') } }),
  aPlace('Kidal', { content: { parentId: idOf('place', 'Kidal region'), point: { lat: 18.44, lon: 1.41 } } }),
  aPlace('Tinzaouaten', {
    content: {
      parentId: idOf('place', 'Kidal region'),
      point: { lat: 19.95, lon: 2.96 },
      coordinateSource: 'GeoNames',
      codes: [{ scheme: 'geonames', value: '2449893' }],
      names: [
        { text: 'Tinzaouaten', lang: 'en', script: null, kind: 'official' },
        { text: 'Tin Zaouatine', lang: 'fr', script: null, kind: 'transliteration' },
        { text: 'تين زواتين', lang: 'ar', script: 'Arab', kind: 'official' },
      ],
    },
  }),
  anActor('Al-Qaeda'),
  anActor('JNIM', {
    content: {
      names: [
        { text: 'JNIM', lang: 'en', script: null, kind: 'short' },
        { text: 'Jama’at Nusrat al-Islam wal-Muslimin', lang: 'ar', script: 'Latn', kind: 'transliteration' },
        { text: 'جماعة نصرة الإسلام والمسلمين', lang: 'ar', script: 'Arab', kind: 'official' },
      ],
      memberships: [{ ofId: idOf('actor', 'Al-Qaeda'), relation: 'branch-of', from: edtf('2017-03'), to: null }],
      codes: [{ scheme: 'wikidata', value: 'Q29167894' }],
      about: { en: 'An alliance of armed Islamist groups in the Sahel, formed in 2017.' },
    },
  }),
  anActor('Wagner', { content: { kind: 'private-military-company', country: 'RU' } }),
  anActor('Mali’s army', { content: { kind: 'state-armed-force', country: 'ML' } }),
  anActor('CSP-PSD', { content: { kind: 'armed-coalition' } }),
  anEvent('battle', {
    when: '2024-07-22/2024-07-27',
    place: 'Tinzaouaten',
    sides: [['Wagner', 'Mali’s army'], ['JNIM'], ['CSP-PSD']],
    content: {
      slug: 'tinzaouaten-2024',
      titles: { en: 'Fighting at Tinzaouaten', fr: 'Combats à Tin Zaouatine' },
      type: 'battle',
    },
  }),
  anEvent('ambush', {
    when: '2024-07-27',
    place: 'Tinzaouaten',
    partOf: ['battle'],
    sides: [['Wagner', 'Mali’s army'], ['JNIM']],
    content: {
      slug: 'tinzaouaten-ambush-2024',
      titles: { en: 'Ambush south of Tinzaouaten' },
      type: 'ambush',
      participation: [
        { actorId: idOf('actor', 'JNIM'), role: 'attacker', basis: idOf('claim', 'jnim-w') },
        { actorId: idOf('actor', 'Wagner'), role: 'target', basis: null },
      ],
    },
  }),
  aGroup('W', {
    of: 'battle',
    affiliation: 'Wagner',
    content: { labels: { en: 'Wagner fighters', fr: 'Combattants de Wagner' } },
  }),
  aGroup('M', { of: 'battle', affiliation: 'Mali’s army', content: { labels: { en: 'Malian soldiers' } } }),
  aGroup('C', { of: 'battle', affiliation: 'CSP-PSD', content: { labels: { en: 'CSP-PSD fighters' } } }),
  aSource('JNIM media', { actor: 'JNIM', content: { kind: 'office' } }),
  aSource('SITE Intelligence Group'),
  aSource('AFP'),
  aSource('Le Quotidien'),
  aSource('CSP-PSD', { actor: 'CSP-PSD' }),
  aSource('Army', { actor: 'Mali’s army' }),
  aSource('Bloggers', {
    content: {
      kind: 'channel',
      names: [{ text: 'Russian military bloggers', lang: 'en', script: null, kind: 'official' }],
      sympathy: { en: 'sympathetic to Wagner' },
    },
  }),
  aSource('officials', { described: 'two security officials', category: 'security' }),
  aDocument('Statement on the ambush', {
    by: 'JNIM media',
    content: { language: 'ar', title: 'بيان عن كمين تين زواتين' },
    isCaptured: true,
  }),
  aDocument('JNIM claims 50 Wagner dead', {
    by: 'SITE Intelligence Group',
    published: '2024-07-28T12:00:00Z',
    isCaptured: true,
  }),
  aDocument('afp', {
    by: 'AFP',
    published: '2024-07-28T18:00:00Z',
    content: { title: 'Jihadists say they killed 50 Russians' },
  }),
  aDocument('quotidien', {
    by: 'Le Quotidien',
    published: '2024-07-29T06:00:00Z',
    content: { language: 'fr', title: 'Cinquante Russes tués, selon les djihadistes' },
  }),
  JNIM_CLAIM,
  anAppearance('a0', { of: 'jnim-w', in: 'Statement on the ambush', from: { claim: 'jnim-w' } }),
  anAppearance('a1', { of: 'jnim-w', in: 'JNIM claims 50 Wagner dead', from: { appearance: 'a0' } }),
  anAppearance('a2', {
    of: 'jnim-w',
    in: 'afp',
    from: { appearance: 'a1' },
    via: ['SITE Intelligence Group'],
  }),
  anAppearance('a3', {
    of: 'jnim-w',
    in: 'quotidien',
    from: { appearance: 'a2' },
    via: ['SITE Intelligence Group', 'AFP'],
    withdrawn: '2024-08-01',
  }),
  aClaim('jnim-m', {
    by: 'JNIM media',
    on: 'ambush',
    group: 'M',
    figure: 'exact 10',
    said: '2024-07-28',
    sameStatementAs: 'jnim-w',
  }),
  aClaim('bloggers-w', {
    by: 'Bloggers',
    on: 'battle',
    group: 'W',
    figure: 'atLeast 20',
    said: '2024-07-28/2024-07-29',
  }),
  aClaim('officials-m', { by: 'officials', on: 'battle', group: 'M', figure: 'atLeast 15', said: '2024-07-29' }),
  aDenial('army-denies', {
    by: 'Army',
    on: 'battle',
    that: { participated: 'Wagner', as: 'as fighters' },
    said: '2024-07-30',
  }),
  aDenial('army-denies-50', { by: 'Army', on: 'ambush', group: 'W', denies: 'jnim-w', said: '2024-07-30' }),
  CSP_FIRST,
  aRevision('csp-own-2', CSP_FIRST, { figure: 'exact 9', said: '2024-08-02' }),
  ARMY_FIRST,
  aRetraction('army-m-back', ARMY_FIRST, { said: '2024-07-28' }),
  anAssessment('ours', {
    of: cell('ambush', 'W'),
    content: {
      verdict: 'partly-verified',
      standard: { en: 'two pictures of the dead, placed and dated' },
      methods: ['geolocation'],
    },
  }),
)

const existing = <Found>(found: Found | undefined): Found => {
  if (found === undefined) throw new Error('The example has no entry of that name')
  return found
}

export const claimNamed = (name: string) => existing(EXAMPLE.claims.get(idOf('claim', name)))
export const actorNamed = (name: string) => existing(EXAMPLE.actors.get(idOf('actor', name)))
export const placeNamed = (name: string) => existing(EXAMPLE.places.get(idOf('place', name)))
export const sourceNamed = (name: string) => existing(EXAMPLE.sources.get(idOf('source', name)))
export const claimId = (name: string) => idOf('claim', name)

/** An event as it stands in a list; what a test cares about overrides it. */
export const aLine = (more: Partial<EventLine> = {}): EventLine => ({
  id: idOf('event', 'ambush'),
  slug: 'tinzaouaten-ambush-2024',
  title: 'Ambush south of Tinzaouaten',
  type: 'ambush',
  when: '27 July 2024',
  startsOn: '2024-07-27' as LocalDate,
  where: 'south of Tinzaouaten, Kidal region, Mali',
  figures: [
    aFigureLine(),
    aFigureLine({
      groupLabel: 'Malian soldiers',
      low: 10,
      high: 10,
      open: false,
      disputed: false,
      originsMin: 1,
      originsMax: 1,
      claimants: 1,
    }),
  ],
  stories: 2,
  updatedAt: at('2024-08-02T10:00:00Z'),
  ...more,
})

export const aFigureLine = (more: Partial<EventLine['figures'][number]> = {}): EventLine['figures'][number] => ({
  groupLabel: 'Wagner fighters',
  measure: 'killed',
  equipment: null,
  low: 20,
  high: 50,
  open: true,
  approxLow: false,
  approxHigh: false,
  beyond: false,
  unquantified: [],
  conflict: false,
  disputed: true,
  originsMin: 2,
  originsMax: 3,
  claimants: 3,
  ...more,
})

/** The claim's entry was added, then its figure corrected by the desk. */
export const CHANGES: readonly RecordChange[] = [
  {
    sequence: 90,
    at: at('2024-07-29T09:00:00Z'),
    type: 'claim',
    id: JNIM_CLAIM.id,
    eventId: idOf('event', 'ambush'),
    kind: 'revised',
    reason: 'A reader of Arabic confirmed the number.',
    before: {
      ...JNIM_CLAIM,
      content: { ...JNIM_CLAIM.content, figure: { kind: 'exact', n: 15, verbatim: '15', lang: 'en' } },
    },
    after: JNIM_CLAIM,
  },
  {
    sequence: 40,
    at: at('2024-07-28T14:00:00Z'),
    type: 'claim',
    id: JNIM_CLAIM.id,
    eventId: idOf('event', 'ambush'),
    kind: 'added',
    reason: null,
    before: null,
    after: JNIM_CLAIM,
  },
]
