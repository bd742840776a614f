import { useSyncExternalStore } from 'react'
import type { ClaimId } from '../../ids.ts'
import type { SuggestedCitation } from './suggested-fields.ts'

/** What somebody asked for from the text. */
export type CiteRequest =
  /** To say who says so, for some words; `words` is empty where nothing was selected. */
  | {
      readonly kind: 'cite'
      readonly words: string
      readonly around: string
      /** What the attribution desk has read: the form opens filled in. */
      readonly suggested?: SuggestedCitation
      readonly number: number
    }
  /** To see who stands behind words that are marked. */
  | { readonly kind: 'figure'; readonly claimId: ClaimId; readonly words: string; readonly number: number }

type Asked = CiteRequest extends infer One ? (One extends CiteRequest ? Omit<One, 'number'> : never) : never

let current: CiteRequest | null = null
let last = 0
const listeners = new Set<() => void>()

const tell = (request: CiteRequest | null): void => {
  current = request
  for (const listener of listeners) listener()
}

/** Asks the panel beside the text. Each request has a number of its own: to ask the same again is a new request. */
export const askToCite = (asked: Asked): void => {
  last += 1
  tell({ ...asked, number: last })
}

/** Settles what was asked, or puts it aside. */
export const settleCiteRequest = (): void => tell(null)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What was asked from the text and is not settled yet; null for nothing. The desk shows the record's panel while it is there. */
export const useCiteRequest = (): CiteRequest | null => useSyncExternalStore(subscribe, () => current)
