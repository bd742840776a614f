import { isNumberWord } from './number-words.ts'
import type { WordingLanguage } from './wording-language.ts'

/** Both killed and wounded are one measure; any other "and" after a figure begins another. */
const HARMED =
  'killed|dead|deaths|wounded|injured|missing|tue|tues|tuee|tuees|mort|morts|mortes|blesse|blesses|blessees'
const TWO_IN_ONE = new RegExp(`\\b(?:${HARMED}) (?:and|or|et|ou) (?=(?:${HARMED}|disparus)\\b)`)

/** Words that begin a second figure or take something back from the first. */
const NOT_COUNTED = new Set(
  [
    'and or but to plus more less fewer least most about some several many few than including per percent with others',
    'other not no never perhaps maybe if up over under nearly almost million billion',
    'et ou mais a au dont plusieurs quelques moins environ pour pourcent avec autre autres pas ne non peut sinon pres',
    'milliard milliards',
  ].flatMap((words) => words.split(' ')),
)

/** Nobody needs more words to say what was counted. */
const MOST_WORDS = 8

/** Are the words after a figure only what was counted ("soldiers", «combattants de Wagner»), and no second figure? */
export function isCounted(rest: readonly string[], language: WordingLanguage): boolean {
  const text = rest.join(' ').replace(TWO_IN_ONE, '')
  if (text === '') return true
  const words = text.split(' ')
  return words.length <= MOST_WORDS && words.every((word) => mayBeCounted(word, language))
}

const mayBeCounted = (word: string, language: WordingLanguage): boolean =>
  /^[a-z'()]+$/.test(word) && !NOT_COUNTED.has(word) && !isNumberWord(word, language)
