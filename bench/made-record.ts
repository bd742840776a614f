import type { RecordEntry } from '../src/edition/apply-record-rows.ts'
import { type IdKind, makeId } from '../src/ids.ts'
import type { Claim } from '../src/record/claim.ts'
import type { EntryId, EntryType, EntryTypes, Revision } from '../src/record/entry.ts'
import { EVENT_TYPES } from '../src/record/event.ts'
import type { Quantity } from '../src/record/quantity.ts'
import type { Edtf } from '../src/record/when.ts'
import { type Instant, instantOf } from '../src/time.ts'

/** Actors, places and sources that all events share. */
const ACTORS = 300
const PLACES = 2_000
const SOURCES = 2_000

/** Claims of each event. */
const CLAIMS = 10

const PREFIXES = new Map<IdKind, string>()

/** The id of the n-th thing of its kind: `evt_7`. */
export function nthId<Kind extends IdKind>(kind: Kind, number: number | string): ReturnType<typeof makeId<Kind>> {
  const prefix = PREFIXES.get(kind) ?? makeId(kind, new Uint8Array(16)).split('_')[0] ?? ''
  PREFIXES.set(kind, prefix)
  return `${prefix}_${number}` as ReturnType<typeof makeId<Kind>>
}

/**
 * A record of so many events with ten claims each, by portions of some hundred entries: every tenth event is a battle
 * of the three after it, groups lie within groups, claims repeat, revise, deny and retract one another.
 */
export function* madeRecord(events: number): Generator<RecordEntry[]> {
  const entry = entriesInOrder()
  yield Array.from({ length: PLACES }, (_, number) => entry('place', number, aPlace(number)))
  yield Array.from({ length: ACTORS }, (_, number) => entry('actor', number, anActor(number)))
  yield Array.from({ length: SOURCES }, (_, number) => entry('source', number, aSource(number)))
  for (let first = 0; first < events; first += 50) {
    const some = Array.from({ length: Math.min(50, events - first) }, (_, index) => first + index)
    yield some.flatMap((number) => entriesOf(number, entry))
  }
}

type MakeEntry = <Type extends EntryType>(
  type: Type,
  number: number | string,
  content: EntryTypes[Type]['content'],
) => RecordEntry

function entriesInOrder(): MakeEntry {
  let sequence = 0
  return (type, number, content) => {
    sequence += 1
    const id = nthId(type, number)
    const head = { rev: 1, status: 'live', recordedAt: hour(sequence), sequence }
    const revision = { ...head, type, id, content, reason: null, act: `record-${type}`, erasedAt: null }
    return { id: id as EntryId, type, revisions: [revision as unknown as Revision] }
  }
}

const hour = (minutes: number): Instant => instantOf(new Date(Date.UTC(2024, 0, 1) + minutes * 1_000))

/** The day of the n-th event: ten years of them. */
const day = (number: number, later = 0): string =>
  new Date(Date.UTC(2015, 0, 1 + ((number * 7) % 3_650) + later)).toISOString().slice(0, 10)

const named = (text: string) => [{ text, lang: 'en', script: null, kind: 'official' as const }]

const aPlace = (number: number): EntryTypes['place']['content'] => ({
  slug: `place-${number}`,
  names: named(`Place ${number}`),
  kind: number < 5 ? 'country' : number < 55 ? 'adm1' : 'settlement',
  parentId: number < 5 ? null : nthId('place', number < 55 ? number % 5 : 5 + (number % 50)),
  country: number < 5 ? (['ML', 'NE', 'BF', 'TD', 'MR'][number] ?? null) : null,
  adm1: null,
  codes: [],
  point: number < 55 ? null : { lat: 12 + (number % 80) / 10, lon: (number % 70) / 10 },
  coordinateSource: 'GeoNames',
})

const anActor = (number: number): EntryTypes['actor']['content'] => ({
  slug: `actor-${number}`,
  names: named(`Actor ${number}`),
  kind: 'non-state-armed-group',
  memberships: number < 30 ? [] : [{ ofId: nthId('actor', number % 30), relation: 'part-of', from: null, to: null }],
  country: null,
  codes: [],
  about: {},
})

const aSource = (number: number): EntryTypes['source']['content'] => ({
  slug: `source-${number}`,
  kind: 'organisation',
  names: number % 10 === 9 ? [] : named(`Source ${number}`),
  actorId: number < 200 ? nthId('actor', number) : null,
  anonymity: number % 10 === 9 ? 'described' : 'named',
  description: number % 10 === 9 ? { text: 'a security official', lang: 'en' } : null,
  category: number % 10 === 9 ? 'security' : null,
  ownerId: null,
  sympathy: {},
})

/** An event, its groups, its documents, its claims and where they stood. */
function entriesOf(number: number, entry: MakeEntry): RecordEntry[] {
  const battle = number - (number % 10)
  const groups = [`${number}a`, `${number}b`]
  return [
    entry('event', number, {
      slug: `event-${number}`,
      titles: { en: `Event ${number}`, fr: `Événement ${number}` },
      type: EVENT_TYPES[number % EVENT_TYPES.length] ?? 'other',
      when: { edtf: (number % 10 === 0 ? `${day(number)}/${day(number, 5)}` : day(number)) as Edtf, basis: null },
      where: { placeId: nthId('place', 55 + (number % (PLACES - 55))), relation: 'at', precision: 2, basis: null },
      partOf: number % 10 > 0 && number % 10 < 4 ? [nthId('event', battle)] : [],
      sides: [0, 1].map((side) => ({
        label: { en: `Side ${side}` },
        actorIds: [nthId('actor', sideOf(number, side))],
      })),
      participation: [],
    }),
    ...groups.map((name, index) =>
      entry('victim-group', name, {
        eventId: nthId('event', number),
        affiliation: index === 0 ? nthId('actor', sideOf(number, 1)) : null,
        standing: index === 0 ? 'combatant' : 'civilian',
        labels: { en: index === 0 ? 'Fighters' : 'Civilians' },
        subsetOf: [],
      }),
    ),
    ...[0, 1].map((index) => entry('document', `${number}d${index}`, aDocument(number, index))),
    ...Array.from({ length: CLAIMS }, (_, index) => entry('claim', `${number}c${index}`, aClaim(number, index))),
    ...[0, 1, 2, 3].map((index) =>
      entry('appearance', `${number}e${index}`, {
        claimId: nthId('claim', `${number}c${index * 2}`),
        documentId: nthId('document', `${number}d${index % 2}`),
        span: null,
        takenFrom: index === 0 ? { kind: 'unknown' } : { kind: 'appearance', id: nthId('appearance', `${number}e0`) },
        via: [],
        viaText: null,
        withdrawnOn: null,
      }),
    ),
  ]
}

const sideOf = (number: number, side: number): number => (number * 3 + side * 31) % ACTORS

const aDocument = (number: number, index: number): EntryTypes['document']['content'] => ({
  publisherId: nthId('source', 200 + ((number + index) % 300)),
  author: null,
  url: `https://example.org/${number}/${index}`,
  title: `Dispatch ${index} on event ${number}`,
  publishedAt: hour(number),
  publishedOn: null,
  zone: 'UTC',
  language: 'en',
  wireOf: null,
  translationOf: null,
  captures: [],
})

const FIGURES: readonly ((number: number) => Quantity)[] = [
  (n) => ({ kind: 'exact', n, verbatim: String(n), lang: 'en' }),
  (n) => ({ kind: 'atLeast', n, verbatim: `at least ${n}`, lang: 'en' }),
  (n) => ({ kind: 'approx', n, verbatim: `about ${n}`, lang: 'en' }),
  () => ({ kind: 'vague', term: 'dozens', verbatim: 'dozens', lang: 'en' }),
]

function aClaim(number: number, index: number): Claim {
  // The sixth claim revises the first of its claimant, the eighth repeats the third, the tenth denies the second.
  const earlier = (other: number) => nthId('claim', `${number}c${other}`)
  const speaker = index === 5 ? 0 : index
  return {
    claimantId: nthId('source', speaker < 2 ? sideOf(number, speaker) % 200 : (number * 13 + speaker * 29) % SOURCES),
    act: index === 5 ? 'revise' : index === 9 ? 'deny' : 'assert',
    saidAt: { edtf: day(number, 1 + index) as Edtf, basis: null },
    about: {
      kind: 'measure',
      eventId: nthId('event', number),
      groupId: nthId('victim-group', `${number}${index % 2 === 0 || index === 5 ? 'a' : 'b'}`),
      measure: index % 4 === 3 ? 'wounded' : 'killed',
      equipment: null,
    },
    figure:
      index === 9 ? null : (FIGURES[(number + index) % FIGURES.length]?.(2 + ((number * 7 + index) % 60)) ?? null),
    counting: { kind: 'incident' },
    basis: 'not-stated',
    figureReadFrom: 'original',
    wording: {
      text: `The statement on event ${number} gives its figure in these words.`,
      lang: 'en',
      documentId: nthId('document', `${number}d${index % 2}`),
      start: null,
      end: null,
    },
    translations: [],
    hedge: null,
    namedDead: 0,
    revises: index === 5 ? earlier(0) : null,
    retracts: null,
    denies: index === 9 ? earlier(1) : null,
    derivedFrom: index === 7 ? [{ claimId: earlier(3), how: 'repeats' }] : [],
    sameStatementAs: index === 3 ? earlier(1) : null,
    includes: [],
    sharedEvidence: [],
  }
}
