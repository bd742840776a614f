import { parseId } from '../ids.ts'
import { ENTRY_TYPES, type EntryId, type EntryType } from '../record/entry.ts'

/** Where in an entry's content another entry is named: the path, and the type it must have. */
type LinkPaths = Readonly<Record<string, EntryType | readonly EntryType[]>>

/** Every place in every type of entry where another entry is named. `[]` stands for each member of a list. */
const LINK_PATHS: Readonly<Record<EntryType, LinkPaths>> = {
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

/** One entry named by another: the path within the content, and the id (or, in a record file, the key) that stands there. */
export interface Link {
  readonly field: string
  readonly to: string
}

/** Which type of entry an id belongs to; undefined when it is none of the record's. */
export const entryTypeOf = (id: string): EntryType | undefined =>
  ENTRY_TYPES.find((type) => parseId(type, id) !== undefined)

/** The types that may be named at a path. */
export const typesAt = (type: EntryType, field: string): readonly EntryType[] => [LINK_PATHS[type][field] ?? []].flat()

/** Everything that this content names, in the order of the paths. */
export function linksOf(type: EntryType, content: unknown): Link[] {
  const found: Link[] = []
  mapLinks(type, content, (link) => {
    found.push(link)
    return link.to
  })
  return found
}

/** The entries that this content names, each once. */
export const namedIn = (type: EntryType, content: unknown): EntryId[] => [
  ...new Set(linksOf(type, content).map(({ to }) => to as EntryId)),
]

/** The content with every name of another entry replaced by what `rename` makes of it; everything else as it is. */
export function mapLinks<Content>(type: EntryType, content: Content, rename: (link: Link) => string): Content {
  let mapped: unknown = content
  for (const field of Object.keys(LINK_PATHS[type]))
    mapped = mapAt(mapped, field.split('.'), (to) => rename({ field, to }))
  return mapped as Content
}

function mapAt(value: unknown, path: readonly string[], rename: (to: string) => string): unknown {
  const [step, ...rest] = path
  if (step === undefined) return typeof value === 'string' ? rename(value) : value
  if (typeof value !== 'object' || value === null) return value
  const name = step.replace('[]', '')
  const inner = (value as Readonly<Record<string, unknown>>)[name]
  if (inner === undefined || inner === null) return value
  const mapped =
    step.endsWith('[]') && Array.isArray(inner)
      ? inner.map((member: unknown) => mapAt(member, rest, rename))
      : mapAt(inner, rest, rename)
  return { ...value, [name]: mapped }
}
