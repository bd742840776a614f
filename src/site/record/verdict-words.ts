import type { ClaimId } from '../../ids.ts'
import type { Verdict } from '../../record/assessment.ts'
import type { Cell } from '../../record/claim.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { message, type MessageKey } from '../messages/message.ts'
import type { Told } from './record-names.ts'

const WORDS = {
  unverified: 'ledger.unverifiedVerdict',
  'partly-verified': 'ledger.partlyVerifiedVerdict',
  verified: 'ledger.verifiedVerdict',
  disputed: 'ledger.disputedVerdict',
  refuted: 'ledger.refutedVerdict',
  unverifiable: 'ledger.unverifiableVerdict',
} as const satisfies Record<Verdict, MessageKey>

export const verdictWords = ({ language }: Pick<Told, 'language'>, verdict: Verdict): string =>
  message(language, WORDS[verdict])

/** Assessments that stand: neither withdrawn nor followed by another. The newest first. */
export function standingAssessments({ assessments }: RecordSet): EntryOf<'assessment'>[] {
  const live = [...assessments.values()].filter(({ status }) => status === 'live')
  const superseded = new Set(live.map(({ content }) => content.supersedes))
  return live.filter(({ id }) => !superseded.has(id)).toSorted((left, right) => right.sequence - left.sequence)
}

/** "Our assessment: verified"; empty where we have none. */
export function verdictOnClaim(told: Told, claimId: ClaimId): string {
  const own = standingAssessments(told.set).find(
    ({ content: { subject } }) => subject.kind === 'claim' && subject.claimId === claimId,
  )
  return own ? message(told.language, 'ledger.ours', { verdict: verdictWords(told, own.content.verdict) }) : ''
}

export const assessmentOfCell = (set: RecordSet, cell: Cell): EntryOf<'assessment'> | undefined =>
  standingAssessments(set).find(
    ({ content: { subject } }) =>
      subject.kind === 'cell' &&
      subject.eventId === cell.eventId &&
      subject.groupId === cell.groupId &&
      subject.measure === cell.measure &&
      subject.equipment === cell.equipment,
  )
