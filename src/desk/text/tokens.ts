import { lettersOf } from '../../record/name-folding.ts'
import type { DeskLanguage } from '../language.ts'
import type { Token } from './token.ts'

/** A longer run of letters is cut: it is no word of any language. */
const LONGEST_WORD = 64

const LETTERS = String.raw`[\p{L}\p{M}\p{N}\u200B-\u200D\u2060]`
/** Parts joined by hyphens ("AK-47", "Urem al-Kubra") or by the points of an acronym ("U.S"). */
const WORD = String.raw`\p{L}${LETTERS}*(?:[-\u2010\u2011&](?=[\p{L}\p{N}])${LETTERS}+|\.\p{L}(?!\p{L}))*`
/** "9th", «9e», "20mm": no number of anything. */
const ORDINAL = String.raw`\d+\p{L}+`

/** Grouped digits first: "1,200" in English, «1 200» and «1.200» in French; then decimals, times and plain digits. */
const NUMBERS: Readonly<Record<DeskLanguage, string>> = {
  en: String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+[:.]\d+|\d+)(?![\p{L}\d])`,
  fr: String.raw`(?:\d{1,3}(?:[\u0020\u00A0\u202F.]\d{3})+(?:,\d+)?|\d+[:,.]\d+|\d+)(?![\p{L}\d])`,
}

/** What French joins to the next word. */
const ELIDED = String.raw`(?!n['’ʼ]dj)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’ʼ](?=[\p{L}\p{N}«"“])`
const GENITIVE = String.raw`['’ʼ]s(?!\p{L})|(?<=s)['’ʼ](?=\s)`
/** Names that are written with an apostrophe inside: "Da'esh", "Jama'a", «aujourd'hui», "N'Djamena", "O'Neill". */
const INNER = String.raw`(?:(?!['’ʼ]s(?!\p{L}))['’ʼ]\p{L}${LETTERS}*)*`

const pattern = (numbers: string, words: string): RegExp =>
  new RegExp(`(?<number>${numbers})|(?<word>${words}|${ORDINAL}|${WORD}${INNER})|(?<mark>\\S)`, 'giu')

const PATTERNS: Readonly<Record<DeskLanguage, RegExp>> = {
  en: pattern(NUMBERS.en, GENITIVE),
  fr: pattern(NUMBERS.fr, ELIDED),
}

/** Verbs that French turns round carry their subject behind: «a-t-on», «dit-il», «a-t-elle». */
const INVERTED = /^(\p{L}+)(-t-|-)(il|ils|elle|elles|on|je|nous|vous|ce)$/iu

/** The words, numbers and marks of a text in its order; `offset` is added to their places. */
export function tokensOf(text: string, language: DeskLanguage, offset = 0): Token[] {
  const tokens: Token[] = []
  for (const { groups = {}, index, 0: found } of text.matchAll(PATTERNS[language])) {
    const kind = groups['number'] === undefined ? (groups['word'] === undefined ? 'mark' : 'word') : 'number'
    for (const [part, at] of parts(found, kind, language)) tokens.push(tokenOf(part, kind, offset + index + at))
  }
  return tokens
}

function parts(found: string, kind: Token['kind'], language: DeskLanguage): (readonly [string, number])[] {
  if (kind === 'word' && found.length > LONGEST_WORD) {
    const count = Math.ceil(found.length / LONGEST_WORD)
    return Array.from({ length: count }, (_, part) => [
      found.slice(part * LONGEST_WORD, (part + 1) * LONGEST_WORD),
      part * LONGEST_WORD,
    ])
  }
  const inverted = kind === 'word' && language === 'fr' ? INVERTED.exec(found) : null
  if (!inverted) return [[found, 0]]
  const [, verb = '', joint = '', subject = ''] = inverted
  return [
    [verb, 0],
    [subject, verb.length + joint.length],
  ]
}

function tokenOf(text: string, kind: Token['kind'], start: number): Token {
  const lower = text
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(UNSEEN, '')
  return {
    text,
    lower,
    key: /^[\u0020-\u007E]*$/.test(lower) ? lower : lettersOf(lower),
    kind,
    start,
    end: start + text.length,
    isCapital: kind === 'word' && /^\p{Lu}/u.test(text),
    isQuoted: false,
  }
}

/** Signs that take no room: they may stand inside a word and make it another to a program alone. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
