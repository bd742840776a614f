import type { EntryOf } from '../../record/entry.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { actorWords, type ExportContext, joined, pageUrl, sourceWords } from './row-words.ts'
import type { Row } from './tables.ts'

export const actorRow = (set: RecordSet, { id, content }: EntryOf<'actor'>, context: ExportContext): Row => ({
  actor_id: id,
  name: displayName(content.names, context.newspaper.defaultLanguage),
  names: joined(content.names.map(({ text }) => text)),
  kind: content.kind,
  country: content.country,
  member_of: joined(
    content.memberships.map(
      ({ relation, ofId, from, to }) =>
        `${relation} ${actorWords(set, ofId, context)}${from || to ? ` (${from ?? '..'}/${to ?? '..'})` : ''}`,
    ),
  ),
  wikidata: codeOf(content.codes, 'wikidata'),
  ucdp: codeOf(content.codes, 'ucdp'),
  actor_url: pageUrl('actor', content.slug, context),
})

export const placeRow = ({ id, content }: EntryOf<'place'>, context: ExportContext): Row => ({
  place_id: id,
  name: displayName(content.names, context.newspaper.defaultLanguage),
  names: joined(content.names.map(({ text }) => text)),
  kind: content.kind,
  parent_id: content.parentId,
  country: content.country,
  adm1: content.adm1,
  latitude: content.point?.lat ?? null,
  longitude: content.point?.lon ?? null,
  coordinate_source: content.coordinateSource,
  geonames: codeOf(content.codes, 'geonames'),
  place_url: pageUrl('place', content.slug, context),
})

const codeOf = (codes: readonly { readonly scheme: string; readonly value: string }[], scheme: string) =>
  codes.find((code) => code.scheme === scheme)?.value ?? null

export const documentRow = (set: RecordSet, { id, content }: EntryOf<'document'>, context: ExportContext): Row => ({
  document_id: id,
  title: content.title,
  publisher: sourceWords(set, content.publisherId, context),
  published: content.publishedAt ?? content.publishedOn,
  language: content.language,
  url: content.url,
  wire_of: content.wireOf,
  translation_of: content.translationOf,
  sha256: content.captures.findLast(({ isPublic }) => isPublic)?.sha256 ?? null,
})

export const appearanceRow = (set: RecordSet, entry: EntryOf<'appearance'>, context: ExportContext): Row => {
  const { claimId, documentId, takenFrom, viaText, withdrawnOn } = entry.content
  const document = set.documents.get(documentId)
  return {
    appearance_id: entry.id,
    claim_id: claimId,
    document_id: documentId,
    publisher: document ? sourceWords(set, document.content.publisherId, context) : null,
    taken_from: takenFrom.kind === 'unknown' ? 'unknown' : takenFrom.id,
    via: viaText,
    withdrawn_on: withdrawnOn,
    recorded_at: entry.recordedAt,
  }
}

export const victimGroupRow = (
  set: RecordSet,
  { id, content }: EntryOf<'victim-group'>,
  context: ExportContext,
): Row => ({
  victim_group_id: id,
  event_id: content.eventId,
  label: inLanguage(content.labels, context.newspaper.defaultLanguage),
  affiliation: actorWords(set, content.affiliation, context),
  standing: content.standing,
  sex: content.sex ?? null,
  age_class: content.ageClass ?? null,
  subset_of: joined(content.subsetOf),
})

export const assessmentRow = (set: RecordSet, { id, content }: EntryOf<'assessment'>, context: ExportContext): Row => {
  const { subject } = content
  const claim = subject.kind === 'claim' ? set.claims.get(subject.claimId) : undefined
  return {
    assessment_id: id,
    event_id: subject.kind === 'cell' ? subject.eventId : (claim?.content.about.eventId ?? null),
    claim_id: subject.kind === 'claim' ? subject.claimId : null,
    victim_group_id: subject.kind === 'cell' ? subject.groupId : null,
    measure: subject.kind === 'cell' ? subject.measure : null,
    verdict: content.verdict,
    best: content.best,
    standard: inLanguage(content.standard, context.newspaper.defaultLanguage),
    methods: joined(content.methods),
    signers: content.signers,
    at: content.at,
  }
}
