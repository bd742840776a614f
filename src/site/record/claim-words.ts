import type { ClaimId } from '../../ids.ts'
import type { Stance } from '../../record/cell-summary.ts'
import type { Claim, Proposition } from '../../record/claim.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { StanceWord } from '../../record/ledger.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import { stanceOf, stanceWord } from '../../record/stance.ts'
import { message, type MessageKey } from '../messages/message.ts'
import {
  actorNameOf,
  cellTitle,
  claimantOf,
  elided,
  isSeveral,
  placeNameOf,
  sourceNameOf,
  type Told,
} from './record-names.ts'

/** A claim as a sentence in three parts: "JNIM", "claims", "50". The last is empty for "gives no figure". */
export interface ClaimWords {
  readonly claimant: string
  readonly verb: string
  readonly object: string
}

export function claimWords(told: Told, claim: EntryOf<'claim'>): ClaimWords {
  const { claimantId, about } = claim.content
  const several = isSeveral(told, claimantId)
  const word = stanceWord(told.set, claim)
  return {
    claimant: sourceNameOf(told, claimantId),
    ...(takenBack(told, claim, several) ??
      (about.kind === 'measure'
        ? figureSaid(told, claim, { word, several })
        : propositionHeld(told, claim, { word, several }))),
  }
}

/** Who takes a figure back without giving another says so, with the figure that is gone: "takes back 14". */
function takenBack(told: Told, { content }: EntryOf<'claim'>, several: boolean): Omit<ClaimWords, 'claimant'> | null {
  const { act, figure, retracts } = content
  if (act !== 'retract' || figure !== null) return null
  const verb = message(told.language, several ? 'claim.manyTakeBack' : 'claim.takesBack')
  const gone = retracts === null ? undefined : told.set.claims.get(retracts)?.content
  return { verb, object: gone?.figure ? figureOf(told, gone) : message(told.language, 'claim.earlierClaim') }
}

/** The whole claim in one line, without its figure's cell: "JNIM claims 50". */
export function claimLine(told: Told, claim: EntryOf<'claim'>): string {
  const { claimant, verb, object } = claimWords(told, claim)
  return [claimant, verb, object].filter((part) => part !== '').join(' ')
}

/** The whole claim for somebody who sees nothing else: "JNIM claims 50: Wagner fighters killed". */
export function claimSentence(told: Told, claim: EntryOf<'claim'>): string {
  const { about } = claim.content
  const line = claimLine(told, claim)
  return about.kind === 'measure' ? `${line} (${cellTitle(told, about)})` : line
}

interface Manner {
  readonly word: StanceWord
  readonly several: boolean
}

function figureSaid(told: Told, claim: EntryOf<'claim'>, { word, several }: Manner): Omit<ClaimWords, 'claimant'> {
  const { language } = told
  const { act, denies } = claim.content
  if (act === 'deny')
    return { verb: verbFor(language, word, several), object: deniedWords(told, claim.content, denies) }
  if (act === 'decline' || claim.content.figure?.kind === 'notGiven') {
    return { verb: verbFor(language, 'declined', several), object: '' }
  }
  // An own loss of nobody is no admission: record.md, 1.3, step 6.
  if (isOwnNone(claim.content, stanceOf(told.set, claim))) {
    const verb = message(language, several ? 'ledger.manyOwnNone' : 'ledger.ownNone')
    return { verb, object: message(language, 'ledger.none') }
  }
  return { verb: verbFor(language, word, several), object: figureOf(told, claim.content) }
}

const isOwnNone = ({ figure }: Claim, stance: Stance): boolean =>
  stance === 'own-loss' && (figure?.kind === 'none' || (figure?.kind === 'exact' && figure.n === 0))

/** The figure in words; the verbatim wording where the claim has none. */
export const figureOf = ({ language }: Told, { figure }: Claim): string =>
  figure ? quantityWords(figure, language) : message(language, 'ledger.noNumber')

function deniedWords(told: Told, own: Claim, denies: ClaimId | null): string {
  const denied = denies === null ? undefined : told.set.claims.get(denies)
  if (!denied || denies === null) return own.figure ? figureOf(told, own) : ''
  const values = { claimant: claimantOf(told, denies), figure: figureOf(told, denied.content) }
  return elided(told.language, message(told.language, 'ledger.figureOf', values))
}

function propositionHeld(told: Told, claim: EntryOf<'claim'>, { word, several }: Manner): Omit<ClaimWords, 'claimant'> {
  const { about, claimantId } = claim.content
  if (about.kind === 'measure') return { verb: '', object: '' }
  const self = told.set.sources.get(claimantId)?.content.actorId ?? null
  const key = `ledger.${several ? 'holdMany' : 'holds'}${capital(word)}` as const
  return { verb: message(told.language, key), object: thatWords(told, about.proposition, self) }
}

/** What is so or not so, as the object of a verb: "that Wagner took part", "responsibility". */
function thatWords(told: Told, proposition: Proposition, self: string | null = null): string {
  const { language } = told
  if (proposition.kind === 'occurred') return message(language, 'ledger.thatOccurred')
  const actor = actorNameOf(told, proposition.actorId)
  const isSelf = proposition.actorId === self
  switch (proposition.kind) {
    case 'participated': {
      const said = isSelf
        ? message(language, 'ledger.thatItself')
        : message(language, 'ledger.thatParticipated', { actor })
      return elided(language, proposition.as === null ? said : `${said} ${proposition.as}`)
    }
    case 'responsible':
      return isSelf
        ? message(language, 'ledger.thatOwn')
        : elided(language, message(language, 'ledger.thatResponsible', { actor }))
    case 'control': {
      const place = placeNameOf(told, proposition.placeId) ?? ''
      return elided(language, message(language, 'ledger.thatControl', { actor, place }))
    }
  }
}

const verbFor = (language: Told['language'], word: StanceWord, several: boolean): string =>
  message(language, several ? (`ledger.many${capital(word)}` as const satisfies MessageKey) : `ledger.${word}`)

const capital = <Word extends StanceWord>(word: Word): Capitalize<Word> =>
  (word.charAt(0).toUpperCase() + word.slice(1)) as Capitalize<Word>
