import type { ClaimId } from '../../ids.ts'
import type { CellSummary, CrossConflict, OriginCount } from '../../record/cell-summary.ts'
import type { LedgerCell } from '../../record/ledger.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import type { Language } from '../../story/story.ts'
import { message } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import { namesInWords } from '../name-list.ts'
import { capitalised } from './fact-words.ts'
import { figureWords, numberWords } from './figure-range.ts'
import { figureOf } from './claim-words.ts'
import { claimantOf, claimantsOf, elided, eventTitleOf, groupNameOf, type Told } from './record-names.ts'

/** Claims on parts are told one by one up to this many; more are only counted. */
const MOST_PARTS = 2

/**
 * The figure over a cell's rows: what was stated, as it was stated. One voice is quoted in its own words ("more than
 * 30"); several make a range; words without a number make none.
 */
export function cellFigure({ set, language }: Told, summary: CellSummary): string {
  const members = summary.claims.filter(({ isMember }) => isMember)
  const [only] = members
  const figure = only && members.length === 1 ? set.claims.get(only.claimId)?.content.figure : undefined
  if (figure && summary.high !== null) return quantityWords(figure, language)
  return figureWords(summary, language) ?? message(language, 'ledger.noNumber')
}

/** What stands under a cell's heading. */
export interface CellSentence {
  /** What a reader in a hurry must know: how many say it, and that they cannot all be right. */
  readonly first: string
  readonly further: string
}

/**
 * What stands under a cell's heading: how many say it, what does not fit, who disputes it, what is not known.
 *
 * @param isWhole a dossier says also within which other groups these people are counted; a story leaves that to it
 */
export function cellSentences(told: Told, cell: LedgerCell, isWhole: boolean): CellSentence {
  const { summary } = cell
  const { language } = told
  return {
    first: joined([
      capitalised(originSentence(summary.origins, language), language),
      summary.conflict ? message(language, 'ledger.conflict') : '',
    ]),
    further: joined([
      ...ourSentences(told, summary),
      ...conflictSentences(told, summary),
      ...partSentences(told, cell),
      ...openSentences(told, cell),
      ...contextSentences(told, summary),
      isWhole ? subsetSentence(told, summary) : '',
    ]),
  }
}

/** The same as one text. */
export function cellSentence(told: Told, cell: LedgerCell): string {
  const { first, further } = cellSentences(told, cell, true)
  return joined([first, further])
}

const joined = (sentences: readonly string[]): string => sentences.filter((sentence) => sentence !== '').join(' ')

function originSentence(origins: OriginCount, language: Language): string {
  const words = originWords(origins, language)
  return words === '' ? '' : `${words}.`
}

/** "1 origin, carried by 10 outlets", "2 to 3 origins, none named", "origin not traced". */
function originWords({ named, anonMax, untraced, min, max, publishers }: OriginCount, language: Language): string {
  if (max === 0) return ''
  if (named === 0 && anonMax === 0) return message(language, 'ledger.notTraced')
  const known = max - untraced
  const count =
    min === known
      ? message(language, 'ledger.origins', { count: known })
      : message(language, 'ledger.originsBetween', { min, max: known })
  return [
    count,
    named === 0 ? message(language, 'ledger.noneNamed') : '',
    untraced > 0 ? message(language, 'ledger.alsoNotTraced', { count: untraced }) : '',
    publishers > max ? message(language, 'ledger.carried', { outlets: publishers }) : '',
  ]
    .filter((part) => part !== '')
    .join(comma(language))
}

/** Claims on parts, unless they are the higher figures that the sentence before told of. */
function partSentences(told: Told, { parts, summary }: LedgerCell): string[] {
  const crossing = new Set(summary.crossConflicts.map(({ claimIds: [higher] }) => higher))
  const live = parts.filter(({ claimId, notLive }) => notLive === null && !crossing.has(claimId))
  if (live.length > MOST_PARTS) return [message(told.language, 'ledger.partsSay', { count: live.length })]
  return live.flatMap(({ claimId, eventId }) => {
    const claim = told.set.claims.get(claimId)
    if (!claim?.content.figure) return []
    const [event, claimant, figure] = [
      eventTitleOf(told, eventId),
      claimantOf(told, claimId),
      figureOf(told, claim.content),
    ]
    return [message(told.language, 'ledger.partSays', { event, claimant, figure })]
  })
}

function subsetSentence(told: Told, { cell }: CellSummary): string {
  const groups = (told.set.groups.get(cell.groupId)?.content.subsetOf ?? []).map((id) => groupNameOf(told, id))
  return groups.length > 0
    ? message(told.language, 'ledger.subset', { groups: namesInWords(groups, told.language) })
    : ''
}

/** Who gave no number, and whether anybody outside the fighting counted. */
function openSentences(told: Told, { summary, parts }: LedgerCell): string[] {
  const { language, set } = told
  const admitted = summary.unquantified.filter((id) => set.claims.get(id)?.content.act === 'admit')
  const vague = summary.unquantified.filter((id) => !admitted.includes(id))
  const members = summary.claims.filter(({ isMember }) => isMember)
  // Where nobody else speaks, the row below says it already.
  const isAlone = members.length + parts.length < 2
  const hasOutsider = members.some(({ stance }) => stance === 'third-party' || stance === 'unknown')
  return [
    isAlone ? '' : listing(told, 'ledger.admittedNoNumber', admitted),
    isAlone ? '' : listing(told, 'ledger.unquantified', vague),
    members.length > 0 && !hasOutsider ? message(language, 'ledger.noOutsider') : '',
  ]
}

type Listing = 'ledger.admittedNoNumber' | 'ledger.unquantified' | 'ledger.disputed'

const listing = (told: Told, key: Listing, claimIds: readonly ClaimId[]): string =>
  claimIds.length === 0
    ? ''
    : message(told.language, key, { claimants: namesInWords(claimantsOf(told, claimIds), told.language) })

function conflictSentences(told: Told, { crossConflicts, disputed, deniedBy }: CellSummary): string[] {
  return [
    ...new Set(crossConflicts.map((cross) => crossSentence(told, cross))),
    disputed ? listing(told, 'ledger.disputed', deniedBy) : '',
  ]
}

const CROSS = {
  'part-exceeds-whole': 'ledger.crossPart',
  'subset-exceeds-group': 'ledger.crossSubset',
  'killed-exceeds-killed-or-wounded': 'ledger.crossKilled',
} as const satisfies Record<CrossConflict['because'], string>

function crossSentence(told: Told, { claimIds: [one, other], because }: CrossConflict): string {
  const values = { one: claimantOf(told, one), other: claimantOf(told, other) }
  return elided(told.language, message(told.language, CROSS[because], values))
}

/** Upper bounds from elsewhere, the lowest only; and tolls that went down. */
function contextSentences(told: Told, { atMost, revisedDown }: CellSummary): string[] {
  const { language, set } = told
  const lowest = atMost.toSorted((left, right) => left.number - right.number)[0]
  const bound = lowest && {
    number: numberWords(lowest.number, language),
    claimant: claimantOf(told, lowest.claimId),
  }
  return [
    bound ? message(language, 'ledger.atMost', bound) : '',
    ...revisedDown.flatMap(([earlier, later]) => {
      const [from, to] = [set.claims.get(earlier), set.claims.get(later)]
      if (!from || !to) return []
      const values = {
        claimant: claimantOf(told, later),
        from: figureOf(told, from.content),
        to: figureOf(told, to.content),
      }
      return [elided(language, message(language, 'ledger.revisedDown', values))]
    }),
  ]
}

const ourSentences = ({ language }: Told, { best }: CellSummary): string[] =>
  best === null ? [] : [message(language, 'ledger.best', { number: numberWords(best.number, language) })]
