import type { Entry, EntryType, EntryTypes, Revision } from './entry.ts'
import {
  type FieldRules,
  publicCaptures,
  publicPart,
  publicTranslation,
  publicTranslations,
  publicWhere,
} from './public-parts.ts'

type Content<Type extends EntryType> = EntryTypes[Type]['content']

/** What hangs on the entry as a whole: may this revision name the point, the person? */
interface Caution {
  readonly isSensitive: boolean
  readonly isUnnamed: boolean
}

/**
 * What of each entry readers may have, field by field: the one place where it is decided, for pages, exports and the
 * download alike. A new field does not compile until it stands here.
 *
 * @see record.md 1.1, "Never public"
 */
const FIELDS: { readonly [Type in EntryType]: (caution: Caution) => FieldRules<Content<Type>> } = {
  place: ({ isSensitive }) => ({
    slug: 'public',
    names: 'public',
    kind: 'public',
    parentId: 'public',
    country: 'public',
    adm1: 'public',
    // A gazetteer's number leads straight to its point.
    codes: (codes) => (isSensitive ? [] : codes),
    point: (point) => (isSensitive ? null : point),
    coordinateSource: (source) => (isSensitive ? null : source),
    isSensitive: 'internal',
    mergedInto: 'public',
  }),
  actor: () => ({
    slug: 'public',
    names: 'public',
    kind: 'public',
    memberships: 'public',
    country: 'public',
    codes: 'public',
    about: 'public',
    mergedInto: 'public',
  }),
  event: ({ isSensitive }) => ({
    slug: 'public',
    titles: 'public',
    type: 'public',
    when: 'public',
    where: (where) => publicWhere(where, isSensitive),
    partOf: 'public',
    sides: 'public',
    participation: 'public',
    mergedInto: 'public',
  }),
  'victim-group': () => ({
    eventId: 'public',
    affiliation: 'public',
    standing: 'public',
    sex: 'public',
    ageClass: 'public',
    nationality: 'public',
    labels: 'public',
    subsetOf: 'public',
    partitionBasis: 'public',
    privateNote: 'internal',
  }),
  source: ({ isUnnamed }) => ({
    slug: 'public',
    kind: 'public',
    names: (names) => (isUnnamed ? [] : names),
    actorId: 'public',
    anonymity: 'public',
    description: 'public',
    category: 'public',
    ownerId: 'public',
    sympathy: 'public',
    reliability: 'internal',
    mergedInto: 'public',
  }),
  document: () => ({
    publisherId: 'public',
    author: 'public',
    url: 'public',
    title: 'public',
    publishedAt: 'public',
    publishedOn: 'public',
    zone: 'public',
    language: 'public',
    wireOf: 'public',
    translationOf: 'public',
    translation: publicTranslation,
    captures: publicCaptures,
    isHeld: 'public',
    text: 'internal',
  }),
  evidence: ({ isSensitive }) => ({
    kind: 'public',
    title: 'public',
    documentId: 'public',
    captures: publicCaptures,
    geolocation: (where) => where && publicWhere(where, isSensitive),
    chronolocation: 'public',
    claimIds: 'public',
    isPublic: 'public',
  }),
  claim: () => ({
    claimantId: 'public',
    act: 'public',
    saidAt: 'public',
    about: 'public',
    figure: 'public',
    counting: 'public',
    basis: 'public',
    figureReadFrom: 'public',
    wording: 'public',
    translations: publicTranslations,
    hedge: 'public',
    namedDead: 'public',
    revises: 'public',
    retracts: 'public',
    denies: 'public',
    derivedFrom: 'public',
    sameStatementAs: 'public',
    includes: 'public',
    sharedEvidence: 'public',
  }),
  appearance: () => ({
    claimId: 'public',
    documentId: 'public',
    span: 'public',
    takenFrom: 'public',
    via: 'public',
    viaText: 'public',
    withdrawnOn: 'public',
  }),
  assessment: () => ({
    subject: 'public',
    verdict: 'public',
    best: 'public',
    standard: 'public',
    methods: 'public',
    evidenceIds: 'public',
    at: 'public',
    likelihood: 'public',
    supersedes: 'public',
    signers: 'public',
    by: 'internal',
    credibility: 'internal',
  }),
}

/**
 * The public history of one entry, from all its revisions, oldest first.
 *
 * Nothing before it first went live, and no draft after. Internal fields are left out. Where a later revision, a draft
 * included, makes a place sensitive, a source unnamed or a piece of evidence no longer public, the earlier revisions are
 * held back with it: what must not be known now must not be read in history either. A revision whose text was erased
 * stays, without text.
 */
export function publicRevisions(revisions: readonly Revision[]): Revision[] {
  const firstLive = revisions.findIndex(({ status }) => status === 'live')
  if (firstLive === -1) return []
  const since = revisions.slice(firstLive)
  return since.flatMap((revision, index) => {
    const fromHere = since.slice(index)
    if (revision.status === 'draft' || fromHere.some(isHidden)) return []
    const caution = { isSensitive: fromHere.some(isSensitive), isUnnamed: fromHere.some(isUnnamed) }
    return [publicRevision(revision, caution)]
  })
}

function publicRevision(revision: Revision, caution: Caution): Revision {
  const { type, id, rev, status, recordedAt, sequence, reason, act, erasedAt, eventId, content } = revision
  const left = content && publicContent(type, content, caution)
  return { type, id, rev, status, recordedAt, sequence, reason, act, erasedAt, eventId, content: left } as Revision
}

function publicContent(type: EntryType, content: Entry['content'], caution: Caution): Entry['content'] {
  // Each type's rules fit its own content; the compiler cannot pair the two through a variable type.
  const rules = FIELDS[type](caution) as unknown as FieldRules<Entry['content']>
  const left = publicPart(rules, content)
  return isHeldInPrivate(content) && 'captures' in left && left.captures.length === 0 ? { ...left, isHeld: true } : left
}

/** A document of which we hold something, whoever may know of it. */
const isHeldInPrivate = (content: Entry['content']): boolean => 'publisherId' in content && content.captures.length > 0

const isHidden = ({ type, content }: Revision): boolean => type === 'evidence' && content !== null && !content.isPublic

const isUnnamed = ({ type, content }: Revision): boolean =>
  type === 'source' && content !== null && content.anonymity !== 'named'

function isSensitive({ type, content }: Revision): boolean {
  if (content === null) return false
  if (type === 'place') return content.isSensitive ?? false
  if (type === 'event') return content.where.isSensitive ?? false
  return type === 'evidence' && (content.geolocation?.isSensitive ?? false)
}
