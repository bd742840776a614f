import type { CasualtyText } from './casualty-text.ts'
import type { NounPhrase } from './noun-phrase.ts'

/** May these words be people to whom it happened? `needsPeople`: words that are known to name people, or a name. */
export function acceptable(text: CasualtyText, phrase: NounPhrase, needsPeople: boolean): boolean {
  if (phrase.is === 'thing') return false
  if (phrase.figure) return phrase.is !== 'unknown' || (!needsPeople && mayBePeople(text, phrase))
  if (phrase.is === 'name') return !needsPeople && isPerson(text, phrase)
  return phrase.is === 'people' || phrase.is === 'nobody'
}

/** Of words nobody knows only plurals may be people: "12 Ruritanians", "seven oppositionists". */
const mayBePeople = (text: CasualtyText, { isMany, head }: NounPhrase): boolean =>
  isMany && head !== null && /[sx]$|^\p{Lu}/u.test(text.tokens[head]?.text.replace(/S$/, 's') ?? '')

/** A name may be a person's where no word of it is one of a place or a body. */
const isPerson = ({ keys }: CasualtyText, { first, head }: NounPhrase): boolean =>
  head !== null && head >= first && !keys.slice(first, head + 1).some(isBody)

/** Is this a word of a place's or a body's name: "state", "council"? */
export const isBody = (key: string): boolean => BODIES.test(key)

const BODIES =
  /^(?:state|city|province|district|army|police|front|force|forces|party|council|ministry|government|university|court|bank|company|agency|union|group|movement|committee|commission|brigade|battalion|television|radio|organization|organisation|federation|confederation|association|office|headquarters|embassy|consulate|newspaper|network|cartel|alliance|institute|church|corps|patrol|squad|regime|department|congress|assembly|tribunal|facilities|installations|system|process|plan|campaign|policy|dialogue|economy|project|family|couple|population|community|news|times|post|monday|tuesday|wednesday|thursday|friday|saturday|sunday|etat|armee|ville|front|parti|conseil|ministere)$/
