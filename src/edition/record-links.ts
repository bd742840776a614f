import type { EntryId, EntryType, EntryTypes } from '../record/entry.ts'
import { ENTRY_TYPES } from '../record/entry.ts'
import { parseId } from '../ids.ts'
import type { RecordLinkRow } from './record-tables.ts'

/** One entry names another; `field` is the path within its content, `[]` for each member of a list. */
export interface RecordLink {
  readonly field: string
  readonly to: EntryId
}

type Found = readonly [field: string, to: EntryId | null | undefined]

/** An entry's type and content, told apart by the type. */
export type Content = { [Type in EntryType]: { type: Type; content: EntryTypes[Type]['content'] } }[EntryType]

/**
 * Where an entry belongs: a claim and a group to their event, an appearance to its claim, an assessment to what it
 * judges, evidence to the claims it speaks to, a retraction to what it takes back. Whatever looks at an event looks at
 * what belongs to it, and on from there.
 */
export const BELONGS: ReadonlySet<string> = new Set([
  'eventId',
  'about.eventId',
  'claimId',
  'claimIds[]',
  'subject.claimId',
  'subject.eventId',
  'revises',
  'retracts',
  'denies',
])

/** What makes events one family: parts and wholes, and the same event told twice. */
export const FAMILY = ['partOf[]', 'mergedInto'] as const

/** What is not followed from an entry to what it names: the event and the claims that it merely belongs to. */
export const NOT_FOLLOWED: ReadonlySet<string> = new Set([
  'eventId',
  'about.eventId',
  'claimIds[]',
  'subject.claimId',
  'subject.eventId',
  'partOf[]',
])

/** Everything that an entry names, each place once. */
export function linksOf(entry: Content): RecordLink[] {
  const found = new Map<string, RecordLink>()
  for (const [field, to] of namedIn(entry)) if (to) found.set(`${field} ${to}`, { field, to })
  return [...found.values()]
}

function namedIn(entry: Content): Found[] {
  switch (entry.type) {
    case 'event':
      return inEvent(entry.content)
    case 'claim':
      return inClaim(entry.content)
    case 'place':
      return [
        ['parentId', entry.content.parentId],
        ['mergedInto', entry.content.mergedInto],
      ]
    case 'actor':
      return [
        ...all('memberships[].ofId', entry.content.memberships, (one) => one.ofId),
        ['mergedInto', entry.content.mergedInto],
      ]
    case 'source':
      return [
        ['actorId', entry.content.actorId],
        ['ownerId', entry.content.ownerId],
        ['mergedInto', entry.content.mergedInto],
      ]
    case 'document':
      return [
        ['publisherId', entry.content.publisherId],
        ['wireOf', entry.content.wireOf],
        ['translationOf', entry.content.translationOf],
      ]
    case 'victim-group':
      return [
        ['eventId', entry.content.eventId],
        ['affiliation', entry.content.affiliation],
        ...all('subsetOf[]', entry.content.subsetOf, (id) => id),
        ['partitionBasis', entry.content.partitionBasis],
      ]
    case 'appearance':
      return inAppearance(entry.content)
    case 'evidence':
      return inEvidence(entry.content)
    case 'assessment':
      return inAssessment(entry.content)
  }
}

const all = <Member>(field: string, members: readonly Member[], to: (member: Member) => EntryId | null): Found[] =>
  members.map((member) => [field, to(member)] as const)

const inEvent = ({
  when,
  where,
  partOf,
  sides,
  participation,
  mergedInto,
}: EntryTypes['event']['content']): Found[] => [
  ['when.anchor.document', when.anchor?.document],
  ['where.placeId', where.placeId],
  ['where.place2Id', where.place2Id],
  ...all('partOf[]', partOf, (id) => id),
  ...all(
    'sides[].actorIds[]',
    sides.flatMap((side) => side.actorIds),
    (id) => id,
  ),
  ...all('participation[].actorId', participation, (one) => one.actorId),
  ...all('participation[].basis', participation, (one) => one.basis),
  ['mergedInto', mergedInto],
]

const inClaim = (claim: EntryTypes['claim']['content']): Found[] => [
  ['claimantId', claim.claimantId],
  ['saidAt.anchor.document', claim.saidAt.anchor?.document],
  ...inAbout(claim.about),
  ['wording.documentId', claim.wording.documentId],
  ['revises', claim.revises],
  ['retracts', claim.retracts],
  ['denies', claim.denies],
  ...all('derivedFrom[].claimId', claim.derivedFrom, (one) => one.claimId),
  ['sameStatementAs', claim.sameStatementAs],
  ...all('includes[]', claim.includes, (id) => id),
  ...all('sharedEvidence[]', claim.sharedEvidence, (id) => id),
]

function inAbout(about: EntryTypes['claim']['content']['about']): Found[] {
  const event: Found = ['about.eventId', about.eventId]
  if (about.kind === 'measure') return [event, ['about.groupId', about.groupId]]
  const { proposition } = about
  if (proposition.kind === 'occurred') return [event]
  const actor: Found = ['about.proposition.actorId', proposition.actorId]
  return proposition.kind === 'control'
    ? [event, actor, ['about.proposition.placeId', proposition.placeId]]
    : [event, actor]
}

const inAppearance = ({ claimId, documentId, takenFrom, via }: EntryTypes['appearance']['content']): Found[] => [
  ['claimId', claimId],
  ['documentId', documentId],
  ['takenFrom.id', takenFrom.kind === 'unknown' ? null : takenFrom.id],
  ...all('via[]', via, (id) => id),
]

const inEvidence = (evidence: EntryTypes['evidence']['content']): Found[] => [
  ['documentId', evidence.documentId],
  ['geolocation.placeId', evidence.geolocation?.placeId],
  ['geolocation.place2Id', evidence.geolocation?.place2Id],
  ['chronolocation.anchor.document', evidence.chronolocation?.anchor?.document],
  ...all('claimIds[]', evidence.claimIds, (id) => id),
]

const inAssessment = ({ subject, evidenceIds, supersedes }: EntryTypes['assessment']['content']): Found[] => [
  ...(subject.kind === 'claim'
    ? ([['subject.claimId', subject.claimId]] as const)
    : ([
        ['subject.eventId', subject.eventId],
        ['subject.groupId', subject.groupId],
      ] as const)),
  ...all('evidenceIds[]', evidenceIds, (id) => id),
  ['supersedes', supersedes],
]

/** Which type of entry an id belongs to; undefined when it is none of the record's. */
export const entryTypeOf = (id: string): EntryType | undefined =>
  ENTRY_TYPES.find((type) => parseId(type, id) !== undefined)

/** The links of an entry's revisions as rows, each once. */
export function linkRows(id: EntryId, contents: readonly Content[]): RecordLinkRow[] {
  const rows = new Map<string, RecordLinkRow>()
  for (const { field, to } of contents.flatMap(linksOf)) rows.set(`${field} ${to}`, { to_id: to, from_id: id, field })
  return [...rows.values()]
}
