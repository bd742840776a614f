import type { SpeakerMention } from '../mentions.ts'
import { type Ground, isCapitalAt, keyAt, type Range } from './ground.ts'
import { phraseAfter } from './noun-phrase.ts'
import { isOutlet, nameIn, speakerOf } from './speaker.ts'

/** An agency, a paper, a station or "reporters in Gao" beginning at a token; undefined where there is none. */
export function outletAt(
  ground: Ground,
  at: number,
): { readonly speaker: SpeakerMention; readonly last: number } | undefined {
  const press = pressAt(ground, at)
  if (press)
    return { speaker: { ...speakerOf(ground, press), kind: 'description', standing: 'outlet' }, last: press.last }
  const phrase = outletName(ground, at)
  return phrase && { speaker: { ...speakerOf(ground, phrase), standing: 'outlet' }, last: phrase.last }
}

/** "Journalists in Makurdi" are whom the gold names; "reporters" alone pass it on as well. */
function pressAt(ground: Ground, at: number): Range | undefined {
  const { speakers, speech } = ground
  let first = at
  while (speech.articles.has(keyAt(ground, first)) || LOCAL.has(keyAt(ground, first))) first += 1
  if (!speakers.press.has(keyAt(ground, first))) return undefined
  let last = first
  if (IN.has(keyAt(ground, last + 1)) && isCapitalAt(ground, last + 2) && !speech.times.has(keyAt(ground, last + 2))) {
    last += 2
    while (isCapitalAt(ground, last + 1)) last += 1
  }
  return { first: LOCAL.has(keyAt(ground, first - 1)) ? first - 1 : first, last }
}

const LOCAL = new Set(['local', 'foreign', 'state', 'several'])
const IN = new Set(['in', 'at', 'a', 'au'])

/** The name of an outlet, alone or behind "the news agency", «l'agence». */
function outletName(ground: Ground, at: number): Range | undefined {
  const phrase = phraseAfter(ground, at)
  if (!phrase) return undefined
  for (let last = phrase.last; last >= phrase.first; last -= 1) {
    const part = { first: phrase.first, last }
    if (isOutlet(ground, part) && isWhole(ground, part)) {
      const own = withoutPerson(ground, part)
      return nameIn(ground, own) ?? own
    }
  }
  return undefined
}

/** «A déclaré à l'AFP James Oche»: the name of whoever said it stands right behind that of the outlet. */
function withoutPerson(ground: Ground, { first, last }: Range): Range {
  const { speakers } = ground
  for (let at = first; at < last; at += 1) {
    const isShort =
      speakers.outlets.has(keyAt(ground, at)) && /^\p{Lu}{2,}$|^Reuters$/u.test(ground.tokens[at]?.text ?? '')
    const next = keyAt(ground, at + 1)
    const isMore = speakers.outlets.has(next) || speakers.outletWords.has(next) || OUTLET_REST.has(next)
    if (isShort && !isMore && isCapitalAt(ground, at + 1)) return { first, last: at }
  }
  return { first, last }
}
/** "SITE Intelligence Group", "BBC World Service". */
const OUTLET_REST = new Set([
  'intelligence',
  'group',
  'world',
  'africa',
  'afrique',
  'international',
  'arabic',
  'monitoring',
])

/** Told AFP "nine people": the name ends where small letters begin, unless they say what it is. */
function isWhole(ground: Ground, { first, last }: Range): boolean {
  const { speech, speakers, sentence } = ground
  if (sentence.isShouted) return last - first <= 3
  for (let at = first; at <= last; at += 1) {
    const key = keyAt(ground, at)
    const isPart =
      isCapitalAt(ground, at) ||
      ground.tokens[at]?.kind === 'mark' ||
      speech.articles.has(key) ||
      speech.inNames.has(key) ||
      speakers.outletHeads.has(key) ||
      BESIDE.has(key)
    if (!isPart) return false
  }
  return isCapitalAt(ground, last) || BESIDE.has(keyAt(ground, last)) || speakers.outletHeads.has(keyAt(ground, last))
}

const BESIDE = new Set(
  'news state-run semi-official official local television radio station presse francaise officielle state newspaper agency'.split(
    ' ',
  ),
)
