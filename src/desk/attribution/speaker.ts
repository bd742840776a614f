import type { SpeakerMention } from '../mentions.ts'
import { type Ground, isCapitalAt, isMarkAt, keyAt, type Range, standsAt, textOf } from './ground.ts'

/** What the words of a phrase say about who speaks; `beside` is an apposition, which tells more of the same one. */
export function speakerOf(ground: Ground, phrase: Range, beside?: Range): SpeakerMention {
  const name = nameIn(ground, phrase)
  const besideName = beside && !name ? nameIn(ground, beside) : undefined
  const range = name ?? besideName ?? withoutBracket(ground, phrase)
  const kind = name || besideName ? 'name' : kindOf(ground, phrase)
  return {
    words: textOf(ground, range),
    start: ground.tokens[range.first]?.start ?? 0,
    end: ground.tokens[range.last]?.end ?? 0,
    kind,
    standing: standingOf(ground, phrase, beside),
  }
}

const withoutBracket = (ground: Ground, { first, last }: Range): Range =>
  first === last || ground.tokens[first]?.text !== '(' ? { first, last } : { first: first + 1, last }

/** On which side they stand, as far as the words tell: a UN spokesman is the UN, an army spokesman the army. */
export function standingOf(ground: Ground, phrase: Range, beside?: Range): SpeakerMention['standing'] {
  const ranges = beside ? [phrase, beside] : [phrase]
  if (isOutlet(ground, phrase)) return 'outlet'
  // "The official toll", «le bilan»: a paper speaks, and nobody can tell whose.
  if (ground.speech.tolls.has(headOf(ground, phrase))) return 'unknown'
  for (const { standing, phrases } of ground.speakers.standings) {
    for (const { first, last } of ranges) {
      for (let at = first; at <= last; at += 1) {
        if (
          phrases.some((words) => at + words.length - 1 <= last && standsAt(ground, at, words) && isMeant(ground, at))
        )
          return standing
      }
    }
  }
  return 'unknown'
}

/** "WHO" is the World Health Organization, "who" is not; «ei» and "is" likewise. */
const ACRONYMS = new Set(['who', 'is', 'un', 'ei', 'ap', 'hcr', 'oms', 'site', 'ria', 'map', 'aps'])
const isMeant = ({ tokens, sentence }: Ground, at: number): boolean => {
  const token = tokens[at]
  if (!token || !ACRONYMS.has(token.key)) return true
  return sentence.isShouted
    ? token.key !== 'who' && token.key !== 'is' && token.key !== 'un' && token.key !== 'site'
    : /^\p{Lu}{2,}$/u.test(token.text)
}

/** Is it a news agency, a paper, a station or a monitor that passes statements on? */
export function isOutlet(ground: Ground, { first, last }: Range): boolean {
  const { speakers, speech, sentence } = ground
  for (let at = first; at <= last; at += 1) {
    const key = keyAt(ground, at)
    // What belongs to it by "of" is something else: "a spokesman of the Daily Trust".
    if (at > first && speech.prepositions.has(key)) return false
    if (speakers.outlets.has(key) && isMeant(ground, at)) return true
    if (speakers.outletWords.has(key) && !sentence.isShouted && isCapitalAt(ground, at) && last > first)
      return !range(first, last).some((other) => speakers.parties.has(keyAt(ground, other)))
  }
  return false
}

const kindOf = (ground: Ground, { first, last }: Range): SpeakerMention['kind'] => {
  const { speech, speakers } = ground
  const head = headOf(ground, { first, last })
  const key = keyAt(ground, first)
  if (
    first === last &&
    (speech.pronouns.has(key) || speakers.personPronouns.has(key) || speakers.groupPronouns.has(key))
  )
    return speakers.hidden.has(key) ? 'hidden' : 'pronoun'
  if (isHidden(ground, { first, last })) return 'hidden'
  if (!speech.definiteArticles.has(key) || last - first > 2 || last === first) return 'description'
  const isPlain = last - first === 1 || ADJECTIVES.has(keyAt(ground, first + 1)) || ADJECTIVES.has(keyAt(ground, last))
  if (speakers.personHeads.has(head)) return 'definite'
  return isPlain && (speakers.groupHeads.has(head) || speakers.outletHeads.has(head)) ? 'definite' : 'description'
}

/** "Sources", "unconfirmed reports", «des informations»: nobody. "The report" and "security sources" are somebody. */
function isHidden(ground: Ground, { first, last }: Range): boolean {
  const { speech, speakers } = ground
  const words = range(first, last).map((at) => keyAt(ground, at))
  const bare = words.filter((word) => !speech.articles.has(word) && !UNNAMED.has(word))
  const [only] = bare
  return (
    bare.length <= 1 &&
    only !== undefined &&
    speakers.hidden.has(only) &&
    !words.some((word) => speech.definiteArticles.has(word) && only !== 'sources' && only !== 'informations')
  )
}

const UNNAMED = new Set(
  'various multiple other unconfirmed initial early media press news first diverses autres plusieurs certaines premieres unverified concordantes numerous dernieres latest'.split(
    ' ',
  ),
)

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** The noun that the words are about: the last before what belongs to it. */
function headOf(ground: Ground, { first, last }: Range): string {
  const { speech } = ground
  let at = first
  while (at < last && (speech.articles.has(keyAt(ground, at)) || ADJECTIVES.has(keyAt(ground, at)))) at += 1
  const from = at
  while (at < last && !speech.prepositions.has(keyAt(ground, at + 1)) && !isMarkAt(ground, at + 1)) at += 1
  const isFrench = speech.accordingTo.some(([word]) => word === 'selon')
  return keyAt(ground, isFrench ? from : at)
}

const ADJECTIVES = new Set(
  'meme ancien ancienne same latter former armed jihadist islamist extremist militant rebel djihadiste jihadiste islamiste arme armee rebelle francais francaise local locale'.split(
    ' ',
  ),
)

/** The plain name within a phrase: a person without title, an organisation without what describes it. */
export function nameIn(ground: Ground, { first, last }: Range): Range | undefined {
  const { speech, tokens, sentence } = ground
  if (sentence.isShouted) return isOutlet(ground, { first, last }) ? afterArticles(ground, { first, last }) : undefined
  const whole = withoutGloss(ground, afterArticles(ground, { first, last }))
  const person = personOf(ground, whole)
  if (person) return person
  const end = tokens[whole.last]
  if (!end || !(isCapitalAt(ground, whole.last) || (end.kind === 'number' && whole.last > whole.first)))
    return undefined
  if (whole.first === whole.last && isCommonAtStart(ground, whole.first)) return undefined
  let from = whole.last
  while (from > whole.first && belongs(ground, from - 1)) from -= 1
  while (from < whole.last && !isCapitalAt(ground, from)) from += 1
  const run = { first: from, last: whole.last }
  if (from > whole.first && !followsNoun(ground, whole.first, from)) return undefined
  // "Pro-Russian officials": an adjective that only the sentence's beginning has made large is none of it.
  if (keyAt(ground, run.first) === '' || speech.pronouns.has(keyAt(ground, run.first))) return undefined
  const bare = withoutTitles(ground, run)
  return bare && !isRoleOnly(ground, bare) ? bare : undefined
}

/** "Jane Roe of the observatory", «Rami X de l'Observatoire»: a person, and for whom they speak. */
function personOf(ground: Ground, { first, last }: Range): Range | undefined {
  let end = first
  while (end < last && isCapitalAt(ground, end + 1)) end += 1
  if (!isCapitalAt(ground, first) || end === first || !OF.has(keyAt(ground, end + 1))) return undefined
  const isPlain = standingOf(ground, { first, last: end }) === 'unknown' && !hasTitle(ground, { first, last: end })
  return isPlain && standingOf(ground, { first: end + 2, last }) !== 'unknown' ? { first, last: end } : undefined
}

const OF = new Set(['of', 'from', 'with', 'at', 'de', "d'", 'du', 'des'])

const hasTitle = (ground: Ground, { first, last }: Range): boolean =>
  range(first, last).some((at) => ground.speakers.titles.has(keyAt(ground, at)))

const afterArticles = (ground: Ground, { first, last }: Range): Range => {
  let at = first
  // «Le Figaro» keeps its article inside a sentence, where it is written large.
  while (at < last && ground.speech.articles.has(keyAt(ground, at)) && (at === 0 || !isCapitalAt(ground, at))) at += 1
  return { first: at, last }
}

function withoutGloss({ tokens }: Ground, { first, last }: Range): Range {
  if (tokens[last]?.text !== ')' && tokens[last]?.text !== ']') return { first, last }
  for (let at = last - 1; at > first; at -= 1) {
    if (tokens[at]?.text === '(' || tokens[at]?.text === '[') return { first, last: at - 1 }
  }
  return { first, last }
}

/** Does a token go with the capitals behind it: a capital, a small word of names, a point or a hyphen? */
function belongs(ground: Ground, at: number): boolean {
  const { tokens, speech } = ground
  if (isCapitalAt(ground, at)) return true
  const token = tokens[at]
  if (!token) return false
  if (token.kind === 'mark')
    return (
      /^[.&'’,-]$/.test(token.text) && (isCapitalAt(ground, at - 1) || (isMarkAt(ground, at - 1) && token.text === '-'))
    )
  return (
    (speech.inNames.has(token.lower) || token.lower === "'s") &&
    (isCapitalAt(ground, at - 1) || belongs(ground, at - 1))
  )
}

/** Single words that begin a sentence: "Witnesses", "Officials" are no names, "Oche" is one. */
function isCommonAtStart(ground: Ground, at: number): boolean {
  const { speakers, speech } = ground
  if (at > 0 && !isMarkAt(ground, at - 1)) return false
  const key = keyAt(ground, at)
  if (/^\p{Lu}{2,}$/u.test(ground.tokens[at]?.text ?? '')) return false
  return (
    speakers.hidden.has(key) ||
    speech.adverbs.has(key) ||
    speech.pronouns.has(key) ||
    speakers.groupHeads.has(key) ||
    speakers.personHeads.has(key) ||
    speakers.press.has(key) ||
    speakers.standings.some(({ phrases }) =>
      phrases.some(([word, more]) => word === key && more === undefined && !NAMES.has(key)),
    )
  )
}

const NAMES = new Set(
  'hamas hezbollah wagner taliban jnim farc eln fmln unicef msf amnesty monusco minusma minusca kremlin pentagon nato otan fardc fama daech m23 adf hezbollah houthis talibans unhcr ocha daesh hrw shebab chebab gsim'.split(
    ' ',
  ),
)

/** "Rights group Amnesty International", «le groupe djihadiste Boko Haram»: the name stands behind the noun itself. */
function followsNoun(ground: Ground, first: number, from: number): boolean {
  const { speech, speakers } = ground
  const before = keyAt(ground, from - 1)
  if (isMarkAt(ground, from - 1) || speech.prepositions.has(before) || speech.articles.has(before)) return false
  if (isCapitalAt(ground, from - 1) && from - 1 > first) return false
  const words = range(first, from - 1).map((at) => keyAt(ground, at))
  return words.some((word) =>
    [speakers.groupHeads, speakers.personHeads, speakers.outletHeads, speakers.titles].some((set) => set.has(word)),
  )
}

/** "Foreign Minister Abdoulaye Diop" is Abdoulaye Diop; "the Chairman of Guma" has no name. */
function withoutTitles(ground: Ground, { first, last }: Range): Range | undefined {
  const { speakers, speech } = ground
  let title = -1
  for (let at = first; at <= last; at += 1) if (speakers.titles.has(keyAt(ground, at))) title = at
  if (title === -1) return { first, last }
  let from = title + 1
  while (
    from <= last &&
    (isMarkAt(ground, from) || !isCapitalAt(ground, from)) &&
    !speech.prepositions.has(keyAt(ground, from))
  )
    from += 1
  if (from > last || speech.prepositions.has(keyAt(ground, from))) return undefined
  return { first: from, last }
}

/** "Police", "Army", "Foreign Ministry": an office alone names nobody whom "he" could be, but an organisation it may. */
const isRoleOnly = (ground: Ground, { first, last }: Range): boolean =>
  first === last && first === 0 && isCommonAtStart(ground, first)
