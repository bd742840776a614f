import { lettersOf } from '../../record/name-folding.ts'
import type { DeskLanguage } from '../language.ts'
import type { ReadSentence } from '../read-sentence.ts'
import type { NamedInText, ReadDate, SuggestedClaim } from '../reading.ts'
import { isAboutIt } from './event-words.ts'
import { ownEvent } from './when-and-where.ts'

/**
 * The claims of a sentence, with what the next one says of when and where: "… killed 50 in an ambush. The incident took place
 * on Saturday." Only what is plainly about the same event counts, and a date or place of the claim's own sentence stays.
 */
export function withNext(
  claims: readonly SuggestedClaim[],
  read: ReadSentence,
  next: ReadSentence | undefined,
  language: DeskLanguage,
): readonly SuggestedClaim[] {
  if (!next) return claims
  const isAbout = isAboutIt(next.sentence, language)
  const told = isAbout || comesBack(read, next) ? ownEvent(next, language) : undefined
  if (!told) return claims
  if (!isAbout) return claims.map((claim) => ({ ...claim, date: claim.date ?? carriedDate(told.date) }))
  return claims.map((claim) => ({
    ...claim,
    date: told.date && isOpenDate(claim.date) ? { ...told.date, isCarried: true } : claim.date,
    place: told.place && isOpenPlace(claim.place) ? { ...told.place, carried: { as: null } } : claim.place,
  }))
}

/**
 * "… in an attack on a school. Rebels came to the school on Friday": told further, where the scene is the one that the
 * sentence before brought in, and the next one counts nobody of its own.
 */
function comesBack(read: ReadSentence, next: ReadSentence): boolean {
  if (next.casualties.length > 0) return false
  const scenes = new Set(read.sentence.tokens.flatMap(({ key }, at, tokens) => (isNew(tokens, at) ? [key] : [])))
  return next.sentence.tokens.some(
    ({ key }, at, tokens) => scenes.has(key) && /^(?:the|le|la|l'|cette|ce|cet)$/.test(tokens[at - 1]?.key ?? ''),
  )
}

/** "A boarding school", «une école»: a word of some length that an indefinite article brings in. */
const isNew = (tokens: ReadSentence['sentence']['tokens'], at: number): boolean =>
  (tokens[at]?.key.length ?? 0) > 4 &&
  [1, 2].some((back) => /^(?:an?|une?)$/.test(tokens[at - back]?.key ?? '') && tokens[at - back]?.kind === 'word')

const isOpenDate = (date: ReadDate | null): boolean => date === null || date.isCarried

const isOpenPlace = (place: NamedInText | null): boolean => place === null || place.carried !== null

/**
 * The claims with what is said elsewhere of the very same figure: a headline or a first paragraph gives a figure without its
 * day, and the text comes back to it. The same are figures in the same words, of the same effect and by the same claimant.
 */
export function withSameFigures(claims: readonly SuggestedClaim[]): SuggestedClaim[] {
  const byFigure = Map.groupBy(claims, ({ measure, figure }) => `${measure} ${wordsOf(figure.words).join(' ')}`)
  return claims.map((claim) => {
    if (claim.date !== null && claim.place !== null && claim.via !== null) return claim
    const same = byFigure.get(`${claim.measure} ${wordsOf(claim.figure.words).join(' ')}`) ?? []
    const others = same.slice(0, MOST_REPEATS).filter((other) => other !== claim && isSameClaim(claim, other))
    return {
      ...claim,
      via: claim.via ?? others.find(({ via }) => via !== null)?.via ?? null,
      date: claim.date ?? carriedDate(others.find(({ date }) => date !== null)?.date),
      place: claim.place ?? carriedPlace(others.find(({ place }) => place !== null)?.place),
    }
  })
}

/** A figure that is told more often than this is no story's. */
const MOST_REPEATS = 8

/** "50 mercenaries" said twice by "an Al Qaeda affiliate", once by "an affiliate of Al Qaeda": a bare "12" says too little. */
function isSameClaim(one: SuggestedClaim, other: SuggestedClaim): boolean {
  if (one.claimant === null || other.claimant === null || one.who === null) return false
  const [names, others] = [wordsOf(one.claimant.text), wordsOf(other.claimant.text)]
  return names.length > 0 && names.toSorted().join(' ') === others.toSorted().join(' ')
}

/** The words that tell, without articles and the like. */
const wordsOf = (text: string): string[] => lettersOf(text).match(/[\p{L}\p{N}]{3,}|\p{N}+/gu) ?? []

const carriedDate = (date: ReadDate | null | undefined): ReadDate | null => (date ? { ...date, isCarried: true } : null)

const carriedPlace = (place: NamedInText | null | undefined): NamedInText | null =>
  place ? { ...place, carried: place.carried ?? { as: null } } : null
