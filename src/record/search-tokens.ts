import snowball from 'snowball-stemmers'
import { lettersOf } from './name-folding.ts'
import { STOP_WORDS } from './search-stop-words.ts'

/** The first letter of a token says by whose grammar it was stemmed: English, French, or nobody's. */
export type StemLanguage = keyof typeof STOP_WORDS

/** Every grammar that a word of unknown language may belong to. */
export const STEM_LANGUAGES: readonly StemLanguage[] = ['e', 'f', 'x']

/** One word as it stands in a text, from `start` to `end`, and what it is looked up by. */
export interface SearchPart {
  readonly start: number
  readonly end: number
  readonly token: string
  /** Stands in nearly every text, and is not looked for unless nothing else is left. */
  readonly isStop: boolean
}

/** A run of letters: mostly one word; several where hyphens join them, and then their one-word spelling too. */
export interface SearchRun {
  readonly start: number
  readonly end: number
  readonly parts: readonly SearchPart[]
  /** "cease-fire" is looked up as `ceasefire` too; null where nothing is joined. */
  readonly joined: string | null
}

/** The grammar of a text in this language (BCP 47). */
export function stemLanguage(language: string): StemLanguage {
  const primary = language.toLowerCase().split('-')[0]
  return primary === 'en' ? 'e' : primary === 'fr' ? 'f' : 'x'
}

/**
 * Numbers with their thousands set apart by a space or a comma ("1 200", "1,200"); words, with the hyphens and
 * apostrophes inside them.
 */
const RUN =
  /(?<![\p{L}\p{N}])\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}\u0640]+(?:['’‘ʼ\-\u2010\u2011][\p{L}\p{N}\p{M}\u0640]+)*/gu

const HYPHEN = /[-\u2010\u2011]/u

/**
 * The words of a text in reading order, each with what it is looked up by: without accents, Arabic letters in one shape
 * and without their article, digits in one script and joined over thousands, stemmed by English or French grammar.
 */
export function searchRuns(text: string, language: StemLanguage): SearchRun[] {
  // Who shouts everything shouts its small words too; elsewhere "IS", "WHO" and "US" are names.
  const shouts = !/\p{Ll}/u.test(text)
  const runs: SearchRun[] = []
  for (const { 0: run, index: start } of text.matchAll(RUN)) {
    const parts = HYPHEN.test(run) ? run.split(HYPHEN) : [run]
    const found = partsAt(parts, start, { language, shouts })
    if (found.length === 0) continue
    const joined = found.length > 1 ? joinedToken(parts, language) : null
    runs.push({ start, end: start + run.length, parts: found, joined })
  }
  return runs
}

function partsAt(
  parts: readonly string[],
  from: number,
  { language, shouts }: { readonly language: StemLanguage; readonly shouts: boolean },
): SearchPart[] {
  const found: SearchPart[] = []
  let start = from
  for (const part of parts) {
    const { token, isStop, isCapitals } = lookedUp(part, language)
    const end = start + part.length
    if (token !== '') found.push({ start, end, token, isStop: isStop && (shouts || !isCapitals) })
    start = end + 1
  }
  return found
}

/** Several words in one are no longer looked for as one. */
const MAX_JOINED = 40

function joinedToken(parts: readonly string[], language: StemLanguage): string | null {
  const joined = parts.join('')
  return joined.length > MAX_JOINED || /^\p{N}+$/u.test(joined) ? null : lookedUp(joined, language).token
}

/** What every text is known by: each token once, stop words only where there is nothing else. */
export function searchTokens(text: string, language: StemLanguage): Set<string> {
  const found = new Set<string>()
  const stops = new Set<string>()
  for (const { parts, joined } of searchRuns(text, language)) {
    for (const { token, isStop } of parts) (isStop ? stops : found).add(token)
    if (joined !== null) found.add(joined)
  }
  return found.size > 0 ? found : stops
}

/** What a word is looked up by: the same for every text, and therefore kept. */
interface LookedUp {
  /** Empty where nothing of the word is left. */
  readonly token: string
  readonly isStop: boolean
  readonly isCapitals: boolean
}

/** Some hundred thousand words make up a newspaper's archive; the frequent ones come back at once. */
const MAX_KNOWN = 100_000
const known: Record<StemLanguage, Map<string, LookedUp>> = { e: new Map(), f: new Map(), x: new Map() }

function lookedUp(word: string, language: StemLanguage): LookedUp {
  const words = known[language]
  const before = words.get(word)
  if (before) return before
  const made = lookUp(word, language)
  if (words.size >= MAX_KNOWN) words.clear()
  words.set(word, made)
  return made
}

/** No word is this long; what is may be a web address, and its beginning finds it. */
const MAX_TOKEN = 40

function lookUp(word: string, language: StemLanguage): LookedUp {
  const isCapitals = /^\p{Lu}{2,}$/u.test(word)
  const bare = lettersOf(withoutEndings(word, language))
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return { token: tokenFor(bare, language).slice(0, MAX_TOKEN), isStop: STOP_WORDS[language].has(bare), isCapitals }
}

/** The token of a folded word: numbers and other scripts belong to no grammar. */
function tokenFor(bare: string, language: StemLanguage): string {
  if (bare === '') return ''
  if (/^\d+$/.test(bare)) return `x${bare.replace(/^0(?=\d$)/, '')}`
  return /^[a-z0-9]+$/.test(bare) ? language + stem(bare, language) : `x${withoutArticle(bare)}`
}

/**
 * A French word without what leans on it ("l’armée"), an English one without its possessive ("the army’s"). Only before
 * a vowel does French lean: "N’Djamena" is one name.
 */
function withoutEndings(word: string, language: StemLanguage): string {
  if (language === 'f') return word.replace(FRENCH_ELISION, '')
  return language === 'e' ? word.replace(/['’‘ʼ]s$/iu, '') : word
}

const FRENCH_ELISION = /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)['’‘ʼ](?=[aeiouyhàâäéèêëîïôöùûüœæ])/iu

/** Without the Arabic article, and what is written together with it: «والجيش», «للجيش». */
const withoutArticle = (word: string): string => word.replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u, '')

const english = snowball.newStemmer('english')
const french = snowball.newStemmer('french')

/**
 * A folded word's stem. The French stemmer tells participles by their accents, which are gone by then: «tuées» is made
 * «tue» first; but «armée», an army, must not become «arme», a weapon.
 */
function stem(word: string, language: StemLanguage): string {
  if (language === 'x' || word.length > MAX_TOKEN) return word
  if (language === 'e') return english.stem(word)
  if (/^armees?$/.test(word)) return 'armee'
  return french.stem(word.replace(/(?<=..)ees?$/, 'e'))
}
