import type { LintClaim, LintEffect } from '../../src/desk/lint-json.ts'
import type { MucFill, MucTemplate } from './muc-keys.ts'
import { isAlike, plainWords } from './same-words.ts'
import { credit, mucCount, type StatedCount } from './stated-count.ts'

/** People of a key: alternatives of which each is right. */
export interface KeyVictims {
  readonly isOptional: boolean
  readonly answers: readonly Victims[]
}

export interface Victims {
  readonly effect: LintEffect
  readonly count: StatedCount
}

const TYPE = 4
const STAGE = 5
const NUMBER = 21
const EFFECT = 23

/** What a template says happened to how many people. People of whom it says nothing, or that they were spared, are left out. */
export function keyVictims(template: MucTemplate): KeyVictims[] {
  const slot = (number: number) => template.slots.get(number) ?? []
  const type = slot(TYPE)[0]?.values[0] ?? ''
  const isTaking = type === 'KIDNAPPING' && (slot(STAGE)[0]?.values[0] ?? '').startsWith('ACCOMPLISHED')
  const effects = pairedEffects(slot(NUMBER), slot(EFFECT))
  return slot(NUMBER).flatMap((number, at) => {
    const counts = number.values.flatMap((value) => mucCount(value) ?? [])
    const told = (effects[at] ?? []).flatMap((fill) =>
      victimsOf(counts, fill, template.isOptional || number.isOptional),
    )
    if (!isTaking || counts.length === 0) return told
    const answers = counts.map((count) => ({ effect: 'captured', count }) as const)
    // Who was taken and killed counts as killed; that they were taken may be said as well.
    const isOptional = template.isOptional || number.isOptional || (effects[at] ?? []).length > 0
    return [...told, { isOptional, answers }]
  })
}

const EFFECTS: Readonly<Record<string, LintEffect>> = { DEATH: 'killed', INJURY: 'injured' }

function victimsOf(counts: readonly StatedCount[], effect: MucFill, isOptional: boolean): KeyVictims[] {
  const kinds = effect.values.flatMap((value) => EFFECTS[value] ?? [])
  const answers = kinds.flatMap((kind) => counts.map((count) => ({ effect: kind, count })))
  if (answers.length === 0) return []
  return [{ isOptional: isOptional || effect.isOptional || kinds.length < effect.values.length, answers }]
}

const isOfSame = (one: MucFill, other: MucFill): boolean => one.of.some((name) => other.of.includes(name))

/** The effects of each number, by the names behind them; of several with one name, the first with the first. */
function pairedEffects(numbers: readonly MucFill[], effects: readonly MucFill[]): MucFill[][] {
  return numbers.map((number, at) => {
    const own = effects.filter((effect) => isOfSame(effect, number))
    const namesakes = numbers.filter((other) => isOfSame(other, number))
    if (namesakes.length < 2 || own.length < namesakes.length) return own
    return own.slice(namesakes.indexOf(numbers[at] ?? number), namesakes.indexOf(numbers[at] ?? number) + 1)
  })
}

/** People of whom a claim tells that was found, and the rule that found it. */
export interface FoundVictims extends Victims {
  readonly rule: string
}

/**
 * What the desk's suggestions say happened to how many people, told once: claims of one effect and figure about people who
 * may be the same ("six priests" and "six people"; or one of both says nobody) are one. What is denied did not happen.
 */
export function foundVictims(claims: readonly LintClaim[]): FoundVictims[] {
  const told: { victims: FoundVictims; who: string | null }[] = []
  for (const { effect, figure, who, stance, rule } of claims) {
    if (stance === 'denies' || (figure.min === 0 && figure.max === 0)) continue
    const victims = { effect, count: { min: figure.min, max: figure.max, approx: figure.approx }, rule }
    const isSamePeople = figure.max === 1 ? mayBeOne : mayBeSame
    const isKnown = told.some(
      (one) =>
        one.victims.effect === effect && credit(one.victims.count, victims.count) === 1 && isSamePeople(one.who, who),
    )
    if (!isKnown) told.push({ victims, who })
  }
  return told.map(({ victims }) => victims)
}

/** One person told of by the same name with other titles: "Senator Jane Roe", "the candidate Jane Roe". */
const mayBeOne = (one: string | null, other: string | null): boolean =>
  one === null || other === null || isAlike(one, other) || wordsOf(one).at(-1) === wordsOf(other).at(-1)

/** As many told of by a word of their own, or by one that says nothing of them: "Jesuits", "Jesuit priests", "people". */
function mayBeSame(one: string | null, other: string | null): boolean {
  if (one === null || other === null || isAlike(one, other)) return true
  const [first, second] = [wordsOf(one), wordsOf(other)]
  return (
    [first, second].some((words) => ANYBODY.test(words.at(-1) ?? '')) || first.some((word) => second.includes(word))
  )
}

const ANYBODY = /^(?:people|person|individual|other|victim|one|member)$/

/** The words of a name or of a group, without the "s" of several. */
const wordsOf = (who: string): string[] =>
  plainWords(who)
    .split(' ')
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''))

export const victimCredit = ({ answers }: KeyVictims, found: Victims): number =>
  Math.max(0, ...answers.map((answer) => (answer.effect === found.effect ? credit(answer.count, found.count) : 0)))
