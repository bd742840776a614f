import type { z } from 'zod'
import type { ClaimId, DocumentId, SourceId } from '../../ids.ts'
import type { Outcome } from '../../newsroom/act.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Judgement } from '../../newsroom/record/assess-claim.ts'
import type { NewClaim, RecordedClaim } from '../../newsroom/record/record-claim.ts'
import { BARE_CLAIM } from '../../record/bare-claim.ts'
import type { EntryId } from '../../record/entry.ts'
import { findEntry } from '../../newsroom/record/find-entry.ts'
import type { listedEntry as listedShape } from '../contract/record-shapes.ts'
import { claimJson } from './record-claim-json.ts'
import { listedEntry, surroundings, toldOf } from './record-told.ts'

interface Citation {
  readonly claim: Readonly<Record<string, unknown>>
  readonly appearances: readonly {
    readonly documentId: DocumentId
    readonly via: readonly SourceId[]
    readonly viaText: string | null
  }[]
  readonly asDraft: boolean
}

/**
 * What was sent as a verb takes it. The verb judges the claim field by field, in the record's own words.
 *
 * @param options `isWhole`: a claim of its own, not an answer that takes over what the earlier one said
 */
export const citationFrom = (
  { claim, appearances, asDraft }: Citation,
  { isWhole }: { readonly isWhole: boolean } = { isWhole: true },
): NewClaim => ({
  claim: { ...(isWhole ? BARE_CLAIM : {}), ...claim } as never,
  appearances: appearances.map((one) => ({
    ...one,
    via: [...one.via],
    viaText: one.viaText === '' ? null : one.viaText,
    span: null,
    takenFrom: { kind: 'unknown' },
    withdrawnOn: null,
  })),
  asDraft,
})

/** A claim that was just recorded. */
export async function recordedJson({ db }: Newsroom, { result, isLive }: Outcome<RecordedClaim>, language: string) {
  const around = await surroundings(db, [result.claim.id], language)
  return { claim: claimJson(around, result.claim), isLive }
}

/** An entry that was just added. */
export async function addedJson({ db }: Newsroom, id: EntryId): Promise<{ entry: z.input<typeof listedShape> }> {
  const entry = await findEntry(db, id)
  return { entry: listedEntry(await toldOf(db, [entry], 'en'), entry) }
}

interface Verdict {
  readonly verdict: string
  readonly standard: string
  readonly language: string
  readonly methods: readonly string[]
}

/** A judgement on one claim, without a number of our own: that belongs to a figure, with its evidence. */
export const judgementFrom = (claimId: ClaimId, { verdict, standard, language, methods }: Verdict): Judgement => ({
  subject: { kind: 'claim', claimId },
  verdict: verdict as Judgement['verdict'],
  best: null,
  standard: { [language]: standard },
  methods: [...methods],
  evidenceIds: [],
  likelihood: null,
})
