import { PEOPLE_WORDS } from '../casualties/people-words.ts'
import type { FigureMention } from '../mentions.ts'
import type { BareFigure, FigureText } from './figure-at.ts'

type What = FigureMention['what']
type Rule = (text: FigureText, figure: BareFigure) => What | undefined

/**
 * What a figure is, by the words around it. The order matters: "a 13-year-old" is an age before it is a length of time,
 * «27 juillet» a date before it is a count.
 */
export function whatItIs(text: FigureText, figure: BareFigure): What {
  for (const rule of RULES) {
    const what = rule(text, figure)
    if (what) return what
  }
  return 'count'
}

const money: Rule = ({ keys, words }, { first, last, number }) => {
  const isSigned = words.money.has(keys[first - 1] ?? '') || words.money.has(keys[number - 1] ?? '')
  const next = keys[last + 1] ?? ''
  const isNamed = words.money.has(next) || ((next === 'de' || next === 'of') && words.money.has(keys[last + 2] ?? ''))
  const isFar =
    /^(?:us|canadian|cfa|billion|million|american|americains?)$/.test(next) && words.money.has(keys[last + 2] ?? '')
  return isSigned || isNamed || isFar || /^billions?$/.test(next) ? 'money' : undefined
}

const percent: Rule = ({ keys, words }, { last }) => {
  const [next = '', after = ''] = [keys[last + 1], keys[last + 2]]
  const isWritten = /^(?:per|pour)$/.test(next) && after === 'cent'
  return words.hundredths.has(next) || isWritten ? 'percent' : undefined
}

const label: Rule = (text, { first, last, number, isPlainDigits }) => {
  const { keys, words, sentence } = text
  const before = keys[first - 1] ?? ''
  const named = before === '.' || before === ':' || before === '°' ? (keys[first - 2] ?? '') : before
  const isNamed = isPlainDigits && words.labels.has(named) && !(before === ':' && named !== 'no')
  // Digits that touch other digits are a date, a score or a telephone number.
  const isRun = isJoined(sentence.tokens, first - 1) || isJoined(sentence.tokens, last + 1)
  const inDigits = (at: number): boolean => /^\d{1,4}$/.test(sentence.tokens[at]?.text ?? '')
  const isDialled =
    inDigits(number) && [-2, -1, 0].some((from) => [0, 1, 2].every((step) => inDigits(number + from + step)))
  return isNamed || isRun || isDialled || before === '+' ? 'label' : undefined
}

const isJoined = (tokens: FigureText['sentence']['tokens'], at: number): boolean => {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!mark || !before || !after || !/^[-–/.]$/.test(mark.text)) return false
  return before.end === mark.start && mark.end === after.start && before.kind === 'number' && after.kind === 'number'
}

const fraction: Rule = ({ keys, words }, { last }) =>
  words.fractions.has(keys[last + 1] ?? '') ? 'measure' : undefined

const age: Rule = ({ keys, words, sentence }, { first, last, number, isPlainDigits }) => {
  const [before = '', next = ''] = [keys[first - 1], keys[last + 1]]
  const isOld = next === '-' && /old/.test(keys[last + 2] ?? '')
  const isCalled = words.beforeAges.has(before) || (before === 'de' && words.beforeAges.has(keys[first - 2] ?? ''))
  const inYears = words.years.has(next) || (/^years?$/.test(next) && keys[last + 2] === 'old')
  if (isOld || isCalled || (inYears && !/^(?:pendant|depuis|apres|en|il)$/.test(before))) return 'age'
  const isAside = (before === ',' && (next === ',' || next === '.' || next === '')) || (before === '(' && next === ')')
  const isAfterName = sentence.tokens[number - 2]?.isCapital === true
  return isAside && isAfterName && isPlainDigits && Number(keys[number]) < 111 ? 'age' : undefined
}

const date: Rule = (text, { first, last, isPlainDigits, quantity }) => {
  const { keys, words } = text
  const isDay = 'n' in quantity ? quantity.n <= 31 : quantity.kind === 'range' && quantity.hi <= 31
  const behind = keys[last + 1] ?? ''
  const [joint, day, month] = [keys[last + 1] ?? '', keys[last + 2] ?? '', keys[last + 3] ?? '']
  const isJoinedDay = /^(?:and|to|et|au|ou|or|-|–)$/.test(joint) && /^\d{1,2}$/.test(day) && words.months.has(month)
  // "May" is a month, and a verb: "12 may have died".
  const isMonth = words.months.has(behind) && !(behind === 'may' && /^(?:have|be|not)$/.test(day))
  const before = keys[first - 1] ?? ''
  if (isDay && (isMonth || isJoinedDay)) return 'date'
  const isBehindMonth = words.months.has(before) || (before === '.' && words.months.has(keys[first - 2] ?? ''))
  if (isBehindMonth && /^(?:\d{1,2}|\d{1,2}\D+\d{1,2})$/.test(quantity.verbatim)) return 'date'
  const isWeekday = /day$|^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/.test(before)
  return isWeekday && isPlainDigits && isDay && !countsPeople(text, last) ? 'date' : undefined
}

/** "Said on Sunday 14 civilians died": here the day has ended. */
const countsPeople = ({ keys, language }: FigureText, last: number): boolean =>
  [1, 2].some((step) => PEOPLE_WORDS[language].many.has(keys[last + step] ?? ''))

const year: Rule = ({ keys, words }, { first, last, number, isPlainDigits }) => {
  if (!isPlainDigits || !/^(?:1[89]|20)\d\d$/.test(keys[number] ?? '')) return undefined
  const before = keys[first - 1] ?? ''
  const isDated =
    words.months.has(before) || /^(?:in|en|since|depuis|annee|year|of|de|by|until|from|et|and|a)$/.test(before)
  return isDated || !/^\p{Ll}{3,}s$/u.test(keys[last + 1] ?? '') ? 'year' : undefined
}

const time: Rule = ({ keys, words, sentence }, { first, last }) => {
  const [before = '', next = ''] = [keys[first - 1], keys[last + 1]]
  const isClock =
    (next === ':' && /^\d\d/.test(keys[last + 2] ?? '')) || (before === ':' && /^\d+$/.test(keys[first - 2] ?? ''))
  const isHour = words.times.has(next) && (next !== 'heures' && next !== 'heure' ? true : words.beforeTimes.has(before))
  const isMilitary = /^\d{4}$/.test(sentence.tokens[first]?.text ?? '') && /^(?:hours|hrs|gmt)$/.test(next)
  const isPoint = /^(?:a|p)$/.test(next) && keys[last + 2] === '.' && keys[last + 3] === 'm'
  return isClock || isHour || isMilitary || isPoint ? 'time' : undefined
}

const duration: Rule = ({ keys, words }, { last }) => {
  const skipped = keys[last + 1] === '-' || keys[last + 1] === 'of' || keys[last + 1] === 'de' ? 1 : 0
  const from = last + 1 + skipped
  const isDirect = words.durations.has((keys[from] ?? '').split('-')[0] ?? '')
  const isBehind = words.beforeDurations.has(keys[from] ?? '') && words.durations.has(keys[from + 1] ?? '')
  return isDirect || isBehind ? 'duration' : undefined
}

const measure: Rule = ({ keys, words }, { last }) => {
  const isJoined = keys[last + 1] === '-' || keys[last + 1] === 'of' || keys[last + 1] === 'de'
  return words.measures.has(keys[last + (isJoined ? 2 : 1)] ?? '') ? 'measure' : undefined
}

const RULES: readonly Rule[] = [money, percent, fraction, age, date, time, label, year, duration, measure]
