import type { IdKind } from '../../src/ids.ts'
import type { Actor, Membership } from '../../src/record/actor.ts'
import type { Appearance } from '../../src/record/appearance.ts'
import type { Assessment } from '../../src/record/assessment.ts'
import type { About, Cell, Claim, Measure, Proposition } from '../../src/record/claim.ts'
import type { Entry, EntryHead, EntryOf, EntryType, EntryTypes, Revision } from '../../src/record/entry.ts'
import type { RecordEvent } from '../../src/record/event.ts'
import type { Evidence } from '../../src/record/evidence.ts'
import type { Place } from '../../src/record/place.ts'
import { type RecordSet, recordSet } from '../../src/record/record-set.ts'
import type { SourceDocument } from '../../src/record/source-document.ts'
import type { Source } from '../../src/record/source.ts'
import type { VictimGroup } from '../../src/record/victim-group.ts'
import { at } from '../builders.ts'
import { aFigure, cell, edtf, idOf, when } from './short-forms.ts'

export { aFigure, cell, edtf, idOf, when } from './short-forms.ts'

/** When an entry was recorded, in which revision and state; numbers come from `inOrder`. */
export interface Recorded {
  readonly recorded?: string
  readonly status?: EntryHead['status']
  readonly rev?: number
}

const entry = <Type extends EntryType>(
  type: Type,
  name: string,
  { recorded, status = 'live', rev = 1 }: Recorded,
  content: EntryTypes[Type]['content'],
): EntryOf<Type> => ({
  type,
  id: idOf(type, name) as EntryTypes[Type]['id'],
  rev,
  status,
  recordedAt: at(recorded ?? '2024-07-27T00:00:00Z'),
  sequence: 0,
  content,
})

const slugOf = (name: string) => name.toLowerCase().replaceAll(/[^0-9a-z]+/g, '-')
const named = (text: string) => [{ text, lang: 'en', script: null, kind: 'official' as const }]
const ids = <Kind extends IdKind>(kind: Kind, names: readonly string[] = []) => names.map((name) => idOf(kind, name))
const idOrNull = <Kind extends IdKind>(kind: Kind, name: string | undefined) => (name ? idOf(kind, name) : null)

export const aPlace = (name: string, more: Recorded & { content?: Partial<Place> } = {}): EntryOf<'place'> =>
  entry('place', name, more, {
    slug: slugOf(name),
    names: named(name),
    kind: 'settlement',
    parentId: null,
    country: 'ML',
    adm1: null,
    codes: [],
    point: null,
    coordinateSource: null,
    ...more.content,
  })

interface ActorMore extends Recorded {
  readonly partOf?: string
  readonly branchOf?: string
  readonly alliedWith?: string
  readonly employedBy?: string
  readonly content?: Partial<Actor>
}

const member = (of: string | undefined, relation: Membership['relation']): Membership[] =>
  of ? [{ ofId: idOf('actor', of), relation, from: null, to: null }] : []

/** An actor; its memberships are without dates unless `content` says otherwise. */
export const anActor = (name: string, more: ActorMore = {}): EntryOf<'actor'> => {
  return entry('actor', name, more, {
    slug: slugOf(name),
    names: named(name),
    kind: 'non-state-armed-group',
    memberships: [
      ...member(more.partOf, 'part-of'),
      ...member(more.branchOf, 'branch-of'),
      ...member(more.alliedWith, 'allied-with'),
      ...member(more.employedBy, 'employed-by'),
    ],
    country: null,
    codes: [],
    about: {},
    ...more.content,
  })
}

interface EventMore extends Recorded {
  readonly when?: string
  readonly place?: string
  readonly partOf?: readonly string[]
  /** One list of actors a side. */
  readonly sides?: readonly (readonly string[])[]
  /** Actors said to have done harm here. */
  readonly perpetrators?: readonly string[]
  readonly content?: Partial<RecordEvent>
}

export const anEvent = (name: string, more: EventMore = {}): EntryOf<'event'> =>
  entry('event', name, more, {
    slug: slugOf(name),
    titles: { en: name },
    type: 'armed-clash',
    when: when(more.when ?? '2024-07-27'),
    where: { placeId: idOf('place', more.place ?? 'town'), relation: 'at', precision: 2, basis: null },
    partOf: ids('event', more.partOf),
    sides: (more.sides ?? []).map((actors) => ({ label: { en: actors.join(', ') }, actorIds: ids('actor', actors) })),
    participation: ids('actor', more.perpetrators).map((actorId) => ({
      actorId,
      role: 'perpetrator-alleged' as const,
      basis: null,
    })),
    ...more.content,
  })

interface GroupMore extends Recorded {
  readonly of: string
  readonly affiliation?: string
  readonly subsetOf?: readonly string[]
  readonly content?: Partial<VictimGroup>
}

/** Victims of an event and of its parts: combatants where an affiliation is given, else civilians. */
export const aGroup = (name: string, more: GroupMore): EntryOf<'victim-group'> =>
  entry('victim-group', name, more, {
    eventId: idOf('event', more.of),
    affiliation: idOrNull('actor', more.affiliation),
    standing: more.affiliation ? 'combatant' : 'civilian',
    labels: { en: name },
    subsetOf: ids('victim-group', more.subsetOf),
    ...more.content,
  })

interface SourceMore extends Recorded {
  /** For whom it speaks. */
  readonly actor?: string
  /** "two security officials": makes it an unnamed source. */
  readonly described?: string
  readonly category?: Source['category']
  /** Not even described: "reports". */
  readonly unknown?: boolean
  readonly owner?: string
  readonly content?: Partial<Source>
}

export const aSource = (name: string, more: SourceMore = {}): EntryOf<'source'> =>
  entry('source', name, more, {
    slug: slugOf(name),
    kind: more.described ? 'person' : 'organisation',
    names: more.described || more.unknown ? [] : named(name),
    actorId: idOrNull('actor', more.actor),
    anonymity: more.unknown ? 'none' : more.described ? 'described' : 'named',
    description: more.described ? { text: more.described, lang: 'en' } : null,
    category: more.category ?? null,
    ownerId: idOrNull('source', more.owner),
    sympathy: {},
    ...more.content,
  })

interface DocumentMore extends Recorded {
  readonly by: string
  readonly published?: string
  readonly wireOf?: string
  /** Do we hold a capture of it? */
  readonly isCaptured?: boolean
  readonly content?: Partial<SourceDocument>
}

export const aDocument = (name: string, more: DocumentMore): EntryOf<'document'> => {
  const publishedAt = at(more.published ?? '2024-07-28T08:00:00Z')
  const capture = { at: publishedAt, sha256: 'ab'.repeat(32), mediaType: 'text/html', bytes: 1000, isPublic: true }
  return entry('document', name, more, {
    publisherId: idOf('source', more.by),
    author: null,
    url: `https://example.org/${slugOf(name)}`,
    title: name,
    publishedAt,
    publishedOn: null,
    zone: 'UTC',
    language: 'en',
    wireOf: idOrNull('document', more.wireOf),
    translationOf: null,
    captures: more.isCaptured ? [capture] : [],
    ...more.content,
  })
}

/** `occurred`; or who is said to have taken part or to be responsible. */
type That =
  | 'occurred'
  | { readonly participated: string; readonly as?: string }
  | { readonly responsible: string }
  | { readonly controls: string; readonly place: string }

function propositionOf(that: That): Proposition {
  if (that === 'occurred') return { kind: 'occurred' }
  if ('participated' in that) {
    return { kind: 'participated', actorId: idOf('actor', that.participated), as: that.as ?? null }
  }
  if ('responsible' in that) return { kind: 'responsible', actorId: idOf('actor', that.responsible) }
  return { kind: 'control', placeId: idOf('place', that.place), actorId: idOf('actor', that.controls) }
}

interface ClaimMore extends Recorded {
  readonly by: string
  readonly act?: Claim['act']
  /** EDTF, or an hour. */
  readonly said?: string
  readonly on: string
  /** The group and measure of a figure… */
  readonly group?: string
  readonly measure?: Measure
  readonly figure?: string
  /** …or what is so without a number. */
  readonly that?: That
  readonly denies?: string
  readonly derivedFrom?: readonly string[]
  /** Claims of which it made one figure. */
  readonly addedUpFrom?: readonly string[]
  readonly sameStatementAs?: string
  readonly includes?: readonly string[]
  readonly content?: Partial<Claim>
}

const aboutOf = ({ on, group, measure, that }: ClaimMore): About =>
  group === undefined
    ? { kind: 'proposition', eventId: idOf('event', on), proposition: propositionOf(that ?? 'occurred') }
    : { kind: 'measure', ...cell(on, group, measure) }

/** A claim; about people killed unless a measure is given, and about the event's happening when no group is. */
export const aClaim = (name: string, more: ClaimMore): EntryOf<'claim'> => {
  const figure = more.figure === undefined ? null : aFigure(more.figure)
  return entry('claim', name, more, {
    claimantId: idOf('source', more.by),
    act: more.act ?? 'assert',
    saidAt: when(more.said ?? '2024-07-28'),
    about: aboutOf(more),
    figure,
    counting: { kind: 'incident' },
    basis: 'not-stated',
    figureReadFrom: 'original',
    wording: { text: figure?.verbatim ?? 'It is so.', lang: 'en', documentId: null, start: null, end: null },
    translations: [],
    hedge: null,
    namedDead: 0,
    revises: null,
    retracts: null,
    denies: idOrNull('claim', more.denies),
    derivedFrom: [
      ...ids('claim', more.derivedFrom).map((claimId) => ({ claimId, how: 'repeats' as const })),
      ...ids('claim', more.addedUpFrom).map((claimId) => ({ claimId, how: 'aggregates' as const })),
    ],
    sameStatementAs: idOrNull('claim', more.sameStatementAs),
    includes: ids('claim', more.includes),
    sharedEvidence: [],
    ...more.content,
  })
}

/** A denial, of another claim (`denies`) or of a proposition (`that`). */
export const aDenial = (name: string, more: ClaimMore): EntryOf<'claim'> => aClaim(name, { act: 'deny', ...more })

interface LaterMore extends Recorded {
  readonly said?: string
  readonly figure?: string
  readonly content?: Partial<Claim>
}

/** The same claimant gives another figure in place of an earlier claim of its own. */
export const aRevision = (name: string, of: EntryOf<'claim'>, more: LaterMore): EntryOf<'claim'> =>
  laterClaim(name, of, more, { act: 'revise', revises: of.id })

/** The same claimant takes an earlier claim of its own back; `figure` restates another one. */
export const aRetraction = (name: string, of: EntryOf<'claim'>, more: LaterMore = {}): EntryOf<'claim'> =>
  laterClaim(name, of, more, { act: 'retract', retracts: of.id })

const laterClaim = (
  name: string,
  { content: earlier }: EntryOf<'claim'>,
  more: LaterMore,
  change: Partial<Claim>,
): EntryOf<'claim'> => {
  const figure = more.figure === undefined ? null : aFigure(more.figure)
  return entry('claim', name, more, {
    ...earlier,
    saidAt: when(more.said ?? '2024-07-29'),
    figure,
    wording: { ...earlier.wording, text: figure?.verbatim ?? 'We take it back.' },
    translations: [],
    namedDead: 0,
    revises: null,
    retracts: null,
    denies: null,
    derivedFrom: [],
    sameStatementAs: null,
    includes: [],
    ...change,
    ...more.content,
  })
}

interface AppearanceMore extends Recorded {
  readonly of: string
  readonly in: string
  /** The claim itself, another appearance, or unknown. */
  readonly from?: { readonly claim: string } | { readonly appearance: string }
  readonly via?: readonly string[]
  readonly withdrawn?: string
  readonly content?: Partial<Appearance>
}

export const anAppearance = (name: string, more: AppearanceMore): EntryOf<'appearance'> =>
  entry('appearance', name, more, {
    claimId: idOf('claim', more.of),
    documentId: idOf('document', more.in),
    span: null,
    takenFrom: takenFrom(more.from),
    via: ids('source', more.via),
    viaText: null,
    withdrawnOn: more.withdrawn ? edtf(more.withdrawn) : null,
    ...more.content,
  })

function takenFrom(from: AppearanceMore['from']): Appearance['takenFrom'] {
  if (!from) return { kind: 'unknown' }
  if ('claim' in from) return { kind: 'claim', id: idOf('claim', from.claim) }
  return { kind: 'appearance', id: idOf('appearance', from.appearance) }
}

export const someEvidence = (
  name: string,
  more: Recorded & { content?: Partial<Evidence> } = {},
): EntryOf<'evidence'> =>
  entry('evidence', name, more, {
    kind: 'photo',
    title: name,
    documentId: null,
    captures: [],
    geolocation: null,
    chronolocation: null,
    claimIds: [],
    isPublic: true,
    ...more.content,
  })

interface AssessmentMore extends Recorded {
  readonly of: { readonly claim: string } | Cell
  readonly content?: Partial<Assessment>
}

export const anAssessment = (name: string, more: AssessmentMore): EntryOf<'assessment'> =>
  entry('assessment', name, more, {
    subject:
      'claim' in more.of ? { kind: 'claim', claimId: idOf('claim', more.of.claim) } : { kind: 'cell', ...more.of },
    verdict: 'verified',
    best: null,
    standard: {},
    methods: [],
    evidenceIds: [],
    at: at('2024-08-10T09:00:00Z'),
    likelihood: null,
    supersedes: null,
    signers: 2,
    ...more.content,
  })

/** Anything that `inOrder` takes: entries, and lists of them. */
export type Entries = readonly (Entry | Entries)[]

const flat = (entries: Entries): Entry[] =>
  entries.flatMap((one) => (Array.isArray(one) ? flat(one as Entries) : [one as Entry]))

/** Entries numbered in the order in which they stand: what stands later was recorded later. */
export const inOrder = (...entries: Entries): Entry[] =>
  flat(entries).map((one, index) => ({ ...one, sequence: index + 1 }))

/** The set that these entries make, numbered in the order in which they stand. */
export const aSet = (...entries: Entries): RecordSet => recordSet(inOrder(...entries))

/** Entries as revisions of the log, numbered in order. */
export const revisionsOf = (...entries: Entries): Revision[] =>
  inOrder(...entries).map((one) => ({ ...one, reason: null, act: `record-${one.type}`, erasedAt: null, eventId: null }))
