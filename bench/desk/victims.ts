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

interface Told {
  readonly victims: FoundVictims
  readonly who: string | null
}

/**
 * What the desk's suggestions say happened to how many people, told once: claims of one effect and figure about people who
 * may be the same ("the peasants" and "50 peasants"; or one of both says nobody) are one. What is denied did not happen.
 */
export function foundVictims(claims: readonly LintClaim[]): FoundVictims[] {
  const told: Told[] = []
  for (const { effect, figure, who, stance, rule } of claims) {
    if (stance === 'denies' || (figure.min === 0 && figure.max === 0)) continue
    const victims = { effect, count: { min: figure.min, max: figure.max, approx: figure.approx }, rule }
    const isKnown = told.some(
      (one) =>
        one.victims.effect === effect &&
        credit(one.victims.count, victims.count) === 1 &&
        (one.who === null || who === null || isAlike(one.who, who) || isNamesake(one, { victims, who })),
    )
    if (!isKnown) told.push({ victims, who })
  }
  return told.map(({ victims }) => victims)
}

/** One person told of by the same name with other titles: "Senator Jane Roe", "the candidate Jane Roe". */
const isNamesake = (one: Told, other: Told): boolean =>
  other.victims.count.max === 1 && lastWord(one.who) === lastWord(other.who)

const lastWord = (who: string | null): string | undefined => plainWords(who ?? '').split(' ').at(-1)

export const victimCredit = ({ answers }: KeyVictims, found: Victims): number =>
  Math.max(0, ...answers.map((answer) => (answer.effect === found.effect ? credit(answer.count, found.count) : 0)))
