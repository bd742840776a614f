import type { LintClaim } from '../../src/desk/lint-json.ts'

/**
 * Is a claim of the kind that MUC-4 asked for? Its templates are about terrorism against persons: the guidelines for filling
 * them leave out what armies and guerrillas lose in fighting each other, and what is told of the past without an incident that
 * could be placed and dated ("70,000 in ten years"). A desk has to read both, for they are claims of somebody; so these are
 * set aside for the score alone, by what the desk says of them and by the words of their sentence.
 *
 * @see Proceedings of the Fourth Message Understanding Conference (MUC-4), 1992
 */
export const isOfMucTask = (claim: LintClaim): boolean =>
  EFFECTS.has(claim.effect) &&
  (claim.standing !== 'combatant' || isMurderOfOne(claim)) &&
  !isArrest(claim) &&
  !isOfFighting(claim) &&
  !isLongRun(claim)

/** Of those who were taken, templates have the kidnapped; of the missing they have none. */
const EFFECTS: ReadonlySet<LintClaim['effect']> = new Set(['killed', 'injured', 'captured'])

const isOne = ({ figure }: LintClaim): boolean => figure.min === 1 && figure.max === 1

/** An officer who is murdered is a target like any other. */
const isMurderOfOne = (claim: LintClaim): boolean =>
  isOne(claim) && /\b(?:murder|assassinat|kidnap|abduct|gunned down|shot)/i.test(claim.sentence)

const isArrest = ({ effect, sentence }: LintClaim): boolean =>
  effect === 'captured' && !/\b(?:kidnap|abduct|hostage)/i.test(sentence)

const FIGHTING =
  /\b(?:clash(?:es|ed)?|fighting|combats?|confrontations?|battles?|firefights?|offensive|skirmish(?:es)?|war|crossfire|casualties|ambush(?:es|ed)?|(?:military|army) (?:operations?|positions?|posts?|patrols?|targets?))\b/i

/** Counted people in a sentence about fighting, who are not said to be anything but fighters. */
const isOfFighting = (claim: LintClaim): boolean =>
  (claim.standing === 'unknown' || claim.standing === 'mixed') && !isOne(claim) && FIGHTING.test(claim.sentence)

const LONG_AGO = /\b(?:in (?:\w+ )?19\d\d|last year|years ago|a year ago)\b/i

const LONG_RUN =
  /\b(?:so far this (?:year|month)|this year|since (?:19\d\d|the beginning of|last)|(?:in|over|during|for|of) the (?:last|past) (?:\w+ )?(?:years?|months?|decades?)|(?:in|during|after|over) \w+ years|\w+-year (?:war|conflict|struggle)|during 19\d\d|last month|decade)\b/i

/** A statistic of many incidents over more than a month, or what lies years back, as the date or the sentence says. */
const isLongRun = (claim: LintClaim): boolean =>
  LONG_AGO.test(claim.sentence) || (!isOne(claim) && (isLongerThanAMonth(claim.date) || LONG_RUN.test(claim.sentence)))

const MONTH = 31 * 24 * 60 * 60 * 1000

function isLongerThanAMonth(date: string | null): boolean {
  if (date === null) return false
  if (/^\d{4}$/.test(date)) return true
  const [from = '', to] = date.split('/')
  if (to === undefined) return false
  const [first, last] = [Date.parse(from), Date.parse(to)]
  return Number.isNaN(first) || Number.isNaN(last) || last - first > MONTH
}
