import type { ClaimId, DocumentId } from '../../ids.ts'
import type { Claim } from '../../record/claim.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { Quantity } from '../../record/quantity.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import { compare } from '../../record/said-order.ts'
import { parseLocalDate } from '../../time.ts'
import type { PageContext } from '../props.ts'
import { claimSentence } from './claim-words.ts'
import { cellTitle, sourceNameOf, type Told } from './record-names.ts'
import { claimPath, entryPath } from './record-paths.ts'

type Data = Readonly<Record<string, unknown>>

/** One claim as schema.org's Claim: its wording, who makes it, when, where it stood, and the figure as it was stated. */
export function claimData(context: PageContext, told: Told, claim: EntryOf<'claim'>): Data {
  const { siteUrl } = context
  const { content } = claim
  const appearances = appearancesOf(told, claim.id)
  const address = (id: ClaimId) => ({ '@id': siteUrl + claimPath(context, id) })
  const published = content.saidAt.clock?.to ?? parseLocalDate(content.saidAt.edtf)
  return {
    '@type': 'Claim',
    ...address(claim.id),
    url: siteUrl + claimPath(context, claim.id),
    name: claimSentence(told, claim),
    text: content.wording.text,
    inLanguage: content.wording.lang,
    author: authorOf(context, told, content),
    // A date that is vaguer than a day has no form here; the page says it in words.
    ...(published ? { datePublished: published } : {}),
    ...(appearances.length > 0 ? { appearance: appearances, firstAppearance: appearances[0] } : {}),
    ...(content.figure && content.about.kind === 'measure'
      ? { about: quantity(content.figure, cellTitle(told, content.about), context.language) }
      : {}),
    ...(content.revises ? { 'prov:wasRevisionOf': address(content.revises) } : {}),
    ...provenance(content, address),
    ...invalidated(told, claim.id, address),
  }
}

/** A person where we know that it is one; a channel or an account may be anybody's. */
function authorOf(context: PageContext, told: Told, { claimantId }: Claim): Data {
  const source = told.set.sources.get(claimantId)
  const kind = source?.content.kind
  const type = kind === 'person' ? 'Person' : kind === 'organisation' || kind === 'office' ? 'Organization' : undefined
  return {
    ...(type ? { '@type': type } : {}),
    name: sourceNameOf(told, claimantId),
    ...(source ? { url: context.siteUrl + entryPath(context, 'source', source.content.slug) } : {}),
  }
}

function appearancesOf(told: Told, claimId: ClaimId): Data[] {
  return [...told.set.appearances.values()]
    .filter(({ status, content }) => status === 'live' && content.claimId === claimId)
    .flatMap(({ content }) => told.set.documents.get(content.documentId) ?? [])
    .toSorted((left, right) => compare(dateOf(left), dateOf(right)))
    .map((document) => documentData(told, document))
}

const dateOf = ({ content }: EntryOf<'document'>): string => content.publishedAt ?? content.publishedOn ?? '9999'

/** Something published, as a work that can be cited. */
export function documentData(told: Told, { content }: EntryOf<'document'>): Data {
  const published = content.publishedAt ?? (content.publishedOn && parseLocalDate(content.publishedOn))
  return {
    '@type': 'CreativeWork',
    name: content.title,
    ...(content.url ? { url: content.url } : {}),
    inLanguage: content.language,
    ...(published ? { datePublished: published } : {}),
    publisher: { '@type': 'Organization', name: sourceNameOf(told, content.publisherId) },
  }
}

/** The documents in which claims stood, each once. */
export function documentsOf(told: Told, claimIds: ReadonlySet<ClaimId>): EntryOf<'document'>[] {
  const ids = [...told.set.appearances.values()]
    .filter(({ status, content }) => status === 'live' && claimIds.has(content.claimId))
    .map(({ content }): DocumentId => content.documentId)
  return [...new Set(ids)].flatMap((id) => told.set.documents.get(id) ?? [])
}

/**
 * A figure as it was stated: a number, an end or both. Words without a number ("dozens") stay words: the number behind
 * them is nobody's.
 */
function quantity(figure: Quantity, unitText: string, language: string): Data {
  return { '@type': 'QuantitativeValue', unitText, description: quantityWords(figure, language), ...valueOf(figure) }
}

function valueOf(figure: Quantity): Data {
  switch (figure.kind) {
    case 'exact':
    case 'approx':
      return { value: figure.n }
    case 'none':
      return { value: 0 }
    case 'atLeast':
      return { minValue: figure.n }
    case 'moreThan':
      return { minValue: figure.n + 1 }
    case 'atMost':
      return { maxValue: figure.n }
    case 'fewerThan':
      return { maxValue: figure.n - 1 }
    case 'range':
      return { minValue: figure.lo, maxValue: figure.hi }
    case 'vague':
    case 'some':
    case 'notGiven':
      return {}
  }
}

type Address = (id: ClaimId) => Data

function provenance({ derivedFrom }: Claim, address: Address): Data {
  const quoted = derivedFrom.filter(({ how }) => how === 'quotes' || how === 'cites' || how === 'translates')
  const others = derivedFrom.filter((one) => !quoted.includes(one))
  return {
    ...(quoted.length > 0 ? { 'prov:wasQuotedFrom': quoted.map(({ claimId }) => address(claimId)) } : {}),
    ...(others.length > 0 ? { 'prov:hadPrimarySource': others.map(({ claimId }) => address(claimId)) } : {}),
  }
}

/** The claim by which its claimant took it back. */
function invalidated({ set }: Told, claimId: ClaimId, address: Address): Data {
  const by = [...set.claims.values()].find(({ status, content }) => status === 'live' && content.retracts === claimId)
  return by ? { 'prov:wasInvalidatedBy': address(by.id) } : {}
}
