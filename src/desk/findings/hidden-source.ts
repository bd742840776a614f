import type { DeskLanguage } from '../language.ts'
import type { DeskFinding } from '../reading.ts'
import type { FindingInput, FindingSentence } from './finding-input.ts'
import { findingIn } from './make-finding.ts'
import { type FoundPhrase, phrasesIn } from './phrases.ts'
import { type RumourWords, ruleWords } from './rule-words.ts'
import { isOthersWord, namesSomebody } from './voices.ts'

/**
 * "Reportedly", "it was said", «dit-on», «aurait été tué»: somebody says so, and the reader is not told who.
 *
 * Quiet inside what a named speaker says, in quotations, and where the law makes the paper write "allegedly".
 */
export function hiddenSource(input: FindingInput): DeskFinding[] {
  const { language } = input.context
  return input.sentences.flatMap((read, at) => {
    const found = [...hiddenIn(read, language), ...rumoursIn(read, input.sentences[at - 1], language)]
    return found.flatMap(({ first, last }) => {
      const { tokens } = read.sentence
      const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }
      return [findingIn(input, read, { kind: 'hidden-source', span, confidence: 0.85 })]
    })
  })
}

/** The words of a sentence that hide who says so. */
export function hiddenIn(read: FindingSentence, language: DeskLanguage): FoundPhrase[] {
  const words = ruleWords(language)
  const { tokens } = read.sentence
  const isCourt = tokens.some(({ key }) => words.court.has(key))
  const plain = phrasesIn(tokens, words.hidden).filter(({ first, last }) => {
    const next = tokens[last + 1]?.key
    return next !== 'by' && next !== 'par' && !(isCourt && first === last)
  })
  const alone = phrasesIn(tokens, words.hiddenAlone).filter((found) => isAlone(read, found, language))
  const found = [...plain, ...alone].toSorted((one, other) => one.first - other.first)
  return found.filter(
    ({ first }, index) => !isOthersWord(read, first) && (index === 0 || first > (found[index - 1]?.last ?? -1)),
  )
}

/** "Sources said", but not "security sources said"; "according to sources,", but not "according to sources in the army". */
function isAlone(
  { sentence: { tokens } }: FindingSentence,
  { first, last }: FoundPhrase,
  language: DeskLanguage,
): boolean {
  const { before, lasts } = ruleWords(language).notDescribed
  const [previous, next] = [tokens[first - 1], tokens[last + 1]]
  const beginsPlain = previous === undefined || previous.kind === 'mark' || before.has(previous.key)
  const endsPlain = !lasts.has(tokens[last]?.key ?? '') || next === undefined || next.kind === 'mark'
  return (beginsPlain || lasts.has(tokens[last]?.key ?? '')) && endsPlain
}

/** What stands within so many words of the auxiliary belongs to it: «aurait déjà été tué». */
const REACH = 3

/** The conditional of rumour, where neither the sentence nor the one before names a speaker. */
function rumoursIn(read: FindingSentence, before: FindingSentence | undefined, language: DeskLanguage): FoundPhrase[] {
  const words = ruleWords(language).rumour
  if (words === null || read.attributions.some(namesSomebody)) return []
  if (before?.paragraph === read.paragraph && before.attributions.some(namesSomebody)) return []
  const { tokens } = read.sentence
  if (tokens.some(({ key }) => words.ifs.has(key))) return []
  return tokens.flatMap(({ key }, first) => {
    if (!words.auxiliaries.has(key) || isOthersWord(read, first)) return []
    const last = participleBehind(read, first, words)
    return last === undefined ? [] : [{ first, last }]
  })
}

/** They end as participles do. */
const ADVERBS = new Set([
  'plus',
  'tous',
  'jamais',
  'depuis',
  'aussi',
  'ainsi',
  'ici',
  'lui',
  'ensuite',
  'puis',
  'parmi',
])

function participleBehind(
  { sentence: { tokens } }: FindingSentence,
  first: number,
  words: RumourWords,
): number | undefined {
  for (let at = first + 1; at <= first + REACH; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || words.wishes.has(token.key)) return undefined
    if (
      token.lower !== 'été' &&
      !ADVERBS.has(token.key) &&
      /(?:ée?s?|ie?s?|ue?s?|morts?|mis|pris|faite?s?|perdu|ouverte?s?)$/.test(token.lower)
    )
      return at
  }
  return undefined
}
