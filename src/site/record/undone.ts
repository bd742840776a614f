import type { ClaimId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'

/** What became of a claim: taken back, replaced, or withdrawn from the record. */
export type Undone = 'retracted' | 'revised' | 'withdrawn'

/** What became of a claim since it was made; null while it stands. */
export function undoneBy(set: RecordSet, id: ClaimId): Undone | null {
  if (set.claims.get(id)?.status === 'withdrawn') return 'withdrawn'
  const later = standing(set)
  if (later.some(({ content }) => content.retracts === id)) return 'retracted'
  return later.some(({ content }) => content.revises === id) ? 'revised' : null
}

/** Later claims that speak of this one: take it back, replace it, deny it. */
export const repliesTo = (set: RecordSet, id: ClaimId): EntryOf<'claim'>[] =>
  standing(set)
    .filter(({ content }) => content.retracts === id || content.revises === id || content.denies === id)
    .toSorted((left, right) => left.sequence - right.sequence)

const standing = (set: RecordSet): EntryOf<'claim'>[] =>
  [...set.claims.values()].filter(({ status }) => status === 'live')
