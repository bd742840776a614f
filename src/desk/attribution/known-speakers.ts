import type { DeskLanguage } from '../language.ts'
import type { Attribution, SpeakerMention } from '../mentions.ts'
import type { NamedInText } from '../reading.ts'
import type { Sentence } from '../text/token.ts'
import { groundOf, isCapitalAt, type Range, textOf } from './ground.ts'
import { nameIn } from './speaker.ts'

/** Somebody whom the text has named so far, and who may be meant by "he" or "the group" later. */
export interface KnownSpeaker {
  readonly named: NamedInText
  readonly standing: SpeakerMention['standing']
  readonly kind: SpeakerMention['kind']
  readonly isPerson: boolean
  /** All words of the phrase in which it was named: "the minister" is one of whom "minister" was said. */
  readonly heads: ReadonlySet<string>
  /** In which sentence, counted from the beginning. */
  readonly sentence: number
  /** Did it speak there, or was it only named? */
  readonly hasSpoken: boolean
}

/** A speaker as it is remembered. */
export function knownFrom(
  sentence: Sentence,
  { first, last }: Attribution,
  mention: SpeakerMention,
  named: NamedInText,
  index: number,
  language: DeskLanguage,
): KnownSpeaker {
  const ground = groundOf(sentence, language)
  const heads = new Set(sentence.tokens.slice(first, last + 1).map(({ key }) => key))
  const own = new Set(mention.words.toLowerCase().split(/[\s'’]+/))
  const { speakers } = ground
  const isOrganisation = mention.standing === 'outlet' || [...own].some((word) => speakers.groupHeads.has(word))
  const isPerson =
    [...heads].some((word) => speakers.titles.has(word) || speakers.personHeads.has(word)) ||
    (mention.kind === 'name' && mention.standing === 'unknown')
  return {
    named,
    standing: mention.standing,
    kind: mention.kind,
    isPerson: isPerson && !isOrganisation,
    heads,
    sentence: index,
    hasSpoken: true,
  }
}

/** Persons whom a sentence names with their title: "Foreign Secretary Boris Johnson welcomes …". */
export function titledPersons(
  sentence: Sentence,
  place: (range: Range, text: string) => NamedInText,
  index: number,
  language: DeskLanguage,
): KnownSpeaker[] {
  const ground = groundOf(sentence, language)
  if (sentence.isShouted) return []
  const found: KnownSpeaker[] = []
  let at = 0
  while (at < sentence.tokens.length) {
    const first = at
    while (isCapitalAt(ground, at) || (at > first && sentence.tokens[at]?.text === '.' && isCapitalAt(ground, at + 1)))
      at += 1
    const run = { first, last: at - 1 }
    if (at === first) {
      at += 1
      continue
    }
    const heads = new Set(sentence.tokens.slice(first, at).map(({ key }) => key))
    const name = [...heads].some((key) => ground.speakers.titles.has(key)) ? nameIn(ground, run) : undefined
    if (!name || name.first === first || name.last - name.first > 3) continue
    const named = place(name, textOf(ground, name))
    found.push({ named, standing: 'official', kind: 'name', isPerson: true, heads, sentence: index, hasSpoken: false })
  }
  return found
}
