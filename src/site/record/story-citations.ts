import type { ClaimId } from '../../ids.ts'
import { figuresIn } from '../../story/figures.ts'
import type { StoryDocument } from '../../story/document.ts'
import type { PageContext } from '../props.ts'
import { documentData, documentsOf } from './claim-data.ts'
import { claimsShown } from './ledger-rows.ts'
import type { StoryRecord } from './story-record.ts'

/** More would weigh on every reader; the event's page has them all. */
const MOST = 12

/** The documents behind a story's figures and boxes, as its NewsArticle cites them; nothing where there are none. */
export function citations(
  context: PageContext,
  body: StoryDocument,
  { set, ledgers }: StoryRecord,
): Readonly<Record<string, unknown>> {
  const claims = new Set<ClaimId>([
    ...figuresIn(body).map(({ claimId }) => claimId),
    ...[...ledgers.values()].flatMap((ledger) => [...claimsShown(set, ledger)]),
  ])
  const told = { set, language: context.language }
  const documents = documentsOf(told, claims).slice(0, MOST)
  return documents.length === 0 ? {} : { citation: documents.map((document) => documentData(told, document)) }
}
