import type { DeskLanguage } from '../language.ts'
import type { DeskFinding } from '../reading.ts'
import { tokensOf } from '../text/tokens.ts'
import { AGENCIES } from './agencies.ts'
import type { FindingInput, FindingSentence } from './finding-input.ts'
import { findingIn } from './make-finding.ts'
import { type FoundPhrase, type Phrases, phrases, phrasesIn } from './phrases.ts'
import { ruleWords } from './rule-words.ts'

/**
 * Words in which an agency speaks of its own work ("AFP correspondents saw") while no sentence of the text goes by that
 * agency; and "told the agency" where no agency is named at all.
 */
export function missingVia(input: FindingInput): DeskFinding[] {
  const { language } = input.context
  const own = agencyWork(language)
  const credited = new Set(
    input.sentences.flatMap((read) => [...read.attributions.flatMap(agenciesIn(language)), ...creditsIn(read)]),
  )
  const isAnyNamed =
    credited.size > 0 || input.sentences.some(({ sentence }) => sentence.tokens.some(({ key }) => AGENCIES.has(key)))
  return input.sentences.flatMap((read) => {
    const named = phrasesIn(read.sentence.tokens, own).filter((found) =>
      agenciesOf(read, found).every((agency) => !credited.has(agency)),
    )
    const unnamed = isAnyNamed ? [] : phrasesIn(read.sentence.tokens, ruleWords(language).unnamedAgency)
    return [...named, ...unnamed].flatMap((found) => missing(input, read, found))
  })
}

function missing(input: FindingInput, read: FindingSentence, found: FoundPhrase): DeskFinding[] {
  const { tokens } = read.sentence
  if (read.kind === 'quote' || tokens[found.first]?.isQuoted) return []
  const span = { start: tokens[found.first]?.start ?? 0, end: tokens[found.last]?.end ?? 0 }
  const agency = tokens.slice(found.first, found.last + 1).find(({ key }) => AGENCIES.has(key))
  const facts: Record<string, string> = agency ? { agency: agency.text } : {}
  return [findingIn(input, read, { kind: 'missing-via', span, facts, confidence: 0.6 })]
}

const agenciesOf = ({ sentence: { tokens } }: FindingSentence, { first, last }: FoundPhrase): string[] =>
  tokens.slice(first, last + 1).flatMap(({ key }) => AGENCIES.get(key) ?? [])

/** The agencies in a speaker's name or a via's. */
const agenciesIn =
  (language: DeskLanguage) =>
  ({ speaker, via }: FindingSentence['attributions'][number]): string[] =>
    tokensOf(`${speaker?.text ?? ''} ${via?.text ?? ''}`, language).flatMap(({ key }) => AGENCIES.get(key) ?? [])

/** "BAMAKO (Reuters) -" and a caption's "(AFP)" are credits. */
const creditsIn = ({ sentence: { tokens } }: FindingSentence): string[] =>
  tokens.flatMap(({ key }, at) =>
    tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')' ? (AGENCIES.get(key) ?? []) : [],
  )

const agencyWork = (language: DeskLanguage): Phrases => WORK[language]

/** In the phrases, `*` stands for any agency. */
const withAgencies = (list: readonly string[]): Phrases =>
  phrases(list.map((phrase) => phrase.replace('*', [...AGENCIES.keys()].join('|'))))

const WORK: Readonly<Record<DeskLanguage, Phrases>> = {
  en: withAgencies(ruleWords('en').agencyWork),
  fr: withAgencies(ruleWords('fr').agencyWork),
}
