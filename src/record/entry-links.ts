import { parseId } from '../ids.ts'
import { ENTRY_TYPES, type EntryId, type EntryType, type EntryTypes } from './entry.ts'

/** Every path within a content at which an entry's id stands: `about.groupId`, `sides[].actorIds[]`. */
type PathsToIds<Content, Path extends string = ''> = Content extends EntryId
  ? Path
  : Content extends readonly (infer Member)[]
    ? PathsToIds<Member, `${Path}[]`>
    : Content extends object
      ? { [Name in keyof Content & string]-?: PathsToIds<Content[Name], Within<Path, Name>> }[keyof Content & string]
      : never

type Within<Path extends string, Name extends string> = Path extends '' ? Name : `${Path}.${Name}`

/** Where another entry is named: a path within the content; `[]` stands for each member of a list. */
export type LinkField = { [Type in EntryType]: PathsToIds<EntryTypes[Type]['content']> }[EntryType]

/**
 * Which entry may name which others, and where. The one list: storage, the edition, checks and the reading of files go
 * by it. A field that holds an id does not compile until it stands here.
 */
const LINKS: {
  readonly [Type in EntryType]: Readonly<
    Record<PathsToIds<EntryTypes[Type]['content']>, EntryType | readonly EntryType[]>
  >
} = {
  place: { parentId: 'place', mergedInto: 'place' },
  actor: { 'memberships[].ofId': 'actor', mergedInto: 'actor' },
  event: {
    'when.anchor.document': 'document',
    'where.placeId': 'place',
    'where.place2Id': 'place',
    'partOf[]': 'event',
    'sides[].actorIds[]': 'actor',
    'participation[].actorId': 'actor',
    'participation[].basis': 'claim',
    mergedInto: 'event',
  },
  'victim-group': { eventId: 'event', affiliation: 'actor', 'subsetOf[]': 'victim-group', partitionBasis: 'claim' },
  source: { actorId: 'actor', ownerId: 'source', mergedInto: 'source' },
  document: { publisherId: 'source', wireOf: 'document', translationOf: 'document' },
  evidence: {
    documentId: 'document',
    'geolocation.placeId': 'place',
    'geolocation.place2Id': 'place',
    'chronolocation.anchor.document': 'document',
    'claimIds[]': 'claim',
  },
  claim: {
    claimantId: 'source',
    'saidAt.anchor.document': 'document',
    'about.eventId': 'event',
    'about.groupId': 'victim-group',
    'about.proposition.actorId': 'actor',
    'about.proposition.placeId': 'place',
    'wording.documentId': 'document',
    revises: 'claim',
    retracts: 'claim',
    denies: 'claim',
    'derivedFrom[].claimId': 'claim',
    sameStatementAs: 'claim',
    'includes[]': 'claim',
    'sharedEvidence[]': 'evidence',
  },
  appearance: {
    claimId: 'claim',
    documentId: 'document',
    'takenFrom.id': ['appearance', 'claim'],
    'via[]': 'source',
  },
  assessment: {
    'subject.claimId': 'claim',
    'subject.eventId': 'event',
    'subject.groupId': 'victim-group',
    'evidenceIds[]': 'evidence',
    supersedes: 'assessment',
  },
}

interface Place {
  readonly field: LinkField
  /** The path step by step. */
  readonly steps: readonly { readonly name: string; readonly isList: boolean }[]
  readonly types: readonly EntryType[]
}

const PLACES = Object.fromEntries(
  Object.entries(LINKS).map(([type, links]) => [type, Object.entries(links).map(toPlace)]),
) as unknown as Readonly<Record<EntryType, readonly Place[]>>

function toPlace([field, types]: [string, EntryType | readonly EntryType[]]): Place {
  const steps = field.split('.').map((step) => ({ name: step.replace('[]', ''), isList: step.endsWith('[]') }))
  return { field: field as LinkField, steps, types: [types].flat() }
}

/** Where an entry names a claim because it tells something of it: where it stood, what became of it, how it was judged. */
export const OF_A_CLAIM = [
  'claimId',
  'claimIds[]',
  'subject.claimId',
  'revises',
  'retracts',
  'denies',
] as const satisfies readonly LinkField[]

/** One entry named by another: the field, and the id (or, in a record file, the key) that stands there. */
export interface EntryLink<To extends string = EntryId> {
  readonly field: LinkField
  readonly to: To
}

/** Which type of entry an id belongs to; undefined when it is none of the record's. */
export const entryTypeOf = (id: string): EntryType | undefined =>
  ENTRY_TYPES.find((type) => parseId(type, id) !== undefined)

/** The types that may be named in a field. */
export const typesAt = (type: EntryType, field: string): readonly EntryType[] =>
  PLACES[type].find((place) => place.field === field)?.types ?? []

/** Everything that a content names, in the order of the list above; what is named twice in one field comes once. */
export function linksOf(type: EntryType, content: unknown): EntryLink[] {
  const found: EntryLink[] = []
  for (const { field, steps } of PLACES[type]) {
    const ids = new Set<EntryId>()
    collect(content, steps, ids)
    for (const to of ids) found.push({ field, to })
  }
  return found
}

/** The entries that a content names, each once. */
export const namedIn = (type: EntryType, content: unknown): EntryId[] => [
  ...new Set(linksOf(type, content).map(({ to }) => to)),
]

function collect(value: unknown, [step, ...rest]: Place['steps'], into: Set<EntryId>): void {
  if (step === undefined) {
    if (typeof value === 'string') into.add(value as EntryId)
    return
  }
  const inner = memberOf(value, step.name)
  if (!step.isList) collect(inner, rest, into)
  else if (Array.isArray(inner)) for (const member of inner) collect(member, rest, into)
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined

/** The content with every name of another entry replaced by what `rename` makes of it; everything else as it is. */
export function mapLinks<Content>(
  type: EntryType,
  content: Content,
  rename: (link: EntryLink<string>) => string,
): Content {
  let mapped: unknown = content
  for (const { field, steps } of PLACES[type]) mapped = mapAt(mapped, steps, (to) => rename({ field, to }))
  return mapped as Content
}

function mapAt(value: unknown, [step, ...rest]: Place['steps'], rename: (to: string) => string): unknown {
  if (step === undefined) return typeof value === 'string' ? rename(value) : value
  const inner = memberOf(value, step.name)
  if (inner === undefined || inner === null) return value
  const mapped =
    step.isList && Array.isArray(inner)
      ? inner.map((member: unknown) => mapAt(member, rest, rename))
      : mapAt(inner, rest, rename)
  return { ...(value as object), [step.name]: mapped }
}
