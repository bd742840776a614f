import type { Counting } from '../record/claim.ts'
import { displayName, inLanguage } from '../record/display-name.ts'
import { edtfBounds } from '../record/edtf.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { Name, Translated } from '../record/names.ts'
import type { Quantity } from '../record/quantity.ts'
import type * as tables from './record-tables.ts'

/** Researchers' columns are in one language; names that have no English keep their own. */
export const nameForData = (names: readonly Name[]): string => displayName(names, 'en')
export const textForData = (texts: Translated): string => inLanguage(texts, 'en')

/** Stands for a day that nobody knows, and sorts before every other. */
export const UNKNOWN_DAY = '0000-00-00'

const head = ({ id, rev, status, sequence, recordedAt, content }: Entry): tables.EntryRow => ({
  id,
  rev,
  status,
  sequence,
  recorded_at: recordedAt,
  content: JSON.stringify(content),
})

/** An entry as a row of the flat table of its type. */
export const flatRow = (entry: Entry): tables.EntryRow => ({ ...head(entry), ...columnsOf(entry) })

function columnsOf(entry: Entry): object {
  switch (entry.type) {
    case 'place':
      return ofPlace(entry)
    case 'actor':
      return ofActor(entry)
    case 'event':
      return ofEvent(entry)
    case 'victim-group':
      return ofGroup(entry)
    case 'source':
      return ofSource(entry)
    case 'document':
      return ofDocument(entry)
    case 'evidence':
      return ofEvidence(entry)
    case 'claim':
      return ofClaim(entry)
    case 'appearance':
      return ofAppearance(entry)
    case 'assessment':
      return ofAssessment(entry)
  }
}

/** What a type's row has besides the head that all have. */
type Columns<Row extends tables.EntryRow> = Omit<Row, keyof tables.EntryRow>

const ofPlace = ({ content }: EntryOf<'place'>): Columns<tables.PlaceRow> => ({
  slug: content.slug,
  name: nameForData(content.names),
  kind: content.kind,
  parent_id: content.parentId,
  country: content.country,
  adm1: content.adm1,
  latitude: content.point?.lat ?? null,
  longitude: content.point?.lon ?? null,
  merged_into: content.mergedInto ?? null,
})

const ofActor = ({ content }: EntryOf<'actor'>): Columns<tables.ActorRow> => ({
  slug: content.slug,
  name: nameForData(content.names),
  kind: content.kind,
  country: content.country,
  merged_into: content.mergedInto ?? null,
})

function ofEvent({ content }: EntryOf<'event'>): Columns<tables.EventRow> {
  const { earliest, latest } = edtfBounds(content.when.edtf)
  return {
    slug: content.slug,
    title: textForData(content.titles),
    type: content.type,
    date_edtf: content.when.edtf,
    date_start: earliest,
    date_end: latest,
    place_id: content.where.placeId,
    where_relation: content.where.relation,
    where_precision: content.where.precision,
    merged_into: content.mergedInto ?? null,
  }
}

const ofGroup = ({ content }: EntryOf<'victim-group'>): Columns<tables.VictimGroupRow> => ({
  event_id: content.eventId,
  label: textForData(content.labels),
  affiliation_id: content.affiliation,
  standing: content.standing,
  sex: content.sex ?? null,
  age_class: content.ageClass ?? null,
  nationality: content.nationality ?? null,
})

const ofSource = ({ content }: EntryOf<'source'>): Columns<tables.SourceRow> => ({
  slug: content.slug,
  name: content.names.length > 0 ? nameForData(content.names) : null,
  description: content.description?.text ?? null,
  kind: content.kind,
  anonymity: content.anonymity,
  category: content.category,
  actor_id: content.actorId,
  owner_id: content.ownerId,
  merged_into: content.mergedInto ?? null,
})

function ofDocument({ content }: EntryOf<'document'>): Columns<tables.DocumentRow> {
  const newest = content.captures.findLast(({ isPublic }) => isPublic)
  return {
    publisher_id: content.publisherId,
    title: content.title,
    url: content.url,
    published_at: content.publishedAt,
    published_on: content.publishedOn,
    language: content.language,
    wire_of: content.wireOf,
    translation_of: content.translationOf,
    archive_url: newest?.waybackUrl ?? null,
    sha256: newest?.sha256 ?? null,
  }
}

const ofEvidence = ({ content }: EntryOf<'evidence'>): Columns<tables.EvidenceRow> => ({
  kind: content.kind,
  title: content.title,
  document_id: content.documentId,
})

function ofClaim({ content }: EntryOf<'claim'>): Columns<tables.ClaimRow> {
  const { about, saidAt } = content
  const { earliest, latest } = edtfBounds(saidAt.edtf)
  const cell = about.kind === 'measure' ? about : null
  return {
    claimant_id: content.claimantId,
    event_id: about.eventId,
    victim_group_id: cell?.groupId ?? null,
    measure: cell?.measure ?? null,
    equipment: cell?.equipment ?? null,
    proposition: about.kind === 'proposition' ? about.proposition.kind : null,
    act: content.act,
    said_edtf: saidAt.edtf,
    said_on: latest ?? earliest ?? UNKNOWN_DAY,
    ...ofFigure(content.figure),
    counting: content.counting.kind,
    as_of: asOf(content.counting),
    basis: content.basis,
    document_id: content.wording.documentId,
    revises: content.revises,
    retracts: content.retracts,
    denies: content.denies,
  }
}

const ofFigure = (figure: Quantity | null) => ({
  figure_kind: figure?.kind ?? null,
  n: figure && 'n' in figure ? figure.n : null,
  lo: figure && 'lo' in figure ? figure.lo : null,
  hi: figure && 'hi' in figure ? figure.hi : null,
  term: figure && 'term' in figure ? figure.term : null,
  verbatim: figure?.verbatim ?? null,
  lang: figure?.lang ?? null,
})

/** Up to when a toll counts. */
function asOf(counting: Counting): string | null {
  if (counting.kind === 'period') return counting.to
  return counting.kind === 'incident' ? null : counting.asOf
}

const ofAppearance = ({ content }: EntryOf<'appearance'>): Columns<tables.AppearanceRow> => ({
  claim_id: content.claimId,
  document_id: content.documentId,
  taken_from: content.takenFrom.kind === 'unknown' ? null : content.takenFrom.id,
  via: content.viaText,
  withdrawn_on: content.withdrawnOn,
})

function ofAssessment({ content }: EntryOf<'assessment'>): Columns<tables.AssessmentRow> {
  const { subject } = content
  const cell = subject.kind === 'cell' ? subject : null
  return {
    claim_id: subject.kind === 'claim' ? subject.claimId : null,
    event_id: cell?.eventId ?? null,
    victim_group_id: cell?.groupId ?? null,
    measure: cell?.measure ?? null,
    equipment: cell?.equipment ?? null,
    verdict: content.verdict,
    best: content.best,
    assessed_at: content.at,
    signers: content.signers,
    supersedes: content.supersedes,
  }
}
