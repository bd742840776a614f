import type { LintJson } from '../../src/desk/lint-json.ts'
import { bestCredit, type Credited } from './best-credit.ts'
import { type Blame, blameCredit, foundBlame, type KeyBlame, keyBlame } from './blame.ts'
import type { MucTemplate } from './muc-keys.ts'
import { isOfMucTask } from './muc-task.ts'
import { patternVictims } from './plain-pattern.ts'
import { f1 } from './share.ts'
import { type FoundVictims, foundVictims, type KeyVictims, keyVictims, victimCredit, type Victims } from './victims.ts'

/** A message with its key, and what the desk made of it. */
export interface JudgedMessage {
  readonly id: string
  readonly text: string
  readonly templates: readonly MucTemplate[]
  readonly read: LintJson
}

/** Credit over all messages together: a message of many counts for many. */
export interface Micro {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly credit: number
  readonly wanted: number
  readonly found: number
}

export interface MucScore {
  /** Only messages with a template are judged; of the others a key says nothing. */
  readonly messages: number
  readonly victims: Micro
  /** The same of the claims that are of the task's kind: see `isOfMucTask`. */
  readonly asTaskDefines: Micro
  readonly plainPattern: Micro
  readonly blame: Micro
  /** What each rule's suggestions are worth, single persons apart from several. */
  readonly rules: readonly RuleWorth[]
  readonly faults: readonly MucFault[]
}

export interface RuleWorth {
  readonly rule: string
  readonly found: number
  readonly credit: number
}

/** What was found and wanted in a message where the two are not the same. */
export interface MucFault {
  readonly id: string
  readonly found: readonly string[]
  readonly wanted: readonly string[]
}

/** Scores the messages that have a template: how many people were harmed, and who is said to have done it. */
export function scoreMuc(messages: readonly JudgedMessage[]): MucScore {
  const judged = messages
    .filter(({ templates }) => templates.length > 0)
    .map((message) => ({
      ...message,
      victims: message.templates.flatMap(keyVictims),
      told: foundVictims(message.read.claims),
      blame: keyBlame(message.templates),
      blamed: foundBlame(message.read.responsibilities),
    }))
  const byVictims = judged.map(({ victims, told }) => bestCredit(victims, told, victimCredit))
  return {
    messages: judged.length,
    victims: micro(byVictims),
    asTaskDefines: micro(
      judged.map(({ victims, read }) =>
        bestCredit(victims, foundVictims(read.claims.filter(isOfMucTask)), victimCredit),
      ),
    ),
    plainPattern: micro(judged.map(({ victims, text }) => bestCredit(victims, patternVictims(text), victimCredit))),
    blame: micro(judged.map(({ blame, blamed }) => bestCredit(blame, blamed, blameCredit))),
    rules: rulesWorth(
      judged.flatMap(({ told }, at) => told.map((one, index) => [one, byVictims[at]?.worth[index] ?? 0] as const)),
    ),
    faults: judged.flatMap(({ id, victims, told, blame, blamed }, at) => {
      const { credit = 0, wanted = 0, found = 0 } = byVictims[at] ?? {}
      const isWhole = credit === wanted && credit === found
      if (isWhole && bestCredit(blame, blamed, blameCredit).credit === blame.length) return []
      return [
        {
          id,
          found: [...told.map(victimsInWords), ...blamed.map(blameInWords)],
          wanted: [...victims.map(keyInWords), ...blame.map(keyBlameInWords)],
        },
      ]
    }),
  }
}

function rulesWorth(told: readonly (readonly [FoundVictims, number])[]): RuleWorth[] {
  const byRule = Map.groupBy(told, ([{ rule, effect, count }]) => {
    const people = count.max === 1 ? 'one' : count.min === null && count.max === null ? 'several' : 'a number'
    return `${rule}: ${effect}, ${people}`
  })
  return [...byRule]
    .map(([rule, own]) => ({ rule, found: own.length, credit: own.reduce((sum, [, worth]) => sum + worth, 0) }))
    .toSorted((one, other) => other.found - other.credit - (one.found - one.credit))
}

function micro(all: readonly Credited[]): Micro {
  const sum = (of: (one: Credited) => number) => all.reduce((total, one) => total + of(one), 0)
  const [credit, wanted, found] = [sum((one) => one.credit), sum((one) => one.wanted), sum((one) => one.found)]
  const precision = found === 0 ? 0 : credit / found
  const recall = wanted === 0 ? 0 : credit / wanted
  return { precision, recall, f1: f1(precision, recall), credit, wanted, found }
}

function victimsInWords({ effect, count: { min, max, approx } }: Victims): string {
  const about = approx ? '~' : ''
  if (min === null && max === null) return `${effect} several`
  return `${effect} ${about}${min === max ? min : `${min ?? ''}–${max ?? ''}`}`
}

const keyInWords = ({ answers, isOptional }: KeyVictims): string =>
  `${isOptional ? '? ' : ''}${answers.map(victimsInWords).join(' or ')}`

const blameInWords = ({ kind, name }: Blame): string => `${kind} ${name}`

const keyBlameInWords = ({ kinds, names, isOptional }: KeyBlame): string =>
  `${isOptional ? '? ' : ''}${kinds.join('/')} ${names.join(' / ')}`
