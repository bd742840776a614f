import type { SuggestedClaim, SuggestedResponsibility } from '../../desk/reading.ts'
import { dayWords } from '../citing/day-words.ts'
import { wordOf } from '../citing/words-of.ts'
import type { Messages, StudioLanguage } from '../messages/messages.tsx'

/** Below this, whoever reviews it is asked to look twice. */
const SURE_FROM = 0.7

export const isUnsure = ({ confidence }: { readonly confidence: number }): boolean => confidence < SURE_FROM

/** A suggested claim in a line: "JNIM, via SITE: killed, 50 Wagner mercenaries, Saturday 27 July 2024, Tinzaouaten". */
export const claimWords = (claim: SuggestedClaim, messages: Messages, language: StudioLanguage): string =>
  messages.attribution.claimLine(whoWords(claim, messages, language), whatWords(claim, language))

/** Who says so, through whom, and how: "JNIM, via SITE, accuses, “reportedly”". */
export const whoWords = (claim: SuggestedClaim, { attribution: m }: Messages, language: StudioLanguage): string =>
  [
    claim.claimant ? claim.claimant.text : m.ownVoice,
    ...(claim.via ? [m.via(claim.via.text)] : []),
    ...(claim.act === 'assert' ? [] : [wordOf('act', claim.act, language)]),
    ...(claim.hedge === null ? [] : [m.quoted(claim.hedge)]),
  ].join(', ')

/** What happened, to whom, when and where. */
export const whatWords = (claim: SuggestedClaim, language: StudioLanguage): string =>
  [
    wordOf('measure', claim.measure, language),
    peopleWords(claim),
    ...(claim.date ? [dayWords(claim.date.edtf, language)] : []),
    ...(claim.place ? [claim.place.text] : []),
  ].join(', ')

/** Who is said to have done it, in a line: "JNIM claims responsibility", "army, via AFP: JNIM is accused". */
export function responsibilityWords(
  { actor, kind, claimant, via }: SuggestedResponsibility,
  { attribution: m }: Messages,
): string {
  const isOfThemselves = kind === 'claimed' || kind === 'denied'
  const what = m.responsible[kind](actor.text)
  const who = isOfThemselves || claimant === null ? [] : [claimant.text]
  const through = via ? [...who, m.via(via.text)] : who
  return through.length === 0 ? what : m.claimLine(through.join(', '), what)
}

/** "50 Wagner mercenaries": the figure as it is stated, with whom it counts. Words that both have are said once. */
function peopleWords({ figure, who }: SuggestedClaim): string {
  if (!who || figure.words.includes(who.text)) return figure.words
  const people = who.text.split(' ')
  const shared = people.findLastIndex((_, last) => figure.words.endsWith(` ${people.slice(0, last + 1).join(' ')}`))
  return [figure.words, ...people.slice(shared + 1)].join(' ')
}
