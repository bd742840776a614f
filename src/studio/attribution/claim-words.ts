import type { SuggestedClaim } from '../../desk/reading.ts'
import { dayWords } from '../citing/day-words.ts'
import { wordOf } from '../citing/words-of.ts'
import type { Messages, StudioLanguage } from '../messages/messages.tsx'

/** Below this, whoever reviews it is asked to look twice. */
const SURE_FROM = 0.7

export const isUnsure = ({ confidence }: { readonly confidence: number }): boolean => confidence < SURE_FROM

/** A suggested claim in a line: "JNIM, via SITE: killed, 50 Wagner mercenaries, Saturday 27 July 2024, Tinzaouaten". */
export function claimWords(claim: SuggestedClaim, { attribution: m }: Messages, language: StudioLanguage): string {
  const who = [
    claim.claimant ? claim.claimant.text : m.ownVoice,
    ...(claim.via ? [m.via(claim.via.text)] : []),
    ...(claim.act === 'assert' ? [] : [wordOf('act', claim.act, language)]),
    ...(claim.hedge === null ? [] : [m.quoted(claim.hedge)]),
  ].join(', ')
  const what = [
    wordOf('measure', claim.measure, language),
    peopleWords(claim),
    ...(claim.date ? [dayWords(claim.date.edtf, language)] : []),
    ...(claim.place ? [claim.place.text] : []),
  ].join(', ')
  return m.claimLine(who, what)
}

/** "50 Wagner mercenaries": the figure as it is stated, with whom it counts. Words that both have are said once. */
function peopleWords({ figure, who }: SuggestedClaim): string {
  if (!who || figure.words.includes(who.text)) return figure.words
  const people = who.text.split(' ')
  const shared = people.findLastIndex((_, last) => figure.words.endsWith(` ${people.slice(0, last + 1).join(' ')}`))
  return [figure.words, ...people.slice(shared + 1)].join(' ')
}
