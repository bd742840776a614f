import type { ClaimId } from '../../ids.ts'
import type { RecordChange } from '../../record/record-change.ts'
import { dateIn, type LocalDate } from '../../time.ts'

/** One day of the record's history as readers get it: what moved is told, what came in is counted. */
export interface ChangeDay {
  readonly date: LocalDate
  /** Figures that their claimants changed first, then denials, what was taken back or put right. */
  readonly told: readonly RecordChange[]
  /** Claims, groups, assessments and events that came in: each in a line, under one that counts them. */
  readonly added: readonly RecordChange[]
  /** Texts that came in, by the claim that stands in them: how many for each. */
  readonly places: ReadonlyMap<ClaimId, number>
  /** The event itself came in on this day: everything added then is how its record began. */
  readonly isBeginning: boolean
}

/** A history by days of the paper's zone, in the order given. No change is in two places, and none is left out. */
export const changeDays = (changes: readonly RecordChange[], zone: string): ChangeDay[] =>
  [...Map.groupBy(changes, ({ at }) => dateIn(zone, at))].map(([date, ofDay]) => dayOf(date, ofDay))

function dayOf(date: LocalDate, changes: readonly RecordChange[]): ChangeDay {
  const entered = changes.filter(({ kind }) => kind === 'added')
  const texts = entered.flatMap(({ after }) => (after?.type === 'appearance' ? [after.content.claimId] : []))
  return {
    date,
    told: changes.filter(({ kind }) => kind !== 'added').toSorted((left, right) => weightOf(left) - weightOf(right)),
    added: entered.filter(({ after }) => after?.type !== 'appearance').toSorted(claimsFirst),
    places: new Map([...Map.groupBy(texts, (id) => id)].map(([id, those]) => [id, those.length])),
    isBeginning: entered.some(({ type }) => type === 'event'),
  }
}

const WEIGHTS: Readonly<Record<RecordChange['kind'], number>> = {
  revised: 0,
  denied: 1,
  retracted: 2,
  withdrawn: 3,
  restored: 4,
  merged: 5,
  erased: 6,
  added: 8,
}

/** A claimant's new figure weighs most; our own corrections of what we had entered come after everything else. */
const weightOf = (change: RecordChange): number =>
  change.kind === 'revised' && !isClaimants(change) ? WEIGHTS.erased + 1 : WEIGHTS[change.kind]

/** Did a claimant say something new, and not we put an entry right? */
export const isClaimants = ({ type, id, kind, before }: RecordChange): boolean =>
  type === 'claim' && before?.id !== id && (kind === 'revised' || kind === 'retracted' || kind === 'denied')

const claimsFirst = (left: RecordChange, right: RecordChange): number =>
  Number(right.type === 'claim') - Number(left.type === 'claim')
