import type { UncountedWords } from './uncounted-words.ts'
import { oneOf } from './whole-pattern.ts'

const HARM = 'casualt(?:y|ies)|loss(?:es)?|deaths?|fatalit(?:y|ies)|victims?|injur(?:y|ies)|dead|wounded|injured|killed'
const PEOPLE = 'prisoners?|soldiers?|fighters?|civilians?|people|persons?|one'
const HEAVY = 'heavy|significant|serious|severe|considerable|substantial'
const SIZES = `${HEAVY}|major|large|great|many|numerous|human|very|light|minor|some`

/** "Dozens", "many dozens", "several dozen", "a few dozen". */
const many = (one: string): readonly string[] => [
  ...['', 'many ', 'several ', 'a few ', 'some '].map((before) => `${before}${one}s`),
  ...['many ', 'several ', 'a few ', 'a couple of '].map((before) => `${before}${one}`),
]

export const ENGLISH_UNCOUNTED: UncountedWords = {
  notGiven: oneOf(
    '(?:has |have )?(?:declin|refus)(?:es?|ed) to (?:give|provide|state|say)(?: (?:a|any|the|how)(?: [a-z]+){1,3})?',
    '(?:did|does|would) not (?:give|provide|state|specify)(?: (?:a|any|the))? (?:figures?|toll|number)',
    'without (?:giving|providing|stating)(?: (?:a|any|the))? (?:figures?|toll|number)',
    'no (?:casualty |death )?(?:figures?|toll|number)(?: (?:was |were )?given)?',
    '(?:figure )?not given',
  ),
  none: oneOf(
    'none|nobody|no one|zero',
    `(?:no|zero|without|without any) (?:(?:human|civilian|military|own) )?(?:${HARM}|${PEOPLE})`,
    `(?:nobody|no (?:${PEOPLE})) (?:was |were )?(?:killed|wounded|injured|hurt|died)`,
  ),
  some: oneOf(
    `(?:(?:${SIZES}) )*(?:casualties|losses|deaths|fatalities|victims|injuries|dead|wounded)`,
    `${HEAVY}|some`,
    `(?:some|many|numerous) (?:${HARM}|${PEOPLE})`,
    'an? (?:(?:unknown|unspecified|undetermined|large|great|significant) )?number(?: of(?: [a-z]+){1,3})?',
  ),
  vague: {
    thousands: [...many('thousand'), 'tens of thousands', 'dozens of thousands', 'hundreds of thousands'],
    hundreds: many('hundred'),
    scores: ['scores', 'many scores', 'several scores'],
    dozens: many('dozen'),
    tens: ['tens', 'many tens', 'several tens'],
    several: ['several'],
    'a-few': ['a few', 'just a few', 'only a few', 'a handful'],
    'a-couple': ['a couple'],
  },
}
